import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { ChangeNote, Note, WriteNote } from '@suivi/contracts/notes';
import { z } from 'zod';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers, AnswersCreated, AnswersNothing } from '../platform/documented.ts';
import { KnownId } from '../platform/known-id.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { changeNote, deleteNote, listNotes, restoreNote, writeNote } from './write-note.ts';

const Notes = z.array(Note);

@Controller()
export class NotesController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get('files/:id/notes')
  @Answers(Notes)
  list(@Me() me: Colleague, @Param('id', new KnownId('file')) id: string): Promise<Note[]> {
    return listNotes(this.platform, me, id);
  }

  @Post('files/:id/notes')
  @AnswersCreated(Note)
  write(
    @Me() me: Colleague,
    @Param('id', new KnownId('file')) id: string,
    @Body({ schema: WriteNote }) note: WriteNote,
  ): Promise<Note> {
    return writeNote(this.platform, me, id, note);
  }

  @Patch('notes/:id')
  @Answers(Note)
  change(
    @Me() me: Colleague,
    @Param('id', new KnownId('note')) id: string,
    @Body({ schema: ChangeNote }) change: ChangeNote,
  ): Promise<Note> {
    return changeNote(this.platform, me, id, change);
  }

  @Delete('notes/:id')
  @HttpCode(204)
  @AnswersNothing()
  delete(@Me() me: Colleague, @Param('id', new KnownId('note')) id: string): Promise<void> {
    return deleteNote(this.platform, me, id);
  }

  @Post('notes/:id/restore')
  @HttpCode(200)
  @Answers(Note)
  restore(@Me() me: Colleague, @Param('id', new KnownId('note')) id: string): Promise<Note> {
    return restoreNote(this.platform, me, id);
  }
}

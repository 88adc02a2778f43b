import { Body, Controller, Get, Headers, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { Change, ChangeClient, FileView, NewFile, NewFileCreated, RecordEvent } from '@suivi/contracts/files';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers, AnswersCreated } from '../platform/documented.ts';
import { KnownId } from '../platform/known-id.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { changeClient } from './change-client.ts';
import { createFile } from './create-file.ts';
import { readFileView } from './file-view.ts';
import { recordEvent } from './record-event.ts';

const idempotencyKey = ApiHeader({
  name: 'idempotency-key',
  required: false,
  description: 'The same key and body get the first answer again. Left out of an event, its id is the key.',
});

@Controller('files')
export class FilesController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Post()
  @idempotencyKey
  @AnswersCreated(NewFileCreated)
  create(
    @Me() me: Colleague,
    @Body({ schema: NewFile }) file: NewFile,
    @Headers('idempotency-key') key?: string,
  ): Promise<NewFileCreated> {
    return createFile(this.platform, me, file, key);
  }

  @Get(':id')
  @Answers(FileView)
  read(@Me() me: Colleague, @Param('id', new KnownId('file')) id: string): Promise<FileView> {
    return readFileView(this.platform, me, id);
  }

  @Patch(':id')
  @Answers(FileView)
  async change(
    @Me() me: Colleague,
    @Param('id', new KnownId('file')) id: string,
    @Body({ schema: ChangeClient }) change: ChangeClient,
  ): Promise<FileView> {
    await changeClient(this.platform, me, id, change);
    return readFileView(this.platform, me, id);
  }

  @Post(':id/events')
  @idempotencyKey
  @AnswersCreated(Change)
  record(
    @Me() me: Colleague,
    @Param('id', new KnownId('file')) id: string,
    @Body({ schema: RecordEvent }) body: RecordEvent,
    @Headers('idempotency-key') key?: string,
  ): Promise<Change> {
    return recordEvent(this.platform, me, id, body, key);
  }
}

import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import {
  ChangeLetter,
  EndMandate,
  FileLetters,
  LetterLink,
  LetterView,
  PrintedLetter,
  RecordMandate,
  ScanMandateQuery,
} from '@suivi/contracts/letters';
import type { Response } from 'express';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers, AnswersCreated } from '../platform/documented.ts';
import { KnownId } from '../platform/known-id.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { changeLetter } from './change-letter.ts';
import { readLetter } from './describe-letters.ts';
import { linkToLetter, printOne, readFileLetters } from './file-letters.ts';
import { gatherTask } from './letter-task.ts';
import { endMandate, recordMandate } from './mandates.ts';
import { previewLetter } from './preview-letter.ts';
import { printMandate } from './print-mandate.ts';
import { scanMandate } from './scan-mandate.ts';
import { proofPack } from './proof-pack.ts';

const File = () => Param('id', new KnownId('file'));
const Task = () => Param('id', new KnownId('task'));
const pdf = ApiOkResponse({ description: 'A PDF', content: { 'application/pdf': {} } });

@Controller()
export class LettersController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get('files/:id/letters')
  @Answers(FileLetters)
  list(@Me() me: Colleague, @File() id: string): Promise<FileLetters> {
    return readFileLetters(this.platform, me, id);
  }

  @Get('tasks/:id/letter')
  @Answers(LetterView)
  read(@Me() me: Colleague, @Task() taskId: string): Promise<LetterView> {
    return readLetter(this.platform, me, taskId);
  }

  /** All null: back to the template, its words and its enclosures. */
  @Put('tasks/:id/letter')
  @Answers(LetterView)
  async change(
    @Me() me: Colleague,
    @Task() taskId: string,
    @Body({ schema: ChangeLetter }) change: ChangeLetter,
  ): Promise<LetterView> {
    await changeLetter(this.platform, me, taskId, change);
    return readLetter(this.platform, me, taskId);
  }

  @Get('tasks/:id/letter.pdf')
  @ApiProduces('application/pdf')
  @pdf
  async preview(@Me() me: Colleague, @Task() taskId: string, @Res() response: Response): Promise<void> {
    await send(response, await previewLetter(this.platform, me, taskId), 'inline; filename="letter.pdf"');
  }

  @Post('tasks/:id/letter/print')
  @AnswersCreated(PrintedLetter)
  async print(@Me() me: Colleague, @Task() taskId: string): Promise<PrintedLetter> {
    const { task } = await gatherTask(this.platform, me.agencyId, taskId);
    return printOne(this.platform, me, { ...task, taskKey: task.key });
  }

  /** The statement of a lost card, for the client to sign. */
  @Post('files/:id/letters/lost-card')
  @AnswersCreated(PrintedLetter)
  printLostCard(@Me() me: Colleague, @File() id: string): Promise<PrintedLetter> {
    return printOne(this.platform, me, { fileId: id, template: 'lost_card', taskKey: null });
  }

  @Post('files/:id/letters/:letterId/link')
  @HttpCode(200)
  @Answers(LetterLink)
  link(
    @Me() me: Colleague,
    @File() id: string,
    @Param('letterId', new KnownId('letter')) letterId: string,
  ): Promise<LetterLink> {
    return linkToLetter(this.platform, me, id, letterId);
  }

  /** The mandate to be signed. */
  @Post('files/:id/mandate/print')
  @AnswersCreated(PrintedLetter)
  printMandate(@Me() me: Colleague, @File() id: string): Promise<PrintedLetter> {
    return printMandate(this.platform, me, id);
  }

  @Post('files/:id/mandates')
  @AnswersCreated(FileLetters)
  async record(
    @Me() me: Colleague,
    @File() id: string,
    @Body({ schema: RecordMandate }) body: RecordMandate,
  ): Promise<FileLetters> {
    await recordMandate(this.platform, me, id, body);
    return readFileLetters(this.platform, me, id);
  }

  @Post('files/:id/mandates/:mandateId/end')
  @HttpCode(200)
  @Answers(FileLetters)
  async end(
    @Me() me: Colleague,
    @File() id: string,
    @Param('mandateId', new KnownId('mandate')) mandateId: string,
    @Body({ schema: EndMandate }) body: EndMandate,
  ): Promise<FileLetters> {
    await endMandate(this.platform, me, id, mandateId, body);
    return readFileLetters(this.platform, me, id);
  }

  /** The scan itself as the body: a picture or a PDF. */
  @Put('files/:id/mandates/:mandateId/scan')
  @ApiConsumes('image/jpeg', 'image/png', 'application/pdf')
  @Answers(FileLetters)
  async scan(
    @Me() me: Colleague,
    @File() id: string,
    @Param('mandateId', new KnownId('mandate')) mandateId: string,
    @Query({ schema: ScanMandateQuery }) { noNumberShown }: ScanMandateQuery,
    @Req() request: IncomingMessage,
  ): Promise<FileLetters> {
    await scanMandate(this.platform, me, { fileId: id, mandateId, noNumberShown }, request);
    return readFileLetters(this.platform, me, id);
  }

  /** The whole file as one PDF, in the order in which it happened. */
  @Get('files/:id/proof-pack.pdf')
  @ApiProduces('application/pdf')
  @pdf
  async pack(@Me() me: Colleague, @File() id: string, @Res() response: Response): Promise<void> {
    const { reference, ...made } = await proofPack(this.platform, me, id);
    await send(response, made, `attachment; filename="${reference}.pdf"`);
  }
}

type Made = { bytes: NodeJS.ReadableStream; size: number; done: () => Promise<void> };

async function send(response: Response, { bytes, size, done }: Made, disposition: string): Promise<void> {
  response.set({
    'Content-Type': 'application/pdf',
    'Content-Length': String(size),
    'Content-Disposition': disposition,
    'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  try {
    await pipeline(bytes, response);
  } catch (error) {
    // Whoever goes away while it is sent is no fault of ours.
    if (!response.destroyed) throw error;
  } finally {
    await done();
  }
}

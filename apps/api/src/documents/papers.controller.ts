import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import {
  CheckingRound,
  CheckingRoundQuery,
  PaperChange,
  PaperList,
  RejectPaper,
  VerifyPaper,
} from '@suivi/contracts/papers';
import type { IncomingMessage } from 'node:http';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers, AnswersCreated } from '../platform/documented.ts';
import { KnownId } from '../platform/known-id.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { readCheckingRound } from './checking-round.ts';
import { judgePaper } from './judge-paper.ts';
import { readPapers } from './read-papers.ts';
import { removePaper, restorePaper } from './remove-paper.ts';
import { uploadPaper } from './upload-paper.ts';

const KnownPaper = () => Param('id', new KnownId('paper'));

@Controller()
export class PapersController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get('files/:id/papers')
  @Answers(PaperList)
  list(@Me() me: Colleague, @Param('id', new KnownId('file')) id: string): Promise<PaperList> {
    return readPapers(this.platform, me, id);
  }

  @Post('files/:id/papers')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    description:
      'The fields first (see UploadFields in packages/contracts/src/papers.ts), then the files of one paper.',
    schema: {
      type: 'object',
      required: ['id', 'document', 'files'],
      properties: {
        id: { type: 'string', format: 'uuid' },
        document: { type: 'string' },
        member: { type: 'string' },
        noNumberShown: { type: 'string', enum: ['true', 'false'] },
        replaces: { type: 'string', format: 'uuid' },
        files: { type: 'array', items: { type: 'string', format: 'binary' } },
      },
    },
  })
  @AnswersCreated(PaperChange)
  upload(
    @Me() me: Colleague,
    @Param('id', new KnownId('file')) id: string,
    @Req() request: IncomingMessage,
  ): Promise<PaperChange> {
    return uploadPaper(this.platform, me, id, request);
  }

  @Post('papers/:id/verify')
  @HttpCode(200)
  @Answers(PaperChange)
  verify(
    @Me() me: Colleague,
    @KnownPaper() id: string,
    @Body({ schema: VerifyPaper }) verdict: VerifyPaper,
  ): Promise<PaperChange> {
    return judgePaper(this.platform, me, id, { type: 'document_verified', ...verdict });
  }

  @Post('papers/:id/reject')
  @HttpCode(200)
  @Answers(PaperChange)
  reject(
    @Me() me: Colleague,
    @KnownPaper() id: string,
    @Body({ schema: RejectPaper }) verdict: RejectPaper,
  ): Promise<PaperChange> {
    return judgePaper(this.platform, me, id, { type: 'document_rejected', ...verdict });
  }

  @Post('papers/:id/remove')
  @HttpCode(200)
  @Answers(PaperChange)
  remove(@Me() me: Colleague, @KnownPaper() id: string): Promise<PaperChange> {
    return removePaper(this.platform, me, id);
  }

  @Post('papers/:id/restore')
  @HttpCode(200)
  @Answers(PaperChange)
  restore(@Me() me: Colleague, @KnownPaper() id: string): Promise<PaperChange> {
    return restorePaper(this.platform, me, id);
  }

  @Get('rounds/checks')
  @Answers(CheckingRound)
  checks(
    @Me() me: Colleague,
    @Query({ schema: CheckingRoundQuery }) query: CheckingRoundQuery,
  ): Promise<CheckingRound> {
    return readCheckingRound(this.platform, me, query);
  }
}

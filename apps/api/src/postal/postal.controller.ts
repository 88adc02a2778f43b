import { Body, Controller, Get, HttpCode, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { NumberQuery, NumberUse, PostRound, PostRoundQuery, PrintRound } from '@suivi/contracts/post';
import type { Response } from 'express';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { printLetters } from '../letters/print-letters.ts';
import { Answers } from '../platform/documented.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { readNumberUse } from './number-use.ts';
import { readPostRound } from './post-round.ts';

@Controller('rounds/post')
export class PostRoundController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get()
  @Answers(PostRound)
  round(@Me() me: Colleague, @Query({ schema: PostRoundQuery }) query: PostRoundQuery): Promise<PostRound> {
    return readPostRound(this.platform, me, query);
  }

  /** All of them as one PDF, in this order; each is filed on its client's file. What is filed so far, the round says meanwhile. */
  @Post('print')
  @HttpCode(200)
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'The letters, one after the other', content: { 'application/pdf': {} } })
  async print(
    @Me() me: Colleague,
    @Body({ schema: PrintRound }) { taskIds }: PrintRound,
    @Res() response: Response,
  ): Promise<void> {
    const run = await printLetters(this.platform, me, taskIds);
    try {
      if (run.pdf === null) throw nothingPrinted(run.blocked.length);
      response.set({
        'Content-Type': 'application/pdf',
        'Content-Length': String(run.pdf.size),
        'Content-Disposition': 'inline; filename="letters.pdf"',
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      });
      await pipeline(createReadStream(run.pdf.path), response).catch((error: unknown) => {
        // Whoever goes away while it is sent is no fault of ours; the letters are filed.
        if (!response.destroyed) throw error;
      });
    } finally {
      await run.done();
    }
  }

  @Get('number')
  @Answers(NumberUse)
  number(
    @Me() me: Colleague,
    @Query({ schema: NumberQuery }) { number }: z.infer<typeof NumberQuery>,
  ): Promise<NumberUse> {
    return readNumberUse(this.platform, me.agencyId, number);
  }
}

const nothingPrinted = (blocked: number) =>
  blocked === 0
    ? new Problem(409, 'nothing_to_print', {
        en: 'None of these letters is due any more: somebody has posted them. Look at the round again.',
        fr: 'Aucune de ces lettres n’est plus à envoyer : quelqu’un l’a fait. Regardez de nouveau la tournée.',
      })
    : new Problem(409, 'nothing_to_print', {
        en: 'None of these letters can be printed. Each says in its line what is missing.',
        fr: 'Aucune de ces lettres ne peut être imprimée. Chaque ligne dit ce qui manque.',
      });

import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { AheadList, AheadQuery } from '@suivi/contracts/ahead';
import { MessageText } from '@suivi/contracts/messages';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { letterAhead } from '../emails/letter-ahead.ts';
import { readStoredFile } from '../files/stored-file.ts';
import { Answers, AnswersNothing } from '../platform/documented.ts';
import { KnownId } from '../platform/known-id.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import { holdAhead, releaseAhead } from './hold-ahead.ts';
import { listAhead } from './list-ahead.ts';

/** What will fall due if nothing happens, over all files; and the emails among it, by their key, planned or not. */
@Controller()
export class AheadController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get('ahead')
  @Answers(AheadList)
  list(@Me() me: Colleague, @Query({ schema: AheadQuery }) query: AheadQuery): Promise<AheadList> {
    return listAhead(this.platform, me, query);
  }

  @Get('files/:id/emails/:key')
  @Answers(MessageText)
  read(
    @Me() me: Colleague,
    @Param('id', new KnownId('file')) id: string,
    @Param('key') key: string,
  ): Promise<MessageText> {
    const { database, keys } = this.platform;
    return database.asAgency(me.agencyId, async (tx) => {
      const stored = await readStoredFile(tx, keys, id);
      if (!stored) throw notFound('file');
      return letterAhead(tx, stored, key);
    });
  }

  @Post('files/:id/emails/:key/hold')
  @HttpCode(204)
  @AnswersNothing()
  hold(@Me() me: Colleague, @Param('id', new KnownId('file')) id: string, @Param('key') key: string): Promise<void> {
    return holdAhead(this.platform, me, id, key);
  }

  @Post('files/:id/emails/:key/release')
  @HttpCode(204)
  @AnswersNothing()
  release(@Me() me: Colleague, @Param('id', new KnownId('file')) id: string, @Param('key') key: string): Promise<void> {
    return releaseAhead(this.platform, me, id, key);
  }
}

import { Controller, Get, Inject, Query } from '@nestjs/common';
import { NumberQuery, NumberUse, PostRound, PostRoundQuery } from '@suivi/contracts/post';
import type { z } from 'zod';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers } from '../platform/documented.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { readNumberUse } from './number-use.ts';
import { readPostRound } from './post-round.ts';

@Controller('rounds/post')
export class PostRoundController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get()
  @Answers(PostRound)
  round(@Me() me: Colleague, @Query({ schema: PostRoundQuery }) query: PostRoundQuery): Promise<PostRound> {
    return readPostRound(this.platform, me, query, () => Promise.resolve([]));
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

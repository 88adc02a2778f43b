import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { CallRound, CallRoundQuery, CallToMake } from '@suivi/contracts/calls';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers } from '../platform/documented.ts';
import { KnownId } from '../platform/known-id.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { readCallRound } from './call-round.ts';
import { readCallToMake } from './call-to-make.ts';

/** The round of calls to 3646. A call that was made is recorded as an event of its file, as everywhere. */
@Controller('rounds/calls')
export class CallsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get()
  @Answers(CallRound)
  round(@Me() me: Colleague, @Query({ schema: CallRoundQuery }) query: CallRoundQuery): Promise<CallRound> {
    return readCallRound(this.platform, me, query);
  }

  @Get(':taskId')
  @Answers(CallToMake)
  call(@Me() me: Colleague, @Param('taskId', new KnownId('task')) taskId: string): Promise<CallToMake> {
    return readCallToMake(this.platform, me, taskId);
  }
}

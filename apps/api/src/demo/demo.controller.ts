import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { AdvanceDemo, DemoClock } from '@suivi/contracts/demo';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers } from '../platform/documented.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { readDemoClock, startAdvance } from './demo-clock.ts';

@Controller('demo')
export class DemoController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get()
  @Answers(DemoClock)
  read(@Me() me: Colleague): Promise<DemoClock> {
    return this.platform.database.asAgency(me.agencyId, readDemoClock);
  }

  @Post('advance')
  @HttpCode(200)
  @Answers(DemoClock)
  async advance(@Me() me: Colleague, @Body({ schema: AdvanceDemo }) { days }: AdvanceDemo): Promise<DemoClock> {
    const clock = await this.platform.database.asAgency(me.agencyId, (tx) => startAdvance(tx, days));
    this.platform.wakeRelay();
    return clock;
  }
}

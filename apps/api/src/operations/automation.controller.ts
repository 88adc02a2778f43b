import { Controller, Get, Inject } from '@nestjs/common';
import { Automation } from '@suivi/contracts/automation';
import { Me, Roles } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers } from '../platform/documented.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { QUEUES_ON_DEMAND } from './queues-on-demand.ts';
import type { QueuesOnDemand } from './queues-on-demand.ts';
import { readAutomation } from './read-automation.ts';

@Controller('automation')
export class AutomationController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QUEUES_ON_DEMAND) private readonly queues: QueuesOnDemand,
  ) {}

  @Get()
  @Roles('admin')
  @Answers(Automation)
  read(@Me() me: Colleague): Promise<Automation> {
    return readAutomation(this.platform, this.queues, me.agencyId);
  }
}

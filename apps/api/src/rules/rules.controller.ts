import { Controller, Get, Inject, Query } from '@nestjs/common';
import { TouchedFiles, TouchedQuery } from '@suivi/contracts/rules';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers } from '../platform/documented.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { SaidInPlans } from './said-in-plans.ts';
import { touchedFiles } from './touched-files.ts';

@Controller('rules')
export class RulesController {
  private readonly saidInPlans: SaidInPlans;

  constructor(@Inject(PLATFORM) private readonly platform: Platform) {
    this.saidInPlans = new SaidInPlans(platform);
  }

  @Get('touched')
  @Answers(TouchedFiles)
  touched(@Me() me: Colleague, @Query({ schema: TouchedQuery }) { rule }: TouchedQuery): Promise<TouchedFiles> {
    return touchedFiles(this.platform, this.saidInPlans, me.agencyId, rule);
  }
}

import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { EnterAbsence, Workload } from '@suivi/contracts/absences';
import { Me, Roles } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers, AnswersNothing } from '../platform/documented.ts';
import { KnownId } from '../platform/known-id.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { endAbsence, enterAbsence } from './enter-absence.ts';
import { readWorkload } from './workload.ts';

/** Everybody enters their own absence; a lead or an admin anybody's, for whoever cannot. */
@Controller()
export class AbsencesController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Put('me/absence')
  @HttpCode(204)
  @AnswersNothing()
  enterMine(@Me() me: Colleague, @Body({ schema: EnterAbsence }) absence: EnterAbsence): Promise<void> {
    return enterAbsence(this.platform, me, me.userId, absence);
  }

  @Delete('me/absence')
  @HttpCode(204)
  @AnswersNothing()
  endMine(@Me() me: Colleague): Promise<void> {
    return endAbsence(this.platform, me, me.userId);
  }

  @Put('members/:id/absence')
  @Roles('lead', 'admin')
  @HttpCode(204)
  @AnswersNothing()
  enter(
    @Me() me: Colleague,
    @Param('id', new KnownId('person')) id: string,
    @Body({ schema: EnterAbsence }) absence: EnterAbsence,
  ): Promise<void> {
    return enterAbsence(this.platform, me, id, absence);
  }

  @Delete('members/:id/absence')
  @Roles('lead', 'admin')
  @HttpCode(204)
  @AnswersNothing()
  end(@Me() me: Colleague, @Param('id', new KnownId('person')) id: string): Promise<void> {
    return endAbsence(this.platform, me, id);
  }

  @Get('members/:id/workload')
  @Answers(Workload)
  workload(@Me() me: Colleague, @Param('id', new KnownId('person')) id: string): Promise<Workload> {
    return readWorkload(this.platform, me, id);
  }
}

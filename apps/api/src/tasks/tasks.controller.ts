import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { AssignTask, SnoozeTask, WorkList, WorkListQuery } from '@suivi/contracts/tasks';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers, AnswersNothing } from '../platform/documented.ts';
import { KnownId } from '../platform/known-id.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { assignTask } from './assign-task.ts';
import { snoozeTask } from './snooze-task.ts';
import { readWorkList } from './work-list.ts';

@Controller()
export class TasksController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get('work')
  @Answers(WorkList)
  work(@Me() me: Colleague, @Query({ schema: WorkListQuery }) query: WorkListQuery): Promise<WorkList> {
    return readWorkList(this.platform, me, query);
  }

  @Post('tasks/:id/snooze')
  @HttpCode(204)
  @AnswersNothing()
  snooze(
    @Me() me: Colleague,
    @Param('id', new KnownId('task')) id: string,
    @Body({ schema: SnoozeTask }) { until, was }: SnoozeTask,
  ): Promise<void> {
    return snoozeTask(this.platform, me, id, until, was);
  }

  @Post('tasks/:id/assign')
  @HttpCode(204)
  @AnswersNothing()
  assign(
    @Me() me: Colleague,
    @Param('id', new KnownId('task')) id: string,
    @Body({ schema: AssignTask }) { assignee, was }: AssignTask,
  ): Promise<void> {
    return assignTask(this.platform, me, id, assignee, was);
  }
}

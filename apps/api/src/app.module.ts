import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { AuthModule } from '@thallesp/nestjs-better-auth';
import { AUTH } from './accounts/auth.ts';
import type { Auth } from './accounts/auth.ts';
import { MeController } from './accounts/me.controller.ts';
import { SessionGuard } from './accounts/session.guard.ts';
import { AbsencesController } from './absences/absences.controller.ts';
import { AheadController } from './ahead/ahead.controller.ts';
import { ArrivalsController } from './arrivals/arrivals.controller.ts';
import { CallsController } from './calls/calls.controller.ts';
import { BulkController } from './bulk/bulk.controller.ts';
import { CaissesController } from './caisses/caisses.controller.ts';
import { DemoController } from './demo/demo.controller.ts';
import { PapersController } from './documents/papers.controller.ts';
import { MessagesController } from './emails/messages.controller.ts';
import { ExportsController } from './exports/exports.controller.ts';
import { FileListController } from './files/file-list.controller.ts';
import { FilesController } from './files/files.controller.ts';
import { ImportsController } from './imports/imports.controller.ts';
import { ObjectsController } from './objects/objects.controller.ts';
import { LettersController } from './letters/letters.controller.ts';
import { NotesController } from './notes/notes.controller.ts';
import { AutomationController } from './operations/automation.controller.ts';
import { HealthController } from './operations/health.controller.ts';
import { QUEUES_ON_DEMAND, queuesOnDemand } from './operations/queues-on-demand.ts';
import { openQueueStore } from './outbox/queue-store.ts';
import { LARGEST_BODY } from './platform/large-bodies.ts';
import { PLATFORM } from './platform/platform.ts';
import type { Platform } from './platform/platform.ts';
import { ProblemFilter } from './platform/problem.filter.ts';
import { validation } from './platform/validation.ts';
import { PlaybookController } from './playbook/playbook.controller.ts';
import { PostRoundController } from './postal/postal.controller.ts';
import { PresenceController } from './presence/presence.controller.ts';
import { ReceiptsController } from './postal/receipts/receipts.controller.ts';
import { RulesController } from './rules/rules.controller.ts';
import { TasksController } from './tasks/tasks.controller.ts';
import { ViewsController } from './views/views.controller.ts';

/** No person works this fast; a program that reads every file of an agency does. */
const REQUESTS_A_MINUTE = 1_200;

@Module({})
export class AppModule {
  /** The API's routes, on a platform that is open. */
  static on(platform: Platform, auth: Auth): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: REQUESTS_A_MINUTE }]),
        AuthModule.forRoot({
          auth,
          disableGlobalAuthGuard: true,
          disableTrustedOriginsCors: true,
          bodyParser: { json: { limit: LARGEST_BODY }, urlencoded: { enabled: false } },
        }),
      ],
      controllers: [
        MeController,
        FileListController,
        FilesController,
        ViewsController,
        BulkController,
        ExportsController,
        TasksController,
        NotesController,
        PresenceController,
        AbsencesController,
        AheadController,
        ArrivalsController,
        MessagesController,
        CaissesController,
        CallsController,
        PostRoundController,
        ReceiptsController,
        RulesController,
        PlaybookController,
        DemoController,
        ImportsController,
        LettersController,
        AutomationController,
        ObjectsController,
        PapersController,
        HealthController,
      ],
      providers: [
        { provide: PLATFORM, useValue: platform },
        { provide: AUTH, useValue: auth },
        {
          provide: QUEUES_ON_DEMAND,
          useFactory: () => queuesOnDemand(() => openQueueStore(platform.config.QUEUE_URL, { log: platform.log })),
        },
        { provide: APP_GUARD, useClass: ThrottlerGuard },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_PIPE, useFactory: validation },
        { provide: APP_FILTER, useFactory: () => new ProblemFilter(platform.log) },
      ],
      exports: [PLATFORM, AUTH, QUEUES_ON_DEMAND],
    };
  }
}

import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { PlaybookView, PublishPlaybook, Rehearsal, StartRehearsal } from '@suivi/contracts/playbook';
import { Me, Roles } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers, AnswersCreated } from '../platform/documented.ts';
import { KnownId } from '../platform/known-id.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { publishPlaybook } from './publish-playbook.ts';
import { readPlaybook } from './read-playbook.ts';
import { readRehearsalView } from './rehearsal-record.ts';
import { startRehearsal } from './start-rehearsal.ts';

@Controller('playbook')
export class PlaybookController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get()
  @Answers(PlaybookView)
  read(@Me() me: Colleague): Promise<PlaybookView> {
    return readPlaybook(this.platform, me.agencyId);
  }

  @Post('rehearsals')
  @Roles('lead', 'admin')
  @AnswersCreated(Rehearsal)
  async rehearse(
    @Me() me: Colleague,
    @Body({ schema: StartRehearsal }) { settings }: StartRehearsal,
  ): Promise<Rehearsal> {
    const id = await startRehearsal(this.platform, me, settings);
    return readRehearsalView(this.platform, me.agencyId, id);
  }

  @Get('rehearsals/:id')
  @Roles('lead', 'admin')
  @Answers(Rehearsal)
  readRehearsal(@Me() me: Colleague, @Param('id', new KnownId('rehearsal')) id: string): Promise<Rehearsal> {
    return readRehearsalView(this.platform, me.agencyId, id);
  }

  @Post('publish')
  @HttpCode(200)
  @Roles('lead', 'admin')
  @Answers(PlaybookView)
  publish(@Me() me: Colleague, @Body({ schema: PublishPlaybook }) asked: PublishPlaybook): Promise<PlaybookView> {
    return publishPlaybook(this.platform, me, asked);
  }
}

import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { Beat, Presence } from '@suivi/contracts/presence';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers } from '../platform/documented.ts';
import { KnownId } from '../platform/known-id.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { keepPresence } from './keep-presence.ts';

@Controller()
export class PresenceController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Post('files/:id/presence')
  @HttpCode(200)
  @Answers(Presence)
  beat(
    @Me() me: Colleague,
    @Param('id', new KnownId('file')) id: string,
    @Body({ schema: Beat }) beat: Beat,
  ): Promise<Presence> {
    return keepPresence(this.platform, me, id, beat);
  }
}

import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { MessageText } from '@suivi/contracts/messages';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers, AnswersNothing } from '../platform/documented.ts';
import { KnownId } from '../platform/known-id.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { readMessageText } from './message-text.ts';
import { holdMessage, releaseMessage, resendMessage } from './hold-and-release.ts';

@Controller('messages')
export class MessagesController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get(':id')
  @Answers(MessageText)
  read(@Me() me: Colleague, @Param('id', new KnownId('email')) id: string): Promise<MessageText> {
    return readMessageText(this.platform, me.agencyId, id);
  }

  @Post(':id/hold')
  @HttpCode(204)
  @AnswersNothing()
  hold(@Me() me: Colleague, @Param('id', new KnownId('email')) id: string): Promise<void> {
    return holdMessage(this.platform, me, id);
  }

  @Post(':id/release')
  @HttpCode(204)
  @AnswersNothing()
  release(@Me() me: Colleague, @Param('id', new KnownId('email')) id: string): Promise<void> {
    return releaseMessage(this.platform, me, id);
  }

  @Post(':id/resend')
  @HttpCode(204)
  @AnswersNothing()
  resend(@Me() me: Colleague, @Param('id', new KnownId('email')) id: string): Promise<void> {
    return resendMessage(this.platform, me, id);
  }
}

import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ArrivalsPreview, PreviewArrivals } from '@suivi/contracts/arrivals';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers } from '../platform/documented.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { previewArrivals } from './preview-arrivals.ts';

/** The round of what came. It is recorded like any other event, file by file. */
@Controller('rounds/arrivals')
export class ArrivalsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Post('preview')
  @HttpCode(200)
  @Answers(ArrivalsPreview)
  preview(@Me() me: Colleague, @Body({ schema: PreviewArrivals }) asked: PreviewArrivals): Promise<ArrivalsPreview> {
    return previewArrivals(this.platform, me, asked);
  }
}

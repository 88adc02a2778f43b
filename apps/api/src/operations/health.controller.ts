import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Response } from 'express';
import { OpenToAll } from '../accounts/person.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { readReadiness, type Readiness } from './readiness.ts';

/** For whoever watches the process. Says nothing that is not in the open anyway. */
@ApiExcludeController()
@OpenToAll()
@SkipThrottle()
@Controller('health')
export class HealthController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** The process runs. */
  @Get('live')
  live() {
    return { live: true };
  }

  /** It can do its work: 503 otherwise. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const readiness = await readReadiness(this.platform.database);
    if (!readiness.ready) response.status(503).setHeader('Retry-After', '5');
    return readiness;
  }
}

import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { BulkOutcome, BulkPreview, MatchingFiles, PreviewBulk, RunBulk, UndoBulk } from '@suivi/contracts/bulk';
import { FileListQuery } from '@suivi/contracts/files';
import { Me, Roles } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers } from '../platform/documented.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { matchingFiles } from './matching-files.ts';
import { previewBulk } from './preview-bulk.ts';
import { runBulk } from './run-bulk.ts';
import { undoBulk } from './undo-bulk.ts';

/** Many files at once: for leads and admins. */
@Controller('bulk')
@Roles('lead', 'admin')
export class BulkController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get('matching')
  @Answers(MatchingFiles)
  matching(@Me() me: Colleague, @Query({ schema: FileListQuery }) query: FileListQuery): Promise<MatchingFiles> {
    return matchingFiles(this.platform, me.agencyId, query);
  }

  @Post('preview')
  @HttpCode(200)
  @Answers(BulkPreview)
  preview(@Me() me: Colleague, @Body({ schema: PreviewBulk }) asked: PreviewBulk): Promise<BulkPreview> {
    return previewBulk(this.platform, me, asked);
  }

  @Post('run')
  @HttpCode(200)
  @Answers(BulkOutcome)
  run(@Me() me: Colleague, @Body({ schema: RunBulk }) asked: RunBulk): Promise<BulkOutcome> {
    return runBulk(this.platform, me, asked);
  }

  @Post('undo')
  @HttpCode(200)
  @Answers(BulkOutcome)
  undo(@Me() me: Colleague, @Body({ schema: UndoBulk }) asked: UndoBulk): Promise<BulkOutcome> {
    return undoBulk(this.platform, me, asked);
  }
}

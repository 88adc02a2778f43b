import { Controller, Get, Inject, Query } from '@nestjs/common';
import { FileList, FileListQuery } from '@suivi/contracts/files';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers } from '../platform/documented.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { listFiles } from './file-list.ts';

@Controller('files')
export class FileListController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get()
  @Answers(FileList)
  list(@Me() me: Colleague, @Query({ schema: FileListQuery }) query: FileListQuery): Promise<FileList> {
    return listFiles(this.platform, me.agencyId, query);
  }
}

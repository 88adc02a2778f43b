import { Body, Controller, Header, HttpCode, Inject, Post, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { ExportFiles } from '@suivi/contracts/views';
import { Readable } from 'node:stream';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { auditExport, filesCsv } from './write-files-csv.ts';

@Controller('exports')
export class ExportsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Post('files.csv')
  @HttpCode(200)
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="files.csv"')
  @ApiProduces('text/csv')
  async files(@Me() me: Colleague, @Body({ schema: ExportFiles }) asked: ExportFiles): Promise<StreamableFile> {
    await auditExport(this.platform, me, asked);
    return new StreamableFile(Readable.from(filesCsv(this.platform, me, asked)));
  }
}

import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { CorrectImport, ImportView, MapImport, NewImport, RunImport } from '@suivi/contracts/imports';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers, AnswersCreated, AnswersNothing } from '../platform/documented.ts';
import { KnownId } from '../platform/known-id.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import { mapImport, removeImport, startImport } from './change-import.ts';
import { correctRow, dropRow } from './correct-rows.ts';
import { createImport } from './create-import.ts';
import { writeFaultsCsv } from './faults-csv.ts';
import { readImportView } from './import-view.ts';

const Known = () => Param('id', new KnownId('import'));

@Controller('imports')
export class ImportsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Post()
  @AnswersCreated(ImportView)
  async create(@Me() me: Colleague, @Body({ schema: NewImport }) upload: NewImport): Promise<ImportView> {
    const id = await createImport(this.platform, me, upload);
    return readImportView(this.platform, me.agencyId, id);
  }

  @Get(':id')
  @Answers(ImportView)
  read(@Me() me: Colleague, @Known() id: string): Promise<ImportView> {
    return readImportView(this.platform, me.agencyId, id);
  }

  @Put(':id/mapping')
  @Answers(ImportView)
  async map(
    @Me() me: Colleague,
    @Known() id: string,
    @Body({ schema: MapImport }) mapping: MapImport,
  ): Promise<ImportView> {
    await mapImport(this.platform, me, id, mapping);
    return readImportView(this.platform, me.agencyId, id);
  }

  @Patch(':id/rows')
  @Answers(ImportView)
  async correct(
    @Me() me: Colleague,
    @Known() id: string,
    @Body({ schema: CorrectImport }) correction: CorrectImport,
  ): Promise<ImportView> {
    await correctRow(this.platform, me, id, correction);
    return readImportView(this.platform, me.agencyId, id);
  }

  @Delete(':id/rows/:line')
  @Answers(ImportView)
  async drop(@Me() me: Colleague, @Known() id: string, @Param('line') line: string): Promise<ImportView> {
    if (!/^\d{1,6}$/.test(line)) throw notFound('import');
    await dropRow(this.platform, me, id, Number(line));
    return readImportView(this.platform, me.agencyId, id);
  }

  @Post(':id/run')
  @HttpCode(200)
  @Answers(ImportView)
  async run(
    @Me() me: Colleague,
    @Known() id: string,
    @Body({ schema: RunImport }) run: RunImport,
  ): Promise<ImportView> {
    await startImport(this.platform, me, id, run);
    return readImportView(this.platform, me.agencyId, id);
  }

  @Get(':id/faults.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="faults.csv"')
  @ApiProduces('text/csv')
  faults(@Me() me: Colleague, @Known() id: string): Promise<string> {
    return writeFaultsCsv(this.platform, me, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @AnswersNothing()
  remove(@Me() me: Colleague, @Known() id: string): Promise<void> {
    return removeImport(this.platform, me, id);
  }
}

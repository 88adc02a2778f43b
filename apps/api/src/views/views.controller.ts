import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { ChangeView, NewView, ViewList } from '@suivi/contracts/views';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers, AnswersCreated, AnswersNothing } from '../platform/documented.ts';
import { KnownId } from '../platform/known-id.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { listViews } from './list-views.ts';
import { changeView, deleteView, saveView } from './save-view.ts';

const Known = () => Param('id', new KnownId('view'));

@Controller('views')
export class ViewsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get()
  @Answers(ViewList)
  list(@Me() me: Colleague): Promise<ViewList> {
    return listViews(this.platform, me);
  }

  @Post()
  @AnswersCreated(ViewList)
  async save(@Me() me: Colleague, @Body({ schema: NewView }) view: NewView): Promise<ViewList> {
    await saveView(this.platform, me, { ...view, id: view.id.toLowerCase() });
    return listViews(this.platform, me);
  }

  @Patch(':id')
  @Answers(ViewList)
  async change(
    @Me() me: Colleague,
    @Known() id: string,
    @Body({ schema: ChangeView }) change: ChangeView,
  ): Promise<ViewList> {
    await changeView(this.platform, me, id, change);
    return listViews(this.platform, me);
  }

  @Delete(':id')
  @HttpCode(204)
  @AnswersNothing()
  remove(@Me() me: Colleague, @Known() id: string): Promise<void> {
    return deleteView(this.platform, me, id);
  }
}

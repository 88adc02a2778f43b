import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import {
  Caisse,
  CaisseAddressPreview,
  CaisseView,
  EnterCaisseAddress,
  PreviewCaisseAddress,
} from '@suivi/contracts/caisses';
import { z } from 'zod';
import { Me, Roles } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers } from '../platform/documented.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { enterCaisseAddress } from './enter-address.ts';
import { listCaisses } from './list-caisses.ts';
import { previewAddress } from './preview-address.ts';
import { readCaisse } from './read-caisse.ts';

const Caisses = z.array(Caisse);

@Controller('caisses')
export class CaissesController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get()
  @Answers(Caisses)
  list(@Me() me: Colleague): Promise<Caisse[]> {
    return listCaisses(this.platform, me.agencyId);
  }

  @Get(':shortName')
  @Answers(CaisseView)
  read(@Me() me: Colleague, @Param('shortName') shortName: string): Promise<CaisseView> {
    return this.platform.database.asAgency(me.agencyId, (tx) => readCaisse(tx, shortName));
  }

  @Post(':shortName/preview')
  @Roles('admin')
  @HttpCode(200)
  @Answers(CaisseAddressPreview)
  preview(
    @Me() me: Colleague,
    @Param('shortName') shortName: string,
    @Body({ schema: PreviewCaisseAddress }) { lines }: PreviewCaisseAddress,
  ): Promise<CaisseAddressPreview> {
    return previewAddress(this.platform, me.agencyId, shortName, lines);
  }

  @Put(':shortName/address')
  @Roles('admin')
  @HttpCode(200)
  @Answers(CaisseView)
  enter(
    @Me() me: Colleague,
    @Param('shortName') shortName: string,
    @Body({ schema: EnterCaisseAddress }) asked: EnterCaisseAddress,
  ): Promise<CaisseView> {
    return enterCaisseAddress(this.platform, me, shortName, asked);
  }
}

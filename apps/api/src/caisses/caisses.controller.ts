import { Body, Controller, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { Caisse, EnterCaisseAddress } from '@suivi/contracts/caisses';
import { z } from 'zod';
import { Me, Roles } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { Answers } from '../platform/documented.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { enterCaisseAddress } from './enter-address.ts';
import { listCaisses } from './list-caisses.ts';
import { EnteredCaisseAddress } from '@suivi/contracts/caisses';

const Caisses = z.array(Caisse);

@Controller('caisses')
export class CaissesController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get()
  @Answers(Caisses)
  list(@Me() me: Colleague): Promise<Caisse[]> {
    return listCaisses(this.platform, me.agencyId);
  }

  @Put(':shortName/address')
  @Roles('admin')
  @HttpCode(200)
  @Answers(EnteredCaisseAddress)
  enter(
    @Me() me: Colleague,
    @Param('shortName') shortName: string,
    @Body({ schema: EnterCaisseAddress }) { lines }: EnterCaisseAddress,
  ): Promise<EnteredCaisseAddress> {
    return enterCaisseAddress(this.platform, me, shortName, lines);
  }
}

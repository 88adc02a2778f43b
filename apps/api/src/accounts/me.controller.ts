import { Body, Controller, Get, Inject, Patch } from '@nestjs/common';
import { ChangeMe, Me as MeSchema, MemberOfAgency } from '@suivi/contracts/me';
import type { Me as MeOfContract } from '@suivi/contracts/me';
import { z } from 'zod';
import { Answers } from '../platform/documented.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { listMembers } from './members.ts';
import { changeLanguage, readMe } from './me.ts';
import { Me, Roles, SignedIn } from './person.ts';
import type { Colleague, Person } from './person.ts';

const Members = z.array(MemberOfAgency);

@Controller()
export class MeController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get('me')
  @Roles('adviser', 'lead', 'admin', 'operator')
  @Answers(MeSchema)
  me(@SignedIn() person: Person): Promise<MeOfContract> {
    return readMe(this.platform, person);
  }

  @Patch('me')
  @Roles('adviser', 'lead', 'admin', 'operator')
  @Answers(MeSchema)
  async change(@SignedIn() person: Person, @Body({ schema: ChangeMe }) { language }: ChangeMe): Promise<MeOfContract> {
    await changeLanguage(this.platform, person, language);
    return readMe(this.platform, { ...person, language });
  }

  @Get('members')
  @Answers(Members)
  members(@Me() me: Colleague): Promise<MemberOfAgency[]> {
    return listMembers(this.platform, me.agencyId);
  }
}

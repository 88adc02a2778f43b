import { randomUUID } from 'node:crypto';
import { NewFile } from '@suivi/contracts/files';
import type { Role } from '@suivi/contracts/me';
import type { Colleague } from '../src/accounts/person.ts';
import { createFile } from '../src/files/create-file.ts';
import type { Platform } from '../src/platform/platform.ts';
import { Problem } from '../src/platform/problem.ts';
import type { Owner } from './agencies.ts';

export type TwoPeople = { me: Colleague; colleague: Colleague; fileId: string };

/** An agency on 21 May 2026 with two advisers, and a client's file of the first. */
export async function twoPeople(platform: Platform, owner: Owner): Promise<TwoPeople> {
  const agency = await owner.agency({ demo: true, demoDay: '2026-05-21' });
  const me: Colleague = {
    ...agency,
    name: 'Ada Viser',
    email: 'ada@example.org',
    role: 'adviser',
    mayOperate: false,
    language: 'en',
  };
  const colleague = await another(owner, me, 'Bo');
  const client = { firstName: 'Carol', lastName: 'Washburn', email: 'carol@example.org' };
  const applicant = {
    category: 'employee',
    birthDate: '1990-01-01',
    birthCountry: 'US',
    nationalities: ['US'],
    language: 'en',
    address: { postcode: '24000' },
  };
  return { me, colleague, fileId: (await createFile(platform, me, NewFile.parse({ client, applicant }))).id };
}

/** One more person of the same agency. */
export async function another(owner: Owner, me: Colleague, name: string, role: Role = 'adviser'): Promise<Colleague> {
  const colleague = { ...me, userId: randomUUID(), name, role };
  await owner.query('INSERT INTO members (agency_id, user_id, role, name, email) VALUES ($1, $2, $3, $4, $5)', [
    me.agencyId,
    colleague.userId,
    role,
    name,
    `${name.toLowerCase()}@example.org`,
  ]);
  return colleague;
}

/** The refusal that a request meets; null when it is done. */
export const problemOf = (promise: Promise<unknown>): Promise<Problem | null> =>
  promise.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Problem) return error;
      throw error;
    },
  );
export const typeOf = async (promise: Promise<unknown>) => {
  const problem = await problemOf(promise);
  return problem && `${problem.status} ${problem.type}`;
};

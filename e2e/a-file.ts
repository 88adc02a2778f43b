import type { Page } from '@playwright/test';
import { ask } from './signed-in.ts';

type Event = { type: string; on: string; [more: string]: unknown };
type Change = { version: number };
type Task = { key: string; state: string; dueOn: string; payload: { documents?: { document: string }[] } };
export type FileSeen = {
  id: string;
  version: number;
  tasks: Task[];
  input: { events: Event[] };
  messages: { key: string; state: string; sendOn: string }[];
};
/** A client of one test alone: what it does to the file, no other test sees. */
export type AFile = { id: string; name: string; email: string; reference: string };

const plainApplicant = {
  category: 'employee',
  birthDate: '1985-03-14',
  birthCountry: 'IE',
  nationalities: ['IE'],
  language: 'en',
  arrivedOn: '2026-01-05',
  activityStartsOn: '2026-01-05',
  address: { postcode: '24000', city: 'Périgueux' },
  birthCertificate: { country: 'IE', language: 'en' },
};

let files = 0;
const seed = Date.now().toString(36);

/** Opens a file on the demo's day and records what happened to it. */
export async function aFile(
  page: Page,
  lastName: string,
  events: readonly Event[] = [],
  applicant: object = {},
): Promise<AFile> {
  const own = `${lastName.toLowerCase()}-${seed}-${++files}`;
  const client = {
    firstName: 'Test',
    lastName: `${lastName}-${seed}${files}`,
    email: `${own}@example.org`,
    street: '3 rue du Port',
  };
  const { id, reference } = await ask<{ id: string; reference: string }>(page, 'POST', '/api/files', {
    client,
    applicant: { ...plainApplicant, ...applicant },
  });
  const file = { id, reference, name: `${client.firstName} ${client.lastName}`, email: client.email };
  await happened(page, file, events);
  return file;
}

/** Records events on a file as a colleague would, elsewhere. */
export async function happened(page: Page, { id }: AFile, events: readonly Event[]) {
  let { version } = await ask<FileSeen>(page, 'GET', `/api/files/${id}`);
  for (const event of events) {
    const body = { event: { id: crypto.randomUUID(), ...event }, expectedVersion: version, history: true };
    ({ version } = await ask<Change>(page, 'POST', `/api/files/${id}/events`, body));
  }
}

export const seen = (page: Page, { id }: AFile) => ask<FileSeen>(page, 'GET', `/api/files/${id}`);

/** CPAM has had the file for thirty days: a call is due today. */
export const aFileToCallAbout = (page: Page, lastName: string) =>
  aFile(page, lastName, [
    { type: 'file_submitted', on: '2026-04-16', method: 'registered_post' },
    { type: 'post_delivered', on: '2026-04-21' },
  ]);

/** All is verified but the proof of stable residence, which cannot exist before the end of June: then it is asked for. */
export async function aFileToWaitFor(page: Page, lastName: string): Promise<AFile> {
  const resident = { category: 'resident', arrivedOn: '2026-04-10', activityStartsOn: null, birthCountry: 'FR' };
  const file = await aFile(page, lastName, [], { ...resident, nationalities: ['FR'], birthCertificate: null });
  for (const type of ['document_received', 'document_verified'])
    await happened(
      page,
      file,
      ['application_form', 'identity', 'rib'].map((document) => ({ type, on: '2026-05-21', document })),
    );
  return file;
}

/** Every document needed is in hand and verified: the letter is to be posted. */
export async function aFileToPost(page: Page, lastName: string): Promise<AFile> {
  const file = await aFile(page, lastName);
  const { tasks } = await seen(page, file);
  const needed = tasks.flatMap(({ payload }) => payload.documents ?? []).map(({ document }) => document);
  for (const type of ['document_received', 'document_verified'])
    await happened(
      page,
      file,
      needed.map((document) => ({ type, on: '2026-05-21', document })),
    );
  return file;
}

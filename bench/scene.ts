import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { makeTestDatabase, type TestDatabase } from '../packages/database/test/database.ts';
import type { Colleague } from '../apps/api/src/accounts/person.ts';
import { createFile } from '../apps/api/src/files/create-file.ts';
import { recordEvent } from '../apps/api/src/files/record-event.ts';
import { readConfig } from '../apps/api/src/platform/config.ts';
import { makeLog } from '../apps/api/src/platform/logging.ts';
import { openPlatform, type Platform } from '../apps/api/src/platform/platform.ts';
import type { NewFile } from '@suivi/contracts/files';

/** A Thursday with nothing special about it. */
export const DAY = '2026-05-21';

/** The administrator of the server that `npm run bench` has started for this measurement. */
export function administrator(): string {
  const url = process.env.BENCH_PG;
  if (!url) throw new Error('Run it as `npm run bench`, which starts a PostgreSQL for it.');
  return url;
}

export type Scene = {
  urls: TestDatabase;
  platform: Platform;
  /** An adviser of a demo agency whose day is DAY. */
  me: Colleague;
  /** Lets go of the database, has something done with it, and takes it up again. */
  meanwhile(work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

/** A migrated database of its own with one agency in it, reached as the application reaches it. */
export async function openScene(smtpUrl = 'smtp://127.0.0.1:1'): Promise<Scene> {
  const urls = await makeTestDatabase(administrator());
  const config = readConfig({
    DATABASE_URL: urls.app,
    ACCOUNTS_DATABASE_URL: urls.accounts,
    OWNER_DATABASE_URL: urls.owner,
    QUEUE_URL: urls.owner,
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'suivi@agency.example',
    APP_URL: 'http://localhost:3000',
    AUTH_SECRET: randomBytes(32).toString('hex'),
    ENCRYPTION_KEYS: `1:${randomBytes(32).toString('base64')}`,
    OBJECTS_URL: `file:${fs.mkdtempSync(path.join(os.tmpdir(), 'suivi-objects-'))}`,
    DEMO: '1',
    LOG_LEVEL: 'silent',
  });
  const open = () => openPlatform(config, makeLog('silent', 'bench'), 'suivi bench');
  const agencyId = randomUUID();
  const userId = randomUUID();
  const owner = new pg.Client({ connectionString: urls.owner });
  await owner.connect();
  await owner.query(
    `INSERT INTO agencies (id, name, address_lines, demo, demo_day) VALUES ($1, 'Bench', '{}', true, $2)`,
    [agencyId, DAY],
  );
  await owner.query(
    `INSERT INTO members (agency_id, user_id, role, name, email, telephone)
     VALUES ($1, $2, 'admin', 'Ada Viser', 'ada@example.org', '01 02 03 04 05')`,
    [agencyId, userId],
  );
  await owner.end();
  const me: Colleague = {
    agencyId,
    userId,
    name: 'Ada Viser',
    email: 'ada@example.org',
    role: 'admin',
    mayOperate: false,
    language: 'en',
  };
  const scene: Scene = {
    urls,
    platform: await open(),
    me,
    meanwhile: async (work) => {
      await scene.platform.database.close();
      await work();
      scene.platform = await open();
    },
    close: async () => {
      await scene.platform.database.close();
      await urls.drop();
    },
  };
  return scene;
}

const PAPERS = ['application_form', 'identity', 'rib', 'employment_contract', 'birth_certificate'] as const;

/** A file like many: an employee from Germany, papers verified, filed at the counter today. @returns its id */
export async function typicalFile({ platform, me }: Scene, n: number): Promise<string> {
  const { id } = await createFile(platform, me, {
    client: { firstName: 'Zoë', lastName: `Example ${n}`, email: `c${n}@example.org`, telephone: null, street: null },
    applicant: {
      category: 'employee',
      birthDate: '1975-04-12',
      birthCountry: 'DE',
      nationalities: ['DE'],
      language: 'en',
      arrivedOn: '2026-01-10',
      activityStartsOn: '2026-02-02',
      address: { postcode: '24000', city: 'Périgueux' },
      birthCertificate: { country: 'DE', language: 'de' },
    } as NewFile['applicant'],
    reference: null,
    adviser: null,
  });
  let version = 0;
  for (const event of [
    ...PAPERS.map((document) => ({ type: 'document_received', document })),
    ...PAPERS.map((document) => ({ type: 'document_verified', document })),
    { type: 'file_submitted', method: 'appointment' },
  ])
    version = (await record({ platform, me }, id, version, event)).version;
  return id;
}

/** Records an event of the scene's day. */
export const record = (
  { platform, me }: Pick<Scene, 'platform' | 'me'>,
  fileId: string,
  version: number,
  event: object,
) =>
  recordEvent(platform, me, fileId, {
    event: { id: randomUUID(), on: DAY, ...event },
    expectedVersion: version,
    history: false,
  });

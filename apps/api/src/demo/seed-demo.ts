import type { Database, Tx } from '@suivi/database/database';
import { openDatabase } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import type { Language } from '@suivi/rules/vocabulary';
import { randomUUID } from 'node:crypto';
import type { Auth } from '../accounts/auth.ts';
import { ensureUser } from '../accounts/create-user.ts';
import { mailDomainOf } from '../files/bring-in-line.ts';
import { insertFiles, planNewFile } from '../files/new-file.ts';
import type { NewFileContext } from '../files/new-file.ts';
import type { Platform } from '../platform/platform.ts';
import { refreshNextTask } from '../tasks/open-task.ts';
import type { DemoAdviser, DemoFile } from './demo-files.ts';
import { DEMO_DAY, DEMO_FILES } from './demo-files.ts';
import { MORE_DEMO_FILES, NEIGHBOUR_FILES } from './demo-more-files.ts';
import { contractFile, demoClient } from './plan-demo-file.ts';
import { seedDesk } from './seed-desk.ts';
import { seedScans } from './seed-scans.ts';
import { sendPastEmails } from './send-past-emails.ts';

type DemoMember = {
  key: DemoAdviser | 'admin';
  email: string;
  name: string;
  role: 'adviser' | 'lead' | 'admin';
  telephone: string;
  language: Language;
};
type DemoAgency = {
  id: string;
  name: string;
  addressLines: string[];
  telephone: string;
  members: DemoMember[];
  files: DemoFile[];
  /** Scans wait in it on the first day. */
  hasScans: boolean;
};

const member = (
  key: DemoMember['key'],
  email: string,
  name: string,
  role: DemoMember['role'],
  telephone: string,
  language: Language = 'en',
): DemoMember => ({
  key,
  email,
  name,
  role,
  telephone,
  language,
});

const AGENCIES: DemoAgency[] = [
  {
    id: '0de30000-0000-4000-8000-000000000001',
    name: 'Passerelle Relocation',
    addressLines: ['12 rue des Tilleuls', '69003 Lyon'],
    telephone: '04 72 00 00 10',
    members: [
      member('claire', 'adviser@demo.test', 'Claire Fontanel', 'adviser', '04 72 00 00 11'),
      member('idriss', 'idriss@demo.test', 'Idriss Lahlou', 'adviser', '04 72 00 00 12'),
      member('marianne', 'lead@demo.test', 'Marianne Kessler', 'lead', '04 72 00 00 13'),
      member('admin', 'admin@demo.test', 'Nadège Perrin', 'admin', '04 72 00 00 14'),
    ],
    files: [...DEMO_FILES, ...MORE_DEMO_FILES],
    hasScans: true,
  },
  {
    id: '0de30000-0000-4000-8000-000000000002',
    name: 'Cabinet Lavandier',
    addressLines: ['3 place du Marché', '67000 Strasbourg'],
    telephone: '03 88 00 00 10',
    members: [
      member('claire', 'neighbour@demo.test', 'Ulrich Lavandier', 'adviser', '03 88 00 00 11'),
      member('admin', 'neighbour-admin@demo.test', 'Odile Lavandier', 'admin', '03 88 00 00 10', 'fr'),
    ],
    files: NEIGHBOUR_FILES,
    hasScans: false,
  },
];
const OPERATOR = { email: 'operator@demo.test', name: 'Ines Operator' };

/** How many of its files an agency would have made by hand. */
const NEXT_REFERENCE = 300;

/**
 * Fills two demo agencies, their people and an operator. What stands already stays as it is. Runs as the owner of the
 * tables: only the owner makes agencies.
 * @returns the names of the agencies that were made
 */
export async function seedDemo(platform: Platform, auth: Auth, ownerUrl: string): Promise<string[]> {
  const password = platform.config.DEMO_PASSWORD;
  const owner = openDatabase({ url: ownerUrl, max: 2, applicationName: 'suivi seed' });
  const made: string[] = [];
  try {
    const operatorId = await ensureUser(auth, { ...OPERATOR, password });
    await owner.withoutAgency((tx) =>
      tx.execute(
        'INSERT INTO operators (user_id, name, email, language) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
        [operatorId, OPERATOR.name, OPERATOR.email, 'en'],
      ),
    );
    for (const agency of AGENCIES) {
      const users = new Map<DemoMember['key'], string>();
      for (const { key, email, name } of agency.members)
        users.set(key, await ensureUser(auth, { email, name, password }));
      const fresh = await seedAgency(platform, owner, agency, users);
      const userId = users.get('claire');
      // Also where the agency stands, and its scans failed that time.
      if (agency.hasScans && userId !== undefined) await seedScans(platform, { agencyId: agency.id, userId });
      if (fresh) made.push(agency.name);
    }
  } finally {
    await owner.close();
  }
  return made;
}

/** One agency with its people and its files, all or nothing. False: it stands already. */
function seedAgency(
  platform: Platform,
  owner: Database,
  agency: DemoAgency,
  users: ReadonlyMap<DemoMember['key'], string>,
): Promise<boolean> {
  return owner.asAgency(agency.id, async (tx) => {
    const fresh = await tx.execute(
      `INSERT INTO agencies (id, name, address_lines, telephone, demo, demo_day, next_reference) VALUES ($1, $2, $3, $4, true, $5, $6) ON CONFLICT DO NOTHING`,
      [agency.id, agency.name, agency.addressLines, agency.telephone, DEMO_DAY, NEXT_REFERENCE],
    );
    if (fresh === 0) return false;
    for (const { key, role, name, email, telephone, language } of agency.members)
      await tx.execute(
        'INSERT INTO members (agency_id, user_id, role, name, email, telephone, language) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [agency.id, users.get(key), role, name, email, telephone, language],
      );
    await seedFiles(platform, tx, agency, users);
    return true;
  });
}

async function seedFiles(
  platform: Platform,
  tx: Tx,
  { id: agencyId, files }: DemoAgency,
  users: ReadonlyMap<DemoMember['key'], string>,
) {
  const context: NewFileContext = {
    agencyId,
    keys: platform.keys,
    mailDomain: mailDomainOf(platform),
    today: DEMO_DAY as Day,
    now: new Date(),
    demo: true,
    playbookVersion: 0,
    addresses: new Map(),
    origin: 'adviser',
    recordedBy: null,
  };
  for (const demo of files) {
    const adviserId = users.get(demo.adviser) ?? null;
    const file = {
      id: randomUUID(),
      reference: demo.reference,
      client: demoClient(demo),
      adviserId,
      file: contractFile(demo),
      importKey: null,
    };
    const planned = planNewFile(file, { ...context, recordedBy: adviserId });
    await insertFiles(tx, [planned]);
    await sendPastEmails(platform, tx, { fileId: file.id, today: context.today, trouble: demo.trouble ?? {} });
    await setByHand(tx, file.id, demo, users);
    await seedDesk(tx, {
      fileId: file.id,
      reference: file.reference,
      file: file.file,
      adviserId,
      today: context.today,
    });
  }
  // Recorded when they happened, as far as the axis is concerned. Only the owner may touch an event.
  await tx.execute(
    `UPDATE events SET recorded_at = ("on" + time '10:12') AT TIME ZONE 'Europe/Paris' WHERE agency_id = $1 AND "on" IS NOT NULL`,
    [agencyId],
  );
  await tx.query(`SELECT append_audit($1, NULL, 'demo.seeded', jsonb_build_object('files', $2::int))`, [
    agencyId,
    files.length,
  ]);
}

/** What people, not the plan, have set: who took over a task, what was put off. */
async function setByHand(
  tx: Tx,
  fileId: string,
  { assigned = {}, snoozed = {} }: DemoFile,
  users: ReadonlyMap<DemoMember['key'], string>,
) {
  for (const [key, adviser] of Object.entries(assigned))
    await tx.execute('UPDATE tasks SET assignee = $3 WHERE agency_id = $1 AND file_id = $2 AND key = $4', [
      tx.agencyId,
      fileId,
      users.get(adviser),
      key,
    ]);
  for (const [key, until] of Object.entries(snoozed))
    await tx.execute('UPDATE tasks SET snoozed_until = $3 WHERE agency_id = $1 AND file_id = $2 AND key = $4', [
      tx.agencyId,
      fileId,
      until,
      key,
    ]);
  if (Object.keys(snoozed).length > 0) await refreshNextTask(tx, fileId);
}

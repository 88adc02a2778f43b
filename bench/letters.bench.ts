import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import pg from 'pg';
import { NewFile } from '@suivi/contracts/files';
import sharp from 'sharp';
import { createFile } from '../apps/api/src/files/create-file.ts';
import { recordEvent } from '../apps/api/src/files/record-event.ts';
import { changeLetter } from '../apps/api/src/letters/change-letter.ts';
import { printLetters } from '../apps/api/src/letters/print-letters.ts';
import { keepObject, putObject } from '../apps/api/src/objects/store-object.ts';
import { report, timed, whole } from './figures.ts';
import { openScene } from './scene.ts';

/** A post round: as many formal requests, each with eight scans of some 400 kB, as one PDF. */
const LETTERS = Number(process.env.BENCH_LETTERS ?? 50);
const PAPERS = [
  'identity',
  'rib',
  'birth_certificate',
  'residence_permit',
  'proof_of_address',
  'application_form',
  'marriage_certificate',
  's1_form',
];

const scene = await openScene();
const { platform, me, urls } = scene;
const owner = new pg.Client({ connectionString: urls.owner });
await owner.connect();
await owner.query(`UPDATE agencies SET address_lines = '{"12 rue des Tilleuls","69003 Lyon"}' WHERE id = $1`, [
  me.agencyId,
]);

const noise = { type: 'gaussian' as const, mean: 200, sigma: 12 };
const scan = await sharp({ create: { width: 1_650, height: 2_340, channels: 3, background: '#fff', noise } })
  .jpeg({ quality: 60 })
  .toBuffer();

const tasks: string[] = [];
for (let n = 0; n < LETTERS; n++) {
  const { id } = await createFile(
    platform,
    me,
    NewFile.parse({
      client: { firstName: 'Client', lastName: `No ${n}`, street: '3 rue Limogeanne' },
      applicant: {
        category: 'resident',
        birthDate: '1961-04-12',
        birthCountry: 'US',
        nationalities: ['US'],
        language: 'en',
        arrivedOn: '2025-10-01',
        address: { postcode: '24000', city: 'Périgueux' },
      },
    }),
  );
  const happened = (type: string, on: string, expectedVersion: number, more: object = {}) =>
    recordEvent(platform, me, id, { event: { id: randomUUID(), type, on, ...more }, expectedVersion, history: true });
  await happened('file_submitted', '2026-03-10', 0, { method: 'registered_post' });
  await happened('post_delivered', '2026-03-12', 1);
  for (const document of PAPERS) {
    const object = await putObject(platform, me.agencyId, { mediaType: 'image/jpeg', createdBy: me.userId }, scan);
    await platform.database.asAgency(me.agencyId, (tx) => keepObject(tx, object.id));
    await owner.query(
      `INSERT INTO papers (agency_id, id, file_id, document, object_id, state, pages, scan, sealed) VALUES ($1, $2, $3, $4, $5, 'verified', 1, 'clean', '')`,
      [me.agencyId, randomUUID(), id, document, object.id],
    );
  }
  const found = await owner.query<{ id: string }>(
    `SELECT id FROM tasks WHERE file_id = $1 AND key = 'registered_post:chase:1'`,
    [id],
  );
  const task = found.rows[0]?.id;
  if (task === undefined) throw new Error('The formal request is not due.');
  await changeLetter(platform, me, task, {
    subject: null,
    body: null,
    enclosures: PAPERS.map((document) => `paper:${document}:`),
    trackingNumber: null,
    reason: null,
    revision: 0,
  });
  tasks.push(task);
}

/** What this process and the printing one hold in memory, where the system tells (Linux). */
const held = (pid: number | string): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
const children = () =>
  fs.readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean);
const before = held(process.pid);
let mine = 0;
let printing = 0;
const watch = setInterval(() => {
  try {
    mine = Math.max(mine, held(process.pid) - before);
    for (const pid of children()) printing = Math.max(printing, held(pid));
  } catch {
    // The printing process has just ended.
  }
}, 50);
const [run, took] = await timed(() => printLetters(platform, me, tasks));
clearInterval(watch);
if (run.letters.length !== LETTERS || run.pdf === null) throw new Error('Not every letter was printed.');
const [again, tookAgain] = await timed(() => printLetters(platform, me, tasks));
await again.done();
const megabytes = (bytes: number) => `${whole(bytes / 1e6)} MB`;
const of = `${LETTERS} letters with ${PAPERS.length} enclosures each as one PDF (${whole(run.pdf.pages)} pages, ${megabytes(run.pdf.size)})`;
report([
  { what: `${of}, printed and filed`, figure: `${whole(took / 1000)} s` },
  { what: 'The same again, nothing having changed', figure: `${whole(tookAgain / 1000)} s` },
  { what: 'Peak memory of the printing process', figure: megabytes(printing) },
  { what: 'Memory beyond its start of the process that has it printed', figure: megabytes(mine) },
]);
await run.done();
await owner.end();
await scene.close();

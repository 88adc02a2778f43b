import fs from 'node:fs';
import path from 'node:path';
import { addDays, type Day } from '@suivi/rules/calendar/days';
import type { File } from '@suivi/rules/file';
import { defaultPlaybook } from '@suivi/rules/playbook';
import { readFile } from '@suivi/rules/read-file';
import { applicants, days } from '@suivi/rules/testing/applicants';
import { files, todays } from '@suivi/rules/testing/files';
import { EMPLOYEE } from '@suivi/rules/testing/story';
import fc from 'fast-check';

/** Files to plan: the agreed cases, random lives, and very long ones. */

export type Planned = { file: File; today: Day };

const root = path.resolve(import.meta.dirname, '..');
const folders = [path.join(root, '../shared/cases'), path.join(root, 'packages/rules/cases')];

export const cases: readonly Planned[] = folders
  .filter((folder) => fs.existsSync(folder))
  .flatMap((folder) => fs.readdirSync(folder).map((name) => path.join(folder, name)))
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => {
    const { file, today } = JSON.parse(fs.readFileSync(name, 'utf8')) as { file: unknown; today: Day };
    const read = readFile(file);
    return read.ok ? [{ file: read.file, today }] : [];
  });

const EVENTS = 50;

/** Files with 50 events: several random lives lived as one, on a day in or around them. The same ones in each run. */
export function randomFiles(numRuns: number): Planned[] {
  const long = fc
    .array(files, { minLength: 6, maxLength: 9 })
    .filter((lives) => lives.flatMap(({ events }) => events).length >= EVENTS)
    .chain((lives) => {
      const [first] = lives;
      if (first === undefined) throw new Error('a file begins with one life');
      const events = lives.flatMap(({ events: own }, life) =>
        own.map((event) => ({ ...event, id: `${life}${event.id}` })),
      );
      const file: File = { ...first, events: events.slice(0, EVENTS) };
      return todays(file).map((today) => ({ file, today }));
    });
  return fc.sample(long, { numRuns, seed: 2026 });
}

/** What the table of papers looks at in a file. */
export type Asked = { file: Pick<File, 'id' | 'applicant' | 'playbook'>; today: Day };

/** Applicants of every category alike, with what few people have. The same ones in each run. */
export const randomApplicants = (numRuns: number): Asked[] =>
  fc
    .sample(fc.tuple(applicants, days), { numRuns, seed: 2026 })
    .map(([applicant, today], n) => ({ file: { id: `random ${n}`, applicant, playbook: defaultPlaybook }, today }));

type Told = { type: string } & Record<string, unknown>;

const PAPERS = ['identity', 'rib', 'birth_certificate', 'proof_of_address'];
const OUTCOMES = ['no_answer', 'in_progress', 'call_back_on', 'processed', 'no_answer', 'not_found'];
const PLACES = ['24000', '67000', '97400', '33000'];

/** What happens again and again in a very long file, by the number of the event. */
export const SHAPES: Record<string, (n: number, on: Day) => Told> = {
  documents: (n, on) =>
    n % 3 === 2
      ? { type: 'document_rejected', document: PAPERS[n % 4], fault: 'incomplete', note: `${n}` }
      : {
          type: n % 3 ? 'document_verified' : 'document_received',
          document: PAPERS[n % 4],
          validUntil: addDays(on, n),
        },
  calls: (n, on) => ({
    type: 'call_made',
    outcome: OUTCOMES[n % 6],
    ...(n % 6 === 2 && { callBackOn: addDays(on, 3) }),
    note: `${n}`,
  }),
  'unanswered calls': (n) => ({ type: 'call_made', outcome: 'no_answer', note: `${n}` }),
  rounds: (n) =>
    n % 3 === 0
      ? { type: 'documents_requested', documents: ['rib'] }
      : n % 3 === 1
        ? { type: 'supplement_sent', method: 'registered_post', documents: ['rib'], trackingNumber: `R${n}` }
        : { type: 'post_delivered', trackingNumber: `R${n - 1}` },
  'requests never answered': (n) => ({ type: 'documents_requested', documents: [PAPERS[n % 4]] }),
  'calls that ask for papers': (n) => ({
    type: 'call_made',
    outcome: 'documents_missing',
    documents: ['rib'],
    note: `${n}`,
  }),
  'applicant changes': (n, on) => ({
    type: 'applicant_changed',
    changes: n % 2 ? { address: { postcode: PLACES[n % 4] } } : { privateInsuranceUntil: addDays(on, 60 + n) },
  }),
};

const SENT_ON = '2026-01-16' as Day;
const SPAN_DAYS = 3_000;

/** A file of so many events, sent long ago: over eight years, or all on one day. */
export function longFile(shape: keyof typeof SHAPES, length: number, spanDays = SPAN_DAYS): Planned {
  const next = SHAPES[shape];
  if (next === undefined) throw new Error(`no file is shaped so: ${shape}`);
  const sent = { type: 'file_submitted', method: 'registered_post', on: SENT_ON };
  const days = Array.from({ length: length - 1 }, (_, n) => addDays(SENT_ON, 1 + Math.floor((n * spanDays) / length)));
  const told = [sent, ...days.map((on, n) => ({ on, ...next(n, on) }))];
  const read = readFile({
    id: 'long',
    openedOn: '2026-01-12',
    applicant: EMPLOYEE,
    events: told.map((event, i) => ({ id: `e${i}`, ...event })),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues.slice(0, 3)));
  return { file: read.file, today: days.at(-1) ?? SENT_ON };
}

import { addDays, type Day } from '../calendar/days.ts';
import type { File } from '../file.ts';
import { plan, planWithAnswers } from '../plan.ts';
import type { Plan } from '../plan-types.ts';
import { readFile } from '../read-file.ts';

/** The story of one file, told event by event, for tests with days worked out by hand. */

type Told = { type: string; on?: string } & Record<string, unknown>;

/** What a plan lists, by key: the day of each. */
export type Listed = {
  stage: string;
  step: number;
  tasks: Record<string, string>;
  emails: Record<string, string>;
  deadlines: Record<string, string>;
  suspended: string[];
  statuses: Record<string, string>;
  needs: Record<string, string>;
  warnings: string[];
  nextReviewOn: string | null;
};

const EMPLOYEE_PAPERS = [
  'application_form',
  'identity',
  'residence_permit',
  'birth_certificate',
  'apostille',
  'rib',
  'employment_contract',
];

/** A Canadian employee in Bordeaux, whose first day of work was 12 January 2026, a Monday. */
export const EMPLOYEE = {
  category: 'employee',
  birthDate: '1975-05-20',
  birthCountry: 'CA',
  nationalities: ['CA'],
  language: 'en',
  address: { postcode: '33000', city: 'Bordeaux' },
  arrivedOn: '2026-01-05',
  activityStartsOn: '2026-01-12',
  residencePermit: { kind: 'carte_de_sejour', validUntil: '2029-01-04' },
  birthCertificate: { country: 'CA', language: 'fr' },
};

export const verified = (on: string, documents: readonly string[] = EMPLOYEE_PAPERS): Told[] =>
  documents.map((document) => ({ type: 'document_verified', on, document }));

export const at = (on: string, type: string, more: object = {}): Told => ({ type, on, ...more });
export const posted = (on: string, more: object = {}): Told =>
  at(on, 'file_submitted', { method: 'registered_post', ...more });

/** The employee's file, sent on 16 January 2026 (a Friday) and delivered on the 20th. */
export const SENT = [...verified('2026-01-14'), posted('2026-01-16')];
export const DELIVERED = [...SENT, at('2026-01-20', 'post_delivered')];

export type Story = { openedOn?: string; applicant?: object; playbook?: object; events: readonly Told[] };

/** The whole plan of a story, with its sentences. */
export const wholePlanOn = (today: string, story: Story): Plan => plan(fileOf(story), today as Day);

/** What each event of a story has done: the keys of the tasks that it answered, by its id. */
export function doneBy(today: string, story: Story): Record<string, string[]> {
  const done: Record<string, string[]> = {};
  for (const [key, id] of Object.entries(planWithAnswers(fileOf(story), today as Day).answered))
    done[id] = [...(done[id] ?? []), key].sort();
  return done;
}

function fileOf(story: Story): File {
  const { openedOn = '2026-01-12', applicant, playbook, events } = story;
  const read = readFile({
    id: 'story',
    openedOn,
    applicant: { ...EMPLOYEE, ...applicant },
    ...(playbook && { playbook }),
    events: events.map((event, i) => ({ id: `e${i}`, ...event })),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.file;
}

export function planOn(today: string, story: Story): Listed {
  const made = wholePlanOn(today, story);
  const own = made.documents.filter(({ member }) => member === null);
  return {
    stage: made.stage,
    step: made.progress.step,
    tasks: Object.fromEntries(made.tasks.map(({ key, dueOn }) => [key, dueOn])),
    emails: Object.fromEntries(made.emails.map(({ key, sendOn }) => [key.slice('email:'.length), sendOn])),
    deadlines: Object.fromEntries(made.deadlines.map(({ key, on }) => [key.slice('deadline:'.length), on])),
    suspended: made.deadlines.filter(({ suspended }) => suspended).map(({ key }) => key.slice('deadline:'.length)),
    statuses: Object.fromEntries(own.map(({ code, status }) => [code, status])),
    needs: Object.fromEntries(own.map(({ code, need }) => [code, need])),
    warnings: made.warnings.map(({ code }) => code),
    nextReviewOn: made.nextReviewOn,
  };
}

/** The plan on each of some days after another, for what must not change meanwhile. */
export const plansFrom = (first: string, days: number, story: Story): Listed[] =>
  Array.from({ length: days }, (_, n) => planOn(addDays(first as Day, n), story));

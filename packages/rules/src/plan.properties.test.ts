import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { addDays, daysFrom, later, type Day } from './calendar/days.ts';
import { isWorkingDay, zoneOf } from './calendar/working-days.ts';
import { CITATIONS } from './citations/citations.ts';
import { isCourtesy } from './emails/courtesy.ts';
import type { Event, File } from './file.ts';
import { plan } from './plan.ts';
import type { Plan } from './plan-types.ts';
import { files, laterEvents, todays } from './testing/files.ts';
import { holdsFor, seed } from './testing/holds.ts';
import { voidedIds } from './voided.ts';

/** The properties of section 9 of the contract, on any file. RUNS says how many; a run is had again by its SEED. */

const numRuns = Number(process.env['RUNS'] ?? (process.env['CI'] ? 2_000 : 200));
let tried = 0;
const cases = files.chain((file) => fc.tuple(fc.constant(file), todays(file)));
/** @param share of the runs: some properties plan a file many times over */
function holds<T>(of: fc.Arbitrary<T>, check: (value: T) => void, share = 1): void {
  const runs = Math.ceil(numRuns * share);
  tried += runs;
  holdsFor(runs, of, check);
}

afterAll(() => console.log(`${tried} files were tried. To have the same ones again: RUNS=${numRuns} SEED=${seed}`));

const keysOf = ({ tasks, emails, deadlines }: Plan): string[] =>
  [...tasks, ...emails, ...deadlines].map(({ key }) => key);
const due = ({ emails }: Plan, day: Day): string[] =>
  emails.filter(({ sendOn }) => sendOn <= day).map(({ key, sendOn }) => `${sendOn} ${key}`);

/** What an email says and why, whatever its key and its day. */
const told = ({ template, because, payload }: Plan['emails'][number]): string =>
  JSON.stringify({ template, because, payload });

const CHANGES_THE_WAIT = new Set<Event['type']>([
  'file_submitted',
  'supplement_sent',
  'post_tracked',
  'post_delivered',
  'appeal_decided',
]);
const OF_A_WAIT = /:(with_cpam|chase|silence):\d+$/;

/** What stands, by all that is said of it but its key. Reminders still ahead take the next numbers. */
function standing({ today, tasks, emails, deadlines }: Plan): Map<string, string> {
  const left = emails.filter(({ sendOn, template }) => sendOn <= today || !isCourtesy(template));
  return new Map([...tasks, ...left, ...deadlines].map(({ key, ...thing }) => [JSON.stringify(thing), key]));
}

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inside]) => [key, turned(inside)]),
  );
}

/** Another order of the list, where the contract does not ask for one: papers and changes keep theirs. */
function reordered(events: readonly Event[]): Event[] {
  const paper = (event: Event): string | null =>
    'document' in event ? `${event.document}/${event.member ?? ''}` : null;
  const papers = events.filter((event) => paper(event) !== null);
  const changes = events.filter((event) => event.type === 'applicant_changed');
  const others = events.filter((event) => paper(event) === null && event.type !== 'applicant_changed');
  return [
    ...others.reverse(),
    ...papers.toSorted((a, b) => (paper(b) ?? '').localeCompare(paper(a) ?? '')),
    ...changes,
  ];
}

/** The same life with all that happened in half a year on one day of it: then the order within a day has much to settle. */
function crowded(file: File): [file: File, lastDay: Day] {
  const dayOf = (day: Day): Day => `${day.slice(0, 5)}${day.slice(5, 7) < '07' ? '03' : '09'}-15` as Day;
  const events = file.events.map((event) => (event.type === 'voided' ? event : { ...event, on: dayOf(event.on) }));
  const days = events.flatMap((event) => (event.type === 'voided' ? [] : [event.on]));
  return [{ ...file, events }, days.reduce(later, file.openedOn)];
}

describe('a plan', { timeout: 3_600_000 }, () => {
  it('is the same for the same input, whatever the order of keys and of the list', () => {
    holds(
      cases,
      ([some, today]) => {
        for (const [file, day] of [[some, today] as const, crowded(some)]) {
          const first = plan(file, day);
          expect(plan(turned(file) as File, day)).toEqual(first);
          expect(plan({ ...file, events: reordered(file.events) }, day)).toEqual(first);
        }
      },
      0.5,
    );
  });

  it('has no key twice, and is in order', () => {
    holds(cases, ([file, today]) => {
      const made = plan(file, today);
      const keys = keysOf(made);
      expect(keys).toEqual([...new Set(keys)]);
      const tasks = made.tasks.map(({ dueOn, key }) => `${dueOn} ${key}`);
      const emails = made.emails.map(({ sendOn, key }) => `${sendOn} ${key}`);
      expect(tasks).toEqual(tasks.toSorted());
      expect(emails).toEqual(emails.toSorted());
    });
  });

  it('keeps the key of what stands, whatever happens next', () => {
    const more = cases.chain(([file, today]) => {
      const day = today < file.openedOn ? file.openedOn : today;
      return fc.tuple(fc.constant(file), laterEvents(day));
    });
    holds(more, ([file, event]) => {
      if (event.type === 'voided') return;
      // Of one day the order is the contract's, so the event comes on a day of its own, after all that is known.
      const known = file.events.filter((each) => each.type === 'voided' || each.on < event.on);
      const first = plan({ ...file, events: known }, event.on);
      const then = plan({ ...file, events: [...known, event] }, event.on);
      const [before, after] = [standing(first), standing(then)];
      const renamed = [...before].filter(([thing, key]) => after.has(thing) && after.get(thing) !== key);
      // Half-way, what is due at the opening may read the same in two waits, and the event may begin another or end one.
      if (CHANGES_THE_WAIT.has(event.type)) expect(renamed.filter(([, key]) => !OF_A_WAIT.test(key))).toEqual([]);
      else expect(renamed).toEqual([]);
    });
  });

  it('writes once about one cause', () => {
    const more = cases.chain(([file, today]) => {
      const day = today < file.openedOn ? file.openedOn : today;
      return fc.tuple(fc.constant(file), fc.constant(day), laterEvents(day), fc.integer({ min: 0, max: 200 }));
    });
    holds(more, ([file, today, event, after]) => {
      const later = addDays(today, after);
      const first = plan(file, today).emails;
      const sent = new Set(first.filter(({ sendOn }) => sendOn <= today).map(told));
      // Some causes are told of twice by their ladder: those are there without the event too.
      const own = new Set([...first, ...plan(file, later).emails].map(({ key }) => key));
      const then = plan({ ...file, events: [...file.events, event] }, later).emails;
      const again = then.filter((email) => !own.has(email.key) && sent.has(told(email)));
      expect(again).toEqual([]);
    });
  });

  it('holds until its next review, and not longer', () => {
    holds(
      cases,
      ([file, today]) => {
        const whole = plan(file, today);
        const { nextReviewOn, ...promise } = whole;
        const text = JSON.stringify(whole);
        const from = promise.today;
        const days = nextReviewOn === null ? 200 : Math.min(daysFrom(from, nextReviewOn) - 1, 200);
        for (let n = 1; n <= days; n += 1) {
          const day = addDays(from, n);
          const same = JSON.stringify({ ...plan(file, day), today: from }) === text;
          if (!same) expect(plan(file, day)).toEqual({ ...promise, today: day, nextReviewOn });
        }
        if (nextReviewOn === null) return;
        const { nextReviewOn: _, today: __, ...next } = plan(file, nextReviewOn);
        const { today: ___, ...before } = promise;
        const falls = [...promise.tasks.map(({ dueOn }) => dueOn), ...promise.emails.map(({ sendOn }) => sendOn)];
        if (!falls.includes(nextReviewOn)) expect(next).not.toEqual(before);
      },
      0.4,
    );
  });

  it('has looked at every day on which something changes: one more look, at a day on which nothing came, changes nothing', () => {
    holds(cases, ([file, today]) => {
      const made = plan(file, today);
      // One that changes nothing already stands there: two would be told to be one.
      if (file.events.some((event) => event.type === 'applicant_changed' && event.on === made.today)) return;
      const nothing: Event = { id: 'nothing', type: 'applicant_changed', on: made.today, changes: {} };
      expect(plan({ ...file, events: [...file.events, nothing] }, today)).toEqual(made);
    });
  });

  it('keeps every email that fell due, whatever comes later', () => {
    const more = cases.chain(([file, today]) => {
      const day = today < file.openedOn ? file.openedOn : today;
      return fc.tuple(fc.constant(file), fc.constant(day), laterEvents(day), fc.integer({ min: 0, max: 200 }));
    });
    holds(more, ([file, today, event, after]) => {
      const first = due(plan(file, today), today);
      const later = addDays(today, after);
      expect(due(plan(file, later), today)).toEqual(first);
      expect(due(plan({ ...file, events: [...file.events, event] }, later), today)).toEqual(first);
      for (const key of plan(file, later).emails) expect(key.sendOn >= file.openedOn).toBe(true);
    });
  });

  it('never heard of an event that was voided', () => {
    const more = cases.chain(([file, today]) =>
      fc.tuple(fc.constant(file), fc.constant(today), laterEvents(addDays(today, -100))),
    );
    holds(
      more,
      ([file, today, event]) => {
        const voided = { id: 'void', type: 'voided', event: event.id } as Event;
        expect(plan({ ...file, events: [event, ...file.events, voided] }, today)).toEqual(plan(file, today));
      },
      0.5,
    );
  });

  it('asks for nothing and writes to nobody on a day off', () => {
    holds(cases, ([file, today]) => {
      const made = plan(file, today);
      const zone = zonesOf(file, made.today);
      for (const { dueOn, key } of made.tasks)
        expect([key, dueOn, isWorkingDay(dueOn, zone(dueOn))]).toEqual([key, dueOn, true]);
      for (const { sendOn, key } of made.emails)
        expect([key, sendOn, isWorkingDay(sendOn, zone(sendOn))]).toEqual([key, sendOn, true]);
    });
  });

  it('says why, in both languages, and by which source', () => {
    holds(cases, ([file, today]) => {
      const made = plan(file, today);
      const sourced = [
        ...made.tasks,
        ...made.deadlines,
        ...made.warnings,
        ...made.documents,
        made.caisse,
        made.eligibility,
      ];
      for (const { because, source } of sourced) {
        expect(because.en && because.fr).toBeTruthy();
        expect(source in CITATIONS).toBe(true);
      }
      for (const { because } of [...made.emails, ...made.tasks, ...made.deadlines]) {
        expect(because.en).not.toMatch(/…|undefined|null|NaN/);
        expect(because.fr).not.toMatch(/…|undefined|null|NaN/);
      }
    });
  });

  it('leaves no open file without a next step', () => {
    holds(cases, ([file, today]) => {
      const made = plan(file, today);
      if (made.stage === 'withdrawn' || made.stage === 'card_delivered') return;
      expect([made.stage, made.tasks.length > 0 || made.nextReviewOn !== null]).toEqual([made.stage, true]);
    });
  });
});

/** The zone that the client had on each day, as far as it is known today. */
function zonesOf(file: File, today: Day): (day: Day) => ReturnType<typeof zoneOf> {
  const voided = voidedIds(file.events);
  const moves = file.events
    .filter((event) => event.type === 'applicant_changed' && !voided.has(event.id) && event.on <= today)
    .flatMap((event) => {
      const postcode = event.type === 'applicant_changed' ? event.changes.address?.postcode : undefined;
      return event.type === 'applicant_changed' && postcode !== undefined ? [{ on: event.on, postcode }] : [];
    })
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
  return (day) => zoneOf(moves.findLast(({ on }) => on <= day)?.postcode ?? file.applicant.address.postcode);
}

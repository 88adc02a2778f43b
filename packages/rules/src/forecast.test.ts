import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from './calendar/days.ts';
import type { File } from './file.ts';
import { forecast, keyOfComing } from './forecast.ts';
import { plan } from './plan.ts';
import { readFile } from './read-file.ts';
import { files, todays } from './testing/files.ts';

const numRuns = Math.ceil(Number(process.env['RUNS'] ?? 200) * 0.3);

/** The same, slowly: planned on every day, and what is due for the first time is written down. */
function dayByDay(file: File, today: Day, days: number): string[] {
  const due = (day: Day): string[] => {
    const made = plan(file, day);
    return [
      ...made.tasks.filter(({ dueOn }) => dueOn <= day),
      ...made.emails.filter(({ sendOn }) => sendOn <= day),
      ...made.deadlines.filter(({ on, suspended }) => on <= day && !suspended),
    ].map(({ key }) => key);
  };
  const from = today < file.openedOn ? file.openedOn : today;
  const seen = new Set(due(from));
  const coming: string[] = [];
  for (let n = 1; n <= days; n += 1) {
    const day = addDays(from, n);
    for (const key of due(day).sort()) {
      if (seen.has(key)) continue;
      seen.add(key);
      coming.push(`${day} ${key}`);
    }
  }
  return coming;
}

const told = ({ coming }: ReturnType<typeof forecast>): string[] =>
  coming.map((one) => `${one.on} ${keyOfComing(one)}`);

describe('a forecast', { timeout: 600_000 }, () => {
  it('is what planning day by day finds', () => {
    const some = files.chain((file) => fc.tuple(fc.constant(file), todays(file), fc.integer({ min: 0, max: 120 })));
    fc.assert(
      fc.property(some, ([file, today, days]) => {
        expect(told(forecast(file, today, days))).toEqual(dayByDay(file, today, days));
      }),
      { numRuns },
    );
  });

  it('knows which day the plan of today has for each, and what of that plan will not come', () => {
    fc.assert(
      fc.property(
        files.chain((file) => fc.tuple(fc.constant(file), todays(file))),
        ([file, today]) => {
          const { until, coming, fallsAway } = forecast(file, today, 90);
          const made = plan(file, today);
          const listed = new Map([
            ...made.tasks.map(({ key, dueOn }) => [key, dueOn] as const),
            ...made.emails.map(({ key, sendOn }) => [key, sendOn] as const),
            ...made.deadlines.filter(({ suspended }) => !suspended).map(({ key, on }) => [key, on] as const),
          ]);
          const came = new Set(coming.map(keyOfComing));
          for (const one of coming) if (one.listedOn !== null) expect(listed.get(keyOfComing(one))).toBe(one.listedOn);
          for (const [key, on] of listed)
            if (on > made.today && on <= until && !came.has(key))
              expect(fallsAway.map((one) => [one.key, one.listedOn])).toContainEqual([key, on]);
          for (const { key, from } of fallsAway) {
            expect(came.has(key)).toBe(false);
            expect(from > made.today && from <= until).toBe(true);
          }
        },
      ),
      { numRuns },
    );
  });

  it('shows the wait of a file that CPAM does not answer', () => {
    const { file, today } = silent();
    const keys = told(forecast(file, today, 90));
    for (const key of [
      'call_3646:with_cpam:1',
      'office_visit:with_cpam:1',
      'registered_post:chase:1',
      'email:still_waiting:1',
    ])
      expect(keys.filter((one) => one.endsWith(` ${key}`))).toHaveLength(1);
    expect(keys).toContain('2026-06-21 deadline:silence:1');
    expect(keys).toEqual(keys.toSorted());
  });
});

type Case = { file: File; today: Day };

function fileOf({ file, today }: { file: unknown; today: Day }): Case {
  const found = readFile(file);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return { file: found.file, today };
}

/** Posted and delivered; then nothing. */
const silent = (): Case =>
  fileOf({
    today: '2026-04-22' as Day,
    file: {
      id: 'F-1',
      openedOn: '2026-04-01',
      applicant: {
        category: 'employee',
        birthDate: '1980-01-01',
        birthCountry: 'FR',
        nationalities: ['FR'],
        language: 'en',
        arrivedOn: '2026-01-05',
        activityStartsOn: '2026-01-05',
        address: { postcode: '24000' },
      },
      events: [
        { id: 'e1', type: 'file_submitted', on: '2026-04-17', method: 'registered_post' },
        { id: 'e2', type: 'post_delivered', on: '2026-04-21' },
      ],
    },
  });

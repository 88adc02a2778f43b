import { expect, it } from 'vitest';
import type { Day } from '../calendar/days.ts';
import { readFile } from '../read-file.ts';
import { at, EMPLOYEE, posted, verified } from '../testing/story.ts';
import { sentLetters } from './sent-letters.ts';

const sent = (today: string, events: readonly ReturnType<typeof at>[]) => {
  const read = readFile({
    id: 'story',
    openedOn: '2026-01-12',
    applicant: EMPLOYEE,
    events: [...verified('2026-01-14'), ...events].map((event, i) => ({ id: `e${i}`, ...event })),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return sentLetters(read.file, today as Day).map(({ sending, deliveredOn, returnedOn, shownOn }) => [
    sending.type,
    sending.on,
    deliveredOn,
    returnedOn,
    shownOn,
  ]);
};

it('each letter has its own delivery, return or sign of life, and no other’s', () => {
  expect(
    sent('2026-04-01', [
      posted('2026-01-16', { trackingNumber: '1A00915820380' }),
      at('2026-01-26', 'post_tracked', { trackingNumber: '1A00915820380', status: 'returned' }),
      posted('2026-01-27', { trackingNumber: '1A00915820397' }),
      at('2026-02-12', 'call_made', { outcome: 'in_progress' }),
      at('2026-03-20', 'letter_sent', { about: 'registered_post:chase:1' }),
    ]),
  ).toEqual([
    ['file_submitted', '2026-01-16', null, '2026-01-26', null],
    ['file_submitted', '2026-01-27', null, null, '2026-02-12'],
    ['letter_sent', '2026-03-20', null, null, null],
  ]);
});

it('what came later is not known yet, and what was voided never was', () => {
  const events = [posted('2026-01-16'), at('2026-01-20', 'post_delivered')];
  expect(sent('2026-01-19', events)).toEqual([['file_submitted', '2026-01-16', null, null, null]]);
  expect(sent('2026-01-21', events)).toEqual([['file_submitted', '2026-01-16', '2026-01-20', null, null]]);
  expect(sent('2026-01-21', [...events, { type: 'voided', event: 'e8' }])).toEqual([
    ['file_submitted', '2026-01-16', null, null, null],
  ]);
});

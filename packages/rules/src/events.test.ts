import { describe, expect, it } from 'vitest';
import type { Day } from './calendar/days.ts';
import { historyOf } from './events.ts';
import { Event } from './file.ts';

const read = (events: readonly object[]) => historyOf(events.map((event, i) => Event.parse({ id: `e${i}`, ...event })));
const order = (events: readonly object[]) =>
  read(events).days.map(({ day, deeds }) => [day, ...deeds.map(({ id }) => id)]);
const on = '2026-02-02' as Day;

describe('what happened', () => {
  it('is read by day, and on one day in the order of the table', () =>
    expect(
      order([
        { type: 'call_made', on, outcome: 'in_progress' },
        { type: 'post_delivered', on },
        { type: 'file_submitted', on: '2026-01-30', method: 'online' },
        { type: 'documents_requested', on, documents: [] },
      ]),
    ).toEqual([
      ['2026-01-30', 'e2'],
      [on, 'e1', 'e3', 'e0'],
    ]));

  it('to one paper, and to the applicant, keeps the order of the list', () =>
    expect(
      order([
        { type: 'document_rejected', on, document: 'rib', fault: 'outdated' },
        { type: 'document_received', on, document: 'rib' },
        { type: 'applicant_changed', on, changes: { married: true } },
        { type: 'applicant_changed', on, changes: { married: false } },
      ]),
    ).toEqual([[on, 'e0', 'e1', 'e2', 'e3']]));

  it('twice of one type is read by its fields, not by its place', () => {
    const calls = [
      { type: 'call_made', on, outcome: 'processed' },
      { type: 'call_made', on, outcome: 'not_found' },
    ];
    expect(order(calls)).toEqual([[on, 'e1', 'e0']]);
    expect(order(calls.toReversed())).toEqual([[on, 'e0', 'e1']]);
  });

  it('alike but for the id counts once, and is said', () => {
    const twice = read([
      { type: 'post_delivered', on },
      { type: 'post_delivered', on },
    ]);
    expect([twice.days[0]?.deeds.length, twice.duplicatesOn]).toEqual([1, [on]]);
    const apart = read([
      { type: 'call_made', on, outcome: 'no_answer', note: 'morning' },
      { type: 'call_made', on, outcome: 'no_answer', note: 'evening' },
    ]);
    expect([apart.days[0]?.deeds.length, apart.duplicatesOn]).toEqual([2, []]);
  });

  it('knows no unanswered call on a day on which another reached somebody', () =>
    expect(
      order([
        { type: 'call_made', on, outcome: 'no_answer' },
        { type: 'call_made', on, outcome: 'in_progress' },
      ]),
    ).toEqual([[on, 'e1']]));

  it('and was voided never was; voiding that makes it stand again', () => {
    const first = [
      { type: 'post_delivered', on },
      { type: 'voided', event: 'e0' },
    ];
    expect(order(first)).toEqual([]);
    expect(order([...first, { type: 'voided', event: 'e1' }])).toEqual([[on, 'e0']]);
  });
});

import type { Day } from '@suivi/rules/calendar/days';
import type { Event } from '@suivi/rules/file';
import { CALL_OUTCOMES } from '@suivi/rules/vocabulary';
import { describe, expect, it } from 'vitest';
import { deedsSince, wasQuiet } from './done.ts';
import { exampleCauses, exampleEvents, exampleInput, examplePlan } from './examples.ts';

const d = (day: string) => day as Day;
const today = d('2026-04-22');

const call = (id: string, on: string, outcome: (typeof CALL_OUTCOMES)[number]): Event => ({
  id,
  type: 'call_made',
  on: d(on),
  outcome,
  documents: null,
  callBackOn: null,
  about: null,
  note: null,
});

const posted = (id: string, on: string): Event => ({
  id,
  type: 'file_submitted',
  on: d(on),
  method: 'registered_post',
  trackingNumber: null,
});

/** The English lines, without their day. */
const told = (events: Event[], lastEmail: Parameters<typeof deedsSince>[0]['lastEmail'] = null) =>
  deedsSince({ lastEmail, events, today }).map(({ words }) => words.en.replace(/^\{\w+\}: /, ''));

describe('what we did since the last email', () => {
  it.each(CALL_OUTCOMES)('tells a call that ended in %s', (outcome) => {
    expect(told([call('e1', '2026-04-20', outcome)])).toEqual([expect.stringMatching(/^we called CPAM/)]);
  });

  it('tells a formal request apart from another letter', () => {
    const letter = { id: 'e1', type: 'letter_sent', on: d('2026-04-20'), trackingNumber: null, note: null } as const;
    expect(told([{ ...letter, about: 'registered_post:chase:1' }])[0]).toMatch(/^formal request/);
    expect(told([{ ...letter, about: null }])[0]).toMatch(/^we wrote to CPAM/);
  });

  it('tells the second posting, not the first', () => {
    expect(told([posted('e1', '2026-03-02')])).toEqual([]);
    expect(told([posted('e1', '2026-03-02'), posted('e2', '2026-04-20')])).toEqual([
      'your file was posted again, with the proof of the first posting.',
    ]);
  });

  it('tells nothing that was taken back, written twice or is still ahead', () => {
    const made = call('e1', '2026-04-20', 'in_progress');
    expect(told([made, { ...made, id: 'e2' }])).toHaveLength(1);
    expect(told([made, { id: 'e3', type: 'voided', event: 'e1' }])).toEqual([]);
    expect(told([call('e1', '2026-04-23', 'in_progress')])).toEqual([]);
  });

  it('does not tell a call that reached nobody on a day when another did', () => {
    const both = [call('e1', '2026-04-20', 'no_answer'), call('e2', '2026-04-20', 'in_progress')];
    expect(told(both)).toEqual(['we called CPAM. Your file is there and being handled.']);
  });

  it('does not tell papers: the client has sent them', () => {
    expect(told(exampleEvents.filter((event) => event.type === 'document_rejected'))).toEqual([]);
  });

  it('begins after the last email: that day counts when it left in the morning', () => {
    const events = [call('e1', '2026-03-23', 'in_progress'), call('e2', '2026-04-20', 'processed')];
    expect(told(events, { template: 'file_received', on: d('2026-03-23') })).toHaveLength(2);
    expect(told(events, { template: 'still_waiting', on: d('2026-03-23') })).toHaveLength(1);
    expect(told(events, { template: 'file_received', on: d('2026-04-21') })).toEqual([]);
  });
});

describe('that nothing was due and nothing has come', () => {
  const [cause] = exampleCauses.filter(({ template }) => template === 'still_waiting');
  const quiet = (more: Partial<Parameters<typeof wasQuiet>[0]>) =>
    cause !== undefined && wasQuiet(exampleInput(cause, 'en', { events: [], ...more }));

  it('is said when it is so', () => {
    expect(quiet({})).toBe(true);
  });

  it('is not said when a task of ours is left undone', () => {
    const tasks = examplePlan.tasks.map((task, place) => (place === 0 ? { ...task, dueOn: d('2026-04-21') } : task));
    expect(quiet({ plan: { ...examplePlan, tasks } })).toBe(false);
  });

  it('is not said when something came that is not told', () => {
    expect(quiet({ events: exampleEvents.filter((event) => event.type === 'document_rejected') })).toBe(false);
  });
});

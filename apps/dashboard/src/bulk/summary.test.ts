import { describe, expect, it } from 'vitest';
import type { BulkLine } from '@suivi/contracts/bulk';
import type { Day } from '@suivi/rules/calendar/days';
import { summaryOf } from './summary.ts';

const today = '2026-05-21' as Day;
const day = (text: string) => text as Day;
const line = (clientName: string, more: Partial<BulkLine> = {}): BulkLine => ({
  fileId: clientName,
  reference: 'F-0001',
  clientName,
  version: 1,
  leftOut: null,
  adviser: null,
  tasks: 2,
  tasksByHand: 1,
  task: { id: clientName, key: 'call_3646:with_cpam:1', kind: 'call_3646', due: today },
  effect: null,
  ...more,
});
const why = (en: string) => ({ en, fr: en });
const effect = (more: Partial<NonNullable<BulkLine['effect']>> = {}): NonNullable<BulkLine['effect']> => ({
  stage: { from: 'with_cpam', to: 'rights_open' },
  tasksOpened: [],
  tasksClosed: [{ key: 'call_3646:with_cpam:1', kind: 'call_3646' }],
  emails: [],
  emailsCancelled: 1,
  ...more,
});

describe('what a preview comes to', () => {
  it('counts only what will be done, and names what is left out by its reason', () => {
    const summary = summaryOf(
      [
        line('Ann'),
        line('Bea', { leftOut: why('Closed.') }),
        line('Cid', { leftOut: why('Law.') }),
        line('Dot', { leftOut: why('Closed.') }),
        line('Eve'),
      ],
      today,
    );
    expect(summary.names).toEqual(['Ann', 'Eve']);
    expect([summary.tasks, summary.tasksByHand]).toEqual([4, 2]);
    expect(summary.leftOut.map(({ why: { en }, names }) => [en, names])).toEqual([
      ['Closed.', ['Bea', 'Dot']],
      ['Law.', ['Cid']],
    ]);
  });

  it('names the day that all tasks are due on, if there is one', () => {
    const later = { id: 'x', key: 'call_3646:with_cpam:1', kind: 'call_3646', due: day('2026-05-22') } as const;
    expect(summaryOf([line('Ann'), line('Bea')], today).from).toBe(today);
    expect(summaryOf([line('Ann'), line('Bea', { task: later })], today).from).toBeNull();
  });

  it('says which emails leave today, which later, and which wait', () => {
    const email = (
      template: 'rights_open' | 'still_waiting',
      on: string,
      fate: 'planned' | 'now' | 'held' | 'skipped',
    ) => ({
      key: `email:${template}:1`,
      template,
      on: day(on),
      fate,
    });
    const summary = summaryOf(
      [
        line('Ann', {
          effect: effect({
            emails: [email('rights_open', today, 'planned'), email('still_waiting', '2026-07-01', 'planned')],
          }),
        }),
        line('Bea', {
          effect: effect({
            emails: [email('rights_open', today, 'now'), email('still_waiting', '2026-06-12', 'planned')],
          }),
        }),
        line('Cid', {
          effect: effect({ emails: [email('rights_open', today, 'held'), email('still_waiting', today, 'skipped')] }),
        }),
      ],
      today,
    );
    expect(summary.emailsToday).toEqual([{ template: 'rights_open', count: 2 }]);
    expect(summary.emailsLater).toEqual({ count: 2, first: '2026-06-12' });
    expect([summary.emailsHeld, summary.emailsCancelled, summary.tasksClosed]).toEqual([1, 3, 3]);
    expect(summary.stages).toEqual([{ from: 'with_cpam', to: 'rights_open', count: 3 }]);
  });
});

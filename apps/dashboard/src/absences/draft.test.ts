import { describe, expect, it } from 'vitest';
import type { Day } from '@suivi/rules/calendar/days';
import type { Member } from '../shell/queries.ts';
import type { Draft } from './draft.ts';
import { absenceOf, faultsOf, tasksIn } from './draft.ts';

const day = (text: string) => text as Day;
const TODAY = day('2026-05-21');
const idriss: Member = {
  userId: 'idriss',
  name: 'Idriss Lahlou',
  role: 'adviser',
  active: true,
  work: { overdue: 0, today: 0, week: 0 },
  absence: { from: day('2026-06-01'), to: day('2026-06-05'), substitute: null },
};
const draft = (part: Partial<Draft>): Draft => ({
  from: TODAY,
  to: day('2026-05-29'),
  open: false,
  substitute: null,
  ...part,
});

describe('an absence that is being entered', () => {
  it.each([
    ['begins on a day', { from: null }, { from: 'from' }],
    ['ends on a day, unless nobody knows which', { to: null }, { to: 'to' }],
    ['is open where nobody knows', { to: null, open: true }, {}],
    ['ends after it begins', { from: day('2026-05-29'), to: day('2026-05-28') }, { to: 'order' }],
    ['is not over yet', { from: day('2026-05-18'), to: day('2026-05-20') }, { to: 'over' }],
    ['may have begun before today', { from: day('2026-05-18') }, {}],
    ['takes nobody who is away then', { substitute: 'idriss', to: day('2026-06-01') }, { substitute: 'substitute' }],
    ['nor, when it is open, who will be', { substitute: 'idriss', open: true }, { substitute: 'substitute' }],
    ['takes whoever is away later', { substitute: 'idriss', to: day('2026-05-31') }, {}],
    ['or was before', { substitute: 'idriss', from: day('2026-06-06'), to: day('2026-06-07') }, {}],
  ])('%s', (_, part, faults) => {
    expect(faultsOf(draft(part), TODAY, [idriss])).toEqual(faults);
  });

  it('is sent when its days are known', () => {
    expect(absenceOf(draft({ to: null }))).toBe(null);
    expect(absenceOf(draft({ open: true }))).toEqual({ from: TODAY, to: null, substitute: null });
  });

  it('counts what falls due up to its last day, what is late included', () => {
    const days = [
      { on: day('2026-05-19'), tasks: 2 },
      { on: day('2026-05-29'), tasks: 3 },
      { on: day('2026-05-30'), tasks: 4 },
    ];
    expect(tasksIn(days, day('2026-05-29'), TODAY)).toEqual({ tasks: 5, late: 2 });
    expect(tasksIn(days, null, TODAY)).toEqual({ tasks: 9, late: 2 });
  });
});

import { describe, expect, it } from 'vitest';
import type { Day } from './calendar/days.ts';
import { difference, isSame } from './difference.ts';
import type { Plan, PlannedDeadline, PlannedDocument, PlannedEmail, PlannedTask } from './plan-types.ts';

const day = (text: string) => text as Day;
const words = { en: 'Because.', fr: 'Parce que.' };
const said = { because: words, source: 'playbook' } as const;
const task = (key: string, dueOn: string) =>
  ({ key, kind: 'call_3646', dueOn, payload: {}, ...said }) as unknown as PlannedTask;
const email = (key: string, sendOn: string) =>
  ({ key, template: 'welcome', sendOn, because: words }) as unknown as PlannedEmail;
const deadline = (key: string, on: string, suspended = false) =>
  ({ key, kind: 'appeal', on, suspended, ...said }) as unknown as PlannedDeadline;
const paper = (code: string, status: string, member: string | null = null, need = 'required') =>
  ({ code, member, need, status, neededFor: 'submission', availableOn: null, ...said }) as PlannedDocument;

const plan = (more: Partial<Plan> = {}): Plan => ({
  file: 'F-1',
  today: day('2026-02-10'),
  rulesVersion: '2026.5',
  stage: 'with_cpam',
  progress: { step: 3, of: 7 },
  route: 'post',
  caisse: { status: 'known', department: '24', shortName: 'CPAM de Dordogne', ...said },
  eligibility: { status: 'eligible', earliestSubmissionOn: day('2026-02-02'), ...said },
  documents: [],
  tasks: [],
  emails: [],
  deadlines: [],
  warnings: [],
  nextReviewOn: null,
  ...more,
});

describe('the difference of two plans', () => {
  it('is nothing between a plan and itself, whatever the day', () => {
    const one = plan({ tasks: [task('call_3646:with_cpam:1', '2026-03-02')], documents: [paper('rib', 'missing')] });
    expect(isSame(difference(one, { ...one, today: day('2026-02-11') }))).toBe(true);
  });

  it('tells of a paper that is no longer listed, unless it was not needed and not there', () => {
    const rows = [
      paper('rib', 'verified'),
      paper('apostille', 'missing', null, 'not_needed'),
      paper('identity', 'received', null, 'not_needed'),
      paper('photo', 'missing', null, 'optional'),
    ];
    const { documents } = difference(plan({ documents: rows }), plan());
    expect(documents.map(({ before, after }) => [before?.code, after])).toEqual([
      ['rib', null],
      ['identity', null],
      ['photo', null],
    ]);
  });

  it.each<[string, Partial<Plan>]>([
    ['the stage', { stage: 'rights_open' }],
    ['the day of the next review', { nextReviewOn: day('2026-03-02') }],
    ['a deadline that is suspended', { deadlines: [deadline('deadline:appeal:1', '2026-04-27', true)] }],
  ])('is something when one thing alone differs: %s', (_, more) => {
    const before = plan({ deadlines: [deadline('deadline:appeal:1', '2026-04-27')] });
    expect(isSame(difference(before, { ...before, ...more }))).toBe(false);
  });

  it('tells what is added, done, dropped and moved', () => {
    const before = plan({
      tasks: [task('a', '2026-03-02'), task('b', '2026-03-02'), task('c', '2026-03-02')],
      emails: [email('email:x:1', '2026-03-02'), email('email:y:1', '2026-03-02')],
    });
    const after = plan({
      tasks: [task('c', '2026-03-09'), task('d', '2026-03-02')],
      emails: [email('email:y:1', '2026-03-03')],
    });
    const found = difference(before, after, { a: 'e7' });
    expect(found.tasks.added.map(({ key }) => key)).toEqual(['d']);
    expect(found.tasks.done.map(({ key }) => key)).toEqual(['a']);
    expect(found.tasks.dropped.map(({ key }) => key)).toEqual(['b']);
    expect(found.tasks.moved.map(({ before: was, after: is }) => [was.dueOn, is.dueOn])).toEqual([
      ['2026-03-02', '2026-03-09'],
    ]);
    expect(found.emails.dropped.map(({ key }) => key)).toEqual(['email:x:1']);
    expect(found.emails.moved).toHaveLength(1);
    expect(isSame(found)).toBe(false);
  });

  it('counts a suspended deadline as moved', () => {
    const found = difference(
      plan({ deadlines: [deadline('d', '2026-05-01')] }),
      plan({ deadlines: [deadline('d', '2026-05-01', true)] }),
    );
    expect(found.deadlines.moved).toHaveLength(1);
  });

  it('tells which papers are needed anew or in hand, and leaves out those nobody needs', () => {
    const before = plan({ documents: [paper('rib', 'missing'), paper('identity', 'verified')] });
    const after = plan({
      documents: [
        paper('rib', 'received'),
        paper('identity', 'verified'),
        paper('child_identity', 'missing', 'c1'),
        paper('ehic', 'missing', 'c1', 'not_needed'),
      ],
    });
    expect(
      difference(before, after).documents.map(({ before: was, after: is }) => [was?.status, is?.code, is?.status]),
    ).toEqual([
      ['missing', 'rib', 'received'],
      [undefined, 'child_identity', 'missing'],
    ]);
  });

  it('tells stage, first day, caisse and next review', () => {
    const after = plan({
      stage: 'rights_open',
      caisse: { status: 'choose', department: '59', shortName: null, ...said },
      eligibility: { status: 'not_yet', earliestSubmissionOn: null, ...said },
      warnings: [{ code: 'duplicate_event', ...said }],
      nextReviewOn: day('2026-04-01'),
    });
    expect(difference(plan(), after)).toMatchObject({
      stage: { from: 'with_cpam', to: 'rights_open' },
      caisse: { to: { status: 'choose' } },
      eligibility: { to: { status: 'not_yet' } },
      warnings: { added: [{ code: 'duplicate_event' }], gone: [] },
      nextReviewOn: { from: null, to: '2026-04-01' },
    });
  });
});

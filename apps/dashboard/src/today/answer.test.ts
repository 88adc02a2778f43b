import type { Day } from '@suivi/rules/calendar/days';
import { Event } from '@suivi/rules/file';
import type { TaskKind } from '@suivi/rules/vocabulary';
import { TASK_KINDS } from '@suivi/rules/vocabulary';
import { describe, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { eventOf, faultOf, formOf } from './answer.ts';

const today = '2026-05-21' as Day;
const keys: Partial<Record<TaskKind, string[]>> = {
  registered_post: ['file:1', 'option:1', 'resend:1', 'supplement:1', 'chase:1', 'civil_status:1', 'card:1'].map(
    (k) => `registered_post:${k}`,
  ),
};
const answers: Record<string, Answer> = {
  call: { on: today, note: '', outcome: 'in_progress' },
  posting: { on: today, note: '', trackingNumber: '1A 009 158 2038 0' },
  trace: { on: today, note: '', trace: 'at_counter' },
  order: { on: today, note: '', method: 'post' },
  done: { on: today, note: 'Seen.' },
};

describe('the event that answers a task', () => {
  const cases = TASK_KINDS.flatMap((kind) => (keys[kind] ?? [`${kind}:1`]).map((key) => ({ kind, key })));
  it.each(cases.filter((task) => formOf(task) !== 'open'))('$key is an event of the contract', (task) => {
    const answer = answers[formOf(task)] as Answer;
    const event = Event.safeParse({ id: 'e1', ...eventOf({ ...task, payload: {} }, answer) });
    expect(event.error?.issues ?? []).toEqual([]);
  });

  it('sends what CPAM asked for as a supplement, a formal request as a letter', () => {
    const answer: Answer = { on: today, note: '', trackingNumber: ' ' };
    expect(
      eventOf(
        { kind: 'registered_post', key: 'registered_post:supplement:1', payload: { documents: ['rib'] } },
        answer,
      ),
    ).toEqual({
      type: 'supplement_sent',
      on: today,
      method: 'registered_post',
      trackingNumber: null,
      documents: ['rib'],
    });
    expect(eventOf({ kind: 'registered_post', key: 'registered_post:chase:2', payload: {} }, answer)).toMatchObject({
      type: 'letter_sent',
      about: 'registered_post:chase:2',
    });
  });
});

describe('what is missing before an answer can be saved', () => {
  it.each([
    ['call', { on: today }, 'outcome'],
    ['call', { on: today, outcome: 'call_back_on' }, 'callBack'],
    ['call', { on: today, outcome: 'documents_missing' }, 'documents'],
    ['call', { on: today, outcome: 'no_answer' }, null],
    ['trace', { on: today }, 'choice'],
    ['posting', { on: '2026-05-22' as Day }, 'ahead'],
    ['done', {}, 'day'],
  ] as const)('%s %j: %s', (form, answer, fault) => {
    expect(faultOf(form, answer as Partial<Answer>, today)).toBe(fault);
  });
});

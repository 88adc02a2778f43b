import { describe, expect, it } from 'vitest';
import { emailNumber, taskNameOf, taskWords } from './names.ts';

const task = (key: string, payload?: Record<string, unknown>) =>
  ({ key, kind: key.split(':')[0], ...(payload && { payload }) }) as Parameters<typeof taskNameOf>[0];
const papers = (count: number) => task('check_documents:1', { documents: Array.from({ length: count }, () => 'rib') });

describe('the name of a task', () => {
  it.each([
    ['registered_post:file:1', 'post_file'],
    ['registered_post:option:1', 'post_option'],
    ['registered_post:supplement:2', 'post_supplement'],
    ['registered_post:chase:1', 'post_chase'],
    ['registered_post:resend:1', 'post_resend'],
    ['registered_post:civil_status:1', 'post_civil_status'],
    ['registered_post:card:1', 'post_card'],
    ['registered_post:of_tomorrow:1', 'registered_post'],
    ['call_3646:back:1', 'call_back'],
    ['call_3646:again:3', 'call_again'],
    ['call_3646:with_cpam:1', 'call_3646'],
    ['office_visit:back:1', 'office_visit'],
    ['order_card:again', 'order_card'],
    ['check_documents:1', 'check_documents'],
  ])('%s is %s', (key, name) => {
    expect(taskNameOf(task(key))).toEqual({ name });
  });

  it('counts the papers to check, where they are known', () => {
    expect(taskNameOf(papers(3))).toEqual({ name: 'check_count', count: 3 });
    expect(taskNameOf(task('check_documents:1', { documents: 'all' }))).toEqual({ name: 'check_documents' });
    expect(taskNameOf(task('collect_documents:1', { documents: ['rib'] }))).toEqual({ name: 'collect_documents' });
  });

  it.each([
    [0, 'Check 0 documents', 'Vérifier 0 pièce'],
    [1, 'Check 1 document', 'Vérifier 1 pièce'],
    [2, 'Check 2 documents', 'Vérifier 2 pièces'],
  ])('agrees with the number: %i', (count, en, fr) => {
    expect(taskWords(papers(count))).toEqual({ en, fr });
  });

  it('of any other task is the same in every file', () => {
    expect(taskWords(task('call_3646:back:1')).en).not.toBe(taskWords(task('call_3646:with_cpam:1')).en);
  });
});

describe('the number of an email', () => {
  it.each([
    ['still_waiting', 'email:still_waiting:2', '2'],
    ['documents_reminder', 'email:documents_reminder:supplement:1:2', '2'],
    ['number_pending', 'email:number_pending:12', '12'],
    ['welcome', 'email:welcome:1', null],
    ['still_waiting', 'email:still_waiting:', null],
    ['still_waiting', 'email:still_waiting:2b', null],
  ] as const)('%s, %s: %s', (template, key, number) => {
    expect(emailNumber({ template, key })).toBe(number);
  });
});

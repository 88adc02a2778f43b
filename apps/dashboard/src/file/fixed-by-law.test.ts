import { expect, it } from 'vitest';
import type { Day } from '@suivi/rules/calendar/days';
import { plan } from '@suivi/rules/plan';
import { readFile } from '@suivi/rules/read-file';
import { isFixedByLaw } from './fixed-by-law.ts';

/** Whether the day by which CPAM wants its papers is told as fixed. */
function replyIsFixed(replyBy: string | null): boolean | undefined {
  const read = readFile({
    id: 'F-1',
    openedOn: '2026-02-02',
    applicant: {
      category: 'employee',
      birthDate: '1980-01-01',
      birthCountry: 'FR',
      nationalities: ['FR'],
      language: 'en',
      activityStartsOn: '2026-01-05',
      address: { postcode: '69003' },
    },
    events: [
      { id: 'p', type: 'file_submitted', on: '2026-02-05', method: 'appointment' },
      { id: 'r', type: 'documents_requested', on: '2026-03-02', documents: ['rib'], replyBy },
    ],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const reply = plan(read.file, '2026-03-03' as Day).deadlines.find(({ kind }) => kind === 'reply_to_cpam');
  return reply && isFixedByLaw(reply);
}

it('the day that CPAM’s letter names is fixed', () => {
  expect(replyIsFixed('2026-03-31')).toBe(true);
});

it('a month, where the letter names no day, is usage and no period of the law', () => {
  expect(replyIsFixed(null)).toBe(false);
});

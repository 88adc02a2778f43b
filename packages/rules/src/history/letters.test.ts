import { expect, it } from 'vitest';
import type { Day } from '../calendar/days.ts';
import { planWithAnswers } from '../plan.ts';
import { readFile } from '../read-file.ts';

const STUDENT = {
  category: 'student',
  birthDate: '2004-01-15',
  birthCountry: 'SE',
  nationalities: ['SE'],
  language: 'en',
  address: { postcode: '59000' },
  arrivedOn: '2026-08-28',
  studiesStartOn: '2026-09-07',
  hasEhic: true,
};

/** What an online filing has done, for a student whose European card ends on a day. */
function answeredBySending(cardUntil: string): Record<string, string> {
  const read = readFile({
    id: 'letters',
    openedOn: '2026-09-01',
    applicant: STUDENT,
    events: [
      { id: 'card', type: 'document_verified', on: '2026-09-03', document: 'ehic', validUntil: cardUntil },
      { id: 'sent', type: 'file_submitted', on: '2027-01-11', method: 'online' },
    ],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return planWithAnswers(read.file, '2027-01-12' as Day).answered;
}

it('answers the online filing once the European card has ended', () => {
  expect(answeredBySending('2027-01-10')).toHaveProperty('submit_online:1', 'sent');
});

it('answers no online filing while the European card still covers the stay', () => {
  expect(answeredBySending('2027-01-11')).not.toHaveProperty('submit_online:1');
});

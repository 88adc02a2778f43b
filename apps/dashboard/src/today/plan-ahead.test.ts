import type { Day } from '@suivi/rules/calendar/days';
import { describe, expect, it } from 'vitest';
import { planAhead } from './plan-ahead.ts';

const today = '2026-05-21' as Day;
const papers = [
  'application_form',
  'identity',
  'residence_permit',
  'birth_certificate',
  'birth_certificate_translation',
  'apostille',
  'rib',
  'proof_of_stable_residence',
  'marriage_certificate',
];
/** Carol Washburn's file: posted on 16 April, received on the 21st, silent since. */
const carol = {
  id: 'F-0030',
  openedOn: '2026-02-01',
  applicant: {
    category: 'resident',
    birthDate: '1961-04-12',
    birthCountry: 'US',
    nationalities: ['US'],
    language: 'en',
    arrivedOn: '2026-01-10',
    married: true,
    address: { postcode: '24000', city: 'Périgueux' },
    residencePermit: { kind: 'vls_ts', validatedOn: '2026-03-02', validUntil: '2027-01-09' },
    birthCertificate: { country: 'US', language: 'en' },
    privateInsuranceUntil: '2027-01-09',
  },
  events: [
    ...papers.map((document, i) => ({ id: `e${i}`, type: 'document_verified', on: '2026-03-05', document })),
    { id: 'p1', type: 'file_submitted', on: '2026-04-16', method: 'registered_post', trackingNumber: null },
    { id: 'd1', type: 'post_delivered', on: '2026-04-21', trackingNumber: null },
  ],
};
const call = (outcome: string) => ({
  type: 'call_made',
  on: today,
  outcome,
  documents: null,
  callBackOn: null,
  about: 'call_3646:with_cpam:1',
  note: null,
});

describe('what logging a call would cause', () => {
  it('leaves the plan as it stands when the file is in progress', () => {
    expect(planAhead(carol, call('in_progress'), today)).toMatchObject({
      stage: null,
      emails: [],
      planStands: true,
      next: { key: 'office_visit:with_cpam:1', dueOn: '2026-06-05' },
    });
  });
  it('adds the same call on the next working day when nobody answers', () => {
    expect(planAhead(carol, call('no_answer'), today)).toMatchObject({
      planStands: false,
      next: { key: 'call_3646:again:1', dueOn: '2026-05-22' },
    });
  });
  it('sends the file again when CPAM does not find it', () => {
    expect(planAhead(carol, call('not_found'), today)?.next?.key).toBe('registered_post:resend:1');
  });
  it('says nothing of what cannot be read', () => {
    expect(planAhead(carol, call('laughed'), today)).toBeNull();
  });
});

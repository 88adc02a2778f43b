import { describe, expect, it } from 'vitest';
import { Applicant } from '@suivi/rules/file';
import { DOCUMENTS } from '@suivi/rules/vocabulary';
import { notedOf, pointsOf } from './must-show.ts';

const applicant = Applicant.parse({
  category: 'employee',
  birthDate: '1985-03-14',
  birthCountry: 'IE',
  nationalities: ['IE'],
  language: 'en',
  activityStartsOn: '2026-01-05',
  address: { postcode: '24000', city: 'Périgueux' },
  members: [{ id: 'c1', relation: 'child', birthDate: '2015-02-03', birthCountry: 'IE' }],
});
const of = (document: (typeof DOCUMENTS)[number], member: string | null = null, who: Applicant = applicant) =>
  pointsOf({ document, member, applicant: who, street: '4 rue de la Clarté' }, 'en');

describe('what a paper must show', () => {
  it.each(DOCUMENTS)('%s has two points or more, each once', (document) => {
    const said = of(document).map(({ words }) => words.en);
    expect(said.length).toBeGreaterThan(1);
    expect(new Set(said).size).toBe(said.length);
  });

  it('stands beside what the file knows of it', () => {
    expect(of('identity')[0]?.known).toBe('In the file: born on 14 March 1985');
    expect(of('proof_of_address').map(({ known }) => known)).toContain(
      'In the file: 4 rue de la Clarté, 24000 Périgueux',
    );
    expect(of('employment_contract').map(({ known }) => known)).toContain('In the file: work since 5 January 2026');
  });

  it('is the child’s own for a child', () => {
    expect(of('child_identity', 'c1')[0]?.known).toBe('In the file: born on 3 February 2015');
  });

  it('says nothing of what the file does not know', () => {
    expect(of('enrolment_certificate').every(({ known }) => known === null)).toBe(true);
  });

  it('is another form for a child and for a frontier worker', () => {
    expect(of('application_form', 'c1')[0]?.words.en).toBe('Form S3705');
    expect(of('application_form', null, { ...applicant, category: 'frontier_worker' })[0]?.words.en).toBe(
      'The scheme chosen',
    );
  });
});

it('the end of a paper is noted where it has one, and its language where a translation may follow', () => {
  expect(notedOf('identity')).toEqual(['validUntil']);
  expect(notedOf('birth_certificate')).toEqual(['issuedOn', 'language']);
  expect(notedOf('rib')).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import type { Day } from './calendar/days.ts';
import { documentNeeds } from './documents/needs.ts';
import { defaultPlaybook } from './playbook.ts';
import { applicantWith } from './testing/applicants.ts';
import { applicantWarnings, coverageGap, permitEnds } from './warnings.ts';
import type { Applicant } from './file.ts';

const day = (text: string) => text as Day;
const warned = (applicant: Applicant, on: Day) =>
  applicantWarnings(applicant, on, documentNeeds(applicant, defaultPlaybook, on));
const codes = (more: object, on = '2026-03-02') => warned(applicantWith(more), day(on)).map(({ code }) => code);

describe('warnings', () => {
  it.each<[string, object, string[]]>([
    [
      'an EU resident under five years',
      { category: 'resident', nationalities: ['NL'], birthCountry: 'FR' },
      ['outcome_uncertain'],
    ],
    ['a French one', { category: 'resident', nationalities: ['FR'], birthCountry: 'FR' }, []],
    ['a job seeker from outside', { category: 'job_seeker', birthCountry: 'FR' }, ['outcome_uncertain']],
    ['a resident from outside', { category: 'resident', birthCountry: 'FR' }, ['contribution_possible']],
    ['the family route', { category: 'resident', familyRoute: true, birthCountry: 'FR' }, ['family_route_override']],
    [
      'a VLS-TS without validation',
      { birthCountry: 'FR', residencePermit: { kind: 'vls_ts' } },
      ['permit_not_validated'],
    ],
    ['a certificate in English', { birthCertificate: { country: 'US', language: 'en' } }, ['sources_disagree']],
    ['a certificate in Chinese', { birthCertificate: { country: 'CN', language: 'zh' } }, []],
    [
      'a student of thirty',
      { category: 'student', birthDate: '1996-01-01', birthCountry: 'FR', studiesStartOn: '2026-09-01' },
      ['sources_disagree'],
    ],
    ['an S1 and S1106', { category: 's1_holder', birthCountry: 'FR' }, ['sources_disagree']],
  ])('of %s', (_, more, expected) => expect(codes(more)).toEqual(expected));

  it('name both points when sources differ on two', () => {
    const because = (more: object) =>
      warned(applicantWith(more), day('2026-03-02')).find(({ code }) => code === 'sources_disagree')?.because.en;
    const certificate = { birthCertificate: { country: 'US', language: 'en' } };
    expect(because(certificate)).toBe(
      'Two sources differ on a rule used here: the translation of the birth certificate.',
    );
    expect(because({ ...certificate, category: 's1_holder' })).toBe(
      'Sources differ on two rules: form S1106 beside an S1, and the translation of the birth certificate.',
    );
    const student = { category: 'student', birthDate: '1996-01-01', studiesStartOn: '2026-09-01' };
    expect(because({ ...certificate, ...student })).toBe(
      'Sources differ on two rules: the online route for students over 28, and the translation of the birth certificate.',
    );
  });

  it('know the contribution from 2026 on', () => {
    expect(codes({ category: 'resident', birthCountry: 'FR' }, '2025-12-31')).toEqual([]);
  });

  it('tell of a permit’s end from 90 days before', () => {
    const permit = applicantWith({ residencePermit: { kind: 'talent', validUntil: '2026-12-31' } });
    expect(permitEnds(permit, day('2026-10-01'))).toBeNull();
    expect(permitEnds(permit, day('2026-10-02'))?.because.en).toBe('The permit ends on 31 December 2026.');
    expect(permitEnds(permit, day('2027-01-01'))?.because.fr).toBe('Le titre a pris fin le 31 décembre 2026.');
  });

  it.each<[string | null, string | null, string | null, boolean]>([
    [null, '2026-04-16', null, false],
    ['2026-04-15', '2026-04-16', null, true],
    ['2026-04-16', '2026-04-16', null, false],
    ['2026-03-01', null, null, true],
    ['2026-08-15', '2026-04-16', '2026-04-16', true],
    ['2026-08-16', '2026-04-16', '2026-04-16', false],
  ])('of cover until %s, earliest %s, sent %s: %s', (until, earliest, sent, gap) => {
    expect(
      coverageGap(until as Day | null, day('2026-03-02'), earliest as Day | null, sent as Day | null) !== null,
    ).toBe(gap);
  });
});

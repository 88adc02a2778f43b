import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from './calendar/days.ts';
import { isWorkingDay, zoneOf } from './calendar/working-days.ts';
import { eligibilityOn, groupOf, permitCounts, residenceDaysOf, routeOf } from './eligibility.ts';
import { applicants, applicantWith, days } from './testing/applicants.ts';

const day = (text: string) => text as Day;

describe('the nationality group', () => {
  it.each([
    [['FR'], 'eu'],
    [['US', 'IE'], 'eu'],
    [['CH'], 'eu'],
    [['GB'], 'uk'],
    [['GB', 'US'], 'uk'],
    [['US'], 'other'],
  ])('of %s is %s', (nationalities, group) => expect(groupOf(nationalities)).toBe(group));
});

describe('the route', () => {
  it.each<[object, string]>([
    [{}, 'post'],
    [{ hasEhic: true }, 'post'],
    [{ category: 'student' }, 'online'],
    [{ category: 'student', hasEhic: true }, 'none'],
    [{ category: 'job_seeker', hasEhic: true }, 'none'],
    [{ category: 's1_holder', hasEhic: true }, 'post'],
    [{ category: 'frontier_worker' }, 'option_form'],
  ])('of %o is %s', (more, route) => expect(routeOf(applicantWith(more))).toBe(route));
});

describe('the first possible day', () => {
  const vls = (validatedOn: string | null) => ({ residencePermit: { kind: 'vls_ts', validatedOn } });
  const resident = { category: 'resident', arrivedOn: '2026-01-15' };
  it.each<[string, object, string | null, string]>([
    ['three months and a day', resident, '2026-04-16', 'not_yet'],
    ['a Sunday', { category: 'resident', arrivedOn: '2026-06-12' }, '2026-09-14', 'not_yet'],
    ['the end of a month', { category: 'resident', arrivedOn: '2025-11-30' }, '2026-03-02', 'eligible'],
    ['a validation before', { ...resident, ...vls('2026-03-02') }, '2026-04-16', 'not_yet'],
    ['a validation after', { ...resident, ...vls('2026-05-08') }, '2026-05-11', 'not_yet'],
    ['no validation', { ...resident, ...vls(null) }, null, 'not_yet'],
    ['no validation, EU', { ...resident, ...vls(null), nationalities: ['FR'] }, '2026-04-16', 'not_yet'],
    [
      'no validation, by work',
      { arrivedOn: '2026-01-15', activityStartsOn: '2026-02-02', ...vls(null) },
      '2026-02-02',
      'eligible',
    ],
    ['no arrival', { category: 'resident' }, null, 'not_yet'],
    ['the first day of work', { arrivedOn: '2026-01-05', activityStartsOn: '2026-03-02' }, '2026-03-02', 'eligible'],
    ['an arrival after it', { arrivedOn: '2026-03-05', activityStartsOn: '2026-03-02' }, '2026-03-05', 'not_yet'],
    ['no first day of work', { arrivedOn: '2026-03-05' }, null, 'not_yet'],
    [
      'the first day of studies',
      { category: 'student', arrivedOn: '2026-01-05', studiesStartOn: '2026-02-28' },
      '2026-03-02',
      'eligible',
    ],
    ['an S1', { category: 's1_holder', arrivedOn: '2026-02-28' }, '2026-03-02', 'eligible'],
    ['a posting', { category: 'posted_worker', arrivedOn: '2026-03-03' }, '2026-03-03', 'not_yet'],
    ['family reunification', { category: 'family_member', arrivedOn: '2026-03-02' }, '2026-03-02', 'eligible'],
    ['the adviser’s family route', { ...resident, familyRoute: true }, '2026-01-15', 'eligible'],
    [
      'under five years, EU',
      { category: 'resident', arrivedOn: '2026-02-28', nationalities: ['NL'] },
      '2026-05-29',
      'uncertain',
    ],
    [
      'over five years, EU',
      { category: 'resident', arrivedOn: '2021-03-02', nationalities: ['NL'] },
      '2021-06-03',
      'eligible',
    ],
    [
      'an EU job seeker',
      { category: 'job_seeker', arrivedOn: '2026-02-27', nationalities: ['NL'] },
      '2026-02-27',
      'eligible',
    ],
    ['another job seeker', { category: 'job_seeker', arrivedOn: '2026-01-15' }, '2026-04-16', 'uncertain'],
    ['a European card', { category: 'student', hasEhic: true, arrivedOn: '2026-01-15' }, null, 'not_this_route'],
    [
      'another zone’s holiday',
      { arrivedOn: '2026-01-05', activityStartsOn: '2026-04-03', address: { postcode: '67000' } },
      '2026-04-07',
      'not_yet',
    ],
  ])('with %s', (_, more, earliestSubmissionOn, status) => {
    expect(eligibilityOn(applicantWith(more), day('2026-03-02'))).toMatchObject({ earliestSubmissionOn, status });
  });

  it('names its days', () => {
    const { because } = eligibilityOn(
      applicantWith({ category: 'resident', arrivedOn: '2026-06-12' }),
      day('2026-07-01'),
    );
    expect(because).toEqual({
      en: 'In France since 12 June 2026: three months and a day reached on 13 September 2026, a Sunday.',
      fr: 'En France depuis le 12 juin 2026 : trois mois et un jour le 13 septembre 2026, un dimanche.',
    });
  });

  it.each<[object, string]>([
    [
      { activityStartsOn: '2026-04-03', arrivedOn: '2026-01-05', address: { postcode: '67000' } },
      'work, 3 April 2026, a public holiday;',
    ],
    [{ activityStartsOn: '2026-01-05', arrivedOn: '2026-02-28' }, 'arrival on 28 February 2026, a Saturday: the later'],
    [{ category: 's1_holder', arrivedOn: '2026-03-01' }, 'from the arrival on 1 March 2026, a Sunday.'],
    [{ category: 's1_holder', arrivedOn: '2026-03-02' }, 'from the arrival on 2 March 2026.'],
  ])('says why the day that counts is not the day it names: %o', (more, said) =>
    expect(eligibilityOn(applicantWith(more), day('2026-03-02')).because.en).toContain(said),
  );

  it('waits for the validation of a VLS-TS only where a permit is needed', () => {
    const residencePermit = { kind: 'vls_ts', validatedOn: '2026-05-09' };
    const of = (nationalities: string[]) =>
      residenceDaysOf(day('2026-01-15'), applicantWith({ nationalities, residencePermit }));
    expect(of(['US'])).toEqual({ reachedOn: '2026-04-16', validatedOn: '2026-05-09' });
    expect(of(['US', 'IE'])).toEqual({ reachedOn: '2026-04-16', validatedOn: null });
  });

  test.prop([applicants, days])('is a working day, and the file is eligible from it on', (applicant, today) => {
    const { earliestSubmissionOn: first, because } = eligibilityOn(applicant, today);
    for (const sentence of [because.en, because.fr]) {
      expect(sentence).toMatch(/\.$/);
      expect(sentence.length, sentence).toBeLessThanOrEqual(120);
    }
    if (first === null) return;
    expect(isWorkingDay(first, zoneOf(applicant.address.postcode))).toBe(true);
    expect(eligibilityOn(applicant, addDays(first, -1)).status).not.toBe('eligible');
    expect(eligibilityOn(applicant, first).status).not.toBe('not_yet');
  });
});

it('a VLS-TS counts from its validation, for those who need a permit', () => {
  const vls = { residencePermit: { kind: 'vls_ts', validatedOn: '2026-03-02' } };
  expect(permitCounts(applicantWith(vls), day('2026-03-01'))).toBe(false);
  expect(permitCounts(applicantWith(vls), day('2026-03-02'))).toBe(true);
  expect(permitCounts(applicantWith({ ...vls, nationalities: ['ES'] }), day('2026-03-01'))).toBe(true);
  expect(permitCounts(applicantWith({ residencePermit: { kind: 'visa_long_stay' } }), day('2026-03-01'))).toBe(true);
});

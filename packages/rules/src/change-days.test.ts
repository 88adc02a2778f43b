import { test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { addDays, type Day } from './calendar/days.ts';
import { changeDays } from './change-days.ts';
import { documentNeeds } from './documents/needs.ts';
import { eligibilityOn } from './eligibility.ts';
import type { Applicant } from './file.ts';
import { defaultPlaybook } from './playbook.ts';
import { applicants, days } from './testing/applicants.ts';
import { applicantWarnings, coverageGap, permitEnds } from './warnings.ts';

/** What this package's foundations say of an applicant on a day. */
const said = (applicant: Applicant, on: Day) =>
  JSON.stringify([
    eligibilityOn(applicant, on),
    documentNeeds(applicant, defaultPlaybook, on),
    applicantWarnings(applicant, on, documentNeeds(applicant, defaultPlaybook, on)),
    permitEnds(applicant, on),
    coverageGap(applicant.privateInsuranceUntil, on, eligibilityOn(applicant, on).earliestSubmissionOn, null),
  ]);

test.prop([applicants, days])('nothing changes by itself but on the days that are announced', (applicant, today) => {
  const changes = changeDays(applicant, today);
  const next = changes[0];
  const until = next ?? addDays(today, 2_000);
  const now = said(applicant, today);
  for (const on of [addDays(today, 1), addDays(today, 30), addDays(until, -1)])
    if (on < until && on > today) expect(said(applicant, on)).toBe(now);
});

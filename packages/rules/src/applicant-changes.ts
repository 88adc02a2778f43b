import { departmentOf } from './caisse.ts';
import type { Applicant, ApplicantChanges } from './file.ts';

/** What an object that was not there before starts with. */
const BEFORE_ANY_CHANGE: Record<string, Record<string, unknown>> = {
  residencePermit: { validatedOn: null, validUntil: null },
  birthCertificate: {},
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The applicant after a change: objects are merged one level deep, everything else is replaced.
 * A move to another department leaves the old caisse, and the address entered for it, behind.
 */
export function mergeApplicant(applicant: Applicant, changes: ApplicantChanges): Applicant {
  const merged: Record<string, unknown> = { ...applicant };
  for (const [field, value] of Object.entries(changes)) {
    if (value === undefined) continue;
    merged[field] = isObject(value) ? { ...(merged[field] ?? BEFORE_ANY_CHANGE[field]), ...value } : value;
  }
  // What `readFile` has let through is whole after the merge: it looks at this very function's answer.
  const after = merged as Applicant;
  if (departmentOf(after.address.postcode) === departmentOf(applicant.address.postcode)) return after;
  return { ...after, caisse: changes.caisse ?? null, caisseAddress: changes.caisseAddress ?? null };
}

import { departmentOf } from './caisse.ts';
import type { Applicant } from './file.ts';

/** The changes of an `applicant_changed` event, once read: whole lists, and objects that may hold some of their fields. */
export type ApplicantChanges = Partial<
  Omit<Applicant, 'address' | 'residencePermit' | 'birthCertificate'> & {
    address: Partial<Applicant['address']>;
    residencePermit: Partial<NonNullable<Applicant['residencePermit']>> | null;
    birthCertificate: Partial<NonNullable<Applicant['birthCertificate']>> | null;
  }
>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The applicant after a change: objects are merged one level deep, everything else is replaced.
 * A move to another department leaves the old caisse, and the address entered for it, behind.
 */
export function mergeApplicant(applicant: Applicant, changes: ApplicantChanges): Applicant {
  const merged: Record<string, unknown> = { ...applicant };
  for (const [field, value] of Object.entries(changes)) {
    const before = merged[field];
    merged[field] = isObject(value) && isObject(before) ? { ...before, ...value } : value;
  }
  const after = merged as Applicant;
  if (departmentOf(after.address.postcode) === departmentOf(applicant.address.postcode)) return after;
  return { ...after, caisse: changes.caisse ?? null, caisseAddress: changes.caisseAddress ?? null };
}

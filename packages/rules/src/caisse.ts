import type { Applicant } from './file.ts';
import type { PlannedCaisse } from './plan-types.ts';

/** The department that a postcode lies in (`2A`, `971`, `24`). */
export function departmentOf(postcode: string): string {
  throw new Error(`not written yet: ${postcode}`);
}

/** The caisse that a file goes to. `submitted`: whether it has been sent (an online file has its caisse from then on). */
export function caisseOf(applicant: Applicant, submitted: boolean): PlannedCaisse {
  throw new Error(`not written yet: ${applicant.caisse} ${submitted}`);
}

/** The lines of the envelope (38 characters at most, six lines at most), or null when no address is known. */
export function filingAddress(shortName: string, applicant: Applicant): string[] | null {
  throw new Error(`not written yet: ${shortName} ${applicant.caisse}`);
}

import type { Context } from './context.ts';
import type { Day } from './calendar/days.ts';
import { isInHand } from './documents/status.ts';
import { duplicateEvent, submittedTooEarly, trackingCheckDigit, trackingUnknown, wrongForm } from './event-warnings.ts';
import { lastOf, rightsOn, type Facts } from './facts.ts';
import { letterWithNumber } from './history/letters.ts';
import type { PlannedEligibility, PlannedWarning } from './plan-types.ts';
import { coverageGap, permitEnds } from './warnings.ts';

/** Warnings that follow from what happened to a file: to its letters, its papers, and the record itself. */
export function fileWarnings(
  c: Context,
  eligibility: PlannedEligibility,
  duplicatesOn: readonly Day[],
): PlannedWarning[] {
  const { stage, facts } = c;
  const [firstDuplicate] = duplicatesOn;
  return [
    stage === 'card_delivered' || stage === 'withdrawn' ? null : permitEnds(c.applicant, c.day),
    gap(c),
    hasForm(c) ? wrongForm(c.applicant) : null,
    tooEarly(c, eligibility),
    wrongDigit(facts),
    ofNoLetter(facts),
    firstDuplicate === undefined ? null : duplicateEvent(firstDuplicate),
  ].filter((warning) => warning !== null);
}

/** The first number whose check digit is wrong. */
function wrongDigit({ letters, numbersNamed }: Facts): PlannedWarning | null {
  for (const { trackingNumber } of letters) {
    const warning = trackingNumber === null ? null : trackingCheckDigit(trackingNumber);
    if (warning !== null) return warning;
  }
  for (const number of numbersNamed) {
    const warning = trackingCheckDigit(number);
    if (warning !== null) return warning;
  }
  return null;
}

/** The first number that no letter has. */
function ofNoLetter(facts: Facts): PlannedWarning | null {
  for (const number of facts.numbersNamed) if (letterWithNumber(facts, number) === null) return trackingUnknown(number);
  return null;
}

const rightsAreOpen = ({ facts }: Context): boolean =>
  rightsOn(facts) !== null || facts.numberOn !== null || facts.card.receivedOn !== null;

function gap(c: Context): PlannedWarning | null {
  if (rightsAreOpen(c) || c.stage === 'withdrawn' || c.stage === 'nothing_to_file') return null;
  const submittedOn = lastOf(c.facts.postings)?.on ?? null;
  return coverageGap(c.applicant.privateInsuranceUntil, c.day, c.earliestSubmissionOn, submittedOn);
}

/** A form that CPAM itself has asked for is no wrong one. */
function hasForm({ papers: { rows } }: Context): boolean {
  const form = rows.find(({ need }) => need.code === 'application_form');
  return form !== undefined && !form.required && isInHand(form);
}

function tooEarly(c: Context, { source }: PlannedEligibility): PlannedWarning | null {
  const letter = lastOf(c.facts.postings);
  if (letter === undefined || letter.tooEarlyFor === null || rightsAreOpen(c)) return null;
  return submittedTooEarly(letter.on, letter.tooEarlyFor, source);
}

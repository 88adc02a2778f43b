import type { Context } from './context.ts';
import type { Day } from './calendar/days.ts';
import { isInHand } from './documents/status.ts';
import { duplicateEvent, submittedTooEarly, trackingCheckDigit, trackingUnknown, wrongForm } from './event-warnings.ts';
import { lastOf, rightsOn } from './facts.ts';
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
    first([...facts.letters.map(({ trackingNumber }) => trackingNumber), ...facts.numbersNamed], trackingCheckDigit),
    first(
      facts.numbersNamed.filter((number) => letterWithNumber(facts, number) === null),
      trackingUnknown,
    ),
    firstDuplicate === undefined ? null : duplicateEvent(firstDuplicate),
  ].filter((warning) => warning !== null);
}

/** The first of the numbers that is worth a warning. */
function first(
  numbers: readonly (string | null)[],
  warns: (number: string) => PlannedWarning | null,
): PlannedWarning | null {
  for (const number of numbers) {
    const warning = number === null ? null : warns(number);
    if (warning !== null) return warning;
  }
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
const hasForm = ({ rows }: Context): boolean =>
  rows.some(
    (row) => row.need.code === 'application_form' && row.need.member === null && !row.required && isInHand(row),
  );

function tooEarly(c: Context, { source }: PlannedEligibility): PlannedWarning | null {
  const letter = lastOf(c.facts.postings);
  if (letter === undefined || letter.tooEarlyFor === null || rightsAreOpen(c)) return null;
  return submittedTooEarly(letter.on, letter.tooEarlyFor, source);
}

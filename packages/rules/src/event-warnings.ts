import type { Day } from './calendar/days.ts';
import { inWords } from './calendar/words.ts';
import type { SourceId } from './citations/citations.ts';
import { trackingCheck } from './numbers/tracking.ts';
import type { PlannedWarning } from './plan-types.ts';
import { routeOf } from './eligibility.ts';
import type { Applicant } from './file.ts';

/** Warnings about what happened to a file, beside those about its applicant (`warnings.ts`). */

const read = (day: Day, language: 'en' | 'fr') => inWords(day, language, { year: true });

/** wrong_form: students file online, and posted workers hand in an S1. Asked only when a form is in hand. */
export function wrongForm(applicant: Applicant): PlannedWarning | null {
  const usesNone = applicant.category === 'posted_worker' || applicant.category === 'student';
  if (!usesNone && routeOf(applicant) !== 'none') return null;
  return {
    code: 'wrong_form',
    because: {
      en: 'An application form is in hand, and this category uses none.',
      fr: 'Un formulaire de demande est au dossier ; cette catégorie n’en utilise pas.',
    },
    source: 'form/S1106',
  };
}

/** submitted_too_early: `source` is that of the eligibility the day comes from. */
export const submittedTooEarly = (sentOn: Day, earliestOn: Day, source: SourceId): PlannedWarning => ({
  code: 'submitted_too_early',
  because: {
    en: `Sent on ${read(sentOn, 'en')}, before the first possible day, ${read(earliestOn, 'en')}.`,
    fr: `Envoyé le ${read(sentOn, 'fr')}, avant le premier jour possible, le ${read(earliestOn, 'fr')}.`,
  },
  source,
});

/** A number may be anything that was typed: the sentence shows what fits a letter. */
const shown = (trackingNumber: string): string =>
  trackingNumber.length > 24 ? `${trackingNumber.slice(0, 23)}…` : trackingNumber;

/** tracking_check_digit, when the check digit of a number is wrong; a form we do not know is not. */
export function trackingCheckDigit(trackingNumber: string): PlannedWarning | null {
  if (trackingCheck(trackingNumber) !== 'wrong') return null;
  return {
    code: 'tracking_check_digit',
    because: {
      en: `The check digit of ${shown(trackingNumber)} does not fit: read it again.`,
      fr: `La clé de ${shown(trackingNumber)} ne convient pas : à relire.`,
    },
    source: 'upu/S10',
  };
}

/** tracking_unknown: the number of no letter of the file. */
export const trackingUnknown = (trackingNumber: string): PlannedWarning => ({
  code: 'tracking_unknown',
  because: {
    en: `${shown(trackingNumber)} belongs to no letter of this file; counted for the last one on its way.`,
    fr: `${shown(trackingNumber)} n’est à aucune lettre du dossier ; compté pour la dernière en cours.`,
  },
  source: 'playbook',
});

/** duplicate_event: two events alike but for their id. */
export const duplicateEvent = (on: Day): PlannedWarning => ({
  code: 'duplicate_event',
  because: {
    en: `The same event was recorded twice on ${read(on, 'en')}; it counts once.`,
    fr: `Le même fait est noté deux fois le ${read(on, 'fr')} ; il compte une fois.`,
  },
  source: 'playbook',
});

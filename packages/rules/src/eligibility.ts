import { addDays, addMonths, later, type Day } from './calendar/days.ts';
import { notWorking } from './calendar/tails.ts';
import { inWords } from './calendar/words.ts';
import { workingDay } from './calendar/working-days.ts';
import { zoneOf, type Zone } from './calendar/zones.ts';
import type { SourceId } from './citations/citations.ts';
import { EEA_AND_SWITZERLAND } from './countries.ts';
import type { Applicant } from './file.ts';
import type { Plan, PlannedEligibility } from './plan-types.ts';
import type { Words } from './vocabulary.ts';

export type NationalityGroup = 'eu' | 'uk' | 'other';

/** eu (EU, EEA, Switzerland; French included) if any nationality is; else uk if any is British; else other. */
export function groupOf(nationalities: readonly string[]): NationalityGroup {
  if (nationalities.some((country) => EEA_AND_SWITZERLAND.has(country))) return 'eu';
  return nationalities.includes('GB') ? 'uk' : 'other';
}

/** A European card covers a stay, not a life here: only students and job seekers can leave it at that. */
const coveredByEhic = ({ category, hasEhic }: Applicant): boolean =>
  hasEhic && (category === 'student' || category === 'job_seeker');

/** The way the request takes. `none`: a European card valid for the stay, nothing is filed. */
export function routeOf(applicant: Applicant): Plan['route'] {
  if (coveredByEhic(applicant)) return 'none';
  if (applicant.category === 'student') return 'online';
  return applicant.category === 'frontier_worker' ? 'option_form' : 'post';
}

/** Whether the residence permit counts on a day: a VLS-TS only from its validation online. */
export function permitCounts({ nationalities, residencePermit }: Applicant, day: Day): boolean {
  if (groupOf(nationalities) === 'eu' || residencePermit?.kind !== 'vls_ts') return true;
  return residencePermit.validatedOn !== null && residencePermit.validatedOn <= day;
}

/** Joins an insured relative: nothing waits for three months. */
export const joinsFamily = ({ category, familyRoute }: Applicant): boolean =>
  category === 'family_member' || (category === 'resident' && familyRoute);

/** EU nationals have five years before residence alone is enough; French ones coming back do not wait for that. */
export function isEuResidentUnderFiveYears(applicant: Applicant, day: Day): boolean {
  const { category, nationalities, arrivedOn } = applicant;
  if (category !== 'resident' || joinsFamily(applicant)) return false;
  if (groupOf(nationalities) !== 'eu' || nationalities.includes('FR')) return false;
  return arrivedOn === null || day < addMonths(arrivedOn, 60);
}

/** The right rests on residence alone. A job seeker from outside the EU brings no S1. */
export const ownResidence = (applicant: Applicant): boolean =>
  (applicant.category === 'resident' && !joinsFamily(applicant)) || isOutsideJobSeeker(applicant);

export const isOutsideJobSeeker = ({ category, nationalities }: Applicant): boolean =>
  category === 'job_seeker' && groupOf(nationalities) !== 'eu';

/**
 * Where a file's right comes from, on which day it counts, and why: `on` is not yet moved to a working day. The day is
 * asked for all along a file's life, the words at its end.
 */
type Opening = { on: Day | null; because: () => Words; source: SourceId };

const read = (day: Day, language: 'en' | 'fr') => inWords(day, language, { year: true });

/** A day in a sentence, with what keeps a file from leaving on it. */
function readIn(day: Day, zone: Zone, language: 'en' | 'fr'): string {
  return read(day, language) + notWorking(day, zone)[language];
}

/** The days of who lives here by right of residence; `validatedOn`: that of a VLS-TS, where it is the later one. */
type ResidenceDays = { reachedOn: Day; validatedOn: Day | null };

/** Three months and a day, and the validation of a VLS-TS that came after them. */
export function residenceDaysOf(arrivedOn: Day, { nationalities, residencePermit: permit }: Applicant): ResidenceDays {
  const reachedOn = addDays(addMonths(arrivedOn, 3), 1);
  const validatedOn = permit?.kind === 'vls_ts' && groupOf(nationalities) !== 'eu' ? permit.validatedOn : null;
  return { reachedOn, validatedOn: validatedOn !== null && validatedOn > reachedOn ? validatedOn : null };
}

const arrivalUnknown = (): Words => ({
  en: 'The day of arrival in France is not known, and the right counts from it.',
  fr: 'Le jour de l’arrivée en France n’est pas connu, et le droit se compte de ce jour.',
});

function byResidence(applicant: Applicant, zone: Zone): Opening {
  const { arrivedOn, residencePermit: permit, nationalities } = applicant;
  if (arrivedOn === null) return { on: null, because: arrivalUnknown, source: 'css/D160-2' };
  if (groupOf(nationalities) !== 'eu' && permit?.kind === 'vls_ts' && permit.validatedOn === null)
    return {
      on: null,
      because: () => ({
        en: 'The VLS-TS is not validated online; the first possible day depends on that day.',
        fr: 'Le VLS-TS n’est pas validé en ligne ; le premier jour possible en dépend.',
      }),
      source: 'arrete/2017-05-10',
    };
  const { reachedOn, validatedOn } = residenceDaysOf(arrivedOn, applicant);
  if (validatedOn !== null)
    return {
      on: validatedOn,
      because: () => ({
        en: `Three months and a day on ${read(reachedOn, 'en')}; the VLS-TS counts from its validation, ${read(validatedOn, 'en')}.`,
        fr: `Trois mois et un jour le ${read(reachedOn, 'fr')} ; le VLS-TS compte dès sa validation, le ${read(validatedOn, 'fr')}.`,
      }),
      source: 'arrete/2017-05-10',
    };
  return {
    on: reachedOn,
    because: () => ({
      en: `In France since ${read(arrivedOn, 'en')}: three months and a day reached on ${readIn(reachedOn, zone, 'en')}.`,
      fr: `En France depuis le ${read(arrivedOn, 'fr')} : trois mois et un jour le ${readIn(reachedOn, zone, 'fr')}.`,
    }),
    source: 'css/D160-2',
  };
}

type Start = { startsOn: Day | null; name: Words; source: SourceId };

function byActivity(arrivedOn: Day | null, { startsOn, name, source }: Start, zone: Zone): Opening {
  if (startsOn === null)
    return {
      on: null,
      because: () => ({
        en: `The first day of ${name.en} is not known, and the right counts from it.`,
        fr: `Le premier jour ${name.fr} n’est pas connu, et le droit se compte de ce jour.`,
      }),
      source,
    };
  if (arrivedOn === null) return { on: null, because: arrivalUnknown, source };
  if (arrivedOn > startsOn)
    return {
      on: arrivedOn,
      because: () => ({
        en: `First day of ${name.en} on ${read(startsOn, 'en')}, arrival on ${readIn(arrivedOn, zone, 'en')}: the later one counts.`,
        fr: `Premier jour ${name.fr} le ${read(startsOn, 'fr')}, arrivée le ${readIn(arrivedOn, zone, 'fr')} : le plus tardif compte.`,
      }),
      source,
    };
  return {
    on: startsOn,
    because: () => ({
      en: `The right opens with the first day of ${name.en}, ${readIn(startsOn, zone, 'en')}; there is no wait.`,
      fr: `Le droit s’ouvre dès le premier jour ${name.fr}, le ${readIn(startsOn, zone, 'fr')}, sans attente.`,
    }),
    source,
  };
}

function byArrival(arrivedOn: Day | null, name: Words, source: SourceId, zone: Zone): Opening {
  if (arrivedOn === null) return { on: null, because: arrivalUnknown, source };
  return {
    on: arrivedOn,
    because: () => ({
      en: `${name.en}: no wait, from the arrival on ${readIn(arrivedOn, zone, 'en')}.`,
      fr: `${name.fr} : pas d’attente, dès l’arrivée le ${readIn(arrivedOn, zone, 'fr')}.`,
    }),
    source,
  };
}

const WORK: Words = { en: 'work', fr: 'd’activité' };

function openingOf(applicant: Applicant, zone: Zone): Opening {
  const { arrivedOn, activityStartsOn, studiesStartOn } = applicant;
  if (joinsFamily(applicant))
    return byArrival(
      arrivedOn,
      { en: 'Joins an insured relative', fr: 'Rejoint un proche assuré' },
      'cpam67/residence',
      zone,
    );
  if (ownResidence(applicant)) return byResidence(applicant, zone);
  switch (applicant.category) {
    case 's1_holder':
    case 'job_seeker':
      return byArrival(
        arrivedOn,
        { en: 'With an S1, another country pays', fr: 'Avec un S1, un autre pays prend en charge' },
        applicant.category === 's1_holder' ? 'service-public/F12859' : 'forum-ameli/2703700',
        zone,
      );
    case 'posted_worker':
      return byArrival(
        arrivedOn,
        { en: 'Posted to France, insured at home', fr: 'Détachement en France, assurance au pays' },
        'ameli/detachement',
        zone,
      );
    case 'student':
      return byActivity(
        arrivedOn,
        { startsOn: studiesStartOn, name: { en: 'studies', fr: 'd’études' }, source: 'ameli/etudier-en-france' },
        zone,
      );
    case 'frontier_worker':
      return byActivity(arrivedOn, { startsOn: activityStartsOn, name: WORK, source: 'ameli/frontalier-suisse' }, zone);
    default:
      return byActivity(
        arrivedOn,
        { startsOn: activityStartsOn, name: WORK, source: 'welcometofrance/affiliation' },
        zone,
      );
  }
}

/** How the caisse will decide is open: said instead of the day's reason, which the earliest day shows anyway. */
function openOutcome(applicant: Applicant, day: Day): { because: Words; source: SourceId } | null {
  if (isEuResidentUnderFiveYears(applicant, day))
    return {
      because: {
        en: 'Under five years in France and no S1: the caisse decides case by case, after three months and a day.',
        fr: 'Moins de cinq ans en France, sans S1 : la caisse décide au cas par cas, après trois mois et un jour.',
      },
      source: 'cleiss/resider-eee',
    };
  if (isOutsideJobSeeker(applicant))
    return {
      because: {
        en: 'A job seeker from outside the EU: only residence can open the right, and the outcome is open.',
        fr: 'Recherche d’emploi, hors UE : seule la résidence peut ouvrir le droit ; l’issue reste ouverte.',
      },
      source: 'css/D160-2',
    };
  return null;
}

const openingDay = ({ on }: Opening, zone: Zone): Day | null => (on === null ? null : workingDay(on, zone));

/** The first day on which the file may be sent; null when it is not known, or nothing is filed. */
export function earliestSubmissionOf(applicant: Applicant): Day | null {
  if (routeOf(applicant) === 'none') return null;
  const zone = zoneOf(applicant.address.postcode);
  return openingDay(openingOf(applicant, zone), zone);
}

/** From when the file may be sent, and how open the answer is. */
export function eligibilityOn(applicant: Applicant, day: Day): PlannedEligibility {
  if (routeOf(applicant) === 'none')
    return {
      status: 'not_this_route',
      earliestSubmissionOn: null,
      because: {
        en: 'A European health insurance card covers the stay: nothing has to be filed.',
        fr: 'Une carte européenne d’assurance maladie couvre le séjour : rien n’est à déposer.',
      },
      source: 'service-public/F675',
    };
  const zone = zoneOf(applicant.address.postcode);
  const opening = openingOf(applicant, zone);
  const earliestSubmissionOn = openingDay(opening, zone);
  const open = openOutcome(applicant, day);
  if (open !== null) return { status: 'uncertain', earliestSubmissionOn, ...open };
  const eligible = earliestSubmissionOn !== null && later(day, earliestSubmissionOn) === day;
  return {
    status: eligible ? 'eligible' : 'not_yet',
    earliestSubmissionOn,
    because: opening.because(),
    source: opening.source,
  };
}

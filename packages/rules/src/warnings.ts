import { addDays, addMonths, type Day } from './calendar/days.ts';
import { inWords } from './calendar/words.ts';
import { HOLDS_FROM } from './citations/holds-from.ts';
import { firstDayOf } from './citations/in-force.ts';
import type { DocumentNeed } from './documents/needs.ts';
import {
  groupOf,
  isEuResidentUnderFiveYears,
  isOutsideJobSeeker,
  joinsFamily,
  permitCounts,
  routeOf,
} from './eligibility.ts';
import type { Applicant } from './file.ts';
import type { PlannedWarning } from './plan-types.ts';

/** From this day a contribution may be asked of residents without work (L. 160-1-1); its amount awaits a decree. */
export const CONTRIBUTION_FROM = firstDayOf(HOLDS_FROM['css/L160-1-1']);
/** A permit's end is warned of from this many days before, whatever the playbook says of the review. */
export const PERMIT_WARNING_DAYS = 90;
/** A file sent may take four months until the rights are open. */
const MONTHS_TO_RIGHTS = 4;

const read = (day: Day, language: 'en' | 'fr') => inWords(day, language, { year: true });

function outcomeUncertain(applicant: Applicant, day: Day): PlannedWarning | null {
  if (isEuResidentUnderFiveYears(applicant, day))
    return {
      code: 'outcome_uncertain',
      because: {
        en: 'Under five years in France and no S1: the caisse decides case by case.',
        fr: 'Moins de cinq ans en France et sans S1 : la caisse décide au cas par cas.',
      },
      source: 'cleiss/resider-eee',
    };
  if (isOutsideJobSeeker(applicant) && routeOf(applicant) !== 'none')
    return {
      code: 'outcome_uncertain',
      because: {
        en: 'A job seeker from outside the EU: how the caisse will decide is open.',
        fr: 'Recherche d’emploi, hors UE : la décision de la caisse reste ouverte.',
      },
      source: 'css/D160-2',
    };
  return null;
}

function contributionPossible(applicant: Applicant, day: Day): PlannedWarning | null {
  const { category, nationalities } = applicant;
  if (category !== 'resident' || groupOf(nationalities) === 'eu' || joinsFamily(applicant)) return null;
  if (day < CONTRIBUTION_FROM) return null;
  return {
    code: 'contribution_possible',
    because: {
      en: 'Since 1 January 2026 a contribution may be asked of residents without work; amount unknown.',
      fr: 'Depuis le 1ᵉʳ janvier 2026, une contribution peut être due sans activité ; montant inconnu.',
    },
    source: 'css/L160-1-1',
  };
}

function familyRouteOverride(applicant: Applicant): PlannedWarning | null {
  if (!applicant.familyRoute || !joinsFamily(applicant)) return null;
  return {
    code: 'family_route_override',
    because: {
      en: 'The adviser chose the family route: sources do not settle it, the three months may apply.',
      fr: 'Voie familiale choisie à la main : les sources divergent, les trois mois peuvent valoir.',
    },
    source: 'forum-ameli/3425037',
  };
}

function sourcesDisagree(needs: readonly DocumentNeed[]): PlannedWarning | null {
  const [first, ...others] = needs.filter(({ sourcesDiffer }) => sourcesDiffer !== undefined);
  const one = first?.sourcesDiffer;
  if (first === undefined || one === undefined) return null;
  // At most the form and the translation: each paper says for itself what the other source asks.
  const other = others.find(({ sourcesDiffer }) => sourcesDiffer?.en !== one.en)?.sourcesDiffer;
  return {
    code: 'sources_disagree',
    because:
      other === undefined
        ? {
            en: `Two sources differ on a rule used here: ${one.en}.`,
            fr: `Deux sources divergent sur une règle appliquée ici : ${one.fr}.`,
          }
        : {
            en: `Sources differ on two rules: ${one.en}, and ${other.en}.`,
            fr: `Les sources divergent sur deux règles : ${one.fr}, et ${other.fr}.`,
          },
    source: first.source,
  };
}

function permitNotValidated(applicant: Applicant, day: Day): PlannedWarning | null {
  if (routeOf(applicant) === 'none' || permitCounts(applicant, day)) return null;
  return {
    code: 'permit_not_validated',
    because: {
      en: 'The VLS-TS is not validated online: until then it does not count.',
      fr: 'Le VLS-TS n’est pas validé en ligne : d’ici là, il ne compte pas.',
    },
    source: 'arrete/2017-05-10',
  };
}

/** permit_ends: says no number of days, since a plan must read the same until something changes. */
export function permitEnds({ nationalities, residencePermit }: Applicant, day: Day): PlannedWarning | null {
  const until = residencePermit?.validUntil ?? null;
  if (until === null || groupOf(nationalities) === 'eu' || day < addDays(until, -PERMIT_WARNING_DAYS)) return null;
  return {
    code: 'permit_ends',
    because:
      day > until
        ? { en: `The permit ended on ${read(until, 'en')}.`, fr: `Le titre a pris fin le ${read(until, 'fr')}.` }
        : { en: `The permit ends on ${read(until, 'en')}.`, fr: `Le titre prend fin le ${read(until, 'fr')}.` },
    source: 'arrete/2017-05-10',
  };
}

/**
 * Warnings that follow from the applicant and the day alone: outcome_uncertain, contribution_possible,
 * family_route_override, sources_disagree and permit_not_validated. `permitEnds` and `coverageGap` stand apart:
 * they last only until the card, or the rights, have come.
 */
export function applicantWarnings(applicant: Applicant, day: Day, needs: readonly DocumentNeed[]): PlannedWarning[] {
  return [
    outcomeUncertain(applicant, day),
    contributionPossible(applicant, day),
    familyRouteOverride(applicant),
    sourcesDisagree(needs),
    permitNotValidated(applicant, day),
  ].filter((warning) => warning !== null);
}

/** coverage_gap, while the rights are not open: the caller asks only then. */
export function coverageGap(
  coverUntil: Day | null,
  day: Day,
  earliestSubmissionOn: Day | null,
  submittedOn: Day | null,
): PlannedWarning | null {
  if (coverUntil === null) return null;
  const over = coverUntil < day;
  const neededUntil = submittedOn === null ? earliestSubmissionOn : addMonths(submittedOn, MONTHS_TO_RIGHTS);
  if (!over && (neededUntil === null || coverUntil >= neededUntil)) return null;
  return {
    code: 'coverage_gap',
    because: over
      ? {
          en: `Private cover ended on ${read(coverUntil, 'en')}, and rights are not open.`,
          fr: `L’assurance privée a pris fin le ${read(coverUntil, 'fr')}, et les droits ne sont pas ouverts.`,
        }
      : {
          en: `Rights are not open, and private cover ends on ${read(coverUntil, 'en')}: a gap is possible.`,
          fr: `Droits non ouverts, et l’assurance privée prend fin le ${read(coverUntil, 'fr')} : un trou est possible.`,
        },
    source: 'playbook',
  };
}

import type { SourceId } from '../citations/citations.ts';
import type { DisagreementId } from '../citations/disagreements.ts';
import type { Words } from '../vocabulary.ts';
import type { Care } from './care.ts';
import type { GuidanceRule, Line, Sourced } from './estimate-types.ts';
import { euros } from './euros.ts';
import { since, type Figure } from './figures.ts';
import { CONTRIBUTION_A_DAY, WITHHELD_A_YEAR } from './rates.ts';

/** What is withheld of a refund: its line on either side of the sum, and what there is to know of it. */
export type Withheld = {
  back: Line;
  left: Line[];
  notes: Sourced[];
  /** Points on which sources differ that matter to it. */
  differs: DisagreementId[];
};

/** Nobody under 18 owes a flat amount. */
const MINOR = 18;

/** What one of the two amounts is called, and who does not owe it. */
type Sort = {
  label: Words;
  rule: GuidanceRule;
  minors: SourceId;
  left: Sourced | null;
  notOwed: Words & { source: SourceId };
};

const CONTRIBUTION_SORT: Sort = {
  label: { en: 'Flat contribution', fr: 'Participation forfaitaire' },
  rule: 'care_contribution',
  minors: 'ameli/participation-2016',
  // Sources differ on whether every complementary insurance refuses it, or most: nothing is said.
  left: null,
  notOwed: {
    en: 'No flat contribution is owed with C2S or AME, or from the sixth month of pregnancy.',
    fr: 'Aucune participation forfaitaire avec la C2S ou l’AME, ni dès le sixième mois de grossesse.',
    source: 'quechoisir/contribution',
  },
};

const FRANCHISE_SORT: Sort = {
  label: { en: 'Franchise on medicines', fr: 'Franchise sur les médicaments' },
  rule: 'care_medicines',
  minors: 'quechoisir/franchise',
  left: {
    because: {
      en: 'Withheld of the refund. Complementary insurances do not pay it.',
      fr: 'Retenue sur le remboursement. Les complémentaires ne la paient pas.',
    },
    source: 'quechoisir/franchise',
    rule: 'care_medicines',
  },
  notOwed: {
    en: 'No franchise is owed with C2S or AME, or from the sixth month of pregnancy.',
    fr: 'Aucune franchise avec la C2S ou l’AME, ni dès le sixième mois de grossesse.',
    source: 'ircem/franchise',
  },
};

const none = ({ label, rule, minors }: Sort): Withheld => ({
  back: { label, amount: 0, because: { en: 'None before 18.', fr: 'Aucune avant 18 ans.' }, source: minors, rule },
  left: [],
  notes: [],
  differs: [],
});

function laterOf(rest: number, source: SourceId, rule: GuidanceRule): Sourced {
  const amount = euros(rest);
  return {
    because: {
      en: `The refund is smaller than what is withheld: ${amount.en} is taken from a later one.`,
      fr: `Le remboursement est plus petit que la retenue : le reste, ${amount.fr}, sera retenu sur un suivant.`,
    },
    source,
    rule,
  };
}

/** Takes what is owed of a refund, and never more than there is. */
function taking(owed: number, share: number, because: Words, source: SourceId, sort: Sort): Withheld {
  const { label, rule, notOwed } = sort;
  const taken = Math.min(owed, share);
  const left = sort.left ?? {
    because: { en: 'Withheld of the refund.', fr: 'Retenue sur le remboursement.' },
    source,
    rule,
  };
  return {
    back: { label, amount: 0 - taken, because, source, rule },
    left: taken === 0 ? [] : [{ label, amount: taken, ...left }],
    notes: [
      ...(owed > taken ? [laterOf(owed - taken, source, rule)] : []),
      ...(owed > 0 ? [{ because: { en: notOwed.en, fr: notOwed.fr }, source: notOwed.source, rule }] : []),
    ],
    differs: [],
  };
}

/** Who turns 18 within the year owes nothing until the next. */
const YEAR_OF_18: Sourced = {
  because: {
    en: 'Whoever turns 18 this year owes no flat contribution until 1 January next.',
    fr: 'Qui a 18 ans cette année ne doit aucune participation avant le 1ᵉʳ janvier suivant.',
  },
  source: 'ameli/participation-2016',
  rule: 'care_contribution',
};

/** The flat contribution of a visit or of tests: an amount an act, with a limit a day and a year. */
export function contributionOf(care: Care, share: number, figure: Figure): Withheld {
  const { age, on, actsBefore } = care;
  if (age < MINOR) return none(CONTRIBUTION_SORT);
  const { value, source } = figure;
  const ofDay = Math.max(0, CONTRIBUTION_A_DAY - value * actsBefore);
  const ofYear = WITHHELD_A_YEAR - care.withheld;
  const owed = Math.min(value, ofDay, ofYear);
  const [each, day, year] = [euros(value), euros(CONTRIBUTION_A_DAY), euros(WITHHELD_A_YEAR)];
  const from = since(figure);
  const reached =
    owed === value
      ? { en: '', fr: '' }
      : ofDay < ofYear
        ? {
            en: ` The limit of ${day.en} a day with one practitioner cuts it.`,
            fr: ` Le plafond de ${day.fr} par jour et praticien la réduit.`,
          }
        : { en: ` The limit of ${year.en} a year cuts it.`, fr: ` Le plafond de ${year.fr} par an la réduit.` };
  const because = {
    en: `${each.en} is withheld of each visit or test${from.en}.${reached.en}`,
    fr: `Retenue de ${each.fr} par consultation ou analyse${from.fr}.${reached.fr}`,
  };
  const withheld = taking(owed, share, because, source, CONTRIBUTION_SORT);
  return {
    ...withheld,
    notes: [...(age === MINOR ? [YEAR_OF_18] : []), ...withheld.notes],
    differs: actsBefore >= 2 && on >= '2024-05-15' ? ['flat_day_cap'] : [],
  };
}

/** The franchise of medicines: an amount a box, with a limit a year. */
export function franchiseOf(care: Care, share: number, figure: Figure): Withheld {
  const { age, boxes } = care;
  if (age < MINOR) return none(FRANCHISE_SORT);
  const { value, source } = figure;
  const all = value * boxes;
  const owed = Math.min(all, WITHHELD_A_YEAR - care.withheld);
  const [each, year] = [euros(value), euros(WITHHELD_A_YEAR)];
  const from = since(figure);
  const because = {
    en: `${each.en} is withheld of each box${from.en}: ${boxes} here.${owed < all ? ` The limit of ${year.en} a year cuts it.` : ''}`,
    fr: `Retenue de ${each.fr} par boîte${from.fr} : ${boxes} ici.${owed < all ? ` Le plafond de ${year.fr} par an la réduit.` : ''}`,
  };
  return taking(owed, share, because, source, FRANCHISE_SORT);
}

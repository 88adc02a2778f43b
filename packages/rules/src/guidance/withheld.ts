import type { Care } from './care.ts';
import type { Line, Sourced } from './estimate-types.ts';
import { euros } from './euros.ts';
import { since, type Figure } from './figures.ts';
import { CONTRIBUTION_A_DAY, WITHHELD_A_YEAR } from './rates.ts';

/** What is withheld of a refund: the line of the sum, and what is owed beyond the refund itself. */
export type Withheld = { taken: number; line: Line; note: Sourced | null };

/** Nobody under 18 owes a flat amount. */
const MINOR = 18;

function later(owed: number, { source, rule }: Line): Sourced {
  const rest = euros(owed);
  return {
    because: {
      en: `The refund is smaller than what is withheld: ${rest.en} is taken from a later one.`,
      fr: `Le remboursement est plus petit que la retenue : ${rest.fr} seront pris sur un suivant.`,
    },
    source,
    rule,
  };
}

function taking(owed: number, share: number, line: Line): Withheld {
  const taken = Math.min(owed, share);
  return { taken, line: { ...line, amount: 0 - taken }, note: owed > taken ? later(owed - taken, line) : null };
}

/** The flat contribution of a visit or of tests: an amount an act, with a limit a day and a year. */
export function contributionOf(care: Care, share: number, figure: Figure): Withheld {
  const { value, source } = figure;
  const label = { en: 'Flat contribution', fr: 'Participation forfaitaire' };
  const rule = 'care_contribution' as const;
  if (care.age < MINOR)
    return taking(0, share, {
      amount: 0,
      label,
      because: { en: 'None before 18.', fr: 'Aucune avant 18 ans.' },
      source: 'ameli/participation-2016',
      rule,
    });
  const ofDay = Math.max(0, CONTRIBUTION_A_DAY - value * care.actsBefore);
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
  return taking(owed, share, {
    amount: 0,
    label,
    because: {
      en: `${each.en} is withheld of each visit or test${from.en}.${reached.en}`,
      fr: `${each.fr} sont retenus par consultation ou analyse${from.fr}.${reached.fr}`,
    },
    source,
    rule,
  });
}

/** The franchise of medicines: an amount a box, with a limit a year. */
export function franchiseOf(care: Care, share: number, figure: Figure): Withheld {
  const { value, source } = figure;
  const label = { en: 'Franchise on medicines', fr: 'Franchise sur les médicaments' };
  const rule = 'care_medicines' as const;
  if (care.age < MINOR)
    return taking(0, share, {
      amount: 0,
      label,
      because: { en: 'None before 18.', fr: 'Aucune avant 18 ans.' },
      source: 'quechoisir/franchise',
      rule,
    });
  const all = value * care.boxes;
  const ofYear = WITHHELD_A_YEAR - care.withheld;
  const owed = Math.min(all, ofYear);
  const [each, year] = [euros(value), euros(WITHHELD_A_YEAR)];
  const from = since(figure);
  return taking(owed, share, {
    amount: 0,
    label,
    because: {
      en: `${each.en} is withheld of each box${from.en}: ${care.boxes} here.${owed < all ? ` The limit of ${year.en} a year cuts it.` : ''}`,
      fr: `${each.fr} retenus par boîte${from.fr} : ${care.boxes} ici.${owed < all ? ` Le plafond de ${year.fr} par an la réduit.` : ''}`,
    },
    source,
    rule,
  });
}

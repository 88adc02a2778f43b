import type { Care } from './care.ts';
import type { Estimate, Line, Sourced } from './estimate-types.ts';
import { percent } from './euros.ts';
import { figureOn, type Figure } from './figures.ts';
import { aCare } from './names.ts';
import {
  CONTRIBUTION,
  FRANCHISE,
  LABORATORY,
  LOCAL_LABORATORY,
  LOCAL_MEDICINES,
  LONG_ILLNESS,
  MEDICINES,
} from './rates.ts';
import { estimateOf, noFigure, noFigureYet, partLabel, partOf } from './reckoning.ts';
import { forLongIllness, localLine, ownShare } from './shares.ts';
import { contributionOf, franchiseOf, type Withheld } from './withheld.ts';

/** Medicines of one class: the rate of their price, less an amount a box. */
export function estimateMedicine(care: Care): Estimate {
  const { on, medicineRate, longIllness } = care;
  const general = figureOn(MEDICINES[medicineRate], on);
  const franchise = figureOn(FRANCHISE, on);
  if (general === null || franchise === null)
    return noFigureYet(aCare.medicine, MEDICINES[medicineRate], on, 'care_medicines');
  if (longIllness && medicineRate === 15)
    return noFigure(
      {
        en: 'Suivi has no figure for a medicine of 15% in a long illness: its sources do not tell whether it is raised.',
        fr: 'Suivi n’a pas de chiffre pour un médicament à 15 % en affection de longue durée : ses sources n’en disent rien.',
      },
      'service-public/F165',
      'care_long_illness',
    );
  return prescribed(
    care,
    general,
    figureOn(LOCAL_MEDICINES[medicineRate], on),
    {
      because: {
        en: `Medicines of this class are paid back at ${percent(general.value).en}; the receipt shows the class.`,
        fr: `Les médicaments de cette classe sont remboursés à ${percent(general.value).fr} ; la facture l’indique.`,
      },
      source: general.source,
      rule: 'care_medicines',
    },
    (share) => franchiseOf(care, share, franchise),
  );
}

/** Tests on prescription, at the tariff: laboratories seldom charge more. */
export function estimateLaboratory(care: Care): Estimate {
  const { on } = care;
  const general = figureOn(LABORATORY, on);
  const contribution = figureOn(CONTRIBUTION, on);
  if (general === null || contribution === null)
    return noFigureYet(aCare.laboratory, LABORATORY, on, 'care_laboratory');
  return prescribed(
    care,
    general,
    figureOn(LOCAL_LABORATORY, on),
    {
      because: {
        en: `Tests on prescription are paid back at ${percent(general.value).en} in general.`,
        fr: `Les analyses prescrites sont remboursées à ${percent(general.value).fr} en général.`,
      },
      source: general.source,
      rule: 'care_laboratory',
    },
    (share) => contributionOf(care, share, contribution),
  );
}

/** The local scheme leaves the lowest class as it is, and somebody who has it should see that it was thought of. */
const nothingAdded = (topped: Figure | null, { value }: Figure): Sourced | null =>
  topped === null || topped.value > value || value === 100
    ? null
    : {
        because: {
          en: `The local scheme adds nothing to medicines of ${percent(value).en}.`,
          fr: `Le régime local n’ajoute rien aux médicaments à ${percent(value).fr}.`,
        },
        source: topped.source,
        rule: 'care_local_scheme',
      };

function prescribed(
  { on, price, longIllness, localScheme }: Care,
  general: Figure,
  topped: Figure | null,
  why: Pick<Line, 'because' | 'source' | 'rule'>,
  withhold: (share: number) => Withheld,
): Estimate {
  const raised = longIllness ? figureOn(LONG_ILLNESS, on) : null;
  const rate = raised ?? general;
  const local = localScheme && raised === null && topped !== null && topped.value > rate.value ? topped : null;
  const first = partOf(price, rate.value);
  const both = local === null ? first : partOf(price, local.value);
  const withheld = withhold(both);
  return estimateOf({
    cost: price,
    base: {
      label: { en: 'Reckoned on', fr: 'Base du calcul' },
      amount: price,
      because: {
        en: 'The price paid, taken as the one that is set for it.',
        fr: 'Le prix payé, tenu pour celui qui est fixé.',
      },
      source: why.source,
      rule: why.rule,
    },
    back: [
      {
        label: partLabel(rate.value, price),
        amount: first,
        ...(raised === null ? why : forLongIllness(raised)),
      },
      ...(local === null ? [] : [localLine(rate.value, local, price, both - first)]),
      withheld.back,
    ],
    left: [...ownShare(price - both, local?.value ?? rate.value, price, why.source, why.rule, true), ...withheld.left],
    notes: [...withheld.notes, localScheme && raised === null ? nothingAdded(topped, rate) : null],
    differs: withheld.differs,
  });
}

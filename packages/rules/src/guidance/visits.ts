import type { DisagreementId } from '../citations/disagreements.ts';
import { isGp, type Care, type CareKind } from './care.ts';
import type { Estimate, Line } from './estimate-types.ts';
import { euros } from './euros.ts';
import { figureOn, since, type Figure } from './figures.ts';
import { aCare } from './names.ts';
import { isInside, pathwayOf } from './pathway.ts';
import { CONTRIBUTION, INSIDE, LOCAL_FEES, LONG_ILLNESS, OUTSIDE } from './rates.ts';
import { estimateOf, noFigure, noFigureYet, partLabel, partOf } from './reckoning.ts';
import { aboveTariff, forLongIllness, localLine, ownShare } from './shares.ts';
import { PUT_OFF, tariffOn, tariffsOf } from './tariffs.ts';
import { contributionOf } from './withheld.ts';

/** A visit to a doctor: the rate of the tariff, less the flat contribution. */
export function estimateVisit(care: Care): Estimate {
  const { kind, on, age, price, longIllness, localScheme } = care;
  const inside = isInside(care);
  const general = figureOn(inside ? INSIDE : OUTSIDE, on);
  const contribution = figureOn(CONTRIBUTION, on);
  if (general === null || contribution === null) return noFigureYet(aCare[kind], INSIDE, on, 'care_pathway');
  const tariff = care.tariff === null ? tariffOn(kind, age, on) : null;
  if (tariff === null && care.tariff === null) return noTariff(care);
  const unknown = outsideWith(care, inside);
  if (unknown !== null) return unknown;

  const base = Math.min(price, tariff?.value ?? care.tariff ?? 0);
  const rate = longIllness ? (figureOn(LONG_ILLNESS, on) ?? general) : general;
  const local = localScheme && !longIllness ? figureOn(LOCAL_FEES, on) : null;
  const first = partOf(base, rate.value);
  const both = local === null ? first : partOf(base, local.value);
  const withheld = contributionOf(care, both, contribution);
  const share: Line = {
    label: partLabel(rate.value, base),
    amount: first,
    ...(longIllness ? forLongIllness(rate) : pathwayOf(care, rate)),
  };
  return estimateOf({
    cost: price,
    base: baseLine(care, base, tariff),
    back: [share, ...(local === null ? [] : [localLine(rate.value, local, base, both - first)]), withheld.back],
    left: [
      ...ownShare(base - both, local?.value ?? rate.value, base, 'service-public/F17042', 'care_pathway', inside),
      ...withheld.left,
      ...aboveTariff(price - base),
    ],
    notes: withheld.notes,
    differs: [...differing(care, inside), ...withheld.differs],
  });
}

const ruleOf = (kind: CareKind) => (isGp(kind) ? 'care_gp' : 'care_specialists');

/** What the rate is taken of: never more than was charged. */
function baseLine({ kind, price, tariff }: Care, amount: number, known: Figure | null): Line {
  const full = euros(known?.value ?? tariff ?? 0);
  const from = known === null ? { en: '', fr: '' } : since(known);
  const wholeTariff = price > amount || price === (known?.value ?? tariff);
  return {
    label: { en: 'Reckoned on', fr: 'Base du calcul' },
    amount,
    because:
      known === null
        ? {
            en: `The tariff entered is ${full.en}; the care form shows it.${wholeTariff ? '' : ' Less was charged.'}`,
            fr: `Le tarif saisi est de ${full.fr} ; la feuille de soins l’indique.${wholeTariff ? '' : ' Le prix payé est plus bas.'}`,
          }
        : {
            en: `The tariff of ${aCare[kind].en} is ${full.en}${from.en}.${wholeTariff ? '' : ' Less was charged.'}`,
            fr: `Le tarif d’${aCare[kind].fr} est de ${full.fr}${from.fr}.${wholeTariff ? '' : ' Le prix payé est plus bas.'}`,
          },
    source: known?.source ?? 'service-public/F17042',
    rule: known === null ? 'care_pathway' : ruleOf(kind),
  };
}

const noTariff = ({ kind, on, age }: Care): Estimate =>
  noFigureYet(aCare[kind], tariffsOf(kind, age), on, ruleOf(kind));

/** Neither source tells what a top-up becomes outside the pathway. */
function outsideWith({ longIllness, localScheme }: Care, inside: boolean): Estimate | null {
  if (inside || (!longIllness && !localScheme)) return null;
  return longIllness
    ? noFigure(
        {
          en: 'Suivi has no figure for a long illness outside the care pathway: its sources do not tell how the two meet.',
          fr: 'Suivi n’a pas de chiffre pour une affection de longue durée hors parcours : ses sources n’en disent rien.',
        },
        'service-public/F165',
        'care_long_illness',
      )
    : noFigure(
        {
          en: 'Suivi has no figure for the local scheme outside the care pathway: its sources tell its rates inside it alone.',
          fr: 'Suivi n’a pas de chiffre pour le régime local hors parcours : ses sources ne donnent que les taux dans le parcours.',
        },
        'quotidien-medecin/local-scheme',
        'care_local_scheme',
      );
}

function differing({ kind, on, tariff }: Care, inside: boolean): DisagreementId[] {
  const specialist = !isGp(kind) && tariff === null;
  return [
    ...(specialist && on >= PUT_OFF.from && on <= PUT_OFF.until ? (['specialists_2026'] as const) : []),
    ...(!inside && kind === 'gp' ? (['outside_pathway'] as const) : []),
  ];
}

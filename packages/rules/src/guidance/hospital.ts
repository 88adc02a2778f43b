import { addDays } from '../calendar/days.ts';
import type { Care } from './care.ts';
import type { Estimate, Line, Sourced } from './estimate-types.ts';
import { euros } from './euros.ts';
import { figureOn, since, type Figure } from './figures.ts';
import { aCare } from './names.ts';
import {
  DAILY_CHARGE,
  DAILY_CHARGE_PSYCHIATRY,
  EMERGENCY,
  EMERGENCY_REDUCED,
  HEAVY_ACT,
  HOSPITAL,
  LONG_ILLNESS,
} from './rates.ts';
import { estimateOf, noFigure, noFigureYet, partLabel, partOf } from './reckoning.ts';

/** From the next day on nothing is left of the costs themselves: which day cost what is not asked. */
const LONGEST_STAY = 30;

/** A stay: 80% of its costs, or all but a flat amount once a costly act is done, and a charge for each day. */
export function estimateStay(care: Care): Estimate {
  const { on, price, days, longIllness, localScheme, heavyAct } = care;
  const unknown = stayWithoutFigure(care);
  if (unknown !== null) return unknown;
  const general = figureOn(HOSPITAL, on);
  const flat = heavyAct && !longIllness ? figureOn(HEAVY_ACT, on) : null;
  if (general === null) return noFigureYet(aCare.hospital, HOSPITAL, on, 'care_hospital');
  if (heavyAct && !longIllness && flat === null) return noFigureYet(aCare.hospital, HEAVY_ACT, on, 'care_heavy_act');

  const own =
    longIllness || localScheme ? 0 : flat === null ? price - partOf(price, general.value) : Math.min(price, flat.value);
  const charges = chargesOf(care);
  const allCharges = charges.reduce((total, { amount }) => total + amount, 0);
  const share: Line = { amount: price - own, ...shareOf(care, general, flat) };
  return estimateOf({
    cost: price + allCharges,
    base: {
      label: { en: 'Costs of the stay', fr: 'Frais de séjour' },
      amount: price,
      because: {
        en: `What the hospital bills for ${days === 1 ? 'the day' : `the ${days} days`}, without the daily charge.`,
        fr: `Ce que l’hôpital facture pour ${days === 1 ? 'la journée' : `les ${days} jours`}, hors forfait journalier.`,
      },
      source: general.source,
      rule: 'care_hospital',
    },
    back: [share, ...(localScheme ? charges.map(byLocalScheme) : [])],
    left: [...(own === 0 ? [] : [ownLine(own, price, general, flat)]), ...(localScheme ? [] : charges)],
    notes: longIllness || localScheme || flat !== null ? [] : [PAID_IN_FULL],
    differs: heavyAct && !longIllness && on >= '2026-04-01' && on < '2026-04-22' ? ['heavy_acts_2026'] : [],
  });
}

const PAID_IN_FULL: Sourced = {
  because: {
    en: 'In listed cases a stay is paid in full; the hospital or CPAM tells whether this is one.',
    fr: 'Dans des cas énumérés, le séjour est payé en entier ; l’hôpital ou la CPAM le dit.',
  },
  source: 'service-public/F200',
  rule: 'care_hospital',
};

function stayWithoutFigure({ days, localScheme, heavyAct, longIllness }: Care): Estimate | null {
  if (days > LONGEST_STAY)
    return noFigure(
      {
        en: `Suivi has no figure for a stay of more than ${LONGEST_STAY} days: from then on the costs are met in full, day by day.`,
        fr: `Suivi n’a pas de chiffre au-delà de ${LONGEST_STAY} jours : les frais sont ensuite pris en charge en entier, jour par jour.`,
      },
      'ch-alpes-leman/stay',
      'care_hospital',
    );
  if (localScheme && heavyAct && !longIllness)
    return noFigure(
      {
        en: 'Suivi has no figure for a costly act under the local scheme: its sources do not tell who pays the flat share.',
        fr: 'Suivi n’a pas de chiffre pour un acte coûteux sous le régime local : ses sources ne disent pas qui paie le forfait.',
      },
      'quotidien-medecin/local-scheme',
      'care_local_scheme',
    );
  return null;
}

function shareOf(
  { price, longIllness, localScheme, on }: Care,
  general: Figure,
  flat: Figure | null,
): Omit<Line, 'amount'> {
  if (longIllness)
    return {
      label: partLabel(100, price),
      because: {
        en: 'A stay for a listed long illness is paid in full; the daily charge stays.',
        fr: 'Un séjour pour une affection de longue durée de la liste est payé en entier ; le forfait journalier reste dû.',
      },
      source: figureOn(LONG_ILLNESS, on)?.source ?? 'service-public/F165',
      rule: 'care_long_illness',
    };
  if (localScheme)
    return {
      label: partLabel(100, price),
      because: {
        en: 'With the local scheme of Alsace-Moselle a stay is paid in full.',
        fr: 'Avec le régime local d’Alsace-Moselle, un séjour est payé en entier.',
      },
      source: 'quotidien-medecin/local-scheme',
      rule: 'care_local_scheme',
    };
  if (flat !== null)
    return {
      label: { en: 'All but the flat share', fr: 'Tout, sauf le forfait' },
      because: {
        en: `An act of €120 or more was done: ${euros(flat.value).en} takes the place of the 20% share${since(flat).en}.`,
        fr: `Un acte de 120 € ou plus a eu lieu : ${euros(flat.value).fr} remplacent la part de 20 %${since(flat).fr}.`,
      },
      source: flat.source,
      rule: 'care_heavy_act',
    };
  return {
    label: partLabel(general.value, price),
    because: {
      en: 'Assurance Maladie pays 80% of a stay.',
      fr: 'L’Assurance Maladie paie 80 % d’un séjour.',
    },
    source: general.source,
    rule: 'care_hospital',
  };
}

const ownLine = (amount: number, price: number, general: Figure, flat: Figure | null): Line =>
  flat === null
    ? {
        label: partLabel(100 - general.value, price),
        amount,
        because: {
          en: 'The rest of the costs; a complementary insurance may take it over.',
          fr: 'Le reste des frais ; une complémentaire santé peut le prendre en charge.',
        },
        source: 'ch-alpes-leman/stay',
        rule: 'care_hospital',
        mayBeCovered: true,
      }
    : {
        label: { en: 'Flat share of a costly act', fr: 'Forfait d’un acte coûteux' },
        amount,
        because: {
          en: 'In place of the 20% share; a complementary insurance may take it over.',
          fr: 'À la place des 20 % ; une complémentaire santé peut le prendre en charge.',
        },
        source: flat.source,
        rule: 'care_heavy_act',
        mayBeCovered: true,
      };

/** The charge of each day at that day’s amount: a stay may cross a rise. A stay within one day owes none. */
function chargesOf({ on, days, psychiatric }: Care): Line[] {
  if (days === 1) return [];
  const figures = psychiatric ? DAILY_CHARGE_PSYCHIATRY : DAILY_CHARGE;
  return figures.flatMap((figure) => {
    const at = Array.from({ length: days }, (_, n) => addDays(on, n)).filter(
      (day) => figureOn(figures, day) === figure,
    );
    if (at.length === 0) return [];
    const each = euros(figure.value);
    return [
      {
        label: {
          en: `Daily charge, ${at.length} × ${each.en}`,
          fr: `Forfait journalier, ${at.length} × ${each.fr}`,
        },
        amount: figure.value * at.length,
        because: {
          en: `${each.en} a day${since(figure).en}${psychiatric ? ' in psychiatry' : ''}, the day of leaving counted.`,
          fr: `${each.fr} par jour${psychiatric ? ' en psychiatrie' : ''}${since(figure).fr}, jour de sortie compris.`,
        },
        source: figure.source,
        rule: 'care_daily_charge',
      },
    ];
  });
}

const byLocalScheme = (charge: Line): Line => ({
  ...charge,
  because: {
    en: 'The local scheme pays the daily charge, too.',
    fr: 'Le régime local paie aussi le forfait journalier.',
  },
  source: 'quotidien-medecin/local-scheme',
  rule: 'care_local_scheme',
});

/** Emergencies without a stay: one flat amount is all that is asked of the patient. */
export function estimateEmergency({ on, longIllness, localScheme }: Care): Estimate {
  const fee = figureOn(longIllness ? EMERGENCY_REDUCED : EMERGENCY, on);
  if (fee === null) return noFigureYet(aCare.emergency, EMERGENCY, on, 'care_emergency');
  if (localScheme)
    return noFigure(
      {
        en: 'Suivi has no figure for emergencies under the local scheme: its sources do not tell who pays the flat fee.',
        fr: 'Suivi n’a pas de chiffre pour les urgences sous le régime local : ses sources ne disent pas qui paie le forfait.',
      },
      'quotidien-medecin/local-scheme',
      'care_local_scheme',
    );
  const line: Line = {
    label: { en: 'Flat fee of the emergency room', fr: 'Forfait patient urgences' },
    amount: fee.value,
    because: longIllness
      ? {
          en: `Reduced to ${euros(fee.value).en} for a long illness${since(fee).en}; a complementary insurance may pay it.`,
          fr: `Réduit à ${euros(fee.value).fr} en longue maladie${since(fee).fr} ; une complémentaire peut le payer.`,
        }
      : {
          en: `${euros(fee.value).en} for a visit that ends without a stay${since(fee).en}; a complementary insurance may pay it.`,
          fr: `${euros(fee.value).fr} par passage sans hospitalisation${since(fee).fr} ; une complémentaire peut le payer.`,
        },
    source: fee.source,
    rule: 'care_emergency',
    mayBeCovered: true,
  };
  return estimateOf({ cost: fee.value, base: line, back: [], left: [line] });
}

import { citation } from '../citations/citations.ts';
import type { DisagreementId } from '../citations/disagreements.ts';
import type { Day } from '../calendar/days.ts';
import type { Words } from '../vocabulary.ts';
import type { Estimate, Line, Sourced } from './estimate-types.ts';
import { euros, percent } from './euros.ts';
import { yearAndDay, type Figure } from './figures.ts';
import type { GuidanceRule } from './estimate-types.ts';

/** A part of an amount, to the nearest cent. */
export const partOf = (cents: number, rate: number): number => Math.round((cents * rate) / 100);

const sum = (lines: readonly Line[]): number => lines.reduce((total, { amount }) => total + amount, 0);

export type Sums = {
  cost: number;
  base: Line;
  back: readonly Line[];
  left: readonly Line[];
  notes?: readonly (Sourced | null)[];
  differs?: readonly DisagreementId[];
};

/** An estimate from its lines: the sums, and the oldest reading among its sources. */
export function estimateOf({ cost, base, back, left, notes = [], differs = [] }: Sums): Estimate {
  const said = notes.filter((note) => note !== null);
  const readings = [base, ...back, ...left, ...said].map(({ source }) => citation(source).readOn);
  return {
    known: true,
    cost,
    base,
    back: [...back],
    paidBack: sum(back),
    left: [...left],
    stays: sum(left),
    notes: said,
    differs: [...differs],
    readOn: readings.reduce((oldest, day) => (day < oldest ? day : oldest)),
  };
}

/** What Suivi cannot reckon, and says so. */
export const noFigure = (
  because: Words,
  source: Line['source'] | null = null,
  rule: GuidanceRule | null = null,
): Estimate => ({
  known: false,
  because,
  source,
  rule,
});

/** No source of ours reaches back to that day. */
export function noFigureYet(of: Words, figures: readonly Figure[], on: Day, rule: GuidanceRule): Estimate {
  const day = yearAndDay(on);
  const first = figures[0];
  const from = first === undefined ? null : yearAndDay(first.validFrom);
  return noFigure(
    {
      en: `Suivi has no figure for ${of.en} on ${day.en}${from === null ? '.' : `: its sources begin on ${from.en}.`}`,
      fr: `Suivi n’a pas de chiffre pour ${of.fr} le ${day.fr}${from === null ? '.' : ` : ses sources commencent le ${from.fr}.`}`,
    },
    first?.source ?? null,
    rule,
  );
}

/** The label of a part: “70% of €30.00”. */
export const partLabel = (rate: number, cents: number): Words => ({
  en: `${percent(rate).en} of ${euros(cents).en}`,
  fr: `${percent(rate).fr} de ${euros(cents).fr}`,
});

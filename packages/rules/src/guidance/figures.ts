import { addDays, type Day } from '../calendar/days.ts';
import { inWords } from '../calendar/words.ts';
import type { SourceId } from '../citations/citations.ts';
import type { Words } from '../vocabulary.ts';

/** A figure that holds from one day to another, both counted. Amounts are in euro cents, rates in per cent. */
export type Figure = {
  value: number;
  validFrom: Day;
  validUntil: Day | null;
  /** It held before that day, too: no source tells since when. */
  older: boolean;
  source: SourceId;
};

type Row = readonly [from: string, value: number, source: SourceId, older?: 'older'];

/** Each figure holds until the eve of the next: so no day has two, and a rise is one line. */
export const dated = (...rows: readonly Row[]): Figure[] =>
  rows.map(([from, value, source, older], place) => {
    const next = rows[place + 1];
    const validUntil = next === undefined ? null : addDays(next[0] as Day, -1);
    return { value, validFrom: from as Day, validUntil, older: older !== undefined, source };
  });

/** The figure of a day, or null on a day before the first that a source tells of. */
export const figureOn = (figures: readonly Figure[], day: Day): Figure | null =>
  figures.find(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day <= validUntil)) ?? null;

/** A day with its year: figures are read years after. */
export const yearAndDay = (day: Day): Words => ({
  en: inWords(day, 'en', { year: true }),
  fr: inWords(day, 'fr', { year: true }),
});

/** “ since 15 May 2024”, or nothing where no source tells the day. */
export function since({ validFrom, older }: Figure): Words {
  if (older) return { en: '', fr: '' };
  const day = yearAndDay(validFrom);
  return { en: ` since ${day.en}`, fr: ` depuis le ${day.fr}` };
}

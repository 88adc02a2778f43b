import type { TFunction } from 'i18next';
import type { CallGroup } from '@suivi/contracts/calls';
import { ENOUGH_CALLS } from '@suivi/rules/calls/best-hour';
import { isOpenAt, type Minutes, type Span } from '@suivi/rules/calls/hours';
import { placeOf } from '@suivi/rules/calendar/working-days';
import type { CallOutcome, Language } from '@suivi/rules/vocabulary';

type Chance = NonNullable<CallGroup['best']>;

/** A time of day: 8:30 · 8 h 30. */
export function clock(minutes: Minutes, language: Language): string {
  const [hour, minute] = [Math.floor(minutes / 60), String(minutes % 60).padStart(2, '0')];
  if (language === 'en') return `${hour}:${minute}`;
  return minute === '00' ? `${hour} h` : `${hour} h ${minute}`;
}

/** 8:30–10:00 · 8 h 30–10 h. */
export const span = ({ from, to }: Span, language: Language): string =>
  `${clock(from, language)}–${clock(to, language)}`;

/** 68% · 68 %. */
export const percent = (share: number, language: Language): string =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { style: 'percent' }).format(share);

/** When 3646 answers this caisse, as seen now. */
export function hoursInWords(t: TFunction, language: Language, { opening }: CallGroup, now: Minutes): string {
  if (opening.state === 'unknown') return t('callRound.hours.unknown');
  if (opening.state === 'closed')
    return opening.holiday === null
      ? t('callRound.hours.weekend')
      : t('callRound.hours.holiday', { name: opening.holiday[language] });
  if (isOpenAt(now, opening)) return t('callRound.hours.until', { time: clock(opening.to, language) });
  return now < opening.from
    ? t('callRound.hours.from', { time: clock(opening.from, language) })
    : t('callRound.hours.over');
}

/** The time where the caisse is; its place is named where the clock is not ours. */
export function timeInWords(t: TFunction, language: Language, { zone }: CallGroup, now: Minutes): string {
  const time = clock(now, language);
  return zone === 'metropole' || zone === 'alsace_moselle'
    ? time
    : t('callRound.hours.inPlace', { time, place: placeOf(zone)[language] });
}

/** A caisse's best hour with its n, and from what it is known. */
export function bestInWords(t: TFunction, language: Language, { best, chances }: CallGroup): string | null {
  if (best === null) return null;
  const values = { span: span(best.span, language), percent: percent(best.chance, language), n: best.calls };
  // Of few calls, what is published weighs as much: then it is expected rather than known.
  const few = best.calls < ENOUGH_CALLS;
  if (best.basis === 'caisse') return t(few ? 'callRound.best.fewOwn' : 'callRound.best.learned', values);
  if (best.basis === 'all') return t(few ? 'callRound.best.few' : 'callRound.best.all', values);
  // Where all parts of the day are alike, none is the best.
  return chances.every(({ chance }) => chance === best.chance)
    ? t('callRound.best.none')
    : t('callRound.best.published', values);
}

/** One part of the day in the explanation of the best hour. */
export const chanceInWords = (
  t: TFunction,
  language: Language,
  { span: of, chance, calls, answered }: Chance,
): string =>
  t(calls === 0 ? 'callRound.best.why.slotPublished' : 'callRound.best.why.slot', {
    span: span(of, language),
    percent: percent(chance, language),
    answered,
    n: calls,
  });

/** An outcome within a sentence: in progress, call back on. */
export const outcomeInWords = (t: TFunction, outcome: CallOutcome): string =>
  t(`outcome.${outcome}`).replace('…', '').toLowerCase();

import type { Chance } from './best-hour.ts';
import { isOpenAt, type Minutes, type Opening, type Span } from './hours.ts';

/** When to call a caisse, as seen at a time of day. */
export type Timing = { opening: Opening; best: Chance | null; now: Minutes };

/** How long until a span begins: 0 within it, and beyond every wait once it is over. */
const untilSpan = ({ from, to }: Span, now: Minutes): number =>
  now < from ? from - now : now < to ? 0 : OVER + (now - to);
const OVER = 24 * 60;

/** 0: somebody answers, or may; 1: later today; 2: not today any more. */
function openness({ opening, now }: Timing): number {
  if (isOpenAt(now, opening) !== false) return 0;
  return opening.state === 'open' && now < opening.from ? 1 : 2;
}

/** Which caisse to call first: one that answers, at its best hour, then one whose best hour is near. */
export function byBestHour(a: Timing, b: Timing): number {
  const wait = ({ best, now }: Timing) => (best === null ? Number.POSITIVE_INFINITY : untilSpan(best.span, now));
  return openness(a) - openness(b) || compare(wait(a), wait(b));
}

/** Which of a caisse's calls to make first: one whose hour it is; one that was tried at this hour waits. */
export const byOwnHour = (a: Chance | null, b: Chance | null, now: Minutes): number => {
  const wait = (chance: Chance | null) => (chance === null ? 0 : untilSpan(chance.span, now));
  return compare(wait(a), wait(b));
};

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** The minute of the day where the clock is so many minutes ahead of UTC. */
export const localMinute = (utcMinute: Minutes, offset: number): Minutes =>
  (((utcMinute + offset) % (24 * 60)) + 24 * 60) % (24 * 60);

import type { Zone } from '../calendar/working-days.ts';
import { quietSlots, SLOTS, spanOf, type Opening, type Slot, type Span } from './hours.ts';

/** How often one called in a slot, and how often somebody answered. */
export type Tally = { slot: Slot; calls: number; answered: number };

/** Where an estimate comes from: published quiet hours, the agency's calls to all caisses, or to this one. */
export type Basis = 'published' | 'all' | 'caisse';

export type Chance = {
  slot: Slot;
  span: Span;
  /** The posterior mean: between 0 and 1. */
  chance: number;
  /** What it was learned from. */
  calls: number;
  answered: number;
  basis: Basis;
};

/**
 * The prior, as calls that nobody made: five in each slot, of which three were answered in a quiet one and two in
 * another. So few that a week of calls outweighs them; where no quiet hours are published, all slots are alike.
 */
const PRIOR_CALLS = 5;
const PRIOR_ANSWERED = { quiet: 3, busy: 2, unpublished: 2.5 } as const;

/** From so many calls on, a caisse speaks for itself. */
export const ENOUGH_CALLS = 10;

type Asked = {
  zone: Zone;
  opening: Opening;
  /** The agency's calls to this caisse, and to all caisses of the same hours. */
  own: readonly Tally[];
  all: readonly Tally[];
};

const total = (tallies: readonly Tally[]): number => tallies.reduce((sum, { calls }) => sum + calls, 0);

/** How likely somebody answers, slot by slot, in the order of the day. Slots outside the hours are left out. */
export function chances({ zone, opening, own, all }: Asked): Chance[] {
  const quiet = quietSlots(zone);
  const speaksForItself = total(own) >= ENOUGH_CALLS;
  const tallies = speaksForItself ? own : all;
  return SLOTS.flatMap((slot) => {
    const span = spanOf(slot, opening);
    if (span === null) return [];
    const { calls, answered } = tallies.find((tally) => tally.slot === slot) ?? { calls: 0, answered: 0 };
    const prior = PRIOR_ANSWERED[quiet.size === 0 ? 'unpublished' : quiet.has(slot) ? 'quiet' : 'busy'];
    return [
      {
        slot,
        span,
        chance: (prior + answered) / (PRIOR_CALLS + calls),
        calls,
        answered,
        basis: calls === 0 ? 'published' : speaksForItself ? 'caisse' : 'all',
      } as const,
    ];
  });
}

/** The best slot of the day; of two alike the earlier. */
export const bestOf = (of: readonly Chance[]): Chance | null =>
  of.reduce<Chance | null>((best, each) => (best === null || each.chance > best.chance ? each : best), null);

/** The slot for a call after some that nobody answered: the best that has not been tried; when all have, the best. */
export const bestUntried = (of: readonly Chance[], tried: ReadonlySet<Slot>): Chance | null =>
  bestOf(of.filter(({ slot }) => !tried.has(slot))) ?? bestOf(of);

import { addDays, addMonths, daysFrom, type Day } from '../calendar/days.ts';
import { say } from '../because.ts';
import type { Context } from '../context.ts';
import type { Refusal } from '../facts.ts';
import type { Words } from '../vocabulary.ts';

/** A limit of the law after a refusal, as the mediator has left it. */
export type Limit = { on: Day; suspendedSince: Day | null; addedDays: number; addedFrom: Day | null };

/** The day from which each of the three limits runs. */
function runsFrom(which: 'appeal' | 'silence' | 'court', refusal: Refusal, c: Context): { from: Day; since: Day } {
  if (which === 'appeal') return { from: refusal.notifiedOn, since: refusal.on };
  if (which === 'silence') {
    const { appeal } = refusal;
    return { from: appeal?.deliveredOn ?? appeal?.assumedOn ?? refusal.notifiedOn, since: refusal.on };
  }
  if (refusal.rejectedOn !== null) return { from: refusal.rejectedOn, since: refusal.rejectedOn };
  const silence = limitOf('silence', refusal, c);
  // What the mediator added before the silence is in its day already.
  return { from: silence.on, since: addDays(silence.on, 1) };
}

/**
 * Two months, and the days that the mediator had the case. He suspends what still ran when he took it up,
 * and only a limit that had begun by then.
 */
export function limitOf(which: 'appeal' | 'silence' | 'court', refusal: Refusal, c: Context): Limit {
  const { from, since } = runsFrom(which, refusal, c);
  const pendingSilence = which === 'court' && refusal.rejectedOn === null ? limitOf('silence', refusal, c) : null;
  const suspendedSince = pendingSilence?.suspendedSince ?? null;
  const limit: Limit = { on: addMonths(from, 2), suspendedSince, addedDays: 0, addedFrom: null };
  for (const { on, closedOn } of c.facts.mediations) {
    if (on < since || on > limit.on) continue;
    if (closedOn === null) limit.suspendedSince = on;
    else {
      const days = daysFrom(on, closedOn);
      limit.on = addDays(limit.on, days);
      limit.addedDays += days;
      limit.addedFrom ??= on;
    }
  }
  return limit;
}

/** The sentence of a limit: suspended or moved by the mediator, or else its own. */
export function whyLimit({ suspendedSince, addedDays, addedFrom }: Limit, own: Words, day: Day): Words {
  if (suspendedSince !== null)
    return say(
      'Suspended since {mediatorDay}: the mediator has taken up the case.',
      'Suspendu depuis le {mediatorDay} : le médiateur s’est saisi du dossier.',
      { mediatorDay: suspendedSince },
      day,
    );
  if (addedFrom !== null)
    return say(
      'The mediator’s {days} days, from {mediatorDay}, are added.',
      'Les {days} jours du médiateur, dès le {mediatorDay}, sont ajoutés.',
      { days: addedDays, mediatorDay: addedFrom },
      day,
    );
  return own;
}

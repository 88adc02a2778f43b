import { addDays, addMonths, daysFrom, type Day } from '../calendar/days.ts';
import { say } from '../because.ts';
import type { Context } from '../context.ts';
import type { Refusal } from '../facts.ts';
import type { Words } from '../vocabulary.ts';
import { daysIn } from './payloads.ts';

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

/** When the commission’s receipt of an appeal is only assumed, the day it is assumed on. */
export const assumedReceipt = ({ appeal, rejectedOn }: Refusal): Day | null =>
  appeal === null || appeal.deliveredOn !== null || rejectedOn !== null ? null : appeal.assumedOn;

/**
 * The sentence of a limit: suspended or moved by the mediator, or else its own.
 * @param assumedFrom the day it runs from, when that follows from a receipt that is only assumed
 */
export function whyLimit(limit: Limit, own: Words, day: Day, assumedFrom: Day | null = null): Words {
  const { suspendedSince, addedDays, addedFrom } = limit;
  if (suspendedSince !== null)
    return say(
      'Suspended since {mediatorDay}: the mediator has taken up the case.',
      'Suspendu depuis le {mediatorDay} : le médiateur s’est saisi du dossier.',
      { mediatorDay: suspendedSince },
      day,
    );
  if (addedFrom === null || addedDays === 0) return own;
  if (assumedFrom !== null)
    return say(
      'Two months from {fromDay}, by an assumed receipt, and the mediator’s {days} from {mediatorDay}.',
      'Deux mois dès le {fromDay}, réception supposée, et {days} du médiateur dès le {mediatorDay}.',
      { fromDay: assumedFrom, days: daysIn(addedDays), mediatorDay: addedFrom },
      day,
    );
  return addedDays === 1
    ? say(
        'The mediator’s one day, {mediatorDay}, is added.',
        'Le jour du médiateur, le {mediatorDay}, est ajouté.',
        { mediatorDay: addedFrom },
        day,
      )
    : say(
        'The mediator’s {days} days, from {mediatorDay}, are added.',
        'Les {days} jours du médiateur, dès le {mediatorDay}, sont ajoutés.',
        { days: addedDays, mediatorDay: addedFrom },
        day,
      );
}

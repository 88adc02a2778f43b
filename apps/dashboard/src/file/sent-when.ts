import type { Message } from '@suivi/contracts/messages';
import type { Day } from '@suivi/rules/calendar/days';

const paris = new Intl.DateTimeFormat('fr-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The day of an email, and the instant where it tells something. A demo agency's day is not the clock's: there, and where
 * an email waits for a person, the plan's day stands alone.
 */
export function whenOf({ state, sendOn, sendAt, sentAt }: Message, demo: boolean): { day: Day; at: string | null } {
  const at = sentAt ?? sendAt;
  const day = paris.format(Date.parse(at)) as Day;
  if (sentAt !== null) return demo && day !== sendOn ? { day: sendOn, at: null } : { day, at };
  return { day: sendOn, at: state !== 'held' && day === sendOn ? at : null };
}

import type { Day } from '@suivi/rules/calendar/days';
import { addDays } from '@suivi/rules/calendar/days';
import type { Zone } from '@suivi/rules/calendar/working-days';
import { isWorkingDay, timeZoneOf, workingDay } from '@suivi/rules/calendar/working-days';
import type { EmailTemplate } from '@suivi/rules/vocabulary';

/** An email leaves at 9:00 of the client's zone; `still_waiting` at 16:00, so that it can say what the day's call brought. */
const USUAL_HOUR = 9;
const HOURS: Partial<Record<EmailTemplate, number>> = { still_waiting: 16 };
/** After this hour nothing leaves by itself. */
const LAST_HOUR = 20;
/** So long can an event be undone before its email leaves. */
export const UNDO_MS = 15_000;

export type Sending = {
  sendOn: Day;
  template: EmailTemplate;
  zone: Zone;
  now: Date;
  demo: boolean;
  today: Day;
  undoable: boolean;
};

/**
 * The instant at which an email leaves. One whose hour has passed leaves at once (a person who recorded an event keeps
 * the time to undo it), by day; else at the next 9:00 of a working day. A demo day has no hours.
 */
export function sendAt({ sendOn, template, zone, now, demo, today, undoable }: Sending): Date {
  const hour = HOURS[template] ?? USUAL_HOUR;
  const usual = instantOf(sendOn, hour, zone);
  const soon = new Date(now.getTime() + (undoable ? UNDO_MS : 0));
  if (demo) return sendOn <= today ? soon : usual;
  if (usual >= soon) return usual;
  const here = localTime(soon, zone);
  if (isWorkingDay(here.day, zone) && here.hour >= USUAL_HOUR && here.hour < LAST_HOUR) return soon;
  const day = here.hour < USUAL_HOUR ? here.day : addDays(here.day, 1);
  return instantOf(workingDay(day, zone), USUAL_HOUR, zone);
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(zone: Zone): Intl.DateTimeFormat {
  const timeZone = timeZoneOf(zone);
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  clocks.set(timeZone, made);
  return made;
}

/** The day and the hour that the clocks of a zone show. */
export function localTime(at: Date, zone: Zone): { day: Day; hour: number; minute: number; second: number } {
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: `${parts.year}-${parts.month}-${parts.day}` as Day,
    hour: Number(parts.hour),
    minute: Number(parts.minute),
    second: Number(parts.second),
  };
}

/** The instant at which the clocks of a zone show that hour of that day. */
export function instantOf(day: Day, hour: number, zone: Zone): Date {
  const asUtc = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  // The offset at the guess is that at the answer: clocks change at night, and nothing leaves then.
  const guess = new Date(asUtc);
  const local = localTime(guess, zone);
  const shown = Date.parse(`${local.day}T00:00:00Z`) + ((local.hour * 60 + local.minute) * 60 + local.second) * 1000;
  return new Date(asUtc - (shown - asUtc));
}

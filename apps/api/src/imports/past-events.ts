import type { ImportField } from '@suivi/contracts/imports';
import type { Day } from '@suivi/rules/calendar/days';
import type { Cells } from './cells.ts';
import type { Read } from './values.ts';
import { readDay, readText } from './values.ts';

/** What happened to a client's file before Suivi: the days of a line, as events. The day is all that is taken of a number. */

const EVENT_FIELDS = [
  'event_file_submitted',
  'event_post_delivered',
  'event_provisional_number',
  'event_number',
  'event_attestation',
  'event_card_ordered',
  'event_card_received',
] as const satisfies readonly ImportField[];
type EventField = (typeof EVENT_FIELDS)[number];

const KINDS: Record<EventField, Record<string, unknown>> = {
  event_file_submitted: { type: 'file_submitted', method: 'registered_post' },
  event_post_delivered: { type: 'post_delivered' },
  event_provisional_number: { type: 'provisional_number_received' },
  event_number: { type: 'social_security_number_received' },
  event_attestation: { type: 'attestation_received' },
  event_card_ordered: { type: 'card_ordered', method: 'online' },
  event_card_received: { type: 'card_received' },
};

/** `12/03/2026`, as people type it. */
const typed = (day: Day): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

function readPastDay(cell: string, today: Day): Read<Day> {
  const read = readDay(cell);
  if (!read.ok || read.value <= today) return read;
  return {
    ok: false,
    reason: {
      en: `${typed(read.value)} lies ahead (today is ${typed(today)}). Leave it empty until it has happened.`,
      fr: `Le ${typed(read.value)} est à venir (nous sommes le ${typed(today)}). Laissez vide jusque-là.`,
    },
  };
}

/** The events of a line, in the order of their days. What cannot be is noted at its cell. */
export function pastEvents(
  row: Cells,
  { today, newId }: { today: Day; newId: () => string },
): Record<string, unknown>[] {
  const days = new Map<EventField, Day>();
  for (const field of EVENT_FIELDS) {
    const day = row.read(field, (cell) => readPastDay(cell, today));
    if (day !== null) days.set(field, day);
  }
  const trackingNumber = row.read('tracking_number', (cell) => readText(cell, 40));
  if (trackingNumber !== null && row.text('event_file_submitted') === '')
    row.fault('tracking_number', {
      en: 'A tracking number, and no day of posting. Add the day the file was posted.',
      fr: 'Un numéro de suivi, mais aucune date d’envoi. Ajoutez le jour de l’envoi.',
    });
  if (days.has('event_post_delivered') && row.text('event_file_submitted') === '')
    row.fault('event_post_delivered', {
      en: 'A receipt, and no day of posting. Add the day the file was posted.',
      fr: 'Un accusé de réception, mais aucune date d’envoi. Ajoutez le jour de l’envoi.',
    });
  const [posted, received] = [days.get('event_file_submitted'), days.get('event_post_delivered')];
  if (posted !== undefined && received !== undefined && received < posted)
    row.fault('event_post_delivered', {
      en: `The receipt comes before the posting (${typed(posted)}).`,
      fr: `L’accusé de réception précède l’envoi (${typed(posted)}).`,
    });
  return [...days]
    .map(([field, on]) => ({
      id: newId(),
      on,
      ...KINDS[field],
      ...(field === 'event_file_submitted' && { trackingNumber }),
    }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

import type { Day } from './calendar/days.ts';
import type { Event } from './file.ts';
import { DOCUMENTS, EVENT_TYPES } from './vocabulary.ts';
import { voidedIds } from './voided.ts';

/** What happened, without the corrections. */
export type Deed = Exclude<Event, { type: 'voided' }>;
export type DeedOf<T extends Deed['type']> = Extract<Deed, { type: T }>;

/** All that happened on one day, in the order in which it counts. */
export type DayOfEvents = { day: Day; deeds: Deed[] };

export type History = {
  days: DayOfEvents[];
  /** The days on which something was recorded twice. */
  duplicatesOn: Day[];
};

/** Papers and the applicant's facts come first, and keep the order of the list. */
const RANKS = new Map<string, number>(
  EVENT_TYPES.map((type, i) => [type, type === 'applicant_changed' || type.startsWith('document_') ? -1 : i]),
);
const rank = (deed: Deed): number => RANKS.get(deed.type) ?? 0;

/** An event by its content: keys sorted, without its id and what is not known. */
const contentOf = (deed: Deed): string => JSON.stringify(tidied(deed));

function tidied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(tidied);
  const [from, to] = [value as Record<string, unknown>, {} as Record<string, unknown>];
  for (const key of Object.keys(from).sort()) if (key !== 'id' && from[key] !== null) to[key] = tidied(from[key]);
  return to;
}

/** The events by day: what was voided left out, what was recorded twice once, each day in its order. */
export function historyOf(events: readonly Event[]): History {
  const voided = voidedIds(events);
  const byDay = new Map<Day, Deed[]>();
  for (const event of events) {
    if (event.type === 'voided' || voided.has(event.id)) continue;
    const deeds = byDay.get(event.on);
    if (deeds) deeds.push(event);
    else byDay.set(event.on, [event]);
  }
  const duplicatesOn: Day[] = [];
  const days: DayOfEvents[] = [];
  for (const [day, all] of byDay) {
    const deeds = all.length === 1 ? all : inOrder(all, () => duplicatesOn.push(day));
    days.push({ day, deeds });
  }
  days.sort((a, b) => (a.day < b.day ? -1 : 1));
  return { days, duplicatesOn: [...new Set(duplicatesOn)].sort() };
}

// Files often have all their papers on one day.
const LIKENESSES = new Map(
  EVENT_TYPES.map((type) => [type, new Map(DOCUMENTS.map((code) => [code, `${type}/${code}`]))]),
);

/** Deeds that differ in this differ; only those alike in it are compared in full. */
function likeness(deed: Deed): string {
  if (!('document' in deed)) return deed.type;
  const ofApplicant = LIKENESSES.get(deed.type)?.get(deed.document) ?? deed.type;
  return deed.member === null ? ofApplicant : `${ofApplicant}/${deed.member}`;
}

function inOrder(all: readonly Deed[], twice: () => void): Deed[] {
  const reached = all.some((deed) => deed.type === 'call_made' && deed.outcome !== 'no_answer');
  const written = new Map<Deed, string>();
  const content = (deed: Deed): string => {
    const text = written.get(deed) ?? contentOf(deed);
    written.set(deed, text);
    return text;
  };
  const firsts = new Map<string, Deed>();
  const contents = new Set<string>();
  const kept = all.filter((deed) => {
    const like = likeness(deed);
    const first = firsts.get(like);
    if (first === undefined) firsts.set(like, deed);
    else {
      contents.add(content(first));
      if (contents.has(content(deed))) {
        twice();
        return false;
      }
      contents.add(content(deed));
    }
    return !(reached && deed.type === 'call_made' && deed.outcome === 'no_answer');
  });
  return kept.sort((a, b) => {
    const first = rank(a);
    if (first !== rank(b)) return first - rank(b);
    return first === -1 ? 0 : content(a) < content(b) ? -1 : 1;
  });
}

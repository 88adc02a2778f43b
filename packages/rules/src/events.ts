import type { Day } from './calendar/days.ts';
import type { Event } from './file.ts';
import { EVENT_TYPES } from './vocabulary.ts';
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

const ORDER = new Map<string, number>(EVENT_TYPES.map((type, i) => [type, i]));
/** Papers and the applicant's facts come first, and keep the order of the list. */
const rank = (deed: Deed): number =>
  deed.type === 'applicant_changed' || deed.type.startsWith('document_') ? -1 : (ORDER.get(deed.type) ?? 0);

/** An event by its content: keys sorted, without its id and what is not known. */
function contentOf(deed: Deed): string {
  return JSON.stringify(deed, (key, value: unknown) => {
    if (key === 'id' || value === null) return undefined;
    if (typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
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

/** Deeds that differ in this differ; only those alike in it are compared in full. */
const likeness = (deed: Deed): string =>
  'document' in deed ? `${deed.type}/${deed.document}/${deed.member ?? ''}` : deed.type;

function inOrder(all: Deed[], twice: () => void): Deed[] {
  const reached = all.some((deed) => deed.type === 'call_made' && deed.outcome !== 'no_answer');
  const groups = new Map<string, Deed[]>();
  for (const deed of all) {
    if (reached && deed.type === 'call_made' && deed.outcome === 'no_answer') {
      if (groups.get('unheard')?.some((other) => contentOf(other) === contentOf(deed))) twice();
      groups.set('unheard', [...(groups.get('unheard') ?? []), deed]);
      continue;
    }
    const key = likeness(deed);
    const alike = groups.get(key);
    if (alike === undefined) groups.set(key, [deed]);
    else if (alike.some((other) => contentOf(other) === contentOf(deed))) twice();
    else alike.push(deed);
  }
  groups.delete('unheard');
  const kept = new Set([...groups.values()].flat());
  return all
    .filter((deed) => kept.has(deed))
    .map((deed, place) => ({ deed, place }))
    .sort((a, b) => {
      const [first, second] = [rank(a.deed), rank(b.deed)];
      if (first !== second) return first - second;
      if (first === -1) return a.place - b.place;
      return contentOf(a.deed) < contentOf(b.deed) ? -1 : 1;
    })
    .map(({ deed }) => deed);
}

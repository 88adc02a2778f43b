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

function inOrder(all: Deed[], twice: () => void): Deed[] {
  const seen = new Set<string>();
  const kept: { deed: Deed; content: string; at: number }[] = [];
  let reached = false;
  for (const deed of all) {
    const content = contentOf(deed);
    if (seen.has(content)) {
      twice();
      continue;
    }
    seen.add(content);
    if (deed.type === 'call_made' && deed.outcome !== 'no_answer') reached = true;
    kept.push({ deed, content, at: kept.length });
  }
  return kept
    .filter(({ deed }) => !(reached && deed.type === 'call_made' && deed.outcome === 'no_answer'))
    .sort((a, b) => {
      const [first, second] = [rank(a.deed), rank(b.deed)];
      if (first !== second) return first - second;
      if (first === -1) return a.at - b.at;
      return a.content < b.content ? -1 : a.content > b.content ? 1 : 0;
    })
    .map(({ deed }) => deed);
}

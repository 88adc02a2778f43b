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
  const days = byDay(deedsOf(events));
  const duplicatesOn: Day[] = [];
  for (const each of days) {
    if (each.deeds.length === 1 || isPlain(each.deeds)) continue;
    const all = each.deeds.map((deed): Written => ({ deed, rank: rank(deed), content: null }));
    const kept = onceEach(all);
    if (kept.length < all.length) duplicatesOn.push(each.day);
    each.deeds = inOrder(withoutUnanswered(kept));
  }
  return { days, duplicatesOn };
}

function deedsOf(events: readonly Event[]): Deed[] {
  const voided = voidedIds(events);
  const deeds: Deed[] = [];
  for (const event of events) if (event.type !== 'voided' && !voided.has(event.id)) deeds.push(event);
  return deeds;
}

/** The days in their order. Most files are told in it: only of others are the days looked up. */
function byDay(deeds: readonly Deed[]): DayOfEvents[] {
  const days: DayOfEvents[] = [];
  let last: DayOfEvents | undefined;
  for (const [i, deed] of deeds.entries()) {
    if (last?.day === deed.on) last.deeds.push(deed);
    else if (last === undefined || last.day < deed.on) days.push((last = { day: deed.on, deeds: [deed] }));
    else return outOfOrder(days, deeds.slice(i));
  }
  return days;
}

function outOfOrder(days: DayOfEvents[], others: readonly Deed[]): DayOfEvents[] {
  const found = new Map(days.map((each) => [each.day, each]));
  for (const deed of others) {
    const own = found.get(deed.on);
    if (own) own.deeds.push(deed);
    else found.set(deed.on, { day: deed.on, deeds: [deed] });
  }
  return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

// Files often have all their papers on one day.
const LIKENESSES = new Map(
  EVENT_TYPES.map((type) => [type, new Map(DOCUMENTS.map((code) => [code, `${type}/${code}`]))]),
);

/** Deeds that differ in this differ; only those alike in it are compared in full. */
function likeness(deed: Deed): string {
  if (!isOfPaper(deed)) return deed.type;
  const ofApplicant = LIKENESSES.get(deed.type)?.get(deed.document) ?? deed.type;
  return deed.member === null ? ofApplicant : `${ofApplicant}/${deed.member}`;
}

/** So few deeds are compared with each other before any list of them is made. */
const FEW = 12;

/** Whether a day holds nothing twice and stands in its order, as most do: its papers, or one deed of each sort. */
function isPlain(deeds: readonly Deed[]): boolean {
  if (deeds.length > FEW) return false;
  let last = -1;
  for (const [i, deed] of deeds.entries()) {
    const own = rank(deed);
    if (own < last || (own === last && own !== -1)) return false;
    last = own;
    if (own === -1) for (let j = 0; j < i; j += 1) if (isAlike(deed, deeds[j])) return false;
  }
  return true;
}

/** Whether two deeds may be the same: of one paper, or of the applicant. */
function isAlike(deed: Deed, other: Deed | undefined): boolean {
  if (other?.type !== deed.type) return false;
  if (!isOfPaper(deed) || !isOfPaper(other)) return true;
  return deed.document === other.document && deed.member === other.member;
}

const isOfPaper = (deed: Deed): deed is DeedOf<'document_received' | 'document_verified' | 'document_rejected'> =>
  deed.type === 'document_received' || deed.type === 'document_verified' || deed.type === 'document_rejected';

/** A deed, its place in the order of the table, and its content once it was asked for. */
type Written = { deed: Deed; rank: number; content: string | null };
const contentIn = (written: Written): string => (written.content ??= contentOf(written.deed));

/** The deeds of a day, each once. */
function onceEach(all: readonly Written[]): readonly Written[] {
  const firsts = new Map<string, Written>();
  const contents = new Set<string>();
  return all.filter((written) => {
    const like = likeness(written.deed);
    const first = firsts.get(like);
    if (first === undefined) {
      firsts.set(like, written);
      return true;
    }
    contents.add(contentIn(first));
    const content = contentIn(written);
    if (contents.has(content)) return false;
    contents.add(content);
    return true;
  });
}

/** A call that nobody answered counts for nothing on a day on which another was. */
function withoutUnanswered(deeds: readonly Written[]): readonly Written[] {
  const isCall = ({ deed }: Written, unanswered: boolean): boolean =>
    deed.type === 'call_made' && (deed.outcome === 'no_answer') === unanswered;
  return deeds.some((deed) => isCall(deed, false)) ? deeds.filter((deed) => !isCall(deed, true)) : deeds;
}

function inOrder(deeds: readonly Written[]): Deed[] {
  const follows = (a: Written, b: Written): number => {
    if (a.rank !== b.rank) return a.rank - b.rank;
    return a.rank === -1 ? 0 : contentIn(a) < contentIn(b) ? -1 : 1;
  };
  return deeds.toSorted(follows).map(({ deed }) => deed);
}

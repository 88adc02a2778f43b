/** As much of an event as it takes to know what it voids. */
type Voidable = { id: string; type: string; event?: string };

/**
 * Which events never were, and which void each other in a circle. Decided from those that nobody voids onwards, and not
 * by asking back: a file may hold thousands of corrections of corrections.
 */
function decide(events: readonly Voidable[]): { voided: Set<string>; circles: Set<string> } {
  const named = new Map<string, string[]>();
  const undecided = new Map<string, number>();
  for (const { id, type, event } of events) {
    if (type !== 'voided' || event === undefined) continue;
    const others = named.get(id);
    if (others) others.push(event);
    else named.set(id, [event]);
    undecided.set(event, (undecided.get(event) ?? 0) + 1);
  }
  const voided = new Set<string>();
  const decided = [...named.keys()].filter((id) => !undecided.has(id));
  for (const id of decided)
    for (const event of named.get(id) ?? []) {
      if (!voided.has(id)) voided.add(event);
      const left = (undecided.get(event) ?? 0) - 1;
      undecided.set(event, left);
      if (left === 0) decided.push(event);
    }
  return { voided, circles: new Set([...undecided].flatMap(([id, left]) => (left > 0 ? [id] : []))) };
}

/**
 * The ids of all events that never were. A voided `voided` makes what it named stand again.
 * Events that void each other in a circle (`readFile` refuses them) are all taken as void.
 */
export function voidedIds(events: readonly Voidable[]): ReadonlySet<string> {
  if (!events.some(({ type }) => type === 'voided')) return NONE;
  const { voided, circles } = decide(events);
  return new Set([...voided, ...circles]);
}

const NONE: ReadonlySet<string> = new Set();

/** The ids of events that void themselves, directly or by way of others. */
export const voidingThemselves = (events: readonly Voidable[]): ReadonlySet<string> => decide(events).circles;

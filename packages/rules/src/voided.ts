/** As much of an event as it takes to know what it voids. */
type Voidable = { id: string; type: string; event?: string };

/**
 * The ids of all events that never were. A voided `voided` makes what it named stand again.
 * Events that void each other in a circle (`readFile` refuses them) are all taken as void.
 */
export function voidedIds(events: readonly Voidable[]): ReadonlySet<string> {
  const voiding = new Map<string, string[]>();
  for (const { id, type, event } of events)
    if (type === 'voided' && event !== undefined) {
      const others = voiding.get(event);
      if (others) others.push(id);
      else voiding.set(event, [id]);
    }
  const known = new Map<string, boolean>();
  const isVoid = (id: string): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, true);
    const answer = (voiding.get(id) ?? []).some((by) => !isVoid(by));
    known.set(id, answer);
    return answer;
  };
  return new Set([...voiding.keys()].filter(isVoid));
}

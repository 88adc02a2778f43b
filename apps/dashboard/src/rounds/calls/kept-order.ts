import type { CallRound } from '@suivi/contracts/calls';

/** The fresh round in the order of the one on screen; what is new stands after it. */
export function inKeptOrder(before: CallRound | undefined, fresh: CallRound): CallRound {
  if (before === undefined) return fresh;
  const groups = placed(before.groups, fresh.groups, ({ caisse }) => caisse ?? '');
  return {
    ...fresh,
    groups: groups.map((group) => {
      const known = before.groups.find(({ caisse }) => caisse === group.caisse);
      return { ...group, calls: placed(known?.calls ?? [], group.calls, ({ taskId }) => taskId) };
    }),
  };
}

function placed<T>(before: readonly T[], fresh: readonly T[], idOf: (item: T) => string): T[] {
  const place = new Map(before.map((item, i) => [idOf(item), i]));
  const at = (item: T) => place.get(idOf(item)) ?? before.length;
  return fresh.toSorted((a, b) => at(a) - at(b));
}

import type { BuiltInView, ViewAsked } from '@suivi/contracts/views';
import { BUILT_IN_VIEWS } from '@suivi/contracts/views';
import { ALL_OPEN } from './asked.ts';

export type Plain = BuiltInView | 'closed';
/** The views that everybody has, in the order of their keys, and the closed files. */
export const PLAIN_VIEWS: readonly Plain[] = [...BUILT_IN_VIEWS, 'closed'];

/** What a view that everybody has asks for. */
export function plainView(id: Plain, me: string | undefined): ViewAsked {
  if (id === 'open') return ALL_OPEN;
  if (id === 'closed') return { ...ALL_OPEN, state: 'closed' };
  if (id === 'mine') return { ...ALL_OPEN, adviser: me === undefined ? [] : [me] };
  return { ...ALL_OPEN, concern: [id] };
}

const alike = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((value) => other.includes(value));

/** The view of these whose files are being looked at, further filters and another sort notwithstanding. */
export function plainViewOf({ state, concern, adviser }: ViewAsked, me: string | undefined): Plain | null {
  if (state === 'closed' && concern.length === 0) return 'closed';
  if (state !== 'open') return null;
  return (
    [...PLAIN_VIEWS].reverse().find((id) => {
      const view = plainView(id, me);
      return (
        view.state === state && alike(view.concern, concern) && (id === 'mine' ? alike(view.adviser, adviser) : true)
      );
    }) ?? null
  );
}

import type { AheadQuery, AheadWhat } from '@suivi/contracts/ahead';
import { AHEAD_WHATS } from '@suivi/contracts/ahead';
import { DEADLINE_KINDS, EMAIL_TEMPLATES, TASK_KINDS } from '@suivi/rules/vocabulary';

/** What the list is asked for, but for the page. It stands in the address bar, so that a link shows a colleague the same. */
export type AheadAsked = Omit<AheadQuery, 'after'>;

/** The kinds of each thing that may fall due, in the order of the vocabulary. */
export const KINDS_OF = { task: TASK_KINDS, email: EMAIL_TEMPLATES, deadline: DEADLINE_KINDS } as const;

/** Reads the address bar; what is not understood is left out. A kind belongs to what it is a kind of. */
export function askedOf(search: URLSearchParams): AheadAsked {
  const what = AHEAD_WHATS.find((one) => one === search.get('what')) ?? 'all';
  const kind = what === 'all' ? undefined : kindsOf(what).find((one) => one === search.get('kind'));
  const caisse = search.get('caisse')?.slice(0, 60);
  return {
    scope: search.get('of') === 'team' ? 'team' : 'mine',
    what,
    ...(kind !== undefined && { kind }),
    ...(caisse && { caisse }),
  };
}

export const kindsOf = (what: AheadWhat): readonly NonNullable<AheadAsked['kind']>[] => KINDS_OF[what];

/** Writes a change into the address bar; what is as usual is not spelled out. */
export function withAsked(search: URLSearchParams, change: Partial<AheadAsked>): URLSearchParams {
  const { scope, what, kind, caisse } = { ...askedOf(search), ...change };
  const next = new URLSearchParams();
  if (scope === 'team') next.set('of', 'team');
  if (what !== 'all') next.set('what', what);
  if (what !== 'all' && kind !== undefined) next.set('kind', kind);
  if (caisse) next.set('caisse', caisse);
  return next;
}

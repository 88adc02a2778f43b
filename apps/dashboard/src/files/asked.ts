import type { FileListQuery } from '@suivi/contracts/files';
import { FILE_CONCERNS, FILE_SORTS } from '@suivi/contracts/files';
import { CATEGORIES, STAGES } from '@suivi/rules/vocabulary';

/** What the list is asked for, but for the page. It stands in the address bar, so that a link shows a colleague the same. */
export type FilesAsked = Omit<FileListQuery, 'after'>;

const several = <T extends string>(text: string | null, of: readonly T[]): T[] =>
  (text ?? '').split(',').filter((value): value is T => (of as readonly string[]).includes(value));

/** Reads the address bar; what is not understood is left out. */
export const askedOf = (search: URLSearchParams): FilesAsked => ({
  q: (search.get('q') ?? '').slice(0, 100),
  stage: several(search.get('stage'), STAGES),
  category: several(search.get('category'), CATEGORIES),
  caisse: (search.get('caisse') ?? '').split(',').filter(Boolean),
  adviser: (search.get('adviser') ?? '').split(',').filter((id) => /^[0-9a-f-]{36}$/i.test(id)),
  concern: several(search.get('concern'), FILE_CONCERNS),
  state: search.get('state') === 'closed' ? 'closed' : search.get('state') === 'all' ? 'all' : 'open',
  sort: FILE_SORTS.find((sort) => sort === search.get('sort')) ?? 'due',
  direction: search.get('direction') === 'desc' ? 'desc' : 'asc',
});

const NEUTRAL: Record<string, string> = { state: 'open', sort: 'due', direction: 'asc', q: '' };

/** Writes a change into the address bar; what is as usual is not spelled out. */
export function withAsked(search: URLSearchParams, change: Partial<FilesAsked>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (text === '' || NEUTRAL[name] === text) next.delete(name);
    else next.set(name, text);
  }
  return next;
}

export const isFiltered = ({ stage, category, caisse, adviser }: FilesAsked): boolean =>
  stage.length + category.length + caisse.length + adviser.length > 0;

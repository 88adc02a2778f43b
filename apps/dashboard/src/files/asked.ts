import type { FileListQuery } from '@suivi/contracts/files';
import { FILE_CONCERNS, FILE_SORTS } from '@suivi/contracts/files';
import type { FileColumn, ViewAsked } from '@suivi/contracts/views';
import { FILE_COLUMNS, USUAL_COLUMNS } from '@suivi/contracts/views';
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

/** The columns that the address bar asks for, in the order in which they stand; the usual ones when it names none. */
export const columnsOf = (search: URLSearchParams): readonly FileColumn[] => {
  const named = search.get('columns');
  return named === null ? USUAL_COLUMNS : several(named, FILE_COLUMNS);
};

/** Filters, sort and columns: what a view is. */
export const viewOf = (search: URLSearchParams): ViewAsked => ({ ...askedOf(search), columns: [...columnsOf(search)] });

/** The address of a view. */
export function searchOf({ columns, ...asked }: ViewAsked, view: string | null = null): URLSearchParams {
  const search = withColumns(withAsked(new URLSearchParams(), asked), columns);
  if (view !== null) search.set('view', view);
  return search;
}

/** Writes the columns into the address bar; the usual ones are not spelled out. */
export function withColumns(search: URLSearchParams, columns: readonly FileColumn[]): URLSearchParams {
  const next = new URLSearchParams(search);
  const text = FILE_COLUMNS.filter((column) => columns.includes(column)).join(',');
  const usual = FILE_COLUMNS.filter((column) => USUAL_COLUMNS.includes(column)).join(',');
  if (text === usual) next.delete('columns');
  else next.set('columns', text);
  return next;
}

const plain = ({ columns, stage, category, caisse, adviser, concern, ...rest }: ViewAsked) =>
  JSON.stringify([
    rest.q,
    rest.state,
    rest.sort,
    rest.direction,
    ...[columns, stage, category, caisse, adviser, concern].map((list) => [...list].sort()),
  ]);
/** Whether two views ask the same, whatever the order in which their filters were chosen. */
export const sameView = (one: ViewAsked, other: ViewAsked): boolean => plain(one) === plain(other);

/** All open files, as everybody begins. */
export const ALL_OPEN: ViewAsked = viewOf(new URLSearchParams());

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

export const isFiltered = ({ stage, category, caisse, adviser, concern }: FilesAsked): boolean =>
  stage.length + category.length + caisse.length + adviser.length + concern.length > 0;

import type { FileList, FileListQuery, FileRow } from '@suivi/contracts/files';
import type { Tx } from '@suivi/database/database';
import { isDay } from '@suivi/rules/calendar/days';
import { Id } from '@suivi/contracts/words';
import { Problem } from '../platform/problem.ts';
import type { Platform } from '../platform/platform.ts';
import { plainText } from './search-text.ts';

/** *Files*: found by words in any order, filtered, sorted, read page by page from where the last one ended. */

export const PAGE = 50;
/** Counted no further: more reads "500+". */
const COUNT_AT_MOST = 501;

type Found = { id: string; key: string };

/** Where a page ended, as text that goes into an address. */
const cursorOf = ({ key, id }: Found): string => Buffer.from(JSON.stringify([key, id])).toString('base64url');

function readCursor({ after, sort }: FileListQuery): [key: string | null, id: string | null] {
  if (after === undefined) return [null, null];
  try {
    const [key, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[];
    const isKey = typeof key === 'string' && (sort !== 'due' || isDay(key) || /^-?infinity$/.test(key));
    if (isKey && typeof id === 'string' && Id.safeParse(id).success) return [key, id];
  } catch {
    // Answered below: whatever it is, it is no place in a list.
  }
  const message = { en: 'Open the list again from its beginning.', fr: 'Rouvrez la liste depuis le début.' };
  throw new Problem(422, 'invalid_request', message, { errors: [{ path: 'after', message }] });
}

/** `%word%` for each word. The plain text has no sign that LIKE reads as anything but itself. */
const patternsOf = (q: string): string[] =>
  plainText(q)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => `%${word}%`);

/** What a list is asked for, but for the page. */
export type Question = Omit<FileListQuery, 'after'>;

const conditionsOf = ({ q, stage, category, caisse, adviser, state, concern }: Question): unknown[] => [
  patternsOf(q),
  stage,
  category,
  caisse,
  adviser,
  state,
  concern,
];

/** The next ids of a list, each with the key that what comes after it begins with. */
export const findFiles = (tx: Tx, asked: Question, after: Partial<Found>, atMost: number): Promise<Found[]> =>
  tx.query<Found>('SELECT id, key FROM search_files($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)', [
    ...conditionsOf(asked),
    asked.sort,
    asked.direction === 'desc',
    after.key ?? null,
    after.id ?? null,
    atMost,
  ]);

/** How many files a list has; over 500 it is 501. */
export async function countFiles(tx: Tx, asked: Question): Promise<number> {
  const { count } = await tx.one<{ count: number }>('SELECT count_files($1, $2, $3, $4, $5, $6, $7, $8) AS count', [
    ...conditionsOf(asked),
    COUNT_AT_MOST,
  ]);
  return count;
}

/** One page of the agency's files. */
export async function listFiles(
  { database }: Pick<Platform, 'database'>,
  agencyId: string,
  query: FileListQuery,
): Promise<FileList> {
  const [key, id] = readCursor(query);
  return database.asAgency(agencyId, async (tx) => {
    const found = await findFiles(tx, query, { ...(key !== null && { key }), ...(id !== null && { id }) }, PAGE + 1);
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    const count = await countFiles(tx, query);
    return {
      rows: await readRows(
        tx,
        page.map(({ id }) => id),
      ),
      next: found.length > PAGE && last ? cursorOf(last) : null,
      count,
      closeTo: count === 0 && patternsOf(query.q).length > 0 ? await nearestName(tx, plainText(query.q)) : null,
    };
  });
}

type Row = {
  id: string;
  reference: string;
  firstName: string;
  lastName: string;
  town: string | null;
  caisse: string | null;
  category: FileRow['category'];
  language: FileRow['language'];
  stage: FileRow['stage'];
  step: number;
  stageSince: FileRow['stageSince'];
  nextKey: string | null;
  nextKind: NonNullable<FileRow['nextTask']>['kind'] | null;
  nextDueOn: NonNullable<FileRow['nextTask']>['dueOn'] | null;
  documentsInHand: number;
  documentsNeeded: number;
  adviserId: string | null;
  adviserName: string | null;
  emailTrouble: boolean;
  version: number;
};

/** The rows of these ids, in their order, under the policies: an id of another agency is no row. */
export async function readRows(tx: Tx, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<Row>(
    `SELECT f.id, f.reference, f.first_name AS "firstName", f.last_name AS "lastName", f.town, f.caisse, f.category,
       f.language, f.stage, f.step, f.stage_since AS "stageSince", f.next_task_key AS "nextKey",
       f.next_task_kind AS "nextKind", f.next_due_on AS "nextDueOn", f.documents_in_hand AS "documentsInHand",
       f.documents_needed AS "documentsNeeded", m.user_id AS "adviserId", m.name AS "adviserName",
       f.email_trouble AS "emailTrouble", f.version
     FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, place)
     JOIN files f ON f.id = wanted.id
     LEFT JOIN members m ON m.agency_id = f.agency_id AND m.user_id = f.adviser_id
     WHERE f.agency_id = $2
     ORDER BY wanted.place`,
    [ids, tx.agencyId],
  );
  return rows.map(({ firstName, lastName, nextKey, nextKind, nextDueOn, adviserId, adviserName, ...row }) => ({
    ...row,
    clientName: `${firstName} ${lastName}`,
    nextTask: nextKey && nextKind && nextDueOn ? { key: nextKey, kind: nextKind, dueOn: nextDueOn } : null,
    adviser: adviserId && adviserName ? { userId: adviserId, name: adviserName } : null,
  }));
}

/** For a slip of the keyboard: the last name that is nearest, and how many files it would find. */
async function nearestName(tx: Tx, typed: string): Promise<FileList['closeTo']> {
  const nearest = await tx.maybeOne<{ name: string }>(
    'SELECT f.last_name AS name FROM nearest_file($1) n JOIN files f ON f.id = n.id WHERE f.agency_id = $2',
    [typed, tx.agencyId],
  );
  if (!nearest) return null;
  const { count } = await tx.one<{ count: number }>(
    `SELECT count_files($1, '{}', '{}', '{}', '{}', 'all', '{}', $2) AS count`,
    [patternsOf(nearest.name), COUNT_AT_MOST],
  );
  return { name: nearest.name, count };
}

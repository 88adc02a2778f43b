import type { AheadItem, AheadList, AheadQuery, AheadWhat } from '@suivi/contracts/ahead';
import { Id } from '@suivi/contracts/words';
import type { MessageState } from '@suivi/contracts/messages';
import { unseal } from '@suivi/database/sealing';
import type { Day } from '@suivi/rules/calendar/days';
import { addDays, isDay } from '@suivi/rules/calendar/days';
import { DAYS_AHEAD } from '@suivi/rules/forecast';
import type { Stage, Words } from '@suivi/rules/vocabulary';
import type { Colleague } from '../accounts/person.ts';
import { reasonOfMessage } from '../emails/message-reasons.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { seatsOf } from '../tasks/seats.ts';
import type { PlaceAhead } from './ahead-statements.ts';
import { countAhead, FEW_FILES, fewFiles, pageAhead } from './ahead-statements.ts';

export const PAGE = 50;

/** Where a page ended, as text that goes into an address. */
const cursorOf = ({ on, fileId, key }: PlaceAhead): string =>
  Buffer.from(JSON.stringify([on, fileId, key])).toString('base64url');

function readCursor(after: string): PlaceAhead {
  try {
    const [on, fileId, key] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[];
    if (typeof on === 'string' && isDay(on) && typeof key === 'string' && Id.safeParse(fileId).success)
      return { on, fileId: String(fileId), key };
  } catch {
    // Answered below: whatever it is, it is no place in a list.
  }
  const message = { en: 'Open the list again from its beginning.', fr: 'Rouvrez la liste depuis le début.' };
  throw new Problem(422, 'invalid_request', message, { errors: [{ path: 'after', message }] });
}

type Row = PlaceAhead & {
  table: 'tasks' | 'messages' | 'deadlines' | 'foreseen';
  what: AheadWhat;
  id: string;
  kind: string;
  source: string | null;
  planned: boolean;
  state: MessageState | null;
  heldReason: string | null;
  heldBy: string | null;
  sealed: Buffer;
  reference: string;
  clientName: string;
  caisse: string | null;
  stage: Stage;
  email: string | null;
};

/**
 * One page of what will fall due in the next ninety days in open files if nothing happens, by day, then file.
 *
 * Nothing is planned to answer: what stands in the plans is read from their rows (`tasks`, `messages`, `deadlines`), and
 * where a file's forecast differs from its plan, from `foreseen`, which was written with the plan. Of a hundred
 * thousand files a page reads as many rows as it shows, by the indexes of those tables; the file's own page reckons the
 * same forecast in the browser.
 */
export async function listAhead(
  { database, keys }: Platform,
  me: Colleague,
  query: AheadQuery,
  few = FEW_FILES,
): Promise<AheadList> {
  const after = query.after === undefined ? null : readCursor(query.after);
  const { agencyId } = me;
  const found = await database.asAgency(agencyId, async (tx) => {
    const { today } = await tx.one<{ today: Day }>('SELECT agency_today($1) AS today', [agencyId]);
    const until = addDays(today, DAYS_AHEAD);
    const seats = query.scope === 'team' ? null : await seatsOf(tx, me.userId, today);
    const meant = { agencyId, today, until, kind: query.kind ?? null, caisse: query.caisse ?? null, seats };
    const counted = fewFiles(meant, few);
    const asked = { ...meant, ...(await tx.one<{ few: boolean }>(counted.text, counted.values)) };
    const page = pageAhead(asked, query.what, after, PAGE + 1);
    const counting = countAhead({ ...asked, kind: null });
    return {
      today,
      until,
      rows: await tx.query<Row>(page.text, page.values),
      counts: after === null ? await tx.one<AheadList['counts']>(counting.text, counting.values) : null,
    };
  });
  const rows = found.rows.slice(0, PAGE);
  const last = rows.at(-1);
  return {
    today: found.today,
    until: found.until,
    rows: rows.map((row) =>
      itemOf(row, unseal<Content>(keys, { agencyId, table: row.table, id: row.id, column: 'sealed' }, row.sealed)),
    ),
    next: found.rows.length > PAGE && last ? cursorOf(last) : null,
    counts: found.counts,
  };
}

type Content = { because: Words; payload?: Record<string, unknown> };

function itemOf(row: Row, { because, payload = {} }: Content): AheadItem {
  const { what, kind, key, on, source, planned, fileId, reference, clientName, caisse, stage, email } = row;
  const line = {
    key,
    on,
    because,
    source,
    payload,
    planned,
    file: { id: fileId, reference, clientName, caisse, stage, email },
  };
  // The columns hold what the rules wrote there.
  if (what !== 'email') return { ...line, what, kind } as AheadItem;
  return {
    ...line,
    what,
    kind,
    state: row.state ?? (row.heldBy === null ? 'planned' : 'held'),
    reason: reasonOfMessage({
      heldReason: row.heldReason ?? (row.heldBy === null ? null : 'by_person'),
      failure: null,
    }),
    heldBy: row.heldBy,
  } as AheadItem;
}

import type { AheadQuery, AheadWhat } from '@suivi/contracts/ahead';
import { AHEAD_WHATS } from '@suivi/contracts/ahead';
import type { Day } from '@suivi/rules/calendar/days';
import { SUPERSEDED } from '../emails/message-reasons.ts';

/** Counted no further: more reads "500+". */
const COUNT_AT_MOST = 501;

export type AskedAhead = {
  agencyId: string;
  today: Day;
  until: Day;
  kind: string | null;
  caisse: string | null;
  /** Whose files; null: everybody's. */
  seats: readonly string[] | null;
  /** So few files are meant that they are looked through one by one. */
  few: boolean;
};
export type PlaceAhead = { on: Day; fileId: string; key: string };
type Sql = { text: string; values: unknown[] };

/** Where rows of the list stand: their day, which of them are ahead, and what they say of themselves. */
type Part = { table: string; with?: string; kind: string; on: string; ahead: string; says: string };

const sameThing = (one: string) =>
  `${one}.agency_id = r.agency_id AND ${one}.file_id = r.file_id AND ${one}.key = r.key`;
/** A plan's row of which the forecast says otherwise gives way to what is foreseen. */
const AS_PLANNED = `NOT EXISTS (SELECT FROM foreseen s WHERE ${sameThing('s')})`;
const NO_HOLD = 'NULL::text AS state, NULL::text AS held_reason, NULL::uuid AS held_by';
const PLANNED: Record<AheadWhat, Part> = {
  task: {
    table: 'tasks',
    kind: 'r.kind',
    // A list uses the later of the plan's day and the person's snooze.
    on: 'greatest(r.due_on, r.snoozed_until)',
    // One that a person put off beyond the foreseen day stays on theirs.
    ahead: `r.state = 'open' AND NOT EXISTS (SELECT FROM foreseen s WHERE ${sameThing('s')}
      AND (s.away OR r.snoozed_until IS NULL OR s."on" >= r.snoozed_until))`,
    says: `r.source, true AS planned, ${NO_HOLD}`,
  },
  email: {
    table: 'messages',
    kind: 'r.template',
    on: 'r.send_on',
    ahead: `r.state IN ('planned', 'held', 'queued') AND ${AS_PLANNED}`,
    says: `NULL::text AS source, true AS planned, r.state, r.held_reason, CASE WHEN r.state = 'held' THEN r.held_by END AS held_by`,
  },
  deadline: {
    table: 'deadlines',
    kind: 'r.kind',
    on: 'r."on"',
    ahead: `NOT r.suspended AND ${AS_PLANNED}`,
    says: `r.source, true AS planned, ${NO_HOLD}`,
  },
};
/** What is foreseen and does not come: an email that has left or gave way for good, a task on a day before the one to which a person put it off. */
const NOT_ANY_MORE: Record<AheadWhat, string> = {
  task: ` AND NOT EXISTS (SELECT FROM tasks t WHERE ${sameThing('t')} AND t.state = 'open' AND t.snoozed_until > r."on")`,
  email: ` AND NOT EXISTS (SELECT FROM messages g WHERE ${sameThing('g')} AND (g.state IN ('sending', 'sent', 'failed', 'uncertain') OR g.failure = '${SUPERSEDED}'))`,
  deadline: '',
};
/** What is foreseen. Of an email that the plan has for another day, its message says whether it is held. */
const foreseen = (what: AheadWhat): Part => ({
  table: 'foreseen',
  with: `LEFT JOIN messages m ON r.what = 'email' AND r.listed AND ${sameThing('m')} AND m.state IN ('planned', 'held', 'queued')`,
  kind: 'r.kind',
  on: 'r."on"',
  ahead: `NOT r.away AND r.what = '${what}'${NOT_ANY_MORE[what]}`,
  says: `r.source, r.listed AS planned, m.state, m.held_reason, CASE WHEN m.state = 'held' THEN m.held_by ELSE r.held_by END AS held_by`,
});

/** Puts values into a statement by their numbers. */
class Values {
  readonly all: unknown[] = [];
  of(value: unknown, type: string): string {
    this.all.push(value);
    return `$${this.all.length}::${type}`;
  }
}

/** The open files that are meant. */
function filesOf(values: Values, seats: AskedAhead['seats'], caisse: AskedAhead['caisse']): string {
  const own = seats === null ? '' : ` AND f.adviser_id = ANY (${values.of(seats, 'uuid[]')})`;
  const theirs = caisse === null ? '' : ` AND f.caisse = ${values.of(caisse, 'text')}`;
  return `NOT f.closed${own}${theirs}`;
}

/**
 * Up to so many files, theirs is read whole and sorted; of more, enough lie ahead on any day to read by day. Of a hundred
 * thousand files, both ways take as long for those of a thousand.
 */
export const FEW_FILES = 1_000;

/**
 * The rows are read by day, by the index of each table, until there are enough. Of a few files (mine, a small caisse's)
 * that would read past the rows of all the others: there the files come first, and all of theirs is sorted.
 */
class Statement {
  readonly values = new Values();
  readonly #agency: string;
  readonly #days: string;
  readonly #kind: string | null;
  readonly #files: string;
  readonly #filesFirst: boolean;

  constructor(asked: AskedAhead, filesFirst: boolean) {
    const { agencyId, today, until, kind, seats, caisse } = asked;
    this.#filesFirst = filesFirst;
    this.#agency = this.values.of(agencyId, 'uuid');
    this.#days = `BETWEEN ${this.values.of(today, 'date')} AND ${this.values.of(until, 'date')}`;
    this.#kind = kind === null ? null : this.values.of(kind, 'text');
    this.#files = filesOf(this.values, seats, caisse);
  }

  /** Comes before everything else. */
  get head(): string {
    return this.#filesFirst
      ? `WITH few_files AS MATERIALIZED (SELECT f.id FROM files f WHERE f.agency_id = ${this.#agency} AND ${this.#files})`
      : '';
  }

  /** The rows of a table that are asked for. */
  rows(part: Part, columns: string, more = ''): string {
    // OFFSET 0 keeps the planner, which knows no number of these files, from reading the whole table instead, or from
    // beginning with the files where the days come first.
    const from = this.#filesFirst
      ? `few_files f CROSS JOIN LATERAL (SELECT * FROM ${part.table} t WHERE t.agency_id = ${this.#agency} AND t.file_id = f.id OFFSET 0) r`
      : `${part.table} r CROSS JOIN LATERAL (SELECT FROM files f WHERE f.agency_id = ${this.#agency} AND f.id = r.file_id AND ${this.#files} OFFSET 0) f`;
    const kind = this.#kind === null ? '' : ` AND ${part.kind} = ${this.#kind}`;
    return `SELECT ${columns} FROM ${from} ${part.with ?? ''}
      WHERE r.agency_id = ${this.#agency} AND ${part.on} ${this.#days} AND ${part.ahead}${kind}${more}`;
  }
}

const partsOf = (what: AheadQuery['what']): [AheadWhat, Part][] =>
  (what === 'all' ? AHEAD_WHATS : [what]).flatMap((each): [AheadWhat, Part][] => [
    [each, PLANNED[each]],
    [each, foreseen(each)],
  ]);

/** The rows of a page by day, file and key, with what the list shows of their files. */
export function pageAhead(asked: AskedAhead, what: AheadQuery['what'], after: PlaceAhead | null, limit: number): Sql {
  const statement = new Statement(asked, asked.few);
  const { values } = statement;
  const place =
    after === null
      ? null
      : `(${values.of(after.on, 'date')}, ${values.of(after.fileId, 'uuid')}, ${values.of(after.key, 'text')})`;
  const most = values.of(limit, 'int');
  const branches = partsOf(what).map(([name, part]) => {
    const columns = `'${part.table}' AS "table", '${name}' AS what, r.id, r.key, ${part.kind} AS kind, ${part.on} AS "on", r.file_id, r.sealed, ${part.says}`;
    const later = place === null ? '' : ` AND (${part.on}, r.file_id, r.key) > ${place}`;
    return `(${statement.rows(part, columns, later)} ORDER BY ${part.on}, r.file_id, r.key LIMIT ${most})`;
  });
  return {
    text: `${statement.head}
      SELECT p."table", p.what, p.id, p.key, p.kind, p."on", p.file_id AS "fileId", p.sealed, p.source, p.planned, p.state,
        p.held_reason AS "heldReason", h.name AS "heldBy", f.reference, f.first_name || ' ' || f.last_name AS "clientName",
        f.caisse, f.stage, f.email
      FROM (SELECT * FROM (${branches.join(' UNION ALL ')}) b ORDER BY "on", file_id, key LIMIT ${most}) p
      JOIN files f ON f.agency_id = $1 AND f.id = p.file_id
      LEFT JOIN members h ON h.agency_id = $1 AND h.user_id = p.held_by
      ORDER BY p."on", p.file_id, p.key`,
    values: values.all,
  };
}

/** Asks whether few files are meant: `few`. */
export function fewFiles(asked: Omit<AskedAhead, 'few'>, few: number): Sql {
  const { agencyId, seats, caisse } = asked;
  const values = new Values();
  const agency = values.of(agencyId, 'uuid');
  const files = filesOf(values, seats, caisse);
  const most = values.of(few, 'int');
  return {
    text: `SELECT count(*) <= ${most} AS few FROM (SELECT FROM files f WHERE f.agency_id = ${agency} AND ${files} LIMIT ${most} + 1) c`,
    values: values.all,
  };
}

/** How many tasks, emails and deadlines there are. No order is needed: of named files, as many are read as fill the count. */
export function countAhead(asked: AskedAhead): Sql {
  const statement = new Statement(asked, asked.seats !== null || asked.caisse !== null);
  const most = statement.values.of(COUNT_AT_MOST, 'int');
  const counts = AHEAD_WHATS.map((what) => {
    const branches = partsOf(what).map(([, part]) => `(${statement.rows(part, '1 AS one')} LIMIT ${most})`);
    return `(SELECT count(*)::int FROM (SELECT FROM (${branches.join(' UNION ALL ')}) b LIMIT ${most}) c) AS "${what}"`;
  });
  return { text: `${statement.head} SELECT ${counts.join(', ')}`, values: statement.values.all };
}

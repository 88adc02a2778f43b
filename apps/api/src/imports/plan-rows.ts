import type { Tx } from '@suivi/database/database';
import type { Playbook } from '@suivi/rules/playbook';
import type { Words } from '@suivi/rules/vocabulary';
import { randomUUID } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { readNewFileContext } from '../files/new-file-context.ts';
import { planNewFile } from '../files/new-file.ts';
import type { NewFileContext, PlannedFile } from '../files/new-file.ts';
import { plainText } from '../files/search-text.ts';
import type { Platform } from '../platform/platform.ts';
import { holdersOf, postingOf, usedBy } from '../postal/sendings.ts';
import type { NumberHolder } from '../postal/sendings.ts';
import type { Adviser, CheckedRow, Mapping, RowEntry } from './check-row.ts';
import { checkRow } from './check-row.ts';
import { importKeys } from './import-keys.ts';
import type { ImportRecord, RowFinding, RowSummary, StoredCells, Verdict } from './import-record.ts';
import { mappingOf } from './import-record.ts';

/** What each row of a spreadsheet becomes: a planned file, or why not. Check and import both come through here. */

export type RowToPlan = { line: number; cells: StoredCells };
export type PlannedRow = {
  line: number;
  key: string | null;
  verdict: Verdict;
  finding: RowFinding;
  summary: RowSummary | null;
  /** For a good row: the file that it makes, still without a reference of ours. */
  entry: RowEntry | null;
  planned: PlannedFile | null;
};

/** What all rows of an import share. Read once, so that a day that turns meanwhile parts no import in two. */
export type Planner = {
  mapping: Mapping;
  context: NewFileContext;
  advisers: Adviser[];
  playbook: Playbook;
  importedBy: string;
};

export async function preparePlanner(platform: Platform, tx: Tx, record: ImportRecord): Promise<Planner> {
  const { playbook, ...context } = await readNewFileContext(platform, tx, {
    origin: 'import',
    recordedBy: record.createdBy,
  });
  const advisers = await tx.query<Adviser>(
    'SELECT user_id AS "userId", name, email FROM members WHERE agency_id = $1 AND active ORDER BY name',
    [tx.agencyId],
  );
  return { mapping: mappingOf(record.reading), context, advisers, playbook, importedBy: record.createdBy };
}

type Read = { row: RowToPlan; checked: CheckedRow; key: string | null; otherKeys: string[] };

/**
 * Judges rows, and plans those that are good.
 * @param lineOf the line on which a client stands first in this spreadsheet, by its key
 * @param reference the reference that a file without one gets
 */
export async function planRows(
  { database }: Pick<Platform, 'database'>,
  planner: Planner,
  rows: readonly RowToPlan[],
  lineOf: (key: string, line: number) => number,
  options: Options = {},
): Promise<PlannedRow[]> {
  const read = rows.map((row) => readOne(planner, row));
  const known = await database.asAgency(planner.context.agencyId, (tx) => knownClients(tx, read));
  const planned: PlannedRow[] = [];
  for (const one of read) {
    planned.push(judge(planner, one, known, lineOf, options));
    if (planned.length % 5 === 0) await breathe();
  }
  return planned;
}

type Options = { holdEmails?: boolean; reference?: (line: number) => string };

function readOne({ mapping, context, advisers, playbook, importedBy }: Planner, row: RowToPlan): Read {
  const { today, keys, agencyId } = context;
  const checked = checkRow(row.cells, mapping, { today, playbook, advisers, importedBy, newId: randomUUID });
  if (!checked.ok) return { row, checked, key: null, otherKeys: [] };
  const { reference, client, file } = checked.entry;
  if (reference !== null) return { row, checked, key: `reference:${reference}`, otherKeys: [] };
  const [current, ...older] = importKeys(keys, agencyId, client, file.applicant.birthDate);
  return { row, checked, key: current, otherKeys: older };
}

/** The tracking numbers of the letters that a row says were posted. */
const numbersIn = ({ checked }: Read): string[] =>
  checked.ok ? checked.entry.file.events.flatMap((event) => postingOf(event)?.trackingNumber ?? []) : [];

type Known = {
  byReference: Map<string, { lastName: string; firstName: string }>;
  byKey: Set<string>;
  byNumber: Map<string, NumberHolder>;
};

async function knownClients(tx: Tx, read: readonly Read[]): Promise<Known> {
  const references = read.flatMap(({ checked }) =>
    checked.ok && checked.entry.reference !== null ? [checked.entry.reference] : [],
  );
  const keys = read.flatMap(({ key, otherKeys }) =>
    key !== null && !key.startsWith('reference:') ? [key, ...otherKeys] : [],
  );
  const files = await tx.query<{ reference: string; lastName: string; firstName: string; importKey: string | null }>(
    `SELECT reference, last_name AS "lastName", first_name AS "firstName", import_key AS "importKey" FROM files
     WHERE agency_id = $1 AND (reference = ANY ($2) OR import_key = ANY ($3))`,
    [tx.agencyId, references, keys],
  );
  const holders = await holdersOf(tx, read.flatMap(numbersIn));
  return {
    byNumber: new Map(holders.map((holder) => [holder.number, holder])),
    byReference: new Map(files.map((file) => [file.reference, file])),
    byKey: new Set(files.flatMap(({ importKey }) => (importKey === null ? [] : [importKey]))),
  };
}

function judge(
  planner: Planner,
  read: Read,
  known: Known,
  lineOf: (key: string, line: number) => number,
  { holdEmails, reference }: Options,
): PlannedRow {
  const {
    row: { line, cells },
    checked,
    key,
    otherKeys,
  } = read;
  const nothing = { line, key, summary: null, entry: null, planned: null };
  const faulty = (faults: RowFinding['faults']): PlannedRow => ({
    ...nothing,
    verdict: 'faulty',
    finding: { faults, clientName: nameIn(cells, planner.mapping), stage: null, firstTask: null },
  });
  if (!checked.ok) return faulty(checked.faults);
  const { entry } = checked;
  const { client } = entry;
  const clientName = `${client.firstName} ${client.lastName}`;
  const at = Math.max(0, planner.mapping.fields.indexOf(entry.reference === null ? 'last_name' : 'reference'));
  const first = key === null ? line : lineOf(key, line);
  if (first !== line) return faulty([{ at, reason: sameClient(first, entry.reference) }]);
  const holder = entry.reference === null ? undefined : known.byReference.get(entry.reference);
  if (holder && plainText(holder.lastName) !== plainText(client.lastName))
    return faulty([{ at, reason: anotherClient(`${holder.firstName} ${holder.lastName}`) }]);
  if (holder || [key ?? '', ...otherKeys].some((one) => known.byKey.has(one)))
    return { ...nothing, verdict: 'unchanged', finding: { faults: [], clientName, stage: null, firstTask: null } };
  const numberAt = Math.max(0, planner.mapping.fields.indexOf('tracking_number'));
  for (const number of numbersIn(read)) {
    const holderOfNumber = known.byNumber.get(number);
    if (holderOfNumber) return faulty([{ at: numberAt, reason: usedBy(holderOfNumber) }]);
    const firstWithNumber = lineOf(`number:${number}`, line);
    if (firstWithNumber !== line) return faulty([{ at: numberAt, reason: sameNumber(firstWithNumber) }]);
  }
  const id = randomUUID();
  const planned = planNewFile(
    {
      id,
      reference: entry.reference ?? reference?.(line) ?? 'new',
      client,
      adviserId: entry.adviserId,
      file: entry.file,
      importKey: entry.reference === null ? key : null,
      holdEmails,
    },
    planner.context,
  );
  const { plan } = planned;
  const { today } = planner.context;
  const [firstTask] = plan.tasks;
  return {
    line,
    key,
    verdict: 'good',
    finding: {
      faults: [],
      clientName,
      stage: plan.stage,
      firstTask: firstTask ? { key: firstTask.key, dueOn: firstTask.dueOn } : null,
    },
    summary: {
      stage: plan.stage,
      underWay: entry.file.events.length > 0,
      pastEvents: entry.file.events.length,
      adviserId: entry.adviserId,
      tasksToday: plan.tasks.flatMap(({ kind, dueOn }) => (dueOn <= today ? [kind] : [])),
      emailsToday: client.email === null ? 0 : plan.emails.filter(({ sendOn }) => sendOn <= today).length,
    },
    entry,
    planned,
  };
}

const nameIn = (cells: StoredCells, { fields }: Mapping): string =>
  [cells[fields.indexOf('first_name')], cells[fields.indexOf('last_name')]].filter(Boolean).join(' ');

const sameClient = (line: number, reference: string | null): Words =>
  reference === null
    ? { en: `The same client stands in line ${line}.`, fr: `Le même client figure à la ligne ${line}.` }
    : { en: `The reference stands in line ${line} too.`, fr: `Cette référence figure aussi à la ligne ${line}.` };

const sameNumber = (line: number): Words => ({
  en: `The tracking number stands in line ${line} too: each letter has its own. Look at the slips.`,
  fr: `Ce numéro de suivi figure aussi à la ligne ${line} : chaque lettre a le sien. Vérifiez les bordereaux.`,
});

const anotherClient = (name: string): Words => ({
  en: `This reference belongs to ${name} in Suivi. Give the row one of its own, or none.`,
  fr: `Cette référence est celle de ${name} dans Suivi. Donnez-en une autre à la ligne, ou aucune.`,
});

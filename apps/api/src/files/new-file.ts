import type { Client } from '@suivi/contracts/files';
import type { KeyRing } from '@suivi/database/sealing';
import { seal } from '@suivi/database/sealing';
import type { Statement, Tx } from '@suivi/database/database';
import { caisseOf } from '@suivi/rules/caisse';
import type { Day } from '@suivi/rules/calendar/days';
import type { Event, File } from '@suivi/rules/file';
import { plan as planOf } from '@suivi/rules/plan';
import type { Plan } from '@suivi/rules/plan-types';
import { sendingsOf } from '../postal/sendings.ts';
import { applicantOn } from './applicant-on.ts';
import { fileColumns } from './file-columns.ts';
import { foreseenOf, reconcileForeseen } from './foreseen.ts';
import { reconcile } from './reconcile.ts';
import type { SealedClient } from './stored-file.ts';
import { sealedForeseen } from './write-file.ts';

/** What is the same for all files that are made together. */
export type NewFileContext = {
  agencyId: string;
  keys: KeyRing;
  /** The domain of the message ids. */
  mailDomain: string;
  /** The agency's day, and the instant by the database's clock. */
  today: Day;
  now: Date;
  demo: boolean;
  playbookVersion: number;
  /** Filing addresses that the agency entered by hand, by the caisse's short name. */
  addresses: ReadonlyMap<string, readonly string[]>;
  origin: 'adviser' | 'import';
  recordedBy: string | null;
};

export type FileToMake = {
  id: string;
  reference: string;
  client: Client;
  adviserId: string | null;
  /** The contract's file; its events are its history. Ids of events are UUIDs. */
  file: File;
  importKey: string | null;
  /** An import whose first emails wait for a person. What the plan sends later goes its way. */
  holdEmails?: boolean;
};

const PARTS = ['file', 'events', 'tasks', 'messages', 'deadlines', 'foreseen', 'sendings'] as const;

/** A file with its plan, as rows that only have to be inserted: sealed, and in JSON. */
export type PlannedFile = {
  plan: Plan;
  rows: Record<(typeof PARTS)[number], Record<string, unknown>[]>;
};

/** Plans a new file and seals its rows. Touches no database: an import does this by the thousand before it inserts. */
export function planNewFile(toMake: FileToMake, context: NewFileContext): PlannedFile {
  const { agencyId, keys, today } = context;
  const { id, reference, client, adviserId, importKey } = toMake;
  const file = { ...withEnteredAddress(toMake.file, context.addresses), id: reference };
  const plan = planOf(file, today);
  const applicant = applicantOn(file, today);
  const lastOn = file.events.reduce<Day | null>(
    (last, { on }) => (on && on <= today && (!last || on > last) ? on : last),
    null,
  );
  const made = reconcile({ tasks: [], messages: [], deadlines: [] }, plan, {
    now: context.now,
    demo: context.demo,
    undoable: false,
    postcode: applicant.address.postcode,
    hasEmail: client.email !== null,
    answered: new Map(),
  });
  const columns = fileColumns(plan, {
    version: file.events.length,
    reference,
    client,
    applicant,
    stageSince: lastOn ?? file.openedOn,
    playbookVersion: context.playbookVersion,
  });
  const sealed = (table: string, rowId: string, column: string, value: unknown) =>
    seal(keys, { agencyId, table, id: rowId, column }, value).toString('base64');
  const closed = <T extends { id: string; content: unknown }>(table: string, rows: T[]) =>
    rows.map(({ content, ...row }) => ({ ...row, fileId: id, sealed: sealed(table, row.id, 'sealed', content) }));
  const hidden: SealedClient = { telephone: client.telephone, street: client.street };
  const { firstName, lastName, email } = client;
  return {
    plan,
    rows: {
      file: [
        {
          ...columns,
          id,
          reference,
          openedOn: file.openedOn,
          adviserId,
          firstName,
          lastName,
          email,
          importKey,
          applicant: sealed('files', id, 'applicant_sealed', file.applicant),
          client: sealed('files', id, 'client_sealed', hidden),
        },
      ],
      events: file.events.map((event: Event, at) => ({
        id: event.id,
        fileId: id,
        seq: at + 1,
        type: event.type,
        on: event.on ?? null,
        origin: context.origin,
        recordedBy: context.recordedBy,
        sealed: sealed('events', event.id, 'sealed', event),
      })),
      tasks: closed('tasks', made.tasks.added),
      messages: closed('messages', made.messages.added).map((message) => ({
        ...message,
        messageId: `<${message.id}@${context.mailDomain}>`,
        ...(toMake.holdEmails &&
          message.state === 'planned' &&
          leavesAtOnce(message, today) && { state: 'held', heldReason: 'by_person', heldBy: context.recordedBy }),
      })),
      deadlines: closed('deadlines', made.deadlines.added),
      foreseen: reconcileForeseen([], foreseenOf(file, today), new Set()).put.map((row) => ({
        ...sealedForeseen(keys, agencyId, row),
        fileId: id,
      })),
      sendings: sendingsOf(id, file.events, context),
    },
  };
}

/** The greeting, though its day may be the next working one, and whatever else is due. */
const leavesAtOnce = ({ template, sendOn }: { template: string; sendOn: Day }, today: Day): boolean =>
  sendOn <= today || template === 'welcome' || template === 'taken_over';

/** A caisse whose address the agency has entered once needs no second entry. */
function withEnteredAddress(file: File, addresses: NewFileContext['addresses']): File {
  if (file.applicant.caisseAddress !== null) return file;
  const { shortName } = caisseOf(file.applicant, false);
  const lines = shortName === null ? undefined : addresses.get(shortName);
  return lines ? { ...file, applicant: { ...file.applicant, caisseAddress: [...lines] } } : file;
}

const INSERT: Statement = {
  name: 'insert_files',
  text: `WITH
    files_in AS (
      INSERT INTO files (agency_id, id, reference, version, opened_on, adviser_id, first_name, last_name, search_text, email, town, caisse, department,
        category, language, stage, step, stage_since, closed, next_task_key, next_task_kind, next_due_on, documents_in_hand, documents_needed,
        applicant_sealed, client_sealed, next_review_on, planned_on, rules_version, playbook_version, import_key)
      SELECT $1, f.id, f.reference, f.version, f."openedOn", f."adviserId", f."firstName", f."lastName", f."searchText", f.email, f.town, f.caisse, f.department,
        f.category, f.language, f.stage, f.step, f."stageSince", f.closed, f."nextTaskKey", f."nextTaskKind", f."nextDueOn", f."documentsInHand", f."documentsNeeded",
        decode(f.applicant, 'base64'), decode(f.client, 'base64'), f."nextReviewOn", f."plannedOn", f."rulesVersion", f."playbookVersion", f."importKey"
      FROM jsonb_to_recordset($2::jsonb) AS f(id uuid, reference text, version integer, "openedOn" date, "adviserId" uuid, "firstName" text, "lastName" text,
        "searchText" text, email text, town text, caisse text, department text, category text, language text, stage text, step integer, "stageSince" date,
        closed boolean, "nextTaskKey" text, "nextTaskKind" text, "nextDueOn" date, "documentsInHand" integer, "documentsNeeded" integer, applicant text,
        client text, "nextReviewOn" date, "plannedOn" date, "rulesVersion" text, "playbookVersion" integer, "importKey" text)
    ), events_in AS (
      INSERT INTO events (agency_id, id, file_id, seq, type, "on", origin, sealed, recorded_by)
      SELECT $1, e.id, e."fileId", e.seq, e.type, e."on", e.origin, decode(e.sealed, 'base64'), e."recordedBy"
      FROM jsonb_to_recordset($3::jsonb) AS e(id uuid, "fileId" uuid, seq integer, type text, "on" date, origin text, sealed text, "recordedBy" uuid)
    ), tasks_in AS (
      INSERT INTO tasks (agency_id, id, file_id, key, kind, due_on, source, sealed)
      SELECT $1, t.id, t."fileId", t.key, t.kind, t."dueOn", t.source, decode(t.sealed, 'base64')
      FROM jsonb_to_recordset($4::jsonb) AS t(id uuid, "fileId" uuid, key text, kind text, "dueOn" date, source text, sealed text)
    ), messages_in AS (
      INSERT INTO messages (agency_id, id, file_id, key, template, state, send_on, send_at, held_reason, held_by, sealed, message_id)
      SELECT $1, m.id, m."fileId", m.key, m.template, m.state, m."sendOn", m."sendAt", m."heldReason", m."heldBy", decode(m.sealed, 'base64'), m."messageId"
      FROM jsonb_to_recordset($5::jsonb) AS m(id uuid, "fileId" uuid, key text, template text, state text, "sendOn" date, "sendAt" timestamptz,
        "heldReason" text, "heldBy" uuid, sealed text, "messageId" text)
    ), foreseen_in AS (
      INSERT INTO foreseen (agency_id, id, file_id, key, what, kind, "on", listed, away, source, sealed)
      SELECT $1, s.id, s."fileId", s.key, s.what, s.kind, s."on", s.listed, s.away, s.source, decode(s.sealed, 'base64')
      FROM jsonb_to_recordset($7::jsonb) AS s(id uuid, "fileId" uuid, key text, what text, kind text, "on" date, listed boolean, away boolean, source text, sealed text)
    ), sendings_in AS (
      INSERT INTO sendings (agency_id, id, file_id, event_id, tracking_number, posted_on, ask_at)
      SELECT $1, p.id, p."fileId", p."eventId", p."trackingNumber", p."postedOn", p."askAt"
      FROM jsonb_to_recordset($8::jsonb) AS p(id uuid, "fileId" uuid, "eventId" uuid, "trackingNumber" text, "postedOn" date, "askAt" timestamptz)
      ON CONFLICT DO NOTHING
    )
    INSERT INTO deadlines (agency_id, id, file_id, key, kind, "on", suspended, source, sealed)
    SELECT $1, d.id, d."fileId", d.key, d.kind, d."on", d.suspended, d.source, decode(d.sealed, 'base64')
    FROM jsonb_to_recordset($6::jsonb) AS d(id uuid, "fileId" uuid, key text, kind text, "on" date, suspended boolean, source text, sealed text)`,
};

/** Inserts planned files in one statement, in the caller's transaction. @throws the database's unique violation when a reference is taken */
export async function insertFiles(tx: Tx, files: readonly PlannedFile[]): Promise<void> {
  const all = (name: keyof PlannedFile['rows']) => JSON.stringify(files.flatMap(({ rows }) => rows[name]));
  await tx.execute(INSERT, [tx.agencyId, ...PARTS.map(all)]);
}

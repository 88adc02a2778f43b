import type { KeyRing } from '@suivi/database/sealing';
import { unseal } from '@suivi/database/sealing';
import type { Statement, Tx } from '@suivi/database/database';
import type { Client } from '@suivi/contracts/files';
import type { MessageState } from '@suivi/contracts/messages';
import type { Day } from '@suivi/rules/calendar/days';
import type { Applicant, Event, File } from '@suivi/rules/file';
import { defaultPlaybook, Playbook } from '@suivi/rules/playbook';
import type { DeadlineKind, EmailTemplate, Stage, TaskKind, Words } from '@suivi/rules/vocabulary';
import type { Foreseen } from './foreseen.ts';

/** A file as it stands in the tables, opened: what a plan is made from, and what the last plan left. */
export type StoredFile = {
  id: string;
  agencyId: string;
  version: number;
  stage: Stage;
  stageSince: Day | null;
  client: Client;
  adviserId: string | null;
  playbookVersion: number;
  reference: string;
  /** The contract's file. */
  file: File;
  /** The events as they were recorded, in that order. */
  records: EventRecord[];
  tasks: StoredTask[];
  messages: StoredMessage[];
  deadlines: StoredDeadline[];
  foreseen: Foreseen[];
  /** The agency's day, its demo day in demo mode. */
  today: Day;
  demo: boolean;
  /** By the database's clock. */
  now: string;
  /** The answer that the request which locked the file got before; null for a new request, or none. */
  kept: { bodyHash: Buffer; sealed: Buffer } | null;
};

/** Which request locks a file: it may have been answered before. */
export type RequestKey = { userId: string; route: string; key: string };

export type EventRecord = {
  id: string;
  seq: number;
  type: string;
  on: Day | null;
  origin: string;
  recordedBy: string | null;
  recordedAt: string;
};
export type StoredTask = {
  id: string;
  key: string;
  kind: TaskKind;
  state: 'open' | 'done' | 'dropped';
  dueOn: Day;
  source: string;
  because: Words;
  payload: Record<string, unknown>;
  answeredBy: string | null;
  assignee: string | null;
  snoozedUntil: Day | null;
};
export type StoredMessage = {
  id: string;
  key: string;
  template: EmailTemplate;
  state: MessageState;
  sendOn: Day;
  sendAt: string;
  because: Words;
  payload: Record<string, unknown>;
  sentAt: string | null;
  heldReason: string | null;
  heldBy: string | null;
  failure: string | null;
  resent: boolean;
};
export type StoredDeadline = {
  id: string;
  key: string;
  kind: DeadlineKind;
  on: Day;
  suspended: boolean;
  source: string;
  because: Words;
};

/** The name and address that the lists show are in the clear; the rest of the client is sealed. */
export type SealedClient = Pick<Client, 'telephone' | 'street'>;

type FileRow = {
  version: number;
  reference: string;
  openedOn: Day;
  adviserId: string | null;
  firstName: string;
  lastName: string;
  email: string | null;
  stage: Stage;
  stageSince: Day | null;
  playbookVersion: number;
  applicant: Buffer;
  client: Buffer;
};
const FILE_COLUMNS = `version, reference, opened_on AS "openedOn", adviser_id AS "adviserId", first_name AS "firstName",
  last_name AS "lastName", email, stage, stage_since AS "stageSince", playbook_version AS "playbookVersion",
  applicant_sealed AS applicant, client_sealed AS client`;

const LOCK: Statement = {
  name: 'lock_file',
  text: `SELECT ${FILE_COLUMNS} FROM files WHERE agency_id = $1 AND id = $2 FOR NO KEY UPDATE`,
};
const READ: Statement = {
  name: 'read_file',
  text: `SELECT ${FILE_COLUMNS} FROM files WHERE agency_id = $1 AND id = $2`,
};

/** All that belongs to a file, in one round trip. JSON, because rows of four tables come back in one. */
const PARTS: Statement = {
  name: 'read_file_parts',
  text: `SELECT agency_today($1)::text AS today, now() AS now,
    (SELECT demo_day IS NOT NULL FROM agencies WHERE id = $1) AS demo,
    (SELECT json_build_object('bodyHash', encode(body_hash, 'base64'), 'sealed', encode(sealed, 'base64')) FROM idempotency_keys
      WHERE agency_id = $1 AND user_id = $3 AND route = $4 AND key = $5) AS kept,
    (SELECT json_build_object('version', version, 'settings', settings) FROM playbooks WHERE agency_id = $1 ORDER BY version DESC LIMIT 1) AS playbook,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'seq', seq, 'type', type, 'on', "on", 'origin', origin,
        'recordedBy', recorded_by, 'recordedAt', recorded_at, 'sealed', encode(sealed, 'base64')) ORDER BY seq), '[]')
      FROM events WHERE agency_id = $1 AND file_id = $2) AS events,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'key', key, 'kind', kind, 'state', state, 'dueOn', due_on, 'source', source,
        'answeredBy', answered_by, 'assignee', assignee, 'snoozedUntil', snoozed_until, 'sealed', encode(sealed, 'base64')) ORDER BY due_on, key), '[]')
      FROM tasks WHERE agency_id = $1 AND file_id = $2) AS tasks,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'key', key, 'template', template, 'state', state, 'sendOn', send_on, 'sendAt', send_at,
        'sentAt', sent_at, 'heldReason', held_reason, 'heldBy', held_by, 'failure', failure, 'resent', resent,
        'sealed', encode(sealed, 'base64')) ORDER BY send_on, key), '[]')
      FROM messages WHERE agency_id = $1 AND file_id = $2) AS messages,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'key', key, 'kind', kind, 'on', "on", 'suspended', suspended, 'source', source,
        'sealed', encode(sealed, 'base64')) ORDER BY "on", key), '[]')
      FROM deadlines WHERE agency_id = $1 AND file_id = $2) AS deadlines,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'key', key, 'what', what, 'kind', kind, 'on', "on", 'listed', listed, 'away', away, 'source', source,
        'heldBy', held_by, 'sealed', encode(sealed, 'base64')) ORDER BY "on", key), '[]')
      FROM foreseen WHERE agency_id = $1 AND file_id = $2) AS foreseen`,
};
type Sealed<T> = T & { sealed: string };
type Parts = {
  today: Day;
  now: string;
  demo: boolean;
  kept: { bodyHash: string; sealed: string } | null;
  playbook: { version: number; settings: unknown } | null;
  events: Sealed<EventRecord>[];
  tasks: Sealed<Omit<StoredTask, 'because' | 'payload'>>[];
  messages: Sealed<Omit<StoredMessage, 'because' | 'payload'>>[];
  deadlines: Sealed<Omit<StoredDeadline, 'because'>>[];
  foreseen: (Omit<Foreseen, 'content'> & { sealed: string | null })[];
};

/** Reads a file and keeps every other writer of it waiting until the transaction ends. Null: there is none. */
export const lockFile = (tx: Tx, keys: KeyRing, fileId: string, request?: RequestKey) =>
  load(tx, keys, fileId, LOCK, request);
/** Reads a file as it stands. Null: there is none. */
export const readStoredFile = (tx: Tx, keys: KeyRing, fileId: string) => load(tx, keys, fileId, READ);

async function load(
  tx: Tx,
  keys: KeyRing,
  fileId: string,
  statement: Statement,
  request?: RequestKey,
): Promise<StoredFile | null> {
  const { agencyId } = tx;
  const row = await tx.maybeOne<FileRow>(statement, [agencyId, fileId]);
  if (!row) return null;
  // Asked after the lock: what another writer committed while we waited is seen.
  const { userId = null, route = null, key = null } = request ?? {};
  const parts = await tx.one<Parts>(PARTS, [agencyId, fileId, userId, route, key]);
  const open = <T>(table: string, { id, sealed }: { id: string; sealed: string }) =>
    unseal<T>(keys, { agencyId, table, id, column: 'sealed' }, Buffer.from(sealed, 'base64'));
  const opened = <T extends { id: string; sealed: string }, C>(table: string, rows: T[]) =>
    rows.map((stored) => {
      const { sealed: _, ...rest } = stored;
      return { ...rest, ...open<C>(table, stored) };
    });
  const applicant = unseal<Applicant>(
    keys,
    { agencyId, table: 'files', id: fileId, column: 'applicant_sealed' },
    row.applicant,
  );
  const hidden = unseal<SealedClient>(
    keys,
    { agencyId, table: 'files', id: fileId, column: 'client_sealed' },
    row.client,
  );
  const { firstName, lastName, email, openedOn, reference } = row;
  return {
    id: fileId,
    agencyId,
    version: row.version,
    stage: row.stage,
    stageSince: row.stageSince,
    adviserId: row.adviserId,
    playbookVersion: parts.playbook?.version ?? 0,
    reference,
    client: { firstName, lastName, email, ...hidden },
    file: {
      id: reference,
      openedOn,
      applicant,
      events: parts.events.map((event) => open<Event>('events', event)),
      playbook: parts.playbook ? Playbook.parse(parts.playbook.settings) : defaultPlaybook,
    },
    records: parts.events.map(({ sealed: _, ...record }) => ({ ...record, recordedAt: instant(record.recordedAt) })),
    tasks: opened<Parts['tasks'][number], Pick<StoredTask, 'because' | 'payload'>>('tasks', parts.tasks),
    messages: opened<Parts['messages'][number], Pick<StoredMessage, 'because' | 'payload'>>(
      'messages',
      parts.messages,
    ).map((message) => ({
      ...message,
      sendAt: instant(message.sendAt),
      sentAt: message.sentAt && instant(message.sentAt),
    })),
    deadlines: opened<Parts['deadlines'][number], Pick<StoredDeadline, 'because'>>('deadlines', parts.deadlines),
    foreseen: parts.foreseen.map(({ sealed, ...rest }) => ({
      ...rest,
      content: sealed === null ? null : open('foreseen', { id: rest.id, sealed }),
    })),
    today: parts.today,
    demo: parts.demo,
    now: parts.now,
    kept: parts.kept && {
      bodyHash: Buffer.from(parts.kept.bodyHash, 'base64'),
      sealed: Buffer.from(parts.kept.sealed, 'base64'),
    },
  };
}

/** JSON has instants with the session's offset. */
const instant = (text: string) => new Date(text).toISOString();

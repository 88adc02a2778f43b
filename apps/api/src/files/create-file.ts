import { randomUUID } from 'node:crypto';
import type { NewFile, NewFileCreated } from '@suivi/contracts/files';
import { seal, unseal } from '@suivi/database/sealing';
import type { Tx } from '@suivi/database/database';
import { readFile } from '@suivi/rules/read-file';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { refuseNumbersIn } from './client-texts.ts';
import { insertFiles, planNewFile } from './new-file.ts';
import { readNewFileContext } from './new-file-context.ts';
import { keyReused } from './record-event.ts';
import { answerPlace, hashOf, keptKey } from './write-file.ts';

const ROUTE = 'POST /api/files';

/**
 * Opens a file today, plans it and inserts it, in one transaction.
 * @throws Problem 422 `invalid_file`, 409 `reference_taken`, 422 `idempotency_key_reused`
 */
export async function createFile(
  platform: Platform,
  me: Colleague,
  asked: NewFile,
  key?: string,
): Promise<NewFileCreated> {
  const { keys } = platform;
  const request = key ? { userId: me.userId, route: ROUTE, key: keptKey(key), bodyHash: hashOf(asked) } : null;
  refuseNumbersIn(asked.client, { reference: asked.reference });
  return platform.database.asAgency(me.agencyId, async (tx) => {
    if (request) {
      // A twin of this request waits here until the first one has ended.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 11))', [
        `${me.agencyId} ${request.userId} ${request.key}`,
      ]);
      const kept = await tx.maybeOne<{ bodyHash: Buffer; sealed: Buffer }>(
        `SELECT body_hash AS "bodyHash", sealed FROM idempotency_keys WHERE agency_id = $1 AND user_id = $2 AND route = $3 AND key = $4`,
        [me.agencyId, request.userId, request.route, request.key],
      );
      if (kept && !kept.bodyHash.equals(request.bodyHash)) throw keyReused();
      if (kept) return unseal<NewFileCreated>(keys, answerPlace(me.agencyId, request), kept.sealed);
    }
    const id = randomUUID();
    const context = await readNewFileContext(platform, tx, { origin: 'adviser', recordedBy: me.userId });
    const reference = await referenceFor(tx, asked.reference);
    await refuseStranger(tx, asked.adviser);
    const read = readFile({
      id: reference,
      openedOn: context.today,
      applicant: asked.applicant,
      events: [],
      playbook: context.playbook,
    });
    if (!read.ok) throw invalidFile(read.issues);
    const planned = planNewFile(
      { id, reference, client: asked.client, adviserId: asked.adviser ?? me.userId, file: read.file, importKey: null },
      context,
    );
    await insertFiles(tx, [planned]);
    const answer = { id, reference };
    if (request)
      await tx.execute(
        `INSERT INTO idempotency_keys (agency_id, user_id, route, key, body_hash, status, sealed) VALUES ($1, $2, $3, $4, $5, 201, $6)`,
        [
          me.agencyId,
          request.userId,
          request.route,
          request.key,
          request.bodyHash,
          seal(keys, answerPlace(me.agencyId, request), answer),
        ],
      );
    await tx.query(`SELECT append_audit($1, $2, 'file.created', jsonb_build_object('file', $3::text))`, [
      me.agencyId,
      me.userId,
      id,
    ]);
    return answer;
  });
}

/** The reference that was asked for, or the agency's next that is free. */
export async function referenceFor(tx: Tx, asked: string | null): Promise<string> {
  if (asked !== null && asked !== '') {
    const taken = await tx.maybeOne('SELECT 1 AS one FROM files WHERE agency_id = $1 AND reference = $2', [
      tx.agencyId,
      asked,
    ]);
    if (!taken) return asked;
    const message = {
      en: `Another file has the reference ${asked}. Choose another, or leave it empty.`,
      fr: `Un autre dossier porte la référence ${asked}. Choisissez-en une autre, ou laissez vide.`,
    };
    throw new Problem(409, 'reference_taken', message, { errors: [{ path: 'reference', message }] });
  }
  for (;;) {
    const { n } = await tx.one<{ n: number }>(
      'UPDATE agencies SET next_reference = next_reference + 1 WHERE id = $1 RETURNING next_reference - 1 AS n',
      [tx.agencyId],
    );
    const reference = `F-${String(n).padStart(4, '0')}`;
    if (
      !(await tx.maybeOne('SELECT 1 AS one FROM files WHERE agency_id = $1 AND reference = $2', [
        tx.agencyId,
        reference,
      ]))
    )
      return reference;
  }
}

/** Whoever is to follow a file belongs to the agency and works there. */
export async function refuseStranger(tx: Tx, userId: string | null | undefined): Promise<void> {
  if (!userId) return;
  if (
    await tx.maybeOne('SELECT 1 AS one FROM members WHERE agency_id = $1 AND user_id = $2 AND active', [
      tx.agencyId,
      userId,
    ])
  )
    return;
  const message = {
    en: 'Choose a colleague who works in your agency.',
    fr: 'Choisissez un collègue en poste dans votre agence.',
  };
  throw new Problem(422, 'invalid_request', message, { errors: [{ path: 'adviser', message }] });
}

const invalidFile = (issues: { path: string; message: string }[]) =>
  new Problem(
    422,
    'invalid_file',
    {
      en: 'Put right what is named below, then create the file.',
      fr: 'Corrigez ce qui est indiqué ci-dessous, puis créez le dossier.',
    },
    { errors: issues },
  );

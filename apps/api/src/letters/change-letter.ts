import { randomUUID } from 'node:crypto';
import { changedParts, type ChangeLetter } from '@suivi/contracts/letters';
import { seal } from '@suivi/database/sealing';
import type { Tx } from '@suivi/database/database';
import type { Colleague } from '../accounts/person.ts';
import { refuseNumbersIn } from '../files/client-texts.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { changesSince } from '../presence/changes-since.ts';
import { letterPlace, UNCHANGED, type LetterContent } from './letter-record.ts';
import { gatherForTask, type LetterTask } from './letter-task.ts';
import { lockFileRow } from './lock-file-row.ts';

/**
 * Keeps a person's changes to a letter: they hold for every print of it until they are changed again. What is null follows
 * the template.
 * @throws Problem 404; 409 `stale_letter` with what others changed; 422 for a social security number in the text
 */
export function changeLetter(
  platform: Platform,
  me: Colleague,
  taskId: string,
  { revision, ...change }: ChangeLetter,
): Promise<void> {
  const { subject, body, reason, trackingNumber } = change;
  const paragraphs = Object.fromEntries((body ?? []).map((text, at) => [`body.${at}`, text]));
  const enclosures = (change.enclosures ?? []).join('\n');
  // A number may be split between two paragraphs.
  refuseNumbersIn({}, { subject, reason, trackingNumber, ...paragraphs, enclosures, body: (body ?? []).join('\n') });
  const { database, keys } = platform;
  return database.asAgency(me.agencyId, async (tx) => {
    await lockFileRow(tx, (await gatherForTask(tx, keys, taskId)).task.fileId);
    const { task, gathered } = await gatherForTask(tx, keys, taskId);
    const [newest] = gathered.rows;
    const before = newest?.content;
    const parts = changedParts(before?.change ?? UNCHANGED, change);
    const known = before?.revision ?? 0;
    if (known !== revision) {
      // Sent twice, or the very same by two people: there is nothing to decide.
      if (parts.length === 0) return;
      throw await staleLetter(tx, task, known);
    }
    const next = parts.length === 0 ? revision : revision + 1;
    const content: LetterContent = { change, basedOn: gathered.own, revision: next, printed: null };
    if (newest && newest.printedAt === null)
      await tx.execute(`UPDATE letters SET sealed = $3 WHERE agency_id = $1 AND id = $2`, [
        me.agencyId,
        newest.id,
        seal(keys, letterPlace(me.agencyId, newest.id), content),
      ]);
    else {
      const id = randomUUID();
      await tx.execute(
        `INSERT INTO letters (agency_id, id, file_id, task_key, template, version, sealed) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          me.agencyId,
          id,
          task.fileId,
          task.key,
          task.template,
          (newest?.version ?? 0) + 1,
          seal(keys, letterPlace(me.agencyId, id), content),
        ],
      );
    }
    await tx.query(`SELECT append_audit($1, $2, 'letter.changed', $3)`, [
      me.agencyId,
      me.userId,
      { file: task.fileId, task: task.id, template: task.template, fields: parts },
    ]);
  });
}

/** The refusal of whoever saw an older letter: says who changed which part of it last. */
async function staleLetter(tx: Tx, { id, fileId }: LetterTask, version: number): Promise<Problem> {
  // One's own hand in another window may have been faster, too.
  const asked = { since: '0', except: null, action: 'letter.changed', about: { task: id } };
  return new Problem(
    409,
    'stale_letter',
    {
      en: 'Somebody has changed this letter since you opened it. Look at what it says now, then decide what stands.',
      fr: 'Quelqu’un a modifié cette lettre depuis que vous l’avez ouverte. Voyez ce qu’elle dit, puis choisissez ce qui reste.',
    },
    { version, changes: (await changesSince(tx, fileId, asked)).slice(-1) },
  );
}

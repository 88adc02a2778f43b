import { randomUUID } from 'node:crypto';
import type { ChangeLetter } from '@suivi/contracts/letters';
import { seal } from '@suivi/database/sealing';
import type { Colleague } from '../accounts/person.ts';
import { refuseNumbersIn } from '../files/client-texts.ts';
import type { Platform } from '../platform/platform.ts';
import { letterPlace, type LetterContent } from './letter-record.ts';
import { gatherForTask } from './letter-task.ts';
import { lockFileRow } from './lock-file-row.ts';

/**
 * Keeps a person's changes to a letter: they hold for every print of it until they are changed again. What is null follows
 * the template.
 * @throws Problem 404; 422 for a social security number in the text
 */
export function changeLetter(platform: Platform, me: Colleague, taskId: string, change: ChangeLetter): Promise<void> {
  const { subject, body, reason, trackingNumber } = change;
  const paragraphs = Object.fromEntries((body ?? []).map((text, at) => [`body.${at}`, text]));
  const enclosures = (change.enclosures ?? []).join('\n');
  // A number may be split between two paragraphs.
  refuseNumbersIn({}, { subject, reason, trackingNumber, ...paragraphs, enclosures, body: (body ?? []).join('\n') });
  const { database, keys } = platform;
  return database.asAgency(me.agencyId, async (tx) => {
    const { task, gathered } = await gatherForTask(tx, keys, taskId);
    await lockFileRow(tx, task.fileId);
    const [newest] = (await gatherForTask(tx, keys, taskId)).gathered.rows;
    const content: LetterContent = { change, basedOn: gathered.own, printed: null };
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
      { file: task.fileId, task: task.id, template: task.template },
    ]);
  });
}

import type { LetterStanding, LetterView } from '@suivi/contracts/letters';
import type { Colleague } from '../accounts/person.ts';
import { readStoredFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import { gatherLetter, type Gathered } from './gather-letter.ts';
import { asPrinted, lastPrinted, UNCHANGED } from './letter-record.ts';
import { gatherTask, letterTasks, type LetterTask } from './letter-task.ts';

/**
 * Where the letters of these tasks stand, in the order asked for: what blocks each, what has been printed. A task that is
 * not open, is no letter's or belongs to another agency is left out.
 */
export function describeLetters(
  { database, keys }: Platform,
  me: Colleague,
  taskIds: readonly string[],
): Promise<LetterStanding[]> {
  return database.asAgency(me.agencyId, async (tx) => {
    const standings: LetterStanding[] = [];
    for (const task of await letterTasks(tx, taskIds)) {
      const stored = await readStoredFile(tx, keys, task.fileId);
      if (stored)
        standings.push(standingOf(task, await gatherLetter(tx, keys, stored, { ...task, taskKey: task.key })));
    }
    return standings;
  });
}

/** A letter before it is printed: all that it says, and what may be changed. @throws Problem 404 */
export async function readLetter(platform: Platform, me: Colleague, taskId: string): Promise<LetterView> {
  const { task, gathered } = await gatherTask(platform, me.agencyId, taskId);
  const { letter, enclosures, edited, stored, rows } = gathered;
  return {
    ...standingOf(task, gathered),
    from: letter.from,
    place: letter.place,
    registered: letter.registered,
    references: letter.references,
    body: letter.body,
    signature: letter.signature,
    enclosed: letter.enclosed,
    list: enclosures.map(({ scans: _, ...enclosure }) => enclosure),
    edited,
    changes: rows[0]?.content.change ?? UNCHANGED,
    revision: rows[0]?.content.revision ?? 0,
    on: stored.today,
  };
}

function standingOf(task: LetterTask, gathered: Gathered): LetterStanding {
  const { letter, enclosures, blocked, warnings, rows } = gathered;
  const printed = lastPrinted(rows);
  return {
    taskId: task.id,
    fileId: task.fileId,
    taskKey: task.key,
    template: task.template,
    subject: letter.subject,
    to: letter.to,
    enclosures: enclosures.filter(({ left }) => !left).length,
    blocked,
    warnings,
    printed: printed && asPrinted(printed),
    unchanged: printed?.content.printed?.hash === gathered.hash,
  };
}

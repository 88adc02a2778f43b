import { rm } from 'node:fs/promises';
import type { LetterNote, PrintedLetter } from '@suivi/contracts/letters';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { letterTasks } from './letter-task.ts';
import { printLetter } from './print-letter.ts';
import { PrintRoom } from './print-room.ts';

/** One PDF of many letters, in a file of its own on disk. */
export type PrintedRun = {
  /** In the order of the PDF. */
  letters: (PrintedLetter & { taskId: string })[];
  /** What could not be printed, and why. */
  blocked: { taskId: string; notes: LetterNote[] }[];
  /** Null when nothing could be printed. */
  pdf: { path: string; size: number; pages: number } | null;
  /** Removes the file; to be called once it has been sent. */
  done: () => Promise<void>;
};

/**
 * Prints these letters and files each on its client's file: one PDF, one letter after the other. One letter is in memory
 * at a time; the others lie on disk until `done`. A letter printed before with the same content is the same letter,
 * whoever prints it.
 * @throws Problem 503 `too_busy` when many wait, `store_unreachable`: what was filed until then stays filed, and is the same letter the next time
 */
export async function printLetters(platform: Platform, me: Colleague, taskIds: readonly string[]): Promise<PrintedRun> {
  const tasks = await platform.database.asAgency(me.agencyId, (tx) => letterTasks(tx, taskIds));
  const room = await PrintRoom.open(platform, me.agencyId, { isLong: true });
  try {
    const letters: PrintedRun['letters'] = [];
    const blocked: PrintedRun['blocked'] = [];
    const parts: string[] = [];
    for (const { id, fileId, key, template } of tasks) {
      const filed = await printLetter(platform, me, room, { fileId, template, taskKey: key });
      if ('notes' in filed) blocked.push({ taskId: id, notes: filed.notes });
      else {
        letters.push({ ...filed.letter, taskId: id });
        parts.push(filed.path);
      }
    }
    const pdf = await joined(room, parts);
    for (const path of parts) if (path !== pdf?.path) await rm(path, { force: true });
    room.endPrinting();
    return { letters, blocked, pdf, done: () => room.close() };
  } catch (error) {
    await room.close();
    throw error;
  }
}

async function joined(room: PrintRoom, parts: string[]): Promise<PrintedRun['pdf']> {
  if (parts.length === 0) return null;
  const out = room.newPath();
  const on = new Date().toISOString().slice(0, 10);
  const answer = await room.child.print({ kind: 'join', out, on, author: 'Suivi', title: 'Lettres', parts });
  if ('fault' in answer) throw new Error(`Letters that were printed could not be joined: ${answer.fault}.`);
  return { path: out, size: answer.size, pages: answer.pages };
}

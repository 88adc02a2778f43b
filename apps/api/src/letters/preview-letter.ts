import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { letterBlocked } from './letter-notes.ts';
import { gatherTask } from './letter-task.ts';
import { layOut } from './print-letter.ts';
import { PrintRoom } from './print-room.ts';

export type Preview = { bytes: Readable; size: number; done: () => Promise<void> };

/** The PDF of a letter as it would be printed now; nothing is filed. @throws Problem 404, 422 `letter_blocked` */
export async function previewLetter(platform: Platform, me: Colleague, taskId: string): Promise<Preview> {
  const { gathered } = await gatherTask(platform, me.agencyId, taskId);
  if (gathered.blocked.length > 0) throw letterBlocked(gathered.blocked);
  const room = await PrintRoom.open(platform, me.agencyId);
  try {
    const printed = await layOut(room, gathered);
    if ('notes' in printed) throw letterBlocked(printed.notes);
    room.endPrinting();
    return { bytes: createReadStream(printed.path), size: printed.size, done: () => room.close() };
  } catch (error) {
    await room.close();
    throw error;
  }
}

import type { Readable } from 'node:stream';
import type { Platform } from '../platform/platform.ts';
import { TooManyWait } from '../platform/turns.ts';
import { brokeOff, tooBusy } from './refusals.ts';

/** After a refusal a sender may end its sentence, so that it gets to read the answer. */
const MAY_GO_ON_MS = 5_000;

/** Whoever has waited so long in line is told to come again, before a proxy or Node gives the request up without a word. */
export const WAIT_MS = 240_000;

/** A request whose body is still to be read. */
export type Body = Readable & { complete?: boolean };

/**
 * Waits for an upload's turn before the first byte of its body is read: what has not been read stays with its sender. The
 * turn lasts until what came of it is stored, so that no more uploads are in memory than have one.
 * @param isLong a scan that takes minutes: one at a time, so that it leaves turns to the others
 * @throws Problem 503 `too_busy`, 408 when the sender has gone meanwhile, and whatever the work throws
 */
export async function inUploadTurn<T>(
  { turns }: Pick<Platform, 'turns'>,
  body: Body,
  work: () => Promise<T>,
  { isLong = false } = {},
): Promise<T> {
  const line = waitInLine(body);
  const taken = () => {
    line.over();
    return work();
  };
  const inTurn = () => turns.uploads.run(taken, line.leaves);
  try {
    return await (isLong ? turns.receipts.run(inTurn, line.leaves) : inTurn());
  } catch (error) {
    letGo(body);
    throw error instanceof TooManyWait ? tooBusy() : error;
  } finally {
    line.over();
  }
}

/**
 * What takes an upload out of the line: its sender has gone, or it has waited too long. A sender whose bytes fill the
 * buffers of its connection is seen to go only when they are read: the time it may wait bounds that.
 */
function waitInLine(body: Body) {
  const waiting = new AbortController();
  const gone = () => waiting.abort(brokeOff());
  const tooLong = setTimeout(() => waiting.abort(tooBusy()), WAIT_MS).unref();
  // A body that was read elsewhere, as JSON, has come whole, whatever becomes of its sender.
  if (!body.readableEnded) body.once('close', gone);
  if (!body.readableEnded && body.destroyed) gone();
  const over = () => {
    clearTimeout(tooLong);
    body.off('close', gone);
  };
  return { leaves: waiting.signal, over };
}

/** Reads on for a moment without keeping anything, then hangs up: an upload that never ends is not read for ever. */
function letGo(body: Body) {
  body.unpipe();
  body.resume();
  setTimeout(() => {
    if (body.complete === false) body.destroy();
  }, MAY_GO_ON_MS).unref();
}

import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { randomUUID } from 'node:crypto';
import { readObject } from '../objects/store-object.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { TooManyWait } from '../platform/turns.ts';
import { PrintChild } from './pdf/print-child.ts';

const PREFIX = 'suivi-print-';
/** What a crash has left: no print takes this long. */
const OLD_MS = 3_600_000;

/** A folder of its own, and a process that prints into it. Both are gone when the work is done. */
export class PrintRoom {
  readonly folder: string;
  readonly child: PrintChild;
  readonly #platform: Platform;
  readonly #agencyId: string;
  readonly #fetched = new Map<string, string>();
  readonly #endTurn: () => void;

  private constructor(platform: Platform, agencyId: string, folder: string, endTurn: () => void) {
    this.#endTurn = endTurn;
    this.#platform = platform;
    this.#agencyId = agencyId;
    this.folder = folder;
    this.child = new PrintChild(folder);
  }

  /**
   * Waits until a process may print.
   * @param isLong a print of many letters, which takes minutes: one at a time, so that it leaves turns to the others
   * @throws Problem 503 `too_busy`
   */
  static async open(platform: Platform, agencyId: string, { isLong = false } = {}): Promise<PrintRoom> {
    const endTurn = await beginTurn(platform.turns, isLong).catch((error: unknown) => {
      throw error instanceof TooManyWait ? tooManyPrints() : error;
    });
    try {
      await clearOld();
      return new PrintRoom(platform, agencyId, await mkdtemp(join(tmpdir(), PREFIX)), endTurn);
    } catch (error) {
      endTurn();
      throw error;
    }
  }

  /** A name for a file that is not there yet. */
  newPath(): string {
    return join(this.folder, `${randomUUID()}.pdf`);
  }

  /** Lays a kept object into the folder, once, until `forgetFetched`. @throws Problem as `readObject` */
  async fetch(objectId: string): Promise<string> {
    const path = this.#fetched.get(objectId) ?? (await this.take(objectId));
    this.#fetched.set(objectId, path);
    return path;
  }

  /** Lays a kept object into the folder for good. @throws Problem as `readObject` */
  async take(objectId: string): Promise<string> {
    const { bytes } = await readObject(this.#platform, this.#agencyId, objectId);
    const path = join(this.folder, randomUUID());
    await pipeline(bytes, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    return path;
  }

  /** Takes what was fetched off the disk again: the next letter has others. */
  async forgetFetched(): Promise<void> {
    for (const path of this.#fetched.values()) await rm(path, { force: true });
    this.#fetched.clear();
  }

  /** Ends the process: what was printed lies in the folder, and the next may print. */
  endPrinting(): void {
    this.child.close();
    this.#endTurn();
  }

  async close(): Promise<void> {
    this.endPrinting();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** @returns what ends the turn @throws TooManyWait */
async function beginTurn({ prints, printRuns }: Platform['turns'], isLong: boolean): Promise<() => void> {
  if (!isLong) return prints.begin();
  const endRun = await printRuns.begin();
  try {
    const endPrint = await prints.begin();
    return () => {
      endPrint();
      endRun();
    };
  } catch (error) {
    endRun();
    throw error;
  }
}

async function clearOld(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const path = join(tmpdir(), name);
    const found = await stat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > OLD_MS) await rm(path, { recursive: true, force: true });
  }
}

const tooManyPrints = () =>
  new Problem(503, 'too_busy', {
    en: 'Many letters are being printed at once, and this was not. Print it again in a minute.',
    fr: 'Beaucoup de lettres s’impriment en même temps, et ceci ne l’a pas été. Relancez l’impression dans une minute.',
  });

/** As many as may wait are waiting already. */
export class TooManyWait extends Error {}

/** Lets so many run at once; the others wait their turn in order, up to a number of them. */
export class Turns {
  readonly #mayWait: number;
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor({ atOnce, mayWait }: { atOnce: number; mayWait: number }) {
    this.#free = atOnce;
    this.#mayWait = mayWait;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Waits for a turn.
   * @param leaves whoever waits leaves the line when it is aborted: its place is free at once. Ignored once it is their turn
   * @returns what ends it, to be called once or more often
   * @throws TooManyWait, and the reason of `leaves`
   */
  async begin(leaves?: AbortSignal): Promise<() => void> {
    leaves?.throwIfAborted();
    if (this.#free > 0) this.#free -= 1;
    else if (this.#waiting.length >= this.#mayWait) throw new TooManyWait();
    else await this.#wait(leaves);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    };
  }

  #wait(leaves: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = () => {
        leaves?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        reject(leaves?.reason as Error);
      };
      this.#waiting.push(go);
      leaves?.addEventListener('abort', leave, { once: true });
    });
  }

  /** @throws TooManyWait, the reason of `leaves` while it waits, and whatever the work throws */
  async run<T>(work: () => Promise<T>, leaves?: AbortSignal): Promise<T> {
    const end = await this.begin(leaves);
    try {
      return await work();
    } finally {
      end();
    }
  }
}

/** What takes much memory, and waits its turn in this process. */
export type AllTurns = {
  /** From the first byte of an upload that is read until what came of it is stored. */
  uploads: Turns;
  /** Scans of receipts, which take minutes: they leave the turns of uploads to papers. */
  receipts: Turns;
  /** Processes that decode. */
  decoders: Turns;
  /** Processes that print. */
  prints: Turns;
  /** Prints of many letters at once, which take minutes: they leave the turns of prints to single ones. */
  printRuns: Turns;
};

/** An upload that waits holds its connection and none of its bytes; a print that waits holds no more than its request. */
const MAY_WAIT = 32;

export const openTurns = (limits: {
  UPLOADS_AT_ONCE: number;
  DECODERS_AT_ONCE: number;
  PRINTS_AT_ONCE: number;
}): AllTurns => ({
  uploads: new Turns({ atOnce: limits.UPLOADS_AT_ONCE, mayWait: MAY_WAIT }),
  receipts: new Turns({ atOnce: 1, mayWait: MAY_WAIT }),
  // Only uploads that have their turn come here.
  decoders: new Turns({ atOnce: limits.DECODERS_AT_ONCE, mayWait: Infinity }),
  prints: new Turns({ atOnce: limits.PRINTS_AT_ONCE, mayWait: MAY_WAIT }),
  printRuns: new Turns({ atOnce: 1, mayWait: MAY_WAIT }),
});

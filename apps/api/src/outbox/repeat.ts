import type { Logger } from 'pino';
import { safeError } from '../platform/logging.ts';

export type Repeating = {
  /** Begins the next turn now, or right after the one that runs. */
  wake(): void;
  /** Whether the last turn succeeded. */
  works(): boolean;
  /** Waits for the turn that runs; none begins after it. */
  stop(): Promise<void>;
};

/** What comes after a turn: the next one at once, or a wait; a number is when there is something to do before its end, in ms. */
export type Next = 'again' | 'wait' | number;

/**
 * Does something again and again in this process, one turn after the other. A turn that fails is told once and tried
 * again, later each time, up to ten seconds.
 */
export function repeat(options: { name: string; everyMs: number; log: Logger; turn(): Promise<Next> }): Repeating {
  const { name, everyMs, log, turn } = options;
  let stopped = false;
  let woken = false;
  let failures = 0;
  let endWait: (() => void) | null = null;

  const wait = (ms: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, ms);
      endWait = () => {
        clearTimeout(timer);
        done();
      };
    });

  async function run() {
    while (!stopped) {
      woken = false;
      let next: Next = 'wait';
      try {
        next = await turn();
        if (failures > 0) log.info({ part: name }, 'Works again');
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures === 1) log.error({ part: name, ...safeError(error) }, 'Failed; trying again');
      }
      if (stopped || (next === 'again' && failures === 0)) continue;
      // A wake-up does not shorten the pause after a failure: what is down would be asked at every event.
      if (failures > 0) await wait(Math.min(10_000, everyMs * 2 ** Math.min(failures, 8)));
      else if (!woken) await wait(typeof next === 'number' ? Math.min(next, everyMs) : everyMs);
      endWait = null;
    }
  }

  const running = run();
  return {
    wake() {
      woken = true;
      if (failures === 0) endWait?.();
    },
    works: () => failures === 0,
    async stop() {
      stopped = true;
      endWait?.();
      await running;
    },
  };
}

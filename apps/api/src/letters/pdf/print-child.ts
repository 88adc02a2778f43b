import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { OWN_FAULT } from './faults.ts';
import type { PrintAnswer, PrintJob } from './print-job.ts';

const LONGEST_MS = 120_000;
const MOST_MEMORY_MB = 512;

/** The process that prints, as long as there is something to print. One job at a time; a job that takes it down is told so. */
export class PrintChild {
  #child: ChildProcess | null = null;

  /** @returns what was printed, or what of it could not be opened. */
  async print(job: PrintJob, longestMs = LONGEST_MS): Promise<PrintAnswer> {
    const child = (this.#child ??= start());
    return new Promise<PrintAnswer>((done, failed) => {
      const settle = () => {
        clearTimeout(timer);
        child.removeAllListeners('message').removeAllListeners('exit').removeAllListeners('error');
      };
      const lose = () => {
        settle();
        child.kill('SIGKILL');
        this.#child = null;
      };
      // Out of memory or of time: what was uploaded is heavier than any paper is.
      const tooHeavy = () => {
        lose();
        done({ fault: 'too_heavy', at: null, detail: '' });
      };
      const timer = setTimeout(tooHeavy, longestMs);
      child.once('message', (answer) => {
        settle();
        done(answer as PrintAnswer);
      });
      child.once('exit', (code) => {
        if (code !== OWN_FAULT) return tooHeavy();
        lose();
        failed(new Error('The process that prints has failed; its own output says why.'));
      });
      child.once('error', (error) => {
        lose();
        failed(error);
      });
      child.send(job);
    });
  }

  /** Ends the process. */
  close(): void {
    this.#child?.kill();
    this.#child = null;
  }
}

function start(): ChildProcess {
  const source = import.meta.url.endsWith('.ts');
  const path = fileURLToPath(new URL(source ? './print.child.ts' : './print.child.js', import.meta.url));
  return fork(path, [], {
    execArgv: [`--max-old-space-size=${MOST_MEMORY_MB}`, '--disable-warning=ExperimentalWarning'],
    // Nothing of ours: no key, no address of a database.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

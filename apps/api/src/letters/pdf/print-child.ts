import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OWN_FAULT } from './faults.ts';
import type { PrintAnswer, PrintJob } from './print-job.ts';

const LONGEST_MS = 120_000;
const MOST_MEMORY_MB = 512;

/** The process that prints, as long as there is something to print. One job at a time; a job that takes it down is told so. */
export class PrintChild {
  readonly #folder: string;
  #child: ChildProcess | null = null;

  /** @param folder the one folder that it may read and write */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @returns what was printed, or what of it could not be opened. */
  async print(job: PrintJob, longestMs = LONGEST_MS): Promise<PrintAnswer> {
    const child = (this.#child ??= start(this.#folder));
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

// As written it lies beside this file; as built this file may have gone into a chunk of a folder below.
const script = ['printing-process.ts', 'printing-process.js', '../printing-process.js']
  .map((name) => join(import.meta.dirname, name))
  .find((file) => existsSync(file));

/** The folder that holds the apps, the packages and what they use, whether it runs as built or as written. */
function codeRoot(): string {
  let folder = import.meta.dirname;
  while (basename(folder) !== 'apps' && folder !== dirname(folder)) folder = dirname(folder);
  return dirname(folder);
}

/** Code to be read, its own folder to be written, and nothing else: no settings, no other data, no other process. */
function start(folder: string): ChildProcess {
  if (!script) throw new Error('The printing process is not beside its caller: build the API anew.');
  const code = ['node_modules', 'apps', 'packages'].map((name) => `--allow-fs-read=${join(codeRoot(), name)}`);
  return fork(script, [], {
    execArgv: [
      '--no-warnings',
      '--permission',
      '--allow-addons',
      ...code,
      `--allow-fs-read=${folder}`,
      `--allow-fs-write=${folder}`,
      `--max-old-space-size=${MOST_MEMORY_MB}`,
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

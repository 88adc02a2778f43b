import { spawn } from 'node:child_process';
import fs from 'node:fs';
import fsAsync from 'node:fs/promises';
import path from 'node:path';
import { framed, unframed } from './frames.ts';
import { Refused, Verdict } from './verdict.ts';
import type { Decoded, DecoderTask } from './verdict.ts';

/** What a file may take. What takes more is no paper: it is refused as one that is too much work. */
export type DecoderLimits = { timeMs: number; memoryBytes: number; answerBytes?: number };
const USUAL: DecoderLimits = { timeMs: 60_000, memoryBytes: 1_200_000_000 };
/** What it may answer: sixty pages as pictures, and the paper itself. A decoder that was taken over might never end. */
const LONGEST_ANSWER = 160_000_000;
const LOOK_EVERY_MS = 50;

/** The decoder was stopped: too long, too much memory, or it fell over. */
export class DecoderStopped extends Error {
  readonly why: 'time' | 'memory' | 'fell';
  constructor(why: DecoderStopped['why']) {
    super(`The decoder was stopped: ${why}.`);
    this.why = why;
  }
}

// Built, this code may lie in a piece that doors share, one folder below the script.
const script = ['decode-child.js', '../decode-child.js', 'decode-child.ts']
  .map((name) => path.join(import.meta.dirname, name))
  .find((file) => fs.existsSync(file));

/** The folder that holds the apps, the packages and what they use, whether it runs as built or as written. */
function codeRoot(): string {
  let folder = import.meta.dirname;
  while (path.basename(folder) !== 'apps' && folder !== path.dirname(folder)) folder = path.dirname(folder);
  return path.dirname(folder);
}

/** It reads code and nothing else: neither settings nor data lie in these folders. */
const READS = ['node_modules', 'apps', 'packages'].map((name) => `--allow-fs-read=${path.join(codeRoot(), name)}`);

/**
 * Decodes one file in a process of its own, without environment, network, disk or children, and with an end to its time
 * and memory.
 * @throws Refused when the file is no paper, DecoderStopped when it was too much
 */
export async function decode(task: DecoderTask, pieces: readonly Uint8Array[], limits = USUAL): Promise<Decoded> {
  const [head, document, ...jpegs] = unframed(await run(task, framed(pieces), limits));
  const verdict = Verdict.parse(JSON.parse(head?.toString() ?? ''));
  if (!verdict.ok) throw new Refused(verdict.refusal);
  if (!document || jpegs.length !== verdict.pages.length) throw new DecoderStopped('fell');
  const { mediaType, pages, showsNumber, soundsLike, hasPictures, numbers } = verdict;
  return {
    mediaType,
    document,
    pages: pages.map((page, at) => ({ ...page, jpeg: jpegs[at] ?? Buffer.alloc(0) })),
    showsNumber,
    soundsLike,
    hasPictures,
    numbers,
  };
}

function run(
  task: DecoderTask,
  input: Buffer,
  { timeMs, memoryBytes, answerBytes = LONGEST_ANSWER }: DecoderLimits,
): Promise<Buffer> {
  if (!script) throw new Error('The decoder’s script is not beside it: build the API anew.');
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--no-warnings',
        '--permission',
        '--allow-addons',
        ...READS,
        `--max-old-space-size=${heapFor(memoryBytes)}`,
        script,
        task,
      ],
      {
        env: {},
        stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
        cwd: path.parse(process.execPath).root,
        windowsHide: true,
      },
    );
    let stopped: DecoderStopped['why'] | null = null;
    const stop = (why: DecoderStopped['why']) => {
      stopped ??= why;
      child.kill('SIGKILL');
    };
    const late = setTimeout(() => stop('time'), timeMs);
    const watch = setInterval(() => {
      void memoryOf(child.pid).then((bytes) => bytes > memoryBytes && stop('memory'));
    }, LOOK_EVERY_MS);
    const parts: Buffer[] = [];
    let answered = 0;
    child.stdio[3]?.on('data', (part: Buffer) => {
      answered += part.length;
      if (answered > answerBytes) {
        parts.length = 0;
        return stop('memory');
      }
      parts.push(part);
    });
    child.stdin?.on('error', () => {}); // it ended without reading to the end; its exit says the rest
    child.stdin?.end(input);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(late);
      clearInterval(watch);
      if (stopped !== null || code !== 0) reject(new DecoderStopped(stopped ?? 'fell'));
      else resolve(Buffer.concat(parts));
    });
  });
}

/** Scripts get half; pixels lie outside of that. */
const heapFor = (memoryBytes: number) => Math.round(memoryBytes / 2 / 2 ** 20);

/** What a process holds in memory, where the system tells (Linux). */
async function memoryOf(pid: number | undefined): Promise<number> {
  const status = await fsAsync.readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

// `npm run bench`: measures what docs/benchmarks.md records, each in a process and a database of its own, and prints a table.
//   npm run bench -- lists     only the measurements whose name holds "lists"
//   npm run bench -- --write   writes the tables, the machine and the day into docs/benchmarks.md; what was not measured stays
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from './servers/embedded-postgres.mjs';
import { freePort } from './servers/ports.mjs';
import { at, root, run, stopAll } from './servers/processes.mjs';
import { temporaryFolder } from './servers/temporary.mjs';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const write = process.argv.includes('--write');
const names = fs
  .readdirSync(at('bench'))
  .filter((name) => name.endsWith('.bench.ts') && (words.length === 0 || words.some((word) => name.includes(word))))
  .sort();
if (names.length === 0) {
  console.error(
    `No measurement is called so. There are: ${fs
      .readdirSync(at('bench'))
      .filter((n) => n.endsWith('.bench.ts'))
      .join(', ')}`,
  );
  process.exit(1);
}
const folder = temporaryFolder();
const clean = async () => {
  await stopAll();
  fs.rmSync(folder, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => clean().then(() => process.exit(130)));

const machine = () =>
  `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release()}, Node ${process.version}, PostgreSQL 18 (embedded; fsync and synchronous_commit on), all on one machine`;
const table = (rows) =>
  [
    '| what | figure | goal |',
    '| --- | --- | --- |',
    ...rows.map(({ what, figure, goal = '' }) => `| ${what} | ${figure} | ${goal} |`),
  ].join('\n');

try {
  await run('generate', 'turbo', ['run', 'generate', '--output-logs=errors-only'], { cwd: root });
  // Durable, as in earnest: what does not wait for the disk measures nothing.
  const url = await startPostgres({
    dir: path.join(folder, 'pg'),
    port: await freePort(),
    password: randomBytes(12).toString('hex'),
  });
  const measured = new Map();
  for (const name of names) {
    process.stdout.write(`${name.replace('.bench.ts', '')} … `);
    const from = Date.now();
    const said = await run(name, process.execPath, ['--no-warnings', at(`bench/${name}`)], {
      env: { BENCH_PG: `${url}/postgres`, NODE_ENV: 'production' },
    });
    const lines = said.split('\n').filter((line) => line.startsWith('FIGURE '));
    measured.set(
      name.replace('.bench.ts', ''),
      lines.map((line) => JSON.parse(line.slice(7))),
    );
    console.log(`${((Date.now() - from) / 1000).toFixed(0)} s`);
  }
  console.log(`\n${table([...measured.values()].flat())}\n\n${machine()}`);
  if (write) {
    const on = `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine()}.`;
    const file = at('docs/benchmarks.md');
    const [head, ...before] = fs.readFileSync(file, 'utf8').split(/^## /m);
    const sections = new Map(before.map((section) => [section.slice(0, section.indexOf('\n')), section]));
    for (const [name, figures] of measured) sections.set(name, `${name}\n\n${on}\n\n${table(figures)}\n\n`);
    const sorted = [...sections].sort(([a], [b]) => (a < b ? -1 : 1));
    fs.writeFileSync(file, `${head}${sorted.map(([, section]) => `## ${section}`).join('')}`.trimEnd() + '\n');
    console.log('Written to docs/benchmarks.md');
  }
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
await clean();

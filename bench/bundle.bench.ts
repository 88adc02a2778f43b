import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'vite';
import { report } from './figures.ts';

/** What the dashboard ships of the rules: its own build, with what comes of packages/rules kept in two chunks. */

const root = path.resolve(import.meta.dirname, '..');
const dashboard = path.join(root, 'apps/dashboard');
const rules = path.join(root, 'packages/rules/src/');
const isRule = (id: string) => id.startsWith(rules);

/** Which module imports which, at once: what is fetched on demand is not in it. */
const imports = new Map<string, readonly string[]>();
function reachedFrom(...starts: string[]): ReadonlySet<string> {
  const reached = new Set(starts);
  for (const id of reached) for (const next of imports.get(id) ?? []) reached.add(next);
  return reached;
}
let planning: ReadonlySet<string> = new Set();

const built = await build({
  root: dashboard,
  logLevel: 'error',
  plugins: [
    {
      name: 'who-imports-whom',
      buildEnd() {
        for (const id of this.getModuleIds()) imports.set(id, this.getModuleInfo(id)?.importedIds ?? []);
        planning = reachedFrom(`${rules}plan.ts`, `${rules}read-file.ts`);
      },
    },
  ],
  build: {
    write: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'rules-plan', test: (id) => isRule(id) && planning.has(id) },
            { name: 'rules-more', test: isRule },
          ],
        },
      },
    },
  },
});
if (Array.isArray(built) || !('output' in built)) throw new Error('the build of the dashboard gave no output');
const chunks = built.output.filter((chunk) => chunk.type === 'chunk');

async function gzipped(name: string): Promise<string> {
  const ours = chunks.filter((chunk) => chunk.name === name);
  const modules = ours.flatMap(({ moduleIds }) => moduleIds).filter((id) => !id.startsWith('\0'));
  const strays = modules.filter((id) => !isRule(id));
  if (modules.length === 0 || strays.length > 0)
    throw new Error(`The chunk ${name} holds other things than rules: ${strays.join(', ') || 'nothing'}`);
  const sizes = await Promise.all(ours.map(async ({ code }) => (await promisify(gzip)(code, { level: 9 })).length));
  return `${(sizes.reduce((sum, size) => sum + size, 0) / 1_000).toFixed(1)} kB`;
}
const elsewhere = chunks.filter(({ name }) => !name.startsWith('rules-')).flatMap(({ moduleIds }) => moduleIds);
if (elsewhere.some(isRule)) throw new Error('Rules stand outside the chunks that are weighed.');
// The sources and the register in words are long, and only their own page and an opened reason need them.
const atOnce = [...reachedFrom(path.join(dashboard, 'src/main.tsx'))];
if (atOnce.length < 10 || atOnce.some((id) => /^(citations|register)[./]/.test(id.slice(rules.length)) && isRule(id)))
  throw new Error('The sources in words are fetched before anybody asks for them.');

report([
  {
    what: 'The rules that plan in the browser bundle, minified and gzipped',
    figure: await gzipped('rules-plan'),
    goal: 'at most 60 kB',
  },
  {
    what: 'The rest of the rules there (sources and register in words, checks), fetched with the screens that show it',
    figure: await gzipped('rules-more'),
  },
]);

import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'vite';
import { report } from './figures.ts';

/** What the dashboard ships of the rules: its own build, with what comes of packages/rules kept together. */

const root = path.resolve(import.meta.dirname, '..');
const rules = path.join(root, 'packages/rules/src/');
/** The sources in words, and the register of rules: loaded when somebody asks why. */
const told = /^(citations|register)[./]/;
const isTold = (id: string) => told.test(id.slice(rules.length));

const built = await build({
  root: path.join(root, 'apps/dashboard'),
  logLevel: 'error',
  build: {
    write: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'rules-told', test: (id) => id.startsWith(rules) && isTold(id) },
            { name: 'rules', test: (id) => id.startsWith(rules) },
          ],
        },
      },
    },
  },
});
if (Array.isArray(built) || !('output' in built)) throw new Error('the build of the dashboard gave no output');
const chunks = built.output.filter((chunk) => chunk.type === 'chunk');

async function gzippedKb(name: string): Promise<number> {
  const ours = chunks.filter((chunk) => chunk.name === name);
  const strays = ours
    .flatMap(({ moduleIds }) => moduleIds)
    .filter((id) => !id.startsWith(rules) && !id.startsWith('\0'));
  if (ours.length === 0 || strays.length > 0)
    throw new Error(`The chunk ${name} holds other things than rules: ${strays.join(', ') || 'nothing'}`);
  const sizes = await Promise.all(ours.map(async ({ code }) => (await promisify(gzip)(code, { level: 9 })).length));
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}
const [plans, words] = [await gzippedKb('rules'), await gzippedKb('rules-told')];
const elsewhere = chunks.filter(({ name }) => !name.startsWith('rules')).flatMap(({ moduleIds }) => moduleIds);
if (elsewhere.some((id) => id.startsWith(rules))) throw new Error('Rules stand outside the chunks that are weighed.');

// What is told may only come on demand: with a screen of its own, or when somebody opens a reason.
const eager = chunks.filter(({ isEntry, name }) => isEntry || name === 'rules').flatMap(({ imports }) => imports);
if (eager.some((file) => chunks.some(({ fileName, name }) => fileName === file && name === 'rules-told')))
  throw new Error('The sources and the register in words are loaded before anybody asks for them.');

const kb = (size: number) => `${size.toFixed(1)} kB`;
report([
  { what: 'The rules that plan in the browser bundle, minified and gzipped', figure: kb(plans), goal: 'at most 60 kB' },
  { what: 'Sources and register in words, loaded when somebody asks why', figure: kb(words) },
]);

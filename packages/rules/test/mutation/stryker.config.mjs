// Which code is broken on purpose, and how. `npm run mutate` starts it; docs/mutation.md has the score.
const here = 'packages/rules/test/mutation';
/** Not among the sources: whatever looks for tests or for code to check leaves it alone. */
const kept = '.data/mutation';
const rules = 'packages/rules/src';

/** Lists of facts and names: their tests compare them with what they were taken from, or with each other. */
const TABLES = [
  'citations/citations.ts',
  'citations/disagreements.ts',
  'register/**',
  'documents/names.ts',
  'documents/wording.ts',
  'vocabulary.ts',
  'caisses.ts',
  'countries.ts',
];

/** Words that choose among folders and files; none: all. */
const words = (process.env.MUTATE ?? '').split(' ').filter((word) => word !== '');
const chosen = words.flatMap((word) => [`${rules}/**/*${word}*/**/*.ts`, `${rules}/**/*${word}*.ts`]);

export default {
  testRunner: 'rules',
  plugins: [`./${here}/runner.mjs`],
  buildCommand: `vite build --config ${here}/bundle.config.mjs`,
  coverageAnalysis: 'perTest',
  // The runner stops what never ends; this is for what it cannot stop. A busy machine must not be taken for that.
  timeoutMS: 180_000,
  incremental: !process.env.SAMPLE,
  incrementalFile: `${kept}/incremental.json`,
  tempDirName: `${kept}/sandbox`,
  mutate: [
    ...(chosen.length > 0 ? chosen : [`${rules}/**/*.ts`]),
    ...['**/*.test.ts', 'testing/**', ...TABLES].map((table) => `!${rules}/${table}`),
  ],
  ignorePatterns: ['apps', 'bench', 'docs', 'e2e', 'infra', 'packages/{contracts,database,emails}', '.turbo', '.data'],
  // Its rewriting of tsconfig.json needs an interface that TypeScript 7 no longer has; the bundle needs no rewriting.
  tsconfigFile: 'none',
  reporters: ['progress-append-only', 'clear-text', 'json'],
  jsonReporter: { fileName: `${kept}/mutation.json` },
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
};

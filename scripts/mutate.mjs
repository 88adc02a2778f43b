// `npm run mutate`: breaks the rules on purpose, in thousands of small ways, and shows which of them no test notices.
//   npm run mutate -- ladders stage    only the files whose path holds one of the words
//   SAMPLE=10 npm run mutate           only every tenth mutant: the others are told as errors, and count for nothing
// What has not changed since the last run is not tried again; `npm run mutate -- --force` tries all of it.
import os from 'node:os';
import { pathToFileURL } from 'node:url';
import { at } from './servers/processes.mjs';

const args = process.argv.slice(2);
process.env.MUTATE = args.filter((arg) => !arg.startsWith('-')).join(' ');

// It takes long, and whoever waits for something else goes first.
os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
process.argv = [
  ...process.argv.slice(0, 2),
  'run',
  'packages/rules/test/mutation/stryker.config.mjs',
  ...args.filter((arg) => arg.startsWith('-')),
];
await import(pathToFileURL(at('packages/rules/node_modules/@stryker-mutator/core/bin/stryker.js')));

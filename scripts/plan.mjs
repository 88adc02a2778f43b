// Prints the plan of a file: npm run --silent plan -- FILE.json --today 2026-04-20
// `-` reads standard input; --lines reads JSON Lines, each a file or { "today": …, "file": … }, and answers line by line.
// Bad input: exit 2 and one JSON object on standard error. Standard output holds plans and nothing else.
import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

enableCompileCache();
const [{ isDay }, { readFile }, { plan }] = await Promise.all([
  import('../packages/rules/src/calendar/days.ts'),
  import('../packages/rules/src/read-file.ts'),
  import('../packages/rules/src/plan.ts'),
]);

const USAGE =
  'Use: npm run --silent plan -- FILE.json --today 2026-04-20 (FILE.json or -, and --lines for JSON Lines).';
const invalid = (issues) => ({ error: 'invalid_file', issues });

/** What was asked for, or the faults of asking. */
function readArguments(given) {
  const asked = { source: undefined, today: undefined, lines: false };
  const rest = [...given];
  const faults = [];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--lines') asked.lines = true;
    else if (word === '--today') asked.today = rest.shift();
    else if (word.startsWith('--today=')) asked.today = word.slice('--today='.length);
    else if (word !== '-' && word.startsWith('-')) faults.push({ path: word, message: `No such option. ${USAGE}` });
    else if (asked.source !== undefined) faults.push({ path: word, message: `One file at a time. ${USAGE}` });
    else asked.source = word;
  }
  if (asked.source === undefined) faults.push({ path: 'file', message: `No file was named. ${USAGE}` });
  return { ...asked, faults };
}

function todayFaults(today) {
  if (today === undefined || today === null)
    return [{ path: 'today', message: 'This is missing. Say for which day the plan is made: --today 2026-04-20.' }];
  return typeof today === 'string' && isDay(today)
    ? []
    : [{ path: 'today', message: 'This day does not exist. Write a day as YYYY-MM-DD.' }];
}

/** The plan of one input, or all of its faults. */
function answer(input, today) {
  const read = readFile(input);
  const faults = [...todayFaults(today), ...(read.ok ? [] : read.issues)];
  return faults.length > 0 ? invalid(faults) : plan(read.file, today);
}

function parse(text) {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // The reason would quote the text, which may hold what nobody may write down.
    return { fault: { path: '', message: 'This is not JSON.' } };
  }
}

/** A line is a file, or a file with its own day. */
function answerLine(text, todayOfAll) {
  const { value, fault } = parse(text);
  if (fault) return invalid([fault]);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'file')) return answer(value, todayOfAll);
  const { today = todayOfAll, file, ...unknown } = value;
  const result = answer(file, today);
  const extra = Object.keys(unknown).map((path) => ({ path, message: 'A line holds today and file, nothing else.' }));
  return extra.length === 0 ? result : invalid([...(result.issues ?? []), ...extra]);
}

function refuse(issues) {
  process.stderr.write(`${JSON.stringify(invalid(issues))}\n`);
  process.exitCode = 2;
}

async function read(source) {
  // npm runs its commands in the root; a file is meant from where the user stands.
  if (source !== '-') return readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), source), 'utf8');
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function run() {
  const asked = readArguments(process.argv.slice(2));
  const faultsOfDay = asked.lines ? [] : todayFaults(asked.today);
  if (asked.faults.length > 0) return refuse([...asked.faults, ...faultsOfDay]);
  let text;
  try {
    text = (await read(asked.source)).replace(/^\ufeff/, '');
  } catch (error) {
    return refuse([{ path: 'file', message: `${asked.source} cannot be read (${error.code}).` }, ...faultsOfDay]);
  }
  if (asked.lines) {
    for (const line of text.split('\n'))
      if (line.trim() !== '') process.stdout.write(`${JSON.stringify(answerLine(line, asked.today))}\n`);
    return;
  }
  const { value, fault } = parse(text);
  if (fault) return refuse([fault, ...faultsOfDay]);
  const result = answer(value, asked.today);
  if (result.error !== undefined) return refuse(result.issues);
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}

// A reader that has seen enough (`| head`) is no fault of ours.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
await run();

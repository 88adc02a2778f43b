// Imports a spreadsheet into the running Suivi, through its API, as a person would on the page:
//   npm run import -- clients.csv            shows what would be created and every faulty row, then asks
//   npm run import -- clients.csv --yes      does not ask
// Columns are recognised by their headings; --column "My heading=birth_date" says it where they are not.
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { follow, giveUp, Refused, runCommand, signIn, whereAndAs } from './api/sign-in.mjs';
import { TEXTS } from './import/texts.mjs';
import { table } from './import/table.mjs';

const USAGE = `npm run import -- clients.csv [options]
  --yes                    import the good rows without asking
  --all                    nothing, unless every row is good
  --hold                   today's emails wait until somebody releases them
  --dry-run                show what would happen, and stop
  --column "Heading=field" what a column holds (ignore: leave it out); may be repeated
  --category "word=code"   what a word of the category column means; may be repeated
  --as EMAIL               who signs in (the demo's adviser); the password is asked of SUIVI_PASSWORD
  --url URL                where Suivi runs (APP_URL)`;

function readArguments() {
  const options = {
    yes: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    hold: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    column: { type: 'string', multiple: true, default: [] },
    category: { type: 'string', multiple: true, default: [] },
    as: { type: 'string', default: 'adviser@demo.test' },
    url: { type: 'string' },
    help: { type: 'boolean', default: false },
  };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values.help || positionals.length !== 1) giveUp(USAGE);
    return { ...values, file: path.resolve(process.env.INIT_CWD ?? '.', positionals[0]) };
  } catch (error) {
    return giveUp(error instanceof Refused ? error.message : `${error.message}\n\n${USAGE}`);
  }
}

/** `Heading=field` pairs, by the part before the last `=`. */
const pairs = (list) =>
  new Map(
    list.map((text) => {
      const at = text.lastIndexOf('=');
      if (at < 1) giveUp(`"${text}" should be written as  name=value.`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );

const isTerminal = process.stdout.isTTY === true;

function showCheck(view, text, language) {
  const { check } = view;
  console.log(`\n${text.counts(check)}`);
  if (check.faults.length > 0)
    console.log(
      table(
        text.faultHeadings,
        check.faults.map(({ line, column, value, reason }) => [String(line), column, value, reason[language]]),
      ),
    );
  if (check.good === 0) return;
  console.log(`\n${text.effect(check)}`);
}

async function agreed(question) {
  if (!isTerminal || !process.stdin.isTTY) return false;
  const readline = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await readline.question(question);
  readline.close();
  return /^(y|yes|o|oui)$/i.test(answer.trim());
}

async function main() {
  const asked = readArguments();
  if (!fs.existsSync(asked.file)) giveUp(`There is no file ${asked.file}.`);
  const { url, password } = whereAndAs(asked);
  const api = await signIn(url, asked.as, password);
  const { language } = await api('GET', '/me');
  const text = TEXTS[language] ?? TEXTS.en;

  const content = fs.readFileSync(asked.file).toString('base64');
  const uploaded = await api('POST', '/imports', { fileName: path.basename(asked.file), content });
  const { id } = uploaded;
  try {
    const chosen = pairs(asked.column);
    for (const heading of chosen.keys())
      if (!uploaded.columns.some((column) => column.heading === heading)) giveUp(text.noColumn(heading));
    const columns = uploaded.columns.map(({ heading, field }) => chosen.get(heading) ?? field);
    console.log(text.seen(path.basename(asked.file), uploaded.seen));
    console.log(
      table(
        text.columnHeadings,
        uploaded.columns.map(({ heading, samples, certainty, hiddenCells }, at) => [
          heading,
          samples.slice(0, 2).join(', '),
          columns[at],
          hiddenCells > 0
            ? text.hidden(hiddenCells)
            : certainty === 'confirm' && !chosen.has(heading)
              ? text.confirm
              : '',
        ]),
      ),
    );
    await api('PUT', `/imports/${id}/mapping`, { columns, categories: Object.fromEntries(pairs(asked.category)) });
    const view = await follow(api, `/imports/${id}`, 'checking', text.checking);
    if (view.state !== 'checked') giveUp(text.failed);
    showCheck(view, text, language);
    const shown = new Set(view.check.faults.map(({ line }) => line)).size;
    if (view.check.faulty > shown) {
      const beside = `${asked.file.replace(/\.[^.]*$/, '')}-faults.csv`;
      fs.writeFileSync(beside, await api('GET', `/imports/${id}/faults.csv`));
      console.log(text.moreFaults(view.check.faulty - shown, beside));
    }
    return await importThem(api, view, asked, text);
  } catch (error) {
    await api('DELETE', `/imports/${id}`).catch(() => {});
    throw error;
  }
}

/** @returns the exit code */
async function importThem(api, { id, check }, asked, text) {
  const leave = async (words, code) => {
    await api('DELETE', `/imports/${id}`);
    console.log(`\n${words}`);
    return code;
  };
  if (check.good === 0) return leave(text.nothing, check.faulty > 0 ? 1 : 0);
  if (asked.all && check.faulty > 0) return leave(text.notAll(check.faulty), 1);
  if (asked['dry-run']) return leave(text.dryRun, 0);
  if (!asked.yes && !(await agreed(`\n${text.question(check.good)} `))) return leave(text.notImported, 0);
  console.log('');
  await api('POST', `/imports/${id}/run`, { which: asked.all ? 'all' : 'good', holdEmails: asked.hold });
  const view = await follow(api, `/imports/${id}`, 'importing', text.importing);
  if (view.state !== 'done') giveUp(view.failure === 'rows_changed' ? text.changed : text.failed);
  console.log(text.done(view.result));
  // What was faulty is corrected in the spreadsheet from here; nothing of it stays behind.
  await api('DELETE', `/imports/${id}`);
  return 0;
}

await runCommand(main);

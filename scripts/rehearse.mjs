// Tries a changed playbook on all open files of the running Suivi, and says what would become of them. Changes nothing:
//   npm run rehearse -- playbook.json       { "firstCallAfterDays": 21 }: what is left out stays as the agency has it
//   npm run rehearse                        the agency's settings as they are, by the rules that run now
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { follow, giveUp, Refused, runCommand, signIn, whereAndAs } from './api/sign-in.mjs';
import { table } from './import/table.mjs';
import { TEXTS } from './rehearse/texts.mjs';

const { changedSettings, settingName, valueWords } = await import('../packages/rules/src/playbook-words.ts');

const USAGE = `npm run rehearse -- [playbook.json] [options]
  --json       print the whole result as JSON
  --as EMAIL   who signs in, a lead or an admin (the demo's lead); the password is asked of SUIVI_PASSWORD
  --url URL    where Suivi runs (APP_URL)`;

function readArguments() {
  const options = {
    json: { type: 'boolean', default: false },
    as: { type: 'string', default: 'lead@demo.test' },
    url: { type: 'string' },
    help: { type: 'boolean', default: false },
  };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values.help || positionals.length > 1) giveUp(USAGE);
    const [file] = positionals;
    return { ...values, file: file === undefined ? null : path.resolve(process.env.INIT_CWD ?? '.', file) };
  } catch (error) {
    return giveUp(error instanceof Refused ? error.message : `${error.message}\n\n${USAGE}`);
  }
}

function readSettings(file) {
  if (file === null) return {};
  if (!fs.existsSync(file)) giveUp(`There is no file ${file}.`);
  try {
    const settings = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (typeof settings === 'object' && settings !== null && !Array.isArray(settings)) return settings;
  } catch (error) {
    giveUp(`${file} is not JSON: ${error.message}`);
  }
  return giveUp(`${file} should hold one JSON object, such as  { "firstCallAfterDays": 21 }`);
}

function showSettings({ present, rulesVersion }, { settings }, text, language) {
  const changed = changedSettings(present.settings, settings);
  if (changed.length === 0) return console.log(text.noChange(present.version, rulesVersion));
  console.log(text.settings(present.version));
  for (const name of changed) {
    const [to, from] = [settings[name], present.settings[name]].map((value) => valueWords(name, value)[language]);
    console.log(text.instead(settingName(name)[language], to, from));
  }
}

function showResult(result, text, language) {
  console.log(`\n${text.files(result)}`);
  if (result.broken > 0) console.log(text.broken(result.broken));
  if (result.changed === 0) return;
  if (result.stages > 0) console.log(text.stages(result.stages));
  console.log([text.tasks(result), text.emails(result), text.deadlines(result)].join('\n'));
  const rows = result.kinds.map(({ of, name, added, dropped, moved }) => [
    `${text.of[of]} ${name[language]}`,
    ...[added, dropped, moved].map((count) => (count === 0 ? '–' : String(count))),
    '',
  ]);
  if (rows.length > 0) console.log(`\n${table(text.kinds, rows)}`);
  console.log(`\n${text.samples}`);
  for (const { reference, clientName, lines, more } of result.samples) {
    console.log(`  ${reference}  ${clientName}`);
    for (const line of lines) console.log(`    ${line[language]}`);
    if (more > 0) console.log(`    ${text.more(more)}`);
  }
  const left = result.changed - result.samples.length;
  if (left > 0) console.log(`  ${text.moreFiles(left)}`);
}

await runCommand(async () => {
  const asked = readArguments();
  const settings = readSettings(asked.file);
  const { url, password } = whereAndAs(asked);
  const api = await signIn(url, asked.as, password);
  const { language } = await api('GET', '/me');
  const text = TEXTS[language] ?? TEXTS.en;
  const playbook = await api('GET', '/playbook');
  const { id } = await api('POST', '/playbook/rehearsals', { settings });
  const trial = await follow(api, `/playbook/rehearsals/${id}`, 'running', text.trying);
  if (trial.state !== 'done') giveUp(text.failed);
  if (asked.json) {
    console.log(JSON.stringify(trial, null, 2));
    return 0;
  }
  showSettings(playbook, trial, text, language);
  showResult(trial.result, text, language);
  console.log(`\n${text.nothing}`);
  return 0;
});

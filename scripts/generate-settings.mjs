// Writes .env.example and the table of settings in README.md from apps/api/src/platform/config.ts, where they are parsed.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format } from 'prettier';
import { at } from './servers/processes.mjs';
import { PORTS } from './servers/settings.mjs';

const { settings } = await import(pathToFileURL(at('apps/api/src/platform/config.ts')).href);

/** What only `npm start` reads. */
const OF_START = {
  INBOX_PORT: 'npm start: the page of the mail catcher',
  SMTP_PORT: 'npm start: the mail catcher',
  POSTGRES_PORT: 'npm start: PostgreSQL',
};
const rows = [
  ...settings,
  ...Object.entries(OF_START).map(([name, description]) => ({
    name,
    description,
    required: false,
    usual: String(PORTS[name]),
  })),
];

const lines = rows.map(
  ({ name, description, required, usual }) => `# ${description}${required ? ' (needed)' : ''}\n#${name}=${usual}`,
);
fs.writeFileSync(
  at('.env.example'),
  `# Settings of Suivi: copy to .env and take the # from what is yours. Printed by scripts/generate-settings.mjs.
# \`npm start\` needs none of them: it runs what is not set here and makes the secrets itself.

${lines.join('\n\n')}
`,
);

const [BEGIN, END] = ['<!-- settings: printed by scripts/generate-settings.mjs -->', '<!-- end of settings -->'];
const readme = fs.readFileSync(at('README.md'), 'utf8');
const [before, rest] = readme.split(BEGIN);
const after = rest?.split(END)[1];
if (after === undefined) throw new Error(`README.md has no place for the settings: put ${BEGIN} and ${END} into it.`);
const cell = (text) => text.replaceAll('|', '\\|');
const table = rows.map(
  ({ name, description, required, usual }) =>
    `| \`${name}\` | ${cell(description)} | ${required ? 'needed' : usual && `\`${usual}\``} |`,
);
const text = `${before}${BEGIN}\n\n| setting | what it is | default |\n| --- | --- | --- |\n${table.join('\n')}\n\n${END}${after}`;
fs.writeFileSync(at('README.md'), await format(text, { parser: 'markdown', printWidth: 120 }));

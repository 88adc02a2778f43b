import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';
import type { Role } from '@suivi/contracts/me';
import { LANGUAGES } from '@suivi/rules/vocabulary';
import type { Language } from '@suivi/rules/vocabulary';
import { z } from 'zod';

export type MemberRole = Exclude<Role, 'operator'>;
export type NewAgency = { name: string; telephone: string | null; addressLines: string[] };
export type NewPerson = { name: string; email: string; telephone: string | null; language: Language };

/** What the person at the terminal can put right: printed without a stack. */
export class Refused extends Error {}

export type PeopleCommand =
  | { command: 'agency'; agency: NewAgency; admin: NewPerson; mayOperate: boolean }
  | { command: 'member'; agencyName: string; role: MemberRole; person: NewPerson; mayOperate: boolean }
  | { command: 'operator'; person: NewPerson }
  | { command: 'password'; email: string };

const ROLES: readonly MemberRole[] = ['adviser', 'lead', 'admin'];

const USAGE = {
  agency: `npm run agency -- --name "Passerelle" --admin "Nadège Perrin <nadege@agency.example>" [options]
  --telephone "04 72 00 00 10"   stands in emails below an adviser without a number of their own
  --address "12 rue des Tilleuls" --address "69003 Lyon"   one for each line
  --language fr|en               what the admin reads (fr)
  --may-operate                  the admin sees the queues too: for a house with one agency`,
  member: `npm run member -- --agency "Passerelle" --role adviser|lead|admin --name "Claire Fontanel" --email claire@agency.example [options]
  --telephone "04 72 00 00 11"   stands in emails below their name
  --language fr|en               what they read (fr)
  --may-operate                  an admin who sees the queues too: for a house with one agency
npm run member -- --operator --name "Ines Calvet" --email ines@platform.example
  the platform's operator: all queues, no agency, no client
npm run member -- --new-password --email claire@agency.example
  for somebody who has lost theirs; ends their sessions`,
};

const OPTIONS: Record<'agency' | 'member', ParseArgsOptionsConfig> = {
  agency: {
    name: { type: 'string' },
    admin: { type: 'string' },
    telephone: { type: 'string' },
    address: { type: 'string', multiple: true },
    language: { type: 'string' },
    'may-operate': { type: 'boolean' },
    help: { type: 'boolean' },
  },
  member: {
    agency: { type: 'string' },
    role: { type: 'string' },
    name: { type: 'string' },
    email: { type: 'string' },
    telephone: { type: 'string' },
    language: { type: 'string' },
    operator: { type: 'boolean' },
    'new-password': { type: 'boolean' },
    'may-operate': { type: 'boolean' },
    help: { type: 'boolean' },
  },
};

type Given = Record<string, string | boolean | (string | boolean)[] | undefined>;

/**
 * What `npm run agency` and `npm run member` were asked for.
 * @throws Refused with every fault at once, and how the command is used
 */
export function readPeopleArguments([command, ...words]: readonly string[]): PeopleCommand {
  if (command !== 'agency' && command !== 'member') throw new Refused(`${USAGE.agency}\n\n${USAGE.member}`);
  let given: Given;
  try {
    given = parseArgs({ args: words, options: OPTIONS[command] }).values;
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : ''}\n\n${USAGE[command]}`);
  }
  if (given.help) throw new Refused(USAGE[command]);
  const reading = new Reading(given);
  const asked = command === 'agency' ? readAgency(reading) : readMember(reading);
  if (reading.faults.length > 0) throw new Refused(`${reading.faults.join('\n')}\n\n${USAGE[command]}`);
  return asked;
}

function readAgency(reading: Reading): PeopleCommand {
  const agency = {
    name: reading.line('name'),
    telephone: reading.maybeLine('telephone', 40),
    addressLines: reading.lines('address'),
  };
  const text = reading.line('admin', 300);
  const [, name, email] = /^(.+?)\s*<([^<>]*)>$/.exec(text) ?? [];
  if (text !== '' && (name === undefined || email === undefined))
    reading.faults.push(`--admin "${text}": write name and email as  "Nadège Perrin <nadege@agency.example>".`);
  const admin = {
    name: name ?? '',
    email: email === undefined ? '' : reading.email('admin', email),
    telephone: null,
    language: reading.language(),
  };
  return { command: 'agency', agency, admin, mayOperate: reading.says('may-operate') };
}

function readMember(reading: Reading): PeopleCommand {
  const email = reading.email('email', reading.line('email', 254));
  if (reading.says('new-password')) {
    reading.refuse('--new-password needs --email alone', [
      'agency',
      'role',
      'name',
      'telephone',
      'language',
      'operator',
      'may-operate',
    ]);
    return { command: 'password', email };
  }
  const person = {
    email,
    name: reading.line('name'),
    telephone: reading.maybeLine('telephone', 40),
    language: reading.language(),
  };
  if (reading.says('operator')) {
    reading.refuse('an operator is of no agency and signs no email', ['agency', 'role', 'telephone', 'may-operate']);
    return { command: 'operator', person };
  }
  const agencyName = reading.line('agency');
  const asked = reading.line('role');
  const role = ROLES.find((one) => one === asked);
  const mayOperate = reading.says('may-operate');
  if (asked !== '' && role === undefined) reading.faults.push(`--role "${asked}": choose one of ${ROLES.join(', ')}.`);
  if (mayOperate && role !== undefined && role !== 'admin')
    reading.faults.push('--may-operate goes with --role admin.');
  return { command: 'member', agencyName, role: role ?? 'adviser', person, mayOperate };
}

/** Reads one option after the other and gathers what is wrong with them. */
class Reading {
  readonly faults: string[] = [];
  readonly #given: Given;

  constructor(given: Given) {
    this.#given = given;
  }

  says(option: string): boolean {
    return this.#given[option] === true;
  }

  line(option: string, longest = 100): string {
    const text = this.maybeLine(option, longest);
    if (text === null) this.faults.push(`--${option} is missing.`);
    return text ?? '';
  }

  maybeLine(option: string, longest: number): string | null {
    const text = this.#given[option];
    return typeof text !== 'string' || text.trim() === '' ? null : this.#checked(option, text, longest);
  }

  lines(option: string): string[] {
    const lines = this.#given[option];
    if (!Array.isArray(lines)) return [];
    if (lines.length > 6) this.faults.push(`--${option} may be given six times at most.`);
    return lines
      .filter((line) => typeof line === 'string' && line.trim() !== '')
      .map((line) => this.#checked(option, String(line), 100));
  }

  email(option: string, text: string): string {
    const email = text.trim().toLowerCase();
    if (email !== '' && !z.email().max(254).safeParse(email).success)
      this.faults.push(`--${option}: "${email}" is not an email address.`);
    else if (email === '' && option === 'admin') this.faults.push('--admin holds no email address.');
    return email;
  }

  language(): Language {
    const asked = this.#given.language ?? 'fr';
    const language = LANGUAGES.find((one) => one === asked);
    if (language === undefined) this.faults.push(`--language: choose one of ${LANGUAGES.join(', ')}.`);
    return language ?? 'fr';
  }

  refuse(reason: string, options: readonly string[]) {
    for (const option of options)
      if (this.#given[option] !== undefined) this.faults.push(`--${option} does not belong here: ${reason}.`);
  }

  /** These texts stand in the heads of emails, where a line break would begin another head. */
  #checked(option: string, text: string, longest: number): string {
    const line = text.trim();
    if (/[\p{Cc}\u2028\u2029<>]/u.test(line) && option !== 'admin')
      this.faults.push(`--${option} holds a sign that no name has (a line break, < or >).`);
    else if (/[\p{Cc}\u2028\u2029]/u.test(line)) this.faults.push(`--${option} holds a line break.`);
    if (line.length > longest) this.faults.push(`--${option} is longer than ${longest} signs.`);
    return line;
  }
}

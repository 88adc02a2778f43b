import { createHash } from 'node:crypto';
import type { Enclosure, LetterNote, LetterPart } from '@suivi/contracts/letters';
import type { KeyRing } from '@suivi/database/sealing';
import type { Tx } from '@suivi/database/database';
import { sentPapers, wantedFor, type Wanted } from '@suivi/letters/enclosures';
import type { LetterInput, WrittenLetter } from '@suivi/letters/letter';
import { typeset } from '@suivi/rules/typeset';
import { writeLetter } from '@suivi/letters/write-letter';
import { nameOf } from '@suivi/rules/documents/names';
import { knownOn } from '@suivi/rules/known';
import type { DocumentCode, LetterTemplate } from '@suivi/rules/vocabulary';
import type { StoredFile } from '../files/stored-file.ts';
import { lettersFor, lettersOf, type LetterRow } from './letter-record.ts';
import { mandatesOf, validMandate } from './mandate-record.ts';
import { noMandate, mandateNotScanned, editedBefore, notScanned } from './letter-notes.ts';
import { scansFor, scansOf, type Scan, type Scans } from './scans.ts';

/** Raised when letters of the same content are laid out otherwise. */
const LAYOUT = 1;

export type GatheredEnclosure = Enclosure & { scans: Scan[] };

/** All that a letter is printed from, as it stands in one transaction. */
export type Gathered = {
  stored: StoredFile;
  template: Exclude<LetterTemplate, 'mandate'>;
  taskKey: string | null;
  letter: WrittenLetter;
  agencyName: string;
  clientName: string;
  /** In the order of the letter; those left out stand behind. */
  enclosures: GatheredEnclosure[];
  blocked: LetterNote[];
  warnings: LetterNote[];
  edited: boolean;
  /** The template's own words. */
  own: string;
  /** The same hash is the same letter. */
  hash: string;
  rows: LetterRow[];
};

type Sender = { name: string; addressLines: string[]; telephone: string | null; adviser: LetterInput['adviser'] };

export async function readSender(tx: Tx, adviserId: string | null): Promise<Sender> {
  type Row = {
    name: string;
    addressLines: string[];
    telephone: string | null;
    adviser: string | null;
    direct: string | null;
  };
  const row = await tx.one<Row>(
    `SELECT a.name, a.address_lines AS "addressLines", a.telephone, m.name AS adviser, m.telephone AS direct
     FROM agencies a LEFT JOIN members m ON m.agency_id = a.id AND m.user_id = $2 WHERE a.id = $1`,
    [tx.agencyId, adviserId],
  );
  const { adviser, direct, ...agency } = row;
  return { ...agency, adviser: adviser === null ? null : { name: adviser, telephone: direct } };
}

/** What a letter of a file is written from. */
export async function inputOf<T extends LetterTemplate>(
  tx: Tx,
  stored: StoredFile,
  template: T,
  taskKey: string | null,
): Promise<LetterInput & { template: T }> {
  const { adviser, ...agency } = await readSender(tx, stored.adviserId);
  const { firstName, lastName, street } = stored.client;
  return {
    template,
    taskKey,
    known: knownOn(stored.file, stored.today),
    events: stored.file.events,
    today: stored.today,
    reference: stored.reference,
    client: { firstName, lastName, street },
    agency,
    adviser,
    trackingNumber: null,
    reason: null,
  };
}

/** Gathers a letter: its words, a person's changes to them, its enclosures with their scans, what blocks it. */
export async function gatherLetter(
  tx: Tx,
  keys: KeyRing,
  stored: StoredFile,
  { template, taskKey }: Pick<Gathered, 'template' | 'taskKey'>,
): Promise<Gathered> {
  const all = await lettersOf(tx, keys, stored.id);
  const rows = lettersFor(all, template, taskKey);
  const change = rows[0]?.content.change ?? null;
  const input = {
    ...(await inputOf(tx, stored, template, taskKey)),
    trackingNumber: change?.trackingNumber ?? null,
    reason: change?.reason ?? null,
  };
  const mandate = validMandate(await mandatesOf(tx, stored.id), stored.today);
  const scans: Scans = { ...(await scansOf(tx, keys, stored.id)), mandate, letters: all };
  const enclosures = chosen([...wantedFor(input), ...others(input, scans)], change?.enclosures ?? null, scans);
  const names = enclosures.filter(({ left }) => !left).map(({ name }) => name);
  const lists = { enclosures: names, sent: sentPapers(input) };
  const written = writeLetter(input, lists);
  const own = JSON.stringify([written.subject, written.body]);
  const letter = withChange(written, change);
  const going = enclosures.filter(({ left }) => !left);
  const signed = written.signature.some((line) => line.includes('mandat'));
  const warnings = [
    ...(mandate === null && signed ? [noMandate()] : []),
    ...(mandate !== null && mandate.objectId === null && signed ? [mandateNotScanned()] : []),
    ...going.flatMap(({ name, source, scans }) =>
      scans.length === 0 && source !== 'mandate' ? [notScanned(name)] : [],
    ),
    ...written.warnings,
    ...(change !== null && isWorded(change) && rows[0]?.content.basedOn !== own ? [editedBefore()] : []),
  ];
  const clientName = `${stored.client.firstName} ${stored.client.lastName}`;
  const { blocked: _, warnings: __, ...said } = letter;
  const content = {
    layout: LAYOUT,
    said,
    reference: stored.reference,
    clientName,
    agency: input.agency.name,
    enclosed: going.map(({ name, scans }) => ({ name, scans: scans.map(({ sha256, only }) => ({ sha256, only })) })),
  };
  return {
    stored,
    template,
    taskKey,
    letter,
    agencyName: input.agency.name,
    clientName,
    enclosures,
    // Whoever writes another text settles what the template's lacks.
    blocked: change?.body ? written.blocked.filter(({ at }) => at !== 'letter') : written.blocked,
    warnings,
    edited: change !== null && isWorded(change),
    own,
    hash: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
    rows,
  };
}

const isWorded = ({ subject, body }: { subject: string | null; body: string[] | null }) =>
  subject !== null || body !== null;

/** A person's words in the place of the template's. */
function withChange(
  letter: WrittenLetter,
  change: { subject: string | null; body: string[] | null } | null,
): WrittenLetter {
  if (change === null) return letter;
  return {
    ...letter,
    subject: change.subject === null ? letter.subject : typeset(change.subject),
    body: change.body === null ? letter.body : change.body.map(partOf),
  };
}

/** A paragraph as it is typed: lines that begin with a dash are a list. */
export function partOf(text: string): LetterPart {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  if (!lines.every((line) => /^[-–•] /.test(line))) return { kind: 'text', text: typeset(lines.join(' ')) };
  return { kind: 'list', lines: lines.map((line) => typeset(line.slice(2).trim())) };
}

/** Papers of the file that the letter does not ask for: a person may add them. */
function others({ known: { applicant } }: LetterInput, { papers }: Scans): (Wanted & { extra: true })[] {
  const kinds = new Map(
    papers.map(({ document, member }) => [`paper:${document}:${member ?? ''}`, { document, member }]),
  );
  return [...kinds].map(([id, { document, member }]) => {
    const code = document as DocumentCode;
    return {
      id,
      name: nameOf(code, member, applicant.category).fr,
      source: 'paper',
      paper: { code, member },
      extra: true,
    };
  });
}

/** The enclosures in their order: as chosen by a person, or as the letter has them. The mandate's copy is always the first. */
function chosen(wanted: (Wanted & { extra?: true })[], choice: string[] | null, scans: Scans): GatheredEnclosure[] {
  const isAskedFor = (one: Wanted) =>
    wanted.some(
      ({ extra, paper }) => !extra && paper && paper.code === one.paper?.code && paper.member === one.paper.member,
    );
  const known = wanted.filter((one) => !one.extra || !isAskedFor(one));
  const goes = (one: Wanted & { extra?: true }) =>
    one.source === 'mandate' || (choice === null ? !one.extra : choice.includes(one.id));
  const place = (one: Wanted) => (one.source === 'mandate' ? -1 : choice === null ? 0 : choice.indexOf(one.id));
  const asEnclosure = (one: Wanted & { extra?: true }, left: boolean): GatheredEnclosure => {
    const found = scansFor(one, scans);
    const pages = found.every(({ pages }) => pages !== null)
      ? found.reduce((sum, { pages }) => sum + (pages ?? 0), 0)
      : null;
    return {
      id: one.id,
      name: one.name,
      source: one.source,
      scanned: found.length > 0,
      pages: found.length === 0 ? null : pages,
      left,
      scans: found,
    };
  };
  return [
    ...known
      .filter(goes)
      .sort((a, b) => place(a) - place(b))
      .map((one) => asEnclosure(one, false)),
    ...known.filter((one) => !goes(one)).map((one) => asEnclosure(one, true)),
  ];
}

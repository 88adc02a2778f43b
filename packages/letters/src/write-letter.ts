import type { LetterPart } from '@suivi/contracts/letters';
import type { LetterTemplate } from '@suivi/rules/vocabulary';
import { fillBody, fillLine, oneLine } from './fill.ts';
import type { LetterInput, Values, WrittenLetter } from './letter.ts';
import { addressee, agencyCity, clientName, commonValues, senderFaults } from './people.ts';
import { dayOf } from './sending.ts';
import { letterTexts } from './templates.ts';
import { typeset } from '@suivi/rules/typeset';

const REFERENCES =
  'Références : notre dossier {fileRef} ; {clientName} ; date et lieu de naissance : {birthDay}, {birthPlace} ; adresse : {clientAddress}';

type Lists = {
  /** The names of what goes along, the mandate first. */
  enclosures: readonly string[];
  /** What the file held when it was sent: for the letters that speak of it. */
  sent: readonly string[];
};

/**
 * A letter in French, from what is known of the file. A sentence whose facts are not known is left out; what a letter
 * cannot do without is said in `blocked`.
 */
export function writeLetter(
  input: LetterInput & { template: Exclude<LetterTemplate, 'mandate'> },
  { enclosures, sent }: Lists,
): WrittenLetter {
  const text = letterTexts[input.template];
  const told = text.tell(input);
  const to = addressee(input, text.addressee);
  const values: Values = {
    ...commonValues(input),
    ...told.values,
    enclosureList: enclosures.map((name, at) => listLine(name, at === enclosures.length - 1)),
    sentList: sent.map((name, at) => listLine(name, at === sent.length - 1)),
  };
  const { partial = [], blockedWithoutPaper = [] } = told;
  // The mandate's copy is always there.
  const goes = enclosures.length > 1;
  const cases = [...told.cases, goes ? ('papers' as const) : ('no_paper' as const)];
  const body: LetterPart[] = [
    { kind: 'text', text: text.greeting },
    ...fillBody(text.body, { cases, values, partial }).parts.map(punctuated),
    { kind: 'text', text: text.close },
  ];
  const subject = fillLine(text.subject, values);
  return {
    template: input.template,
    to: to.lines,
    from: senderLines(input, text.sender),
    place: placeAndDay(input, text.sender),
    registered:
      input.trackingNumber === null
        ? null
        : typeset(`Lettre recommandée avec accusé de réception nº ${oneLine(input.trackingNumber)}`),
    subject: typeset(`Objet : ${subject}`),
    references: typeset(fillLine(REFERENCES, values)) || null,
    body: body.map(typesetPart),
    signature: signatureOf(input, text.sender),
    enclosed: typeset(enclosedLine(enclosures, text.listsEnclosures)),
    blocked: [
      ...senderFaults(input, text.sender),
      ...to.faults,
      ...(told.blocked ?? []),
      ...(goes ? [] : blockedWithoutPaper),
    ],
    warnings: [...(told.warnings ?? [])],
  };
}

const typesetPart = (part: LetterPart): LetterPart =>
  part.kind === 'text' ? { kind: 'text', text: typeset(part.text) } : { kind: 'list', lines: part.lines.map(typeset) };

const listLine = (name: string, last: boolean): string => `${oneLine(name)}${last ? '.' : ' ;'}`;

/** What was done since ends as the lists of papers do. */
function punctuated(part: LetterPart): LetterPart {
  if (part.kind === 'text') return part;
  const last = part.lines.length - 1;
  return {
    kind: 'list',
    lines: part.lines.map((line, at) => (/[.;]$/.test(line) ? line : `${line}${at === last ? '.' : ' ;'}`)),
  };
}

function senderLines(input: LetterInput, sender: 'agency' | 'client'): string[] {
  if (sender === 'agency')
    return [input.agency.name, ...input.agency.addressLines, `Mandataire de ${clientName(input)}`].map(oneLine);
  const { postcode, city } = input.known.applicant.address;
  return [clientName(input), input.client.street ?? '', `${postcode} ${city ?? ''}`].map(oneLine).filter(Boolean);
}

/** « Lyon, le 21 mai 2026 »: where it is written, on the day it bears. */
function placeAndDay(input: LetterInput, sender: 'agency' | 'client'): string {
  const city = sender === 'agency' ? agencyCity(input) : input.known.applicant.address.city;
  return city === null || city === '' ? `Le ${dayOf(input.today)}` : `${oneLine(city)}, le ${dayOf(input.today)}`;
}

function signatureOf(input: LetterInput, sender: 'agency' | 'client'): string[] {
  const name = clientName(input);
  if (sender === 'client') return [`${oneLine(name)} (signature)`];
  return [oneLine(`${input.adviser?.name ?? input.agency.name}, par mandat de ${name}`)];
}

function enclosedLine(enclosures: readonly string[], inBody: boolean): string {
  if (enclosures.length === 0) return '';
  const count = enclosures.length === 1 ? 'Pièce jointe (1)' : `Pièces jointes (${enclosures.length})`;
  return inBody ? count : `${count} : ${enclosures.map((name) => lowerFirst(oneLine(name))).join(' ; ')}`;
}

/** Within a sentence a name begins small, unless it is an abbreviation: « acte de naissance », « RIB ». */
const lowerFirst = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

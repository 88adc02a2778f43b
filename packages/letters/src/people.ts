import type { LetterNote } from '@suivi/contracts/letters';
import { filingAddress } from '@suivi/rules/caisse';
import type { LetterInput, Values } from './letter.ts';
import * as notes from './notes.ts';
import { dayOf } from './sending.ts';
import { windowBlock } from './window-block.ts';

const countryNames = new Intl.DisplayNames(['fr'], { type: 'region' });

/** The caisse as a sentence has it: « la CPAM de Dordogne », with the apostrophe that French prints. */
export const caisseName = ({ known: { caisse } }: LetterInput): string =>
  (caisse.shortName ?? 'caisse d’assurance maladie').replaceAll("'", '’');

export const clientName = ({ client }: LetterInput): string => `${client.firstName} ${client.lastName}`;

/** The client's address on one line; null when CPAM could not find them by it. */
export function clientAddress({ client, known }: LetterInput): string | null {
  const { postcode, city } = known.applicant.address;
  return client.street === null || client.street.trim() === '' || city === null || city.trim() === ''
    ? null
    : `${client.street}, ${postcode} ${city}`;
}

/** The town of the agency: what follows the postcode on the last line of its address that has one. */
export function agencyCity({ agency }: LetterInput): string | null {
  const line = agency.addressLines.findLast((each) => /^\d{5} \S/.test(each.trim()));
  return line === undefined
    ? null
    : line
        .trim()
        .slice(6)
        .replace(/ cedex.*$/i, '');
}

/** What every letter may name. */
export const commonValues = (input: LetterInput): Values => ({
  agencyName: input.agency.name,
  agencyAddress: input.agency.addressLines.join(', '),
  clientName: clientName(input),
  fileRef: input.reference,
  birthDay: dayOf(input.known.applicant.birthDate),
  birthPlace: countryNames.of(input.known.applicant.birthCountry) ?? null,
  clientAddress: clientAddress(input),
  adviserName: input.adviser?.name ?? null,
  adviserPhone: input.adviser?.telephone ?? input.agency.telephone,
  caisse: caisseName(input),
});

/** The window's block of whom the letter goes to, and what keeps it from being addressed. */
export function addressee(input: LetterInput, before: readonly string[]): { lines: string[]; faults: LetterNote[] } {
  const { caisse, applicant } = input.known;
  if (caisse.status === 'elsewhere') return { lines: [], faults: [notes.noCaisse()] };
  if (caisse.status === 'choose') return { lines: [], faults: [notes.caisseToChoose()] };
  const lines = filingAddress(caisse.shortName ?? '', applicant);
  if (lines === null) return { lines: [], faults: [notes.caisseAddressMissing(caisseName(input))] };
  return windowBlock([...before, ...lines]);
}

/** What a letter in the client's or the agency's name cannot do without. */
export function senderFaults(input: LetterInput, sender: 'agency' | 'client'): LetterNote[] {
  return [
    ...(clientAddress(input) === null ? [notes.clientAddressMissing()] : []),
    ...(sender === 'agency' && agencyCity(input) === null ? [notes.agencyAddressMissing()] : []),
  ];
}

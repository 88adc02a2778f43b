import type { Client } from '@suivi/contracts/files';
import type { ImportField } from '@suivi/contracts/imports';
import { caissesToChooseFrom } from '@suivi/rules/caisse';
import type { Day } from '@suivi/rules/calendar/days';
import type { File } from '@suivi/rules/file';
import type { Playbook } from '@suivi/rules/playbook';
import { readFile } from '@suivi/rules/read-file';
import { CATEGORIES } from '@suivi/rules/vocabulary';
import type { Category, Words } from '@suivi/rules/vocabulary';
import { disorder } from '../files/disorder.ts';
import { plainText } from '../files/search-text.ts';
import { inFrench } from '../platform/french.ts';
import type { RowFault } from './cells.ts';
import { Cells } from './cells.ts';
import { readCountries, readCountry } from './countries.ts';
import { pastEvents } from './past-events.ts';
import type { Read } from './values.ts';
import {
  categoryOf,
  readDay,
  readEmail,
  readLanguage,
  readPermit,
  readPostcode,
  readTelephone,
  readText,
  readYesOrNo,
} from './values.ts';

/** One line of a spreadsheet: what file it makes, or everything that is wrong with it. Pure. */

/** What the columns mean; `categories` says it for the words of the category column, by their plain text. */
export type Mapping = {
  headings: readonly string[];
  fields: readonly ImportField[];
  categories: ReadonlyMap<string, Category>;
};

export type Adviser = { userId: string; name: string; email: string };

export type RowContext = {
  /** The agency's day: the files are opened on it. */
  today: Day;
  playbook: Playbook;
  /** Who may be named as adviser, and whose the files of an empty cell are. */
  advisers: readonly Adviser[];
  importedBy: string;
  newId: () => string;
};

export type RowEntry = { reference: string | null; adviserId: string; client: Client; file: File };
export type CheckedRow = { ok: true; entry: RowEntry } | { ok: false; faults: RowFault[] };

/** Without these no file can be made: the mapping is refused until each has its column. */
export const NEEDED_FIELDS = ['last_name', 'first_name', 'birth_date', 'nationality', 'category', 'postcode'] as const;

export const NUMBER_FOUND: Words = {
  en: 'A social security number. Suivi never takes one: delete it here and in your file.',
  fr: 'Un numéro de sécurité sociale. Suivi n’en prend jamais : supprimez-le ici et dans votre fichier.',
};
/** Checks one line against everything the API would refuse, and says it all at once. */
export function checkRow(cells: readonly (string | null)[], mapping: Mapping, context: RowContext): CheckedRow {
  const row = new Cells(cells, mapping.fields);
  cells.forEach((cell, at) => {
    if (cell === null && mapping.fields[at] !== 'ignore') row.faults.push({ at, reason: NUMBER_FOUND });
    if (at >= mapping.headings.length && cell !== '') row.faults.push({ at, reason: TOO_MANY_CELLS });
  });
  const client = readClient(row);
  const adviserId = row.read('adviser', (cell) => readAdviser(cell, context.advisers)) ?? context.importedBy;
  const reference = row.read('reference', (cell) => readText(cell, 40));
  const applicant = readApplicant(row, mapping, context.today);
  const events = pastEvents(row, context);
  if (row.faults.length > 0) return { ok: false, faults: row.faults };
  const { playbook, newId, today } = context;
  const read = readFile({ id: newId(), openedOn: today, applicant, events, playbook });
  if (read.ok) {
    // What the API refuses to record is not imported either.
    const [first] = disorder(read.file.events).values();
    if (first === undefined) return { ok: true, entry: { reference, adviserId, client, file: read.file } };
    row.fault('event_file_submitted', first);
    return { ok: false, faults: row.faults };
  }
  for (const issue of read.issues) row.fault(fieldAt(issue.path), inBothLanguages(issue));
  return { ok: false, faults: row.faults };
}

const TOO_MANY_CELLS: Words = {
  en: 'This line has more cells than there are headings. Perhaps a text holds the separator: put it in quotation marks.',
  fr: 'Cette ligne a plus de cases qu’il n’y a de titres. Un texte contient peut-être le séparateur : mettez-le entre guillemets.',
};

function readClient(row: Cells): Client {
  return {
    lastName: row.need('last_name', (cell) => readText(cell, 100)) ?? '',
    firstName: row.need('first_name', (cell) => readText(cell, 100)) ?? '',
    email: row.read('email', readEmail),
    telephone: row.read('telephone', readTelephone),
    street: row.read('street', (cell) => readText(cell, 200)),
  };
}

function readApplicant(row: Cells, { categories }: Mapping, today: Day) {
  const nationalities = row.need('nationality', readCountries) ?? [];
  const postcode = row.need('postcode', readPostcode);
  const city = row.read('town', (cell) => readText(cell, 100));
  const category = row.need('category', (cell) => readCategory(cell, categories));
  const birthDate = row.need('birth_date', (cell) => dayBefore(cell, today));
  const applicant = {
    category,
    birthDate,
    birthCountry: readBirthCountry(row, nationalities),
    nationalities,
    language: row.read('language', readLanguage) ?? (nationalities.includes('FR') ? 'fr' : 'en'),
    arrivedOn: row.read('arrived_on', readDay),
    activityStartsOn: row.read('activity_starts_on', readDay),
    studiesStartOn: row.read('studies_start_on', readDay),
    married: row.read('married', readYesOrNo) ?? false,
    address: { postcode, city },
    residencePermit: readResidencePermit(row),
    privateInsuranceUntil: row.read('private_insurance_until', readDay),
  };
  const caisse = row.text('caisse') === '' ? null : readCaisse(row, applicant);
  return { ...applicant, caisse };
}

/**
 * The country of birth decides which civil-status papers are asked for. Few spreadsheets have it: the nationality
 * stands in, save the French one, of which one can be born anywhere and which would let the papers fall away.
 */
function readBirthCountry(row: Cells, nationalities: readonly string[]): string | null {
  const country = row.read('birth_country', readCountry);
  if (country !== null || row.text('birth_country') !== '') return country;
  const standsIn = nationalities.find((code) => code !== 'FR') ?? null;
  if (standsIn === null && nationalities.length > 0)
    row.fault('nationality', {
      en: 'French, and the country of birth is missing: it decides which papers are needed. Add a column for it.',
      fr: 'Nationalité française sans pays de naissance : il décide des pièces à fournir. Ajoutez une colonne.',
    });
  return standsIn;
}

function readResidencePermit(row: Cells) {
  const kind = row.read('residence_permit', readPermit);
  const validatedOn = row.read('permit_validated_on', readDay);
  const validUntil = row.read('permit_valid_until', readDay);
  if (kind !== null) return { kind, validatedOn, validUntil };
  if ((validatedOn ?? validUntil) !== null && row.text('residence_permit') === '')
    row.fault(validatedOn === null ? 'permit_valid_until' : 'permit_validated_on', {
      en: 'A day of a permit, and no permit. Say which permit it is.',
      fr: 'Une date de titre, mais aucun titre. Dites de quel titre il s’agit.',
    });
  return null;
}

function readCategory(cell: string, categories: Mapping['categories']): Read<Category> {
  const category = categories.get(plainText(cell)) ?? categoryOf(cell);
  if (category !== null) return { ok: true, value: category };
  return {
    ok: false,
    reason: {
      en: `We do not know what "${cell}" stands for. Choose a category for it under Columns, or write ${CATEGORIES.join(', ')}.`,
      fr: `On ne sait pas ce que « ${cell} » désigne. Choisissez une catégorie sous Colonnes, ou écrivez ${CATEGORIES.join(', ')}.`,
    },
  };
}

function dayBefore(cell: string, today: Day): Read<Day> {
  const read = readDay(cell);
  if (!read.ok || read.value <= today) return read;
  return { ok: false, reason: { en: 'Nobody is born after today.', fr: 'Personne n’est né après aujourd’hui.' } };
}

function readAdviser(cell: string, advisers: readonly Adviser[]): Read<string> {
  const asked = plainText(cell);
  const found = advisers.filter(({ name, email }) => {
    const plain = plainText(name);
    const initials = plain
      .split(' ')
      .map((word) => word[0] ?? '')
      .join('');
    return (
      [plain, plain.split(' ').toReversed().join(' '), initials, plainText(email)].includes(asked) ||
      plain.split(' ').includes(asked)
    );
  });
  const [one, another] = found;
  if (one && !another) return { ok: true, value: one.userId };
  const names = advisers.map(({ name }) => name).join(', ');
  return {
    ok: false,
    reason: one
      ? {
          en: `Several people here answer to "${cell}": ${found.map(({ name }) => name).join(', ')}. Write the whole name.`,
          fr: `Plusieurs personnes répondent à « ${cell} » : ${found.map(({ name }) => name).join(', ')}. Écrivez le nom entier.`,
        }
      : {
          en: `Nobody here is called "${cell}". Write one of ${names}, or leave it empty: the file is then yours.`,
          fr: `Personne ici ne s’appelle « ${cell} ». Écrivez l’un de ces noms : ${names}, ou laissez vide : le dossier est alors à vous.`,
        },
  };
}

function readCaisse(row: Cells, applicant: { address: { postcode: string | null } }): string | null {
  const { postcode } = applicant.address;
  const asked = plainText(row.text('caisse')).replace(/^cpam( de| du| des| d)?( la| l)? /, '');
  if (postcode === null) return null;
  // The names depend on the postcode alone here; what else may choose a caisse is asked of the rules below.
  const names = caissesToChooseFrom(applicant as Parameters<typeof caissesToChooseFrom>[0]);
  const found = names.find((name) => plainText(name).replace(/^cpam( de| du| des| d)?( la| l)? /, '') === asked);
  if (found) return found;
  // One caisse in the department: the postcode has said it, whatever the list calls it.
  if (names.length < 2) return null;
  row.fault('caisse', {
    en: `No caisse of this department has that name. Choose ${names.join(' or ')}, or leave it empty.`,
    fr: `Aucune caisse de ce département ne porte ce nom. Choisissez ${names.join(' ou ')}, ou laissez vide.`,
  });
  return null;
}

const FIELDS: [RegExp, ImportField][] = [
  [/^applicant\.birthDate/, 'birth_date'],
  [/^applicant\.birthCountry/, 'birth_country'],
  [/^applicant\.nationalities/, 'nationality'],
  [/^applicant\.address\.postcode/, 'postcode'],
  [/^applicant\.address\.city/, 'town'],
  [/^applicant\.caisse/, 'caisse'],
  [/^applicant\.residencePermit/, 'residence_permit'],
  [/^applicant\.category/, 'category'],
  [/trackingNumber$/, 'tracking_number'],
];
const fieldAt = (path: string): ImportField => FIELDS.find(([paths]) => paths.test(path))?.[1] ?? 'last_name';

/** What the rules say of a file is English; where a cell can cause it, here is the same in both. */
function inBothLanguages({ path, message }: { path: string; message: string }): Words {
  if (path === 'applicant.address.postcode')
    return {
      en: 'There is no place in France with this postcode.',
      fr: 'Aucune commune de France n’a ce code postal.',
    };
  return { en: message, fr: inFrench(message) };
}

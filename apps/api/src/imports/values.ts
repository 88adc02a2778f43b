import { Client } from '@suivi/contracts/files';
import type { Day } from '@suivi/rules/calendar/days';
import { isDay } from '@suivi/rules/calendar/days';
import type { Category, Language, PermitKind, Words } from '@suivi/rules/vocabulary';
import { CATEGORIES, PERMIT_KINDS } from '@suivi/rules/vocabulary';
import { plainText } from '../files/search-text.ts';

/** What one cell means, or why it cannot be taken. An empty cell never comes here. */
export type Read<T> = { ok: true; value: T } | { ok: false; reason: Words };

const taken = <T>(value: T): Read<T> => ({ ok: true, value });
const refused = (en: string, fr: string): Read<never> => ({ ok: false, reason: { en, fr } });

const MONTHS: [en: string, fr: string][] = [
  ['January', 'janvier'],
  ['February', 'février'],
  ['March', 'mars'],
  ['April', 'avril'],
  ['May', 'mai'],
  ['June', 'juin'],
  ['July', 'juillet'],
  ['August', 'août'],
  ['September', 'septembre'],
  ['October', 'octobre'],
  ['November', 'novembre'],
  ['December', 'décembre'],
];

const two = (n: string) => n.padStart(2, '0');

/** `31st`, `22nd` */
function ordinal(n: number): string {
  const last = n % 100 > 10 && n % 100 < 14 ? 0 : n % 10;
  return `${n}${last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`;
}

function monthNamed(word: string): string | null {
  const plain = plainText(word);
  if (plain.length < 3) return null;
  const at = MONTHS.findIndex((names) => names.some((name) => plainText(name).startsWith(plain)));
  return at === -1 ? null : String(at + 1);
}

function dayFrom(year: string, month: string, date: string): Read<Day> {
  const day = `${year}-${two(month)}-${two(date)}`;
  if (isDay(day)) return taken(day);
  const name = MONTHS[Number(month) - 1];
  if (!name && Number(month) <= 31 && MONTHS[Number(date) - 1])
    return refused(
      `There is no month ${Number(month)}. Write the day first: ${two(month)}/${two(date)}/${year}.`,
      `Il n’y a pas de mois ${Number(month)}. Écrivez le jour d’abord : ${two(month)}/${two(date)}/${year}.`,
    );
  if (name && Number(date) >= 1 && Number(date) <= 31)
    return refused(
      `${name[0]} ${Number(month) === 2 && date === '29' ? `${year} ` : ''}has no ${ordinal(Number(date))}.`,
      `Il n’y a pas de ${Number(date)} ${name[1]}${Number(month) === 2 && date === '29' ? ` en ${year}` : ''}.`,
    );
  return refused(
    'This day does not exist. Write it as 31/12/2026.',
    'Ce jour n’existe pas. Écrivez-le ainsi : 31/12/2026.',
  );
}

/** `21/05/2026`, `21.5.2026`, `2026-05-21`, `21 mai 2026`, also with a time behind it. The day comes before the month. */
export function readDay(cell: string): Read<Day> {
  const text = cell.replace(/[T ]\d{1,2}[:h]\d{2}.*$/, '').trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return dayFrom(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  const french = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (french) return dayFrom(french[3] ?? '', french[2] ?? '', french[1] ?? '');
  const written = /^(\d{1,2})(?:er|st|nd|rd|th)?[- ]([\p{L}.]+)[-, ]+(\d{4})$/u.exec(text);
  const month = written && monthNamed(written[2] ?? '');
  if (written && month) return dayFrom(written[3] ?? '', month, written[1] ?? '');
  if (/^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2}$/.test(text))
    return refused('Write the year with four digits.', 'Écrivez l’année en quatre chiffres.');
  if (/^\d{5}$/.test(text))
    return refused(
      'This is a spreadsheet’s own number for a day. Give the column the format "date" and export again, or write 31/12/2026.',
      'C’est le numéro interne d’une date. Donnez à la colonne le format « date » et exportez de nouveau, ou écrivez 31/12/2026.',
    );
  return refused('This is not a day. Write it as 31/12/2026.', 'Ce n’est pas une date. Écrivez-la ainsi : 31/12/2026.');
}

const CATEGORY_WORDS: Record<Category, string> = {
  employee:
    'salarie | salariee | employee | employed | employe | cdi | cdd | travailleur salarie | salarie cdi | salarie cdd',
  self_employed:
    'independant | independante | self employed | freelance | auto entrepreneur | autoentrepreneur | micro entrepreneur | entrepreneur | profession liberale | gerant | gerante | tns | travailleur independant',
  resident:
    'retraite visiteur | visiteur | visiteuse | retraitee visiteur | retraitee visiteuse | visitor | resident | inactif | inactive | sans activite | conjoint | conjointe | spouse | early retiree | retraite sans s1 | retired without s1 | not working',
  s1_holder:
    's1 | s1 holder | porteur s1 | titulaire s1 | retraite s1 | retraitee s1 | pensioner s1 | s1 pensioner | retraite s 1 | s 1',
  posted_worker: 'detache | detachee | salarie detache | travailleur detache | posted | posted worker | detachement',
  student: 'etudiant | etudiante | student | etudes',
  family_member:
    'famille | membre de famille | membre de la famille | regroupement familial | family | family member | family reunification | ayant droit',
  job_seeker:
    'demandeur d emploi | demandeuse d emploi | chercheur d emploi | job seeker | jobseeker | chomeur | unemployed',
  frontier_worker:
    'frontalier | frontaliere | travailleur frontalier | frontier worker | cross border worker | frontalier suisse',
};

const PERMIT_WORDS: Record<PermitKind, string> = {
  vls_ts: 'vls ts | vlsts | visa long sejour valant titre de sejour | visa valant titre de sejour',
  visa_long_stay: 'visa long sejour | vls | visa d | visa de long sejour | long stay visa | vls t',
  carte_de_sejour:
    'carte de sejour | cds | titre de sejour | carte de resident | carte resident | carte pluriannuelle | residence card | residence permit | cst | csp',
  talent: 'talent | passeport talent | talent passport | carte talent | carte bleue europeenne',
  recepisse: 'recepisse | recipisse | attestation de prolongation | api',
  withdrawal_agreement:
    'accord de retrait | withdrawal agreement | article 50 | article 50 tue | brexit | wa | carte article 50',
  algerian_certificate:
    'certificat de residence algerien | certificat algerien | algerian certificate | cra | certificat de residence',
};

const NONE = new Set(['aucun', 'aucune', 'sans', 'none', 'no', 'non', 'n a', 'neant', 'non requis', 'ue', 'eu']);

function byWord<T extends string>(words: Record<T, string>, codes: readonly T[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const code of codes) {
    map.set(plainText(code.replaceAll('_', ' ')), code);
    for (const word of words[code].split('|')) map.set(word.trim(), code);
  }
  return map;
}
const CATEGORY_OF = byWord(CATEGORY_WORDS, CATEGORIES);
const PERMIT_OF = byWord(PERMIT_WORDS, PERMIT_KINDS);

/** The category that a word of an adviser's spreadsheet stands for; null when only a person can say. */
export const categoryOf = (word: string): Category | null => CATEGORY_OF.get(plainText(word)) ?? null;

/** The residence permit; null: none. */
export function readPermit(cell: string): Read<PermitKind | null> {
  const plain = plainText(cell);
  if (plain === '' || NONE.has(plain)) return taken(null);
  const kind = PERMIT_OF.get(plain);
  if (kind) return taken(kind);
  return refused(
    'We do not know this permit. Write VLS-TS, visa long séjour, carte de séjour, talent, récépissé, accord de retrait or certificat algérien.',
    'Ce titre n’est pas connu. Écrivez VLS-TS, visa long séjour, carte de séjour, talent, récépissé, accord de retrait ou certificat algérien.',
  );
}

const LANGUAGE_WORDS: Record<Language, readonly string[]> = {
  fr: ['fr', 'fra', 'fre', 'francais', 'francaise', 'french', 'f'],
  en: ['en', 'eng', 'gb', 'uk', 'anglais', 'anglaise', 'english', 'an', 'e'],
};

export function readLanguage(cell: string): Read<Language> {
  const plain = plainText(cell);
  for (const language of ['fr', 'en'] as const)
    if (LANGUAGE_WORDS[language].includes(plain) || plain.startsWith(`${language} `)) return taken(language);
  return refused(
    'Suivi writes to clients in English or French. Write en or fr.',
    'Suivi écrit aux clients en anglais ou en français. Écrivez en ou fr.',
  );
}

const YES = new Set(['oui', 'yes', 'o', 'y', 'x', 'vrai', 'true', '1', 'marie', 'mariee', 'marie e', 'married']);
const NO = new Set([
  'non',
  'no',
  'n',
  'faux',
  'false',
  '0',
  'celibataire',
  'single',
  'divorce',
  'divorcee',
  'veuf',
  'veuve',
  'pacse',
  'pacsee',
  'divorced',
  'widowed',
]);

export function readYesOrNo(cell: string): Read<boolean> {
  const plain = plainText(cell);
  if (YES.has(plain)) return taken(true);
  if (NO.has(plain)) return taken(false);
  return refused('Write yes or no.', 'Écrivez oui ou non.');
}

export function readEmail(cell: string): Read<string> {
  const email = cell.replace(/^mailto:/i, '').trim();
  const [name = '', domain, ...more] = email.split('@');
  const wrong = (en: string, fr: string) =>
    refused(`Not an email address: ${en}.`, `Ce n’est pas une adresse e-mail : ${fr}.`);
  if (domain === undefined) return wrong('it has no @', 'il manque le @');
  if (more.length > 0)
    return wrong('it has more than one @; give one address', 'elle a plus d’un @ ; donnez une seule adresse');
  if (name === '') return wrong('nothing before the @', 'rien avant le @');
  if (!domain.includes('.')) return wrong('no dot after the @', 'pas de point après le @');
  // What a person could not type on the file's page is not brought in either, and no email would leave for it.
  if (!Client.shape.email.safeParse(email).success)
    return wrong('a letter or sign in it cannot stand there', 'un caractère n’y a pas sa place');
  return taken(email);
}

export function readTelephone(cell: string): Read<string> {
  const digits = cell.replace(/\D/g, '').length;
  if (/^[+\d ().\-/]{1,40}$/.test(cell) && digits >= 6 && digits <= 15) return taken(cell);
  return refused(
    'Not a telephone number. Write it as 06 12 34 56 29 or +44 20 7946 0958.',
    'Ce n’est pas un numéro de téléphone. Écrivez 06 12 34 56 29 ou +44 20 7946 0958.',
  );
}

/** Spreadsheets take the zero off Nice (06000). */
export function readPostcode(cell: string): Read<string> {
  const digits = cell.replace(/^F-?/i, '').replace(/\s/g, '');
  if (/^\d{4,5}$/.test(digits)) return taken(digits.padStart(5, '0'));
  return refused('A French postcode has five digits.', 'Un code postal français a cinq chiffres.');
}

/** A formula in a name would run in the next spreadsheet that opens an export. */
export function readText(cell: string, most: number): Read<string> {
  const text = cell.replace(/\s+/g, ' ').trim();
  if (/^[=@+]|^-(?![\p{L} ])/u.test(text))
    return refused(
      'This looks like a formula. Write the text itself.',
      'Cela ressemble à une formule. Écrivez le texte lui-même.',
    );
  if (/\p{Cc}/u.test(text))
    return refused(
      'This holds a character that cannot be seen. Type it again.',
      'Cette case contient un caractère invisible. Saisissez-la de nouveau.',
    );
  if (text.length > most)
    return refused(
      `This is longer than ${most} letters. Shorten it.`,
      `C’est plus long que ${most} caractères. Raccourcissez.`,
    );
  return taken(text);
}

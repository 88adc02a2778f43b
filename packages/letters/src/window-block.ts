import type { LetterNote } from '@suivi/contracts/letters';
import type { Words } from '@suivi/rules/vocabulary';

/**
 * The block that shows through the window, by NF Z10-011: six lines at most, 38 signs a line, capitals, no punctuation
 * from the street on, the town last, one left edge, and a word shortened only where its line would be too long.
 * La Poste, Service national de l'adresse: laposte.fr/sna/article.php3?id_article=148
 */
export const LONGEST_LINE = 38;
export const MOST_LINES = 6;

/** What the norm lets a street's line shorten, in the order in which it is tried: kinds of street, then titles, then the rest. */
const SHORTENED: readonly (readonly [word: string, short: string])[] = [
  ['BOULEVARD', 'BD'],
  ['AVENUE', 'AV'],
  ['PLACE', 'PL'],
  ['ROUTE', 'RTE'],
  ['ALLEE', 'ALL'],
  ['ALLEES', 'ALL'],
  ['IMPASSE', 'IMP'],
  ['CHEMIN', 'CHE'],
  ['FAUBOURG', 'FG'],
  ['SQUARE', 'SQ'],
  ['PASSAGE', 'PAS'],
  ['PROMENADE', 'PROM'],
  ['ESPLANADE', 'ESP'],
  ['LOTISSEMENT', 'LOT'],
  ['RESIDENCE', 'RES'],
  ['BATIMENT', 'BAT'],
  ['IMMEUBLE', 'IMM'],
  ['APPARTEMENT', 'APP'],
  ['ESCALIER', 'ESC'],
  ['ETAGE', 'ETG'],
  ['DOCTEUR', 'DR'],
  ['PROFESSEUR', 'PR'],
  ['PRESIDENT', 'PDT'],
  ['GENERAL', 'GAL'],
  ['MARECHAL', 'MAL'],
  ['COLONEL', 'COL'],
  ['CAPITAINE', 'CNE'],
  ['COMMANDANT', 'CDT'],
  ['LIEUTENANT', 'LTN'],
  ['SAINTE', 'STE'],
  ['SAINT', 'ST'],
  ['ZONE INDUSTRIELLE', 'ZI'],
  ['ZONE ARTISANALE', 'ZA'],
  ['COMMISSION DE RECOURS AMIABLE', 'CRA'],
];

const TOWN = /^\d{5} \S/;

/** Capitals without accents: what sorting machines read best, and what every font has. */
const capitals = (text: string): string =>
  text
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase();

const unpunctuated = (text: string, kept: RegExp): string => text.replace(kept, ' ').replace(/ +/g, ' ').trim();
const NAME_PUNCTUATION = /[^A-Z0-9 /-]/g;
const PUNCTUATION = /[^A-Z0-9 ]/g;

function fitted(line: string): string {
  let text = line;
  for (const [word, short] of SHORTENED) {
    if (text.length <= LONGEST_LINE) return text;
    text = text.replace(new RegExp(String.raw`(?<![A-Z0-9])${word}(?![A-Z0-9])`), short);
  }
  return text;
}

const fault = (code: string, say: Words, line?: number): LetterNote => ({
  code,
  say,
  at: 'caisse',
  ...(line !== undefined && { line }),
});

/** The block of these lines, and what of it would not fit an envelope: by its line, from 1. */
export function windowBlock(lines: readonly string[]): { lines: string[]; faults: LetterNote[] } {
  const kept = lines.map((line) => line.trim()).filter((line) => line !== '');
  const block = kept.map((line, at) => fitted(unpunctuated(capitals(line), at === 0 ? NAME_PUNCTUATION : PUNCTUATION)));
  const faults = block.flatMap((line, at) =>
    line.length <= LONGEST_LINE
      ? []
      : [
          fault(
            'address_line_too_long',
            {
              en: `Line ${at + 1} of the address, “${line}”, has ${line.length} signs; a window takes ${LONGEST_LINE}. Shorten it, or divide it in two.`,
              fr: `La ligne ${at + 1} de l’adresse, « ${line} », compte ${line.length} signes ; une fenêtre en prend ${LONGEST_LINE}. Abrégez-la, ou coupez-la en deux.`,
            },
            at + 1,
          ),
        ],
  );
  if (block.length > MOST_LINES)
    faults.push(
      fault('address_too_many_lines', {
        en: `The address has ${block.length} lines; a window takes ${MOST_LINES}. Put two of them on one line.`,
        fr: `L’adresse compte ${block.length} lignes ; une fenêtre en prend ${MOST_LINES}. Réunissez-en deux.`,
      }),
    );
  const last = block.at(-1);
  if (last !== undefined && !TOWN.test(last))
    faults.push(
      fault(
        'address_town_last',
        {
          en: `The last line of the address, “${last}”, is not a postcode and a town. The town comes last.`,
          fr: `La dernière ligne de l’adresse, « ${last} », n’est pas un code postal suivi d’une localité. La localité vient en dernier.`,
        },
        block.length,
      ),
    );
  return { lines: block, faults };
}

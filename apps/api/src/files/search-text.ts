/**
 * What search looks in, and what people type to search: without accents, case and punctuation, so that "Angstrom",
 * "ÅNGSTRÖM" and "ångström" are one name. The column `files.search_text` and every query go through this one function.
 */

/** Letters that no decomposition takes apart. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};

/** `Müller-Lüdenscheidt, O’Neill` becomes `muller ludenscheidt o neill`. Any alphabet keeps its letters. */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðłþıħ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim();
}

export type Searchable = {
  lastName: string;
  firstName: string;
  reference: string;
  town: string | null;
  email: string | null;
};

/**
 * The text a file is found by. Last and first name come first: lists sort by it. The name stands there a second time
 * written in one, so that "vanderheijden" and "O'Neill" as "oneill" find it too.
 */
export function searchText({ lastName, firstName, reference, town, email }: Searchable): string {
  const name = plainText(`${lastName} ${firstName}`);
  const inOne = plainText(lastName).replaceAll(' ', '');
  const parts = [name, plainText(reference), plainText(town ?? ''), (email ?? '').toLowerCase().trim()];
  if (!name.split(' ').includes(inOne)) parts.push(inOne);
  return parts.filter((part) => part !== '').join(' ');
}

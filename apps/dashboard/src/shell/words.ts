import type { Language, Words } from '@suivi/rules/vocabulary';

/**
 * The words of a screen: a tree whose leaves hold both languages, so that nobody writes one without the other.
 * Each folder has its own `words.ts`; `language.ts` joins them. Plurals end in `_one` and `_other`.
 */
export type TwoLanguages = { readonly [name: string]: Words | TwoLanguages };

/** The same tree with one language's sentences as leaves. */
export type OneLanguage<T> = { [K in keyof T]: T[K] extends Words ? string : OneLanguage<T[K]> };

const isWords = (value: Words | TwoLanguages): value is Words =>
  typeof value['en'] === 'string' && typeof value['fr'] === 'string';

/** U+00A0 before a colon and inside « », U+202F before ; ! ? — so that sources may be typed with plain spaces. */
export const frenchSpaces = (text: string): string =>
  text
    .replace(/ (?=[:»])/g, '\u00A0')
    .replace(/« /g, '«\u00A0')
    .replace(/ (?=[;!?])/g, '\u202F');

/** The tree in one language, as i18next reads it. */
export function inLanguage<T extends TwoLanguages>(tree: T, language: Language): OneLanguage<T> {
  const leaf = (words: Words) => (language === 'fr' ? frenchSpaces(words.fr) : words.en);
  const entries = Object.entries(tree).map(([name, value]) => [
    name,
    isWords(value) ? leaf(value) : inLanguage(value, language),
  ]);
  return Object.fromEntries(entries) as OneLanguage<T>;
}

import { typeset } from '@suivi/rules/typeset';
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

/** The tree in one language, as i18next reads it. */
export function inLanguage<T extends TwoLanguages>(tree: T, language: Language): OneLanguage<T> {
  const leaf = (words: Words) => (language === 'fr' ? typeset(words.fr) : words.en);
  const entries = Object.entries(tree).map(([name, value]) => [
    name,
    isWords(value) ? leaf(value) : inLanguage(value, language),
  ]);
  return Object.fromEntries(entries) as OneLanguage<T>;
}

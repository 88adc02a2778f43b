import { describe, expect, it } from 'vitest';
import { shellWords } from './shell-words.ts';
import { vocabularyWords } from './vocabulary-words.ts';
import { typeset } from '@suivi/rules/typeset';
import { inLanguage } from './words.ts';
import { filesWords } from '../files/words.ts';
import { guidanceWords } from '../guidance/words.ts';
import { signInWords } from '../sign-in/words.ts';
import { todayWords } from '../today/words.ts';

/** Every leaf with its path. */
const leaves = (tree: object, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${path}${name}`, value]] : leaves(value as object, `${path}${name}.`),
  );

const words = { shellWords, vocabularyWords, filesWords, guidanceWords, signInWords, todayWords };

describe('the words of the screens', () => {
  it('name the same variables in both languages', () => {
    const variables = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
    const fr = new Map(leaves(inLanguage(words, 'fr')));
    for (const [path, text] of leaves(inLanguage(words, 'en')))
      expect([path, variables(fr.get(path) ?? '')]).toEqual([path, variables(text)]);
  });

  it('have French spaces before : ; ! ? and inside « »', () => {
    expect(typeset('Noter « Carte » : bien ; vu ?')).toBe('Noter «\u00A0Carte\u00A0»\u00A0: bien\u202F; vu\u202F?');
    const glued = leaves(inLanguage(words, 'fr')).filter(([, text]) => /[^\s\d][;!?](\s|$)|\S:\s/.test(text));
    expect(glued).toEqual([]);
  });
});

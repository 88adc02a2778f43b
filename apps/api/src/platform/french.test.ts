import fs from 'node:fs';
import { expect, it } from 'vitest';
import { inFrench } from './french.ts';

const source = (file: string) => fs.readFileSync(new URL(`../../../../packages/${file}`, import.meta.url), 'utf8');
const files = [
  ...['files', 'caisses', 'imports', 'tasks', 'views', 'bulk', 'words'].map((name) => `contracts/src/${name}.ts`),
  ...['file', 'read-file', 'file-faults', 'about'].map((name) => `rules/src/${name}.ts`),
];

it.each(files)('every sentence of %s has its French', (file) => {
  const code = source(file).replace(/^\s*(\/\/|\/?\*).*$/gm, '');
  const sentences = [...code.matchAll(/'([A-Z][^'\n]+\.)'/g)].map(([, sentence]) => sentence ?? '');
  expect(sentences.filter((sentence) => inFrench(sentence) === sentence)).toEqual([]);
});

it('keeps what may stand there', () => {
  expect(inFrench('Unknown. One of: en, fr.')).toBe('Valeur inconnue. Parmi : en, fr.');
  expect(inFrench('of a program')).toBe('of a program');
});

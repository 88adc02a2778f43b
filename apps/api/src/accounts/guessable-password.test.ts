import { expect, it } from 'vitest';
import { isGuessable } from './guessable-password.ts';

const NADEGE = ['nadege.perrin@passerelle.example', 'Nadège Perrin'];

it.each([
  ['aaaaaaaaaaaaaa', true],
  ['abcabcabcabcabc', true],
  ['123456789012', true],
  ['azertyuiop123', true],
  ['qwertyuiop987654', true],
  ['motdepasse2026', true],
  ['Passerelle2026!', true],
  ['NadègePerrin75', true],
  ['suivi-suivi-suivi', true],
  ['correct horse battery staple', false],
  ['le renard mange tard', false],
  ['k7mn-w3xq-rt9b-hd2f-vv8p', false],
  ['tilleul-43-barque', false],
])('%s is guessed early: %s', (password, guessed) => {
  expect(isGuessable(password, NADEGE)).toBe(guessed);
});

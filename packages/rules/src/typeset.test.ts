import { describe, expect, it } from 'vitest';
import { typeset } from './typeset.ts';

describe('a French text as it is printed', () => {
  it.each([
    ['Reçu : oui ; vu ?', 'Reçu\u00a0: oui\u202f; vu\u202f?'],
    ['le courriel « Bienvenue » part', 'le courriel «\u00a0Bienvenue\u00a0» part'],
    ['recommandé nº 1A 009', 'recommandé nº\u00a01A 009'],
    ['art. L. 160-1', 'art.\u00a0L.\u00a0160-1'],
    ['Prêt  !', 'Prêt\u202f!'],
  ])('keeps a mark on the line of its word: %s', (typed, printed) => expect(typeset(typed)).toBe(printed));

  it('leaves hours, addresses and plain words as they are', () =>
    expect(typeset('à 8:30, https://ameli.fr?x=1, deux mots')).toBe('à 8:30, https://ameli.fr?x=1, deux mots'));

  it('is not set a second time', () => {
    const once = typeset('« Un » : deux ; nº 3 !');
    expect(typeset(once)).toBe(once);
  });
});

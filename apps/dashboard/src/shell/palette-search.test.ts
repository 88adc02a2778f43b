import { describe, expect, it } from 'vitest';
import { eventsAsked, matches, namesEvent, plainWords } from './palette-search.ts';

describe('what is typed into the palette', () => {
  it('is read blind to accents and case, in any order', () => {
    expect(matches(plainWords('GONCALVES joa'), 'João Gonçalves')).toBe(true);
    expect(matches(plainWords('onc'), 'João Gonçalves')).toBe(false);
  });
  it.each([
    ['wash posted', ['file_submitted']],
    ['dossier envoyé', ['file_submitted']],
    ['card lost', ['card_lost']],
    ['müller', []],
  ])('%s asks for %j', (text, events) => {
    expect(eventsAsked(plainWords(text))).toEqual(events);
  });
  it('leaves the client’s name for the search of files', () => {
    expect(plainWords('wash posted').filter((word) => !namesEvent(word))).toEqual(['wash']);
  });
});

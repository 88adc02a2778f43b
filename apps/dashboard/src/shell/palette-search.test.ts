import { describe, expect, it } from 'vitest';
import { deedsAsked, eventsAsked, matches, namesDeed, namesEvent, plainWords } from './palette-search.ts';

describe('what is typed into the palette', () => {
  it('is read blind to accents and case, in any order', () => {
    expect(matches(plainWords('GONCALVES joa'), 'João Gonçalves')).toBe(true);
    expect(matches(plainWords('onc'), 'João Gonçalves')).toBe(false);
  });
  it.each([
    ['wash posted', ['file_submitted']],
    ['dossier envoyé', ['file_submitted']],
    ['card lost', ['card_lost']],
    ['wash number received', ['social_security_number_received', 'provisional_number_received']],
    ['müller', []],
  ])('%s asks for %j', (text, events) => {
    expect(eventsAsked(plainWords(text))).toEqual(events);
  });
  it('leaves the client’s name for the search of files', () => {
    expect(plainWords('wash posted').filter((word) => !namesEvent(word))).toEqual(['wash']);
  });
  it.each([
    ['wash note', ['note'], ['wash']],
    ['washburn appeler', ['call'], ['washburn']],
    ['assign carol', ['assign'], ['carol']],
    ['notter', [], ['notter']],
  ])('%s asks to %j of whoever is called %j', (text, deeds, names) => {
    expect(deedsAsked(plainWords(text))).toEqual(deeds);
    expect(plainWords(text).filter((word) => !namesDeed(word))).toEqual(names);
  });
});

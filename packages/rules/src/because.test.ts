import { describe, expect, it } from 'vitest';
import { followedBy, say } from './because.ts';
import type { Day } from './calendar/days.ts';

const NEAR = '2026-05-04' as Day;

describe('a sentence with its facts', () => {
  it('names days, numbers and words, each in its language', () => {
    const things = { en: 'two papers', fr: 'deux pièces' };
    expect(
      say('{n} of {things} by {day}.', '{n} de {things} au {day}.', { n: 3, things, day: '2026-06-01' as Day }, NEAR),
    ).toEqual({
      en: '3 of two papers by 1 June.',
      fr: '3 de deux pièces au 1ᵉʳ juin.',
    });
  });

  it('names the year of a day only where it is another', () => {
    expect(say('{day}', '{day}', { day: '2027-06-02' as Day }, NEAR)).toEqual({ en: '2 June 2027', fr: '2 juin 2027' });
  });

  it('takes a text that only begins like a day as it is, and shows a gap for what is not known', () => {
    expect(say('{text}', '{text}', { text: '2026-06-01a' }, NEAR).en).toBe('2026-06-01a');
    expect(say('{text}', '{text}', { text: 'x2026-06-01' }, NEAR).en).toBe('x2026-06-01');
    expect(say('since {day}.', 'depuis {day}.', { day: null }, NEAR)).toEqual({ en: 'since ….', fr: 'depuis ….' });
    expect(say('since {day}.', 'depuis {day}.', {}, NEAR).en).toBe('since ….');
  });

  it('is followed by another, or by nothing; shortly where a line has no room', () => {
    const one = { en: 'One.', fr: 'Un.' };
    const tail = {
      full: { en: 'Two in full.', fr: 'Deux en entier.' },
      short: { en: 'Two.', fr: 'Deux.' },
      shortest: { en: '2.', fr: '2.' },
    };
    expect(followedBy(one, tail)).toEqual({ en: 'One. Two in full.', fr: 'Un. Deux en entier.' });
    expect(followedBy(one, null)).toEqual(one);
    const long = `${'1'.repeat(107)}.`;
    expect(followedBy({ en: long, fr: 'Un.' }, tail)).toEqual({ en: `${long} Two.`, fr: 'Un. Deux en entier.' });
    const atTheEdge = `${'1'.repeat(114)}.`;
    expect(followedBy({ en: atTheEdge, fr: atTheEdge }, tail)).toEqual({
      en: `${atTheEdge} Two.`,
      fr: `${atTheEdge} 2.`,
    });
    const whole = `${'1'.repeat(106)}.`;
    expect(followedBy({ en: whole, fr: `1${whole}` }, tail)).toEqual({
      en: `${whole} Two in full.`,
      fr: `1${whole} Deux.`,
    });
  });
});

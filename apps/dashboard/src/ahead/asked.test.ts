import { describe, expect, it } from 'vitest';
import { askedOf, withAsked } from './asked.ts';

const of = (text: string) => askedOf(new URLSearchParams(text));
const change = (text: string, ...[by]: [Parameters<typeof withAsked>[1]]) =>
  withAsked(new URLSearchParams(text), by).toString();

describe('the address of the next 90 days', () => {
  it('says whose, what, which kind and which caisse', () => {
    expect(of('')).toEqual({ scope: 'mine', what: 'all' });
    expect(of('of=team&what=email&kind=still_waiting&caisse=CPAM+du+Var')).toEqual({
      scope: 'team',
      what: 'email',
      kind: 'still_waiting',
      caisse: 'CPAM du Var',
    });
  });

  it('is read without what it cannot mean', () => {
    expect(of('of=x&what=y&kind=call_3646')).toEqual({ scope: 'mine', what: 'all' });
    expect(of('what=email&kind=call_3646')).toEqual({ scope: 'mine', what: 'email' });
  });

  it('loses a kind with what it is a kind of, and keeps the rest', () => {
    expect(change('of=team&what=task&kind=call_3646&caisse=X', { what: 'email', kind: undefined })).toBe(
      'of=team&what=email&caisse=X',
    );
    expect(change('of=team&what=task&kind=call_3646', { what: 'all' })).toBe('of=team');
    expect(change('of=team', { scope: 'mine' })).toBe('');
  });
});

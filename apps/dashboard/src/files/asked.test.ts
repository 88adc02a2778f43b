import { describe, expect, it } from 'vitest';
import { askedOf, withAsked } from './asked.ts';

describe('the list in the address bar', () => {
  it('comes back as it was written', () => {
    const written = withAsked(new URLSearchParams(), {
      q: 'müller',
      stage: ['with_cpam', 'submitted'],
      sort: 'name',
      direction: 'desc',
      state: 'all',
    });
    expect(askedOf(written)).toMatchObject({
      q: 'müller',
      stage: ['with_cpam', 'submitted'],
      sort: 'name',
      direction: 'desc',
      state: 'all',
    });
  });
  it('leaves out what is as usual', () => {
    expect(withAsked(new URLSearchParams('q=x&stage=submitted'), { q: '', stage: [], sort: 'due' }).toString()).toBe(
      '',
    );
  });
  it('reads over what it does not understand', () => {
    expect(askedOf(new URLSearchParams('stage=nonsense,refused&adviser=me&sort=colour&state=x'))).toMatchObject({
      stage: ['refused'],
      adviser: [],
      sort: 'due',
      state: 'open',
    });
  });
});

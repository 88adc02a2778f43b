import { describe, expect, it } from 'vitest';
import { ALL_OPEN, askedOf, columnsOf, sameView, searchOf, viewOf, withAsked, withColumns } from './asked.ts';

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

describe('a view in the address bar', () => {
  const view = { ...ALL_OPEN, concern: ['silent' as const], stage: ['with_cpam' as const, 'submitted' as const] };
  it('comes back as it was written, columns and all', () => {
    const columns = ['due', 'town'] as const;
    expect(viewOf(searchOf({ ...view, columns: [...columns] }))).toEqual({ ...view, columns: [...columns] });
    expect(viewOf(searchOf({ ...view, columns: [] })).columns).toEqual([]);
  });
  it('spells out no usual columns, and keeps the order in which columns stand', () => {
    expect(searchOf(ALL_OPEN).toString()).toBe('');
    expect(columnsOf(withColumns(new URLSearchParams(), ['adviser', 'stage', 'town']))).toEqual([
      'stage',
      'town',
      'adviser',
    ]);
  });
  it('is the same whatever the order of its filters, and another with another sort', () => {
    expect(sameView(view, { ...view, stage: ['submitted', 'with_cpam'] })).toBe(true);
    expect(sameView(view, { ...view, sort: 'name' })).toBe(false);
  });
});

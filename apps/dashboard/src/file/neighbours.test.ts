import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { besides, neighboursOf } from './neighbours.ts';

it.each([
  ['b', { previous: 'a', next: 'c' }],
  ['a', { previous: null, next: 'b' }],
  ['c', { previous: 'b', next: null }],
  ['x', null],
])('beside %s in a, b, c stand %j', (id, expected) => expect(besides(['a', 'b', 'b', 'c'], id)).toEqual(expected));

it('looks in the list that was read last and has the file', () => {
  const client = new QueryClient();
  client.setQueryData(
    ['files', {}],
    { pages: [{ rows: [{ id: 'a' }, { id: 'b' }] }, { rows: [{ id: 'c' }] }] },
    { updatedAt: 1 },
  );
  client.setQueryData(['work', {}], { items: [{ file: { id: 'b' } }, { file: { id: 'z' } }] }, { updatedAt: 2 });
  expect(neighboursOf(client, 'c')).toEqual({ previous: 'b', next: null });
  expect(neighboursOf(client, 'b')).toEqual({ previous: null, next: 'z' });
  expect(neighboursOf(client, 'y')).toEqual({ previous: null, next: null });
});

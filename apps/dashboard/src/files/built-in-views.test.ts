import { describe, expect, it } from 'vitest';
import type { ViewAsked } from '@suivi/contracts/views';
import { ALL_OPEN } from './asked.ts';
import { PLAIN_VIEWS, plainView, plainViewOf } from './built-in-views.ts';

const ME = 'b4f0c2a6-0000-4000-8000-000000000001';

describe('the view that is being looked at', () => {
  it.each(PLAIN_VIEWS)('%s is itself', (id) => expect(plainViewOf(plainView(id, ME), ME)).toBe(id));
  it.each<[string, Partial<ViewAsked>, string | null]>([
    ['more filters and another sort', { stage: ['submitted'], sort: 'name', q: 'x' }, 'open'],
    ['a colleague’s files', { adviser: ['b4f0c2a6-0000-4000-8000-000000000002'] }, 'open'],
    ['my silent files', { adviser: [ME], concern: ['silent'] }, 'silent'],
    ['two concerns', { concern: ['silent', 'cover_ends'] }, null],
    ['open and closed', { state: 'all' }, null],
  ])('with %s', (_name, more, view) => expect(plainViewOf({ ...ALL_OPEN, ...more }, ME)).toBe(view));
});

import { expect, it } from 'vitest';
import type { Message } from '@suivi/contracts/messages';
import { whenOf } from './sent-when.ts';

const message = (more: object) =>
  ({ state: 'planned', sendOn: '2026-05-21', sendAt: '2026-05-21T14:00:00Z', sentAt: null, ...more }) as Message;

it.each([
  ['planned', {}, false, '2026-05-21', '2026-05-21T14:00:00Z'],
  ['held', { state: 'held' }, false, '2026-05-21', null],
  [
    'sent, late in the evening in UTC',
    { state: 'sent', sentAt: '2026-05-21T22:30:00Z' },
    false,
    '2026-05-22',
    '2026-05-21T22:30:00Z',
  ],
  ['sent by a demo clock', { state: 'sent', sentAt: '2026-11-24T11:12:00Z' }, true, '2026-05-21', null],
  ['planned late, at the next hour', { sendAt: '2026-05-22T07:00:00Z' }, false, '2026-05-21', null],
])('an email that is %s', (_name, more, demo, day, at) => {
  expect(whenOf(message(more), demo)).toEqual({ day, at });
});

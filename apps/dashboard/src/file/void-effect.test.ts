import { expect, it } from 'vitest';
import type { Day } from '@suivi/rules/calendar/days';
import type { Event } from '@suivi/rules/file';
import { fileOf } from '../../test/file-of.ts';
import type { EmailsSoFar } from '../record/emails-so-far.ts';
import { voidEffect } from './void-effect.ts';

const file = fileOf(
  [
    { id: 'p', type: 'file_submitted', on: '2026-05-12', method: 'registered_post' },
    { id: 'd', type: 'post_delivered', on: '2026-05-18' },
  ],
  { formerlyInsuredInFrance: true },
);

type Message = EmailsSoFar['messages'][number];
const message = (key: string, state: Message['state']): Message => ({
  key,
  state,
  heldReason: null,
  superseded: false,
});
const NONE: EmailsSoFar = { messages: [], heldAhead: [], hasAddress: true };

it('says what the plan would be as if the delivery had never been', () => {
  const messages = [message('email:file_received:1', 'sent'), message('email:still_waiting:1', 'planned')];
  const effect = voidEffect(file, 'd', { ...NONE, messages }, '2026-05-21' as Day);
  expect(effect.stage).toBe('submitted');
  expect(effect.back.map(({ key }) => key)).toContain('trace_post:file:1');
  expect(effect.gone).toBeGreaterThan(2);
  expect(effect.emailsStaySent).toBe(1);
  expect(effect.emailsCancelled).toBeGreaterThan(0);
});

it('counts of the emails that come back those that a person holds, and none that has left', () => {
  const closed = { ...file, events: [...file.events, { id: 'w', type: 'withdrawn', on: '2026-05-21' } as Event] };
  const back = (soFar: Partial<EmailsSoFar>) => {
    const { emailsPlanned, emailsHeld } = voidEffect(closed, 'w', { ...NONE, ...soFar }, '2026-05-21' as Day);
    return [emailsPlanned, emailsHeld];
  };
  const [all = 0, none] = back({});
  expect(all).toBeGreaterThan(3);
  expect(none).toBe(0);
  expect(back({ heldAhead: [{ key: 'email:still_waiting:2', heldBy: 'Ada' }] })).toEqual([all - 1, 1]);
  expect(back({ messages: [message('email:still_waiting:2', 'sent')] })).toEqual([all - 1, 0]);
  expect(back({ hasAddress: false })).toEqual([0, all]);
});

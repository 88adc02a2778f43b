import { expect, it } from 'vitest';
import type { Day } from '@suivi/rules/calendar/days';
import { plan } from '@suivi/rules/plan';
import { fileOf } from '../../test/file-of.ts';
import type { EmailsSoFar } from './emails-so-far.ts';
import { fatesOfAdded } from './emails-so-far.ts';

const today = '2026-05-21' as Day;
const file = fileOf(
  [
    { id: 'p', type: 'file_submitted', on: '2026-05-12', method: 'registered_post' },
    { id: 'd', type: 'post_delivered', on: '2026-05-18' },
  ],
  { formerlyInsuredInFrance: true },
);
const { emails } = plan(file, today);
const KEY = 'email:still_waiting:2';

type Message = EmailsSoFar['messages'][number];
const fateOf = (message: Partial<Message>, more: Partial<EmailsSoFar> = {}) => {
  const messages: Message[] = [{ key: KEY, state: 'cancelled', heldReason: null, superseded: false, ...message }];
  const found = fatesOfAdded({ messages, heldAhead: [], hasAddress: true, ...more }, emails, emails, today);
  return found.filter(({ email }) => email.key === KEY).map(({ fate, heldBy }) => ({ fate, heldBy }));
};

it('one that was cancelled comes back held when a hold of nobody’s stayed with it', () => {
  expect(fateOf({})).toEqual([{ fate: 'planned', heldBy: null }]);
  const held = { heldReason: 'by_person' } as const;
  expect(fateOf(held)).toEqual([{ fate: 'heldByPerson', heldBy: 'Suivi' }]);
  expect(fateOf(held, { hasAddress: false })).toEqual([{ fate: 'heldByPerson', heldBy: 'Suivi' }]);
  expect(fateOf(held, { heldAhead: [{ key: KEY, heldBy: 'Ada' }] })).toEqual([{ fate: 'heldByPerson', heldBy: 'Ada' }]);
});

it('one that gave way for good does not come back, whoever held it', () => {
  expect(fateOf({ heldReason: 'by_person', superseded: true })).toEqual([]);
});

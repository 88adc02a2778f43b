import { expect, it } from 'vitest';
import type { Day } from '@suivi/rules/calendar/days';
import { plan } from '@suivi/rules/plan';
import { readFile } from '@suivi/rules/read-file';
import type { EmailsSoFar } from './emails-so-far.ts';
import { fatesOfAdded } from './emails-so-far.ts';

const today = '2026-05-21' as Day;
const read = readFile({
  id: 'F-1',
  openedOn: '2026-02-02',
  applicant: {
    category: 'resident',
    birthDate: '1961-04-12',
    birthCountry: 'US',
    nationalities: ['US'],
    language: 'en',
    arrivedOn: '2026-01-15',
    address: { postcode: '24000' },
    formerlyInsuredInFrance: true,
  },
  events: [
    { id: 'p', type: 'file_submitted', on: '2026-05-12', method: 'registered_post' },
    { id: 'd', type: 'post_delivered', on: '2026-05-18' },
  ],
});
if (!read.ok) throw new Error(JSON.stringify(read.issues));
const { emails } = plan(read.file, today);
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

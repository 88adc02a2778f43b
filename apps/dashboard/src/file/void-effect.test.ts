import { expect, it } from 'vitest';
import type { Day } from '@suivi/rules/calendar/days';
import { readFile } from '@suivi/rules/read-file';
import { voidEffect } from './void-effect.ts';

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
const { file } = read;

it('says what the plan would be as if the delivery had never been', () => {
  const messages = [
    { key: 'email:file_received:1', state: 'sent' as const },
    { key: 'email:still_waiting:1', state: 'planned' as const },
  ];
  const effect = voidEffect(file, 'd', messages, '2026-05-21' as Day);
  expect(effect.stage).toBe('submitted');
  expect(effect.back.map(({ key }) => key)).toContain('trace_post:file:1');
  expect(effect.gone).toBeGreaterThan(2);
  expect(effect.emailsStaySent).toBe(1);
  expect(effect.emailsCancelled).toBeGreaterThan(0);
});

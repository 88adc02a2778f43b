import { describe, expect, it } from 'vitest';
import { at, SENT, wholePlanOn, type Story } from '../testing/story.ts';

/** The emails of a plan, each time one is listed: what leaves twice is seen twice. */
const emailsOn = (today: string, story: Story): string[] =>
  wholePlanOn(today, story).emails.map(({ key, sendOn }) => `${key.slice('email:'.length)} ${sendOn}`);
const ofTemplate = (template: string, today: string, story: Story): string[] =>
  emailsOn(today, story).filter((email) => email.startsWith(`${template}:`));

/** CPAM has the file, and no receipt has come: the wait counts from 22 January. */
const SHOWN = [...SENT, at('2026-02-02', 'call_made', { outcome: 'in_progress' })];
const RECEIPT = at('2026-03-02', 'post_delivered');

describe('an email', () => {
  it('that has left does not leave again when the day that it counts from moves', () => {
    expect(ofTemplate('still_waiting', '2026-02-24', { events: SHOWN }).slice(0, 2)).toEqual([
      'still_waiting:1 2026-02-23',
      'still_waiting:2 2026-03-23',
    ]);
    // The first of the new wait would be due on 1 April.
    expect(ofTemplate('still_waiting', '2026-03-10', { events: [...SHOWN, RECEIPT] }).slice(0, 2)).toEqual([
      'still_waiting:1 2026-02-23',
      'still_waiting:2 2026-05-04',
    ]);
  });

  it('that gave way has used up its number, whatever moves later', () => {
    const events = [...SHOWN, at('2026-02-16', 'call_made', { outcome: 'processed' }), RECEIPT];
    expect(ofTemplate('still_waiting', '2026-03-10', { events })[0]).toBe('still_waiting:2 2026-05-04');
  });

  it('that is settled on a Saturday leaves on the Monday, once, though the file was closed on the Sunday', () => {
    const story = { openedOn: '2026-01-10', events: [at('2026-01-11', 'withdrawn')] };
    expect(emailsOn('2026-01-10', story)[0]).toBe('welcome:1 2026-01-12');
    for (const today of ['2026-01-11', '2026-01-12', '2026-02-12'])
      expect(emailsOn(today, story)).toEqual(['welcome:1 2026-01-12', 'withdrawn:1 2026-01-12']);
  });

  it('about an end that moved after its day leaves for the new end, with the next number', () => {
    const story = {
      applicant: { privateInsuranceUntil: '2026-02-21' },
      events: [at('2026-01-24', 'applicant_changed', { changes: { privateInsuranceUntil: '2026-12-31' } })],
    };
    expect(ofTemplate('cover_ends', '2026-01-26', story)).toEqual([
      'cover_ends:1 2026-01-22',
      'cover_ends:2 2026-12-01',
    ]);
  });

  it('whose day lay before the opening does not exist, and used no day up', () => {
    const story = { openedOn: '2026-02-25', events: SHOWN };
    expect(emailsOn('2026-02-25', story).slice(0, 2)).toEqual([
      'taken_over:1 2026-02-25',
      'still_waiting:2 2026-03-23',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { at, DELIVERED, planOn } from '../testing/story.ts';

/** Which papers CPAM waits for, and since when: what its letters and its agents on the telephone add up to. */

const asked = (on: string, ...documents: string[]) => at(on, 'documents_requested', { documents });
const phone = (on: string, ...documents: string[]) => at(on, 'call_made', { outcome: 'documents_missing', documents });
const papers = (on: string, ...documents: string[]) => at(on, 'supplement_sent', { method: 'appointment', documents });
type Events = readonly ReturnType<typeof at>[];
const on = (day: string, events: Events) => planOn(day, { events: [...DELIVERED, ...events] });
/** The requests of which the client was told, by number and day. */
const told = (day: string, events: Events) =>
  Object.fromEntries(Object.entries(on(day, events).emails).filter(([key]) => key.startsWith('documents_requested:')));

describe('what CPAM asks for', () => {
  it.each<[string, Events, Record<string, string>]>([
    [
      'by telephone and by a letter of the same day is one request',
      [phone('2026-02-10', 'rib'), asked('2026-02-10', 'rib')],
      { 'documents_requested:1': '2026-02-10' },
    ],
    [
      'by two letters is two requests, however near',
      [asked('2026-02-10', 'rib'), asked('2026-02-16', 'identity')],
      { 'documents_requested:1': '2026-02-10', 'documents_requested:2': '2026-02-16' },
    ],
    [
      'in two calls is two requests: only a letter holds a call back',
      [phone('2026-02-10', 'rib'), phone('2026-02-12', 'identity')],
      { 'documents_requested:1': '2026-02-10', 'documents_requested:2': '2026-02-12' },
    ],
    [
      'in a call more than fifteen days after the letter is a new request',
      [asked('2026-02-10', 'rib'), phone('2026-03-02', 'identity')],
      { 'documents_requested:1': '2026-02-10', 'documents_requested:2': '2026-03-02' },
    ],
    [
      'in a call after the letter was answered is a new request',
      [asked('2026-02-10', 'rib'), papers('2026-02-12', 'rib'), phone('2026-02-16', 'identity')],
      { 'documents_requested:1': '2026-02-10', 'documents_requested:2': '2026-02-16' },
    ],
    [
      'by a letter after a call and a letter is a new request: the call has had its letter',
      [phone('2026-02-10', 'rib'), asked('2026-02-12', 'rib'), asked('2026-02-17', 'identity')],
      { 'documents_requested:1': '2026-02-10', 'documents_requested:2': '2026-02-17' },
    ],
  ])('%s', (_, events, wanted) => {
    expect(told('2026-03-02', events)).toEqual(wanted);
  });

  it('by letter counts without what only the call had named', () => {
    const call = on('2026-02-10', [phone('2026-02-10', 'rib', 'proof_of_address')]);
    expect(call.statuses).toMatchObject({ rib: 'missing', proof_of_address: 'missing' });
    const letter = on('2026-02-16', [phone('2026-02-10', 'rib', 'proof_of_address'), asked('2026-02-16', 'rib')]);
    expect(letter.stage).toBe('documents_requested');
    const rest = [
      phone('2026-02-10', 'rib', 'proof_of_address'),
      asked('2026-02-16', 'rib'),
      papers('2026-02-17', 'rib'),
    ];
    expect(on('2026-02-17', rest).stage).toBe('with_cpam');
  });

  it('by letter is settled already when its papers were sent after the call', () => {
    const events = [phone('2026-02-10', 'rib', 'identity'), papers('2026-02-12', 'rib'), asked('2026-02-16', 'rib')];
    expect(on('2026-02-16', events).stage).toBe('with_cpam');
    const more = [phone('2026-02-10', 'rib'), papers('2026-02-12', 'rib'), asked('2026-02-16', 'rib', 'identity')];
    expect(on('2026-02-16', more).stage).toBe('documents_requested');
  });
});

describe('a paper that CPAM asks for', () => {
  const need = (day: string, events: Events) => on(day, events).needs['proof_of_address'];

  it('is required, though its category needs none, until the letter drops it', () => {
    expect(need('2026-02-09', [])).toBe('not_needed');
    const call = phone('2026-02-10', 'rib', 'proof_of_address');
    expect(need('2026-02-10', [call])).toBe('required');
    expect(need('2026-02-16', [call, asked('2026-02-16', 'rib')])).toBe('not_needed');
  });
});

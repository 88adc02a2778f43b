import { describe, expect, it } from 'vitest';
import { ARRIVALS_OF_A_FILE } from '@suivi/contracts/arrivals';
import type { BulkLine } from '@suivi/contracts/bulk';
import type { Day } from '@suivi/rules/calendar/days';
import type { Line } from './lines.ts';
import { byFile, eventOf, isTaken } from './lines.ts';
import { effectsOf } from './will-follow.tsx';

let made = 0;
const line = (fileId: string, type: Line['type'], more: Partial<Line> = {}): Line => ({
  id: `l${++made}`,
  eventId: `e${made}`,
  fileId,
  type,
  on: '2026-05-21' as Day,
  method: 'post',
  others: 0,
  ...more,
});

describe('a line of what came', () => {
  it('is an event by an id of its own, with a method only where there is one', () => {
    expect(eventOf(line('f', 'card_received', { eventId: 'e' }))).toEqual({
      id: 'e',
      type: 'card_received',
      on: '2026-05-21',
    });
    expect(eventOf(line('f', 'card_ordered'))).toMatchObject({ type: 'card_ordered', method: 'post' });
  });

  it('stands once for a file, beside others of that file up to a bound', () => {
    const lines = [line('a', 'attestation_received'), line('b', 'card_received')];
    expect(isTaken(lines, { fileId: 'a', type: 'attestation_received' })).toBe(true);
    expect(isTaken(lines, { fileId: 'a', type: 'card_received' })).toBe(false);
    const many = Array.from({ length: ARRIVALS_OF_A_FILE }, () => line('c', 'attestation_received'));
    expect(isTaken(many, { fileId: 'c', type: 'card_received' })).toBe(true);
  });

  it('is foreseen with the others of its file: the last that can be speaks for all of them', () => {
    const [first, second, third] = [
      line('a', 'attestation_received'),
      line('b', 'card_lost'),
      line('a', 'card_received'),
    ];
    const lines = [first, second, third];
    expect([...byFile(lines)].map(([fileId, own]) => [fileId, own.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    const seen = (of: Line, leftOut: BulkLine['leftOut']) =>
      [of.id, { fileId: of.fileId, clientName: of.type, leftOut } as BulkLine] as const;
    const no = { en: 'No.', fr: 'Non.' };
    const all = new Map([seen(first, null), seen(second, no), seen(third, null)]);
    expect(effectsOf(lines, (one) => all.get(one.id)).map(({ clientName }) => clientName)).toEqual(['card_received']);
    all.set(...seen(third, no));
    expect(effectsOf(lines, (one) => all.get(one.id)).map(({ clientName }) => clientName)).toEqual([
      'attestation_received',
    ]);
    expect(effectsOf(lines, () => undefined)).toEqual([]);
  });
});

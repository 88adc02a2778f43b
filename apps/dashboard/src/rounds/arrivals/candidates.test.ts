import { describe, expect, it } from 'vitest';
import type { FileRow } from '@suivi/contracts/files';
import { alsoMeant, rankCandidates } from './candidates.ts';

let made = 0;
const row = (clientName: string, stage: FileRow['stage'], more: Partial<FileRow> = {}): FileRow => ({
  id: `f${++made}`,
  reference: `D-2026-${made}`,
  clientName,
  town: null,
  caisse: null,
  category: 'employee',
  language: 'en',
  stage,
  step: 1,
  stageSince: null,
  nextTask: null,
  documentsInHand: 0,
  documentsNeeded: 0,
  adviser: null,
  emailTrouble: false,
  version: 1,
  ...more,
});
const names = (rows: FileRow[], typed: string, type: Parameters<typeof rankCandidates>[2]) =>
  rankCandidates(rows, typed, type).map(({ row }) => row.clientName);

describe('who is meant', () => {
  it('is first whoever waits for what came, however well another has the name', () => {
    const rows = [row('Anna Martin', 'gathering_documents'), row('Élise Martinez', 'card_ordered')];
    expect(names(rows, 'martin', 'card_received')).toEqual(['Élise Martinez', 'Anna Martin']);
    expect(names(rows, 'martin', 'provisional_number_received')).toEqual(['Anna Martin', 'Élise Martinez']);
  });

  it('is, of those who wait, whose whole name was typed, then whose begins so, then the others as they were found', () => {
    const rows = [
      row('Carl Hanneson', 'with_cpam'),
      row('Anne Nes', 'with_cpam'),
      row('Zoé Ann', 'with_cpam'),
      row('Bea Hannes', 'with_cpam'),
    ];
    expect(names(rows, 'ANN', 'provisional_number_received')).toEqual([
      'Zoé Ann',
      'Anne Nes',
      'Carl Hanneson',
      'Bea Hannes',
    ]);
  });

  it('is found by accents or without, by reference or town, and once', () => {
    const one = row('Åsa Öberg', 'with_cpam', { reference: 'P-0071', town: 'Périgueux' });
    for (const typed of ['asa oberg', 'ÖBERG', 'P-0071', 'perigueux'])
      expect(names([one, one], typed, 'provisional_number_received')).toEqual(['Åsa Öberg']);
  });

  it('says how many others could have been meant as well', () => {
    const waiting = [row('Ann One', 'with_cpam'), row('Ann Two', 'submitted')];
    const rows = [...waiting, row('Ann Three', 'card_delivered')];
    expect(alsoMeant(rankCandidates(rows, 'ann', 'provisional_number_received'))).toBe(1);
    expect(alsoMeant(rankCandidates(rows, 'ann', 'card_received'))).toBe(2);
    expect(alsoMeant(rankCandidates(rows, 'ann two', 'card_received'))).toBe(0);
    expect(alsoMeant(rankCandidates(rows, 'ann', 'card_lost'))).toBe(0);
    expect(alsoMeant([])).toBe(0);
  });
});

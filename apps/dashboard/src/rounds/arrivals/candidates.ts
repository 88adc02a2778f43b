import type { ArrivalType } from '@suivi/contracts/arrivals';
import type { FileRow } from '@suivi/contracts/files';
import type { Stage } from '@suivi/rules/vocabulary';
import { plainWords } from '../../shell/palette-search.ts';

/** Where a file usually stands when this comes for it (contract, 5 and 7). Elsewhere it may come, too; it is then asked about last. */
export const EXPECTED_IN: Record<ArrivalType, readonly Stage[]> = {
  provisional_number_received: ['with_cpam', 'submitted', 'documents_requested', 'appealing'],
  social_security_number_received: ['rights_open', 'with_cpam', 'submitted', 'documents_requested', 'appealing'],
  attestation_received: ['rights_open', 'with_cpam', 'number_issued', 'submitted', 'card_ordered'],
  photo_requested: ['number_issued', 'rights_open'],
  card_ordered: ['number_issued'],
  card_received: ['card_ordered'],
  post_delivered: ['submitted', 'documents_requested'],
  ameli_account_created: ['number_issued', 'card_ordered', 'card_delivered'],
  gp_declared: ['number_issued', 'card_ordered', 'card_delivered'],
  card_lost: ['card_delivered'],
  appeal_delivered: ['appealing'],
  mediator_accepted: ['refused', 'appealing'],
  mediator_closed: ['refused', 'appealing'],
};

export const MOST_CANDIDATES = 8;

/** `fit`: 0 has the words whole, 1 begins with them, 2 has them somewhere within. */
export type Candidate = { row: FileRow; expected: boolean; fit: 0 | 1 | 2 };

function fitOf({ clientName, reference, town }: FileRow, words: readonly string[]): Candidate['fit'] {
  const there = plainWords([clientName, reference, town ?? ''].join(' '));
  if (words.every((word) => there.includes(word))) return 0;
  return words.every((word) => there.some((one) => one.startsWith(word))) ? 1 : 2;
}

/**
 * The files that were found, the likeliest first: those that wait for what came, then those that have the words best. What
 * is alike keeps the order of the search.
 */
export function rankCandidates(rows: readonly FileRow[], typed: string, type: ArrivalType): Candidate[] {
  const words = plainWords(typed);
  const known = new Set<string>();
  const once = rows.filter(({ id }) => !known.has(id) && known.add(id));
  return once
    .map((row) => ({ row, expected: EXPECTED_IN[type].includes(row.stage), fit: fitOf(row, words) }))
    .sort((a, b) => Number(b.expected) - Number(a.expected) || a.fit - b.fit)
    .slice(0, MOST_CANDIDATES);
}

/** How many more of the candidates could as well have been meant as the first. */
export const alsoMeant = ([first, ...others]: readonly Candidate[]): number =>
  others.filter(({ expected, fit }) => expected === first?.expected && fit === first.fit).length;

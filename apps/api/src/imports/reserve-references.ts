import type { Tx } from '@suivi/database/database';

/**
 * References for rows that bring none, in the agency's own numbering. What is reserved and not used leaves a gap, which
 * does no harm; what somebody has given by hand already is stepped over.
 */
export async function reserveReferences(tx: Tx, lines: readonly number[]): Promise<Map<number, string>> {
  const references = new Map<number, string>();
  let open = [...lines];
  while (open.length > 0) {
    const { first } = await tx.one<{ first: number }>(
      'UPDATE agencies SET next_reference = next_reference + $2 WHERE id = $1 RETURNING next_reference - $2 AS first',
      [tx.agencyId, open.length],
    );
    const candidates = open.map((line, place) => ({ line, reference: `F-${String(first + place).padStart(4, '0')}` }));
    const taken = new Set(
      (
        await tx.query<{ reference: string }>(
          'SELECT reference FROM files WHERE agency_id = $1 AND reference = ANY ($2)',
          [tx.agencyId, candidates.map(({ reference }) => reference)],
        )
      ).map(({ reference }) => reference),
    );
    for (const { line, reference } of candidates) if (!taken.has(reference)) references.set(line, reference);
    open = open.filter((line) => !references.has(line));
  }
  return references;
}

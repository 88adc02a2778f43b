import type { Tx } from '@suivi/database/database';
import type { Tally } from '@suivi/rules/calls/best-hour';
import { SLOTS, slotAt, territoryOf, zoneOfCaisse } from '@suivi/rules/calls/hours';
import type { Zone } from '@suivi/rules/calendar/working-days';

/** The agency's own calls: to each caisse, and to all caisses of the same hours. */
export type Tallies = { of: (caisse: string | null) => Tally[]; inTerritory: (zone: Zone) => Tally[] };

type Row = { caisse: string; hour: number; calls: number; answered: number };

/** Counts the calls of an agency by caisse and part of the day. Voided ones never were. */
export async function readTallies(tx: Tx): Promise<Tallies> {
  const rows = await tx.query<Row>(
    `SELECT caisse, local_minute / 60 AS hour, count(*)::int AS calls, count(*) FILTER (WHERE answered)::int AS answered
     FROM calls WHERE agency_id = $1 AND NOT voided AND caisse IS NOT NULL GROUP BY 1, 2`,
    [tx.agencyId],
  );
  const sum = (counted: readonly Row[]): Tally[] =>
    SLOTS.flatMap((slot) => {
      // The borders of the parts are whole hours; a call of the night is in none.
      const own = counted.filter(({ hour }) => slotAt(hour * 60, { state: 'unknown' }) === slot);
      const calls = own.reduce((total, row) => total + row.calls, 0);
      return calls === 0 ? [] : [{ slot, calls, answered: own.reduce((total, row) => total + row.answered, 0) }];
    });
  return {
    of: (caisse) => sum(rows.filter((row) => row.caisse === caisse)),
    inTerritory: (zone) => sum(rows.filter((row) => territoryOf(zoneOfCaisse(row.caisse, '')) === territoryOf(zone))),
  };
}

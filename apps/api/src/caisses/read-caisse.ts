import type { CaisseAddress, CaisseView } from '@suivi/contracts/caisses';
import type { Tx } from '@suivi/database/database';
import { CAISSES } from '@suivi/rules/caisses';
import { notFound } from '../platform/problem.ts';
import { countUnsent } from './unsent-files.ts';

type Row = {
  version: number;
  lines: string[];
  enteredBy: string;
  enteredAt: string;
  toTell: number;
  told: number;
  ended: boolean;
};

/** A caisse with every address it has had, the newest first. @throws Problem 404 for a caisse that there is none */
export async function readCaisse(tx: Tx, shortName: string): Promise<CaisseView> {
  const caisse = CAISSES.find((one) => one.shortName === shortName);
  if (!caisse) throw notFound('caisse');
  const rows = await tx.query<Row>(
    `SELECT a.version, a.lines, coalesce(m.name, 'Suivi') AS "enteredBy", a.entered_at AS "enteredAt", a.to_tell AS "toTell", a.told,
       a.told_at IS NOT NULL AS ended
     FROM caisse_addresses a LEFT JOIN members m ON m.agency_id = a.agency_id AND m.user_id = a.entered_by
     WHERE a.agency_id = $1 AND a.short_name = $2 ORDER BY a.version DESC`,
    [tx.agencyId, shortName],
  );
  const [present] = rows;
  return {
    shortName,
    officialName: officialName(shortName),
    department: caisse.department,
    address: present?.lines ?? (caisse.address && [...caisse.address]),
    correctedBy: present?.enteredBy ?? null,
    correctedAt: present?.enteredAt ?? null,
    version: present?.version ?? 0,
    unsentFiles: await countUnsent(tx, shortName),
    history: [
      ...rows.map(({ toTell, told, ended, ...row }): CaisseAddress => ({
        ...row,
        telling: { done: told, of: toTell, ended },
      })),
      {
        version: 0,
        lines: caisse.address && [...caisse.address],
        enteredBy: null,
        enteredAt: null,
        telling: null,
      },
    ],
  };
}

export const officialName = (shortName: string): string => shortName.replaceAll("'", '’');

import type { Caisse } from '@suivi/contracts/caisses';
import { CAISSES } from '@suivi/rules/caisses';
import type { Platform } from '../platform/platform.ts';
import { enteredAddresses } from './entered-addresses.ts';
import { officialName } from './read-caisse.ts';

/** Every body files are sent to, with the address that counts: the agency's own, else the one we know. */
export async function listCaisses({ database }: Platform, agencyId: string): Promise<Caisse[]> {
  const entered = await database.asAgency(agencyId, enteredAddresses);
  const byName = new Map(entered.map((address) => [address.shortName, address]));
  return CAISSES.map(({ shortName, department, address }) => {
    const own = byName.get(shortName);
    return {
      shortName,
      officialName: officialName(shortName),
      department,
      address: own?.lines ?? (address && [...address]),
      correctedBy: own?.enteredBy ?? null,
      correctedAt: own?.enteredAt ?? null,
      version: own?.version ?? 0,
    };
  });
}

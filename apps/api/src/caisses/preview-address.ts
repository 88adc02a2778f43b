import type { CaisseAddressPreview } from '@suivi/contracts/caisses';
import { difference } from '@suivi/rules/difference';
import { differenceInWords } from '@suivi/rules/difference-words';
import { filingAddress } from '@suivi/rules/caisse';
import { planWithAnswers } from '@suivi/rules/plan';
import { applicantOn } from '../files/applicant-on.ts';
import { readStoredFile } from '../files/stored-file.ts';
import type { StoredFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import { refuseNoCaisse, refuseNumbersInLines } from './enter-address.ts';
import { countUnsent, told, unsentAfter } from './unsent-files.ts';

/** Read one by one: more than these are only counted. */
const LOOKED_AT = 200;
const PLANNED = 20;
const EFFECTS = 3;

/** What entering this address would do, and to which files. Writes nothing. @throws Problem 404 for a caisse that there is none */
export function previewAddress(
  { database, keys }: Platform,
  agencyId: string,
  shortName: string,
  lines: readonly string[],
): Promise<CaisseAddressPreview> {
  refuseNoCaisse(shortName);
  refuseNumbersInLines(lines);
  return database.asAgency(agencyId, async (tx) => {
    const ids = await unsentAfter(tx, shortName, null, LOOKED_AT);
    const all = await countUnsent(tx, shortName);
    const samples: CaisseAddressPreview['samples'] = [];
    for (const id of ids) {
      const stored = await readStoredFile(tx, keys, id);
      const next = stored && told(stored, lines);
      if (!next) continue;
      samples.push({
        fileId: id,
        reference: stored.reference,
        clientName: `${stored.client.firstName} ${stored.client.lastName}`,
        stage: stored.stage,
        before: filingAddress(shortName, applicantOn(stored.file, stored.today)),
        effects: samples.length < PLANNED ? effectsOf(stored, next.file) : [],
      });
    }
    const more = Math.max(0, all - ids.length);
    return { files: samples.length, more, samples: samples.sort((a, b) => (a.reference < b.reference ? -1 : 1)) };
  });
}

function effectsOf({ file, today }: StoredFile, next: StoredFile['file']) {
  const { answered: _, ...before } = planWithAnswers(file, today);
  const { answered, ...after } = planWithAnswers(next, today);
  return differenceInWords(difference(before, after, answered), { today }).slice(0, EFFECTS);
}

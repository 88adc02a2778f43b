import pg from 'pg';
import type { TouchedFiles } from '@suivi/contracts/rules';
import type { Tx } from '@suivi/database/database';
import { plan } from '@suivi/rules/plan';
import type { Plan, PlannedDocument } from '@suivi/rules/plan-types';
import { ruleOf } from '@suivi/rules/register';
import { readStoredFile } from '../files/stored-file.ts';
import { safeError } from '../platform/logging.ts';
import type { Platform } from '../platform/platform.ts';

export type TouchedFile = TouchedFiles['files'][number];

/** Of each rule, the open files in whose plan a paper, a warning, the first day or the caisse rests on it. */
export type Said = {
  byRule: ReadonlyMap<string, readonly TouchedFile[]>;
  /** So many files were looked at, where the agency has more; null when all were. */
  among: number | null;
};

/** Papers and warnings are sealed with each file, so files are planned to count them: no more than these. */
const FILES_AT_MOST = 1_000;
/** Planned in one transaction. */
const FILES_AT_ONCE = 25;
/** Who reads one rule after the other waits once. */
const GOOD_FOR_MS = 60_000;

/** A paper matters until the step of the file for which it is needed. */
const NEEDED_UNTIL: Record<PlannedDocument['neededFor'], number> = { submission: 2, number: 5, card: 7 };

/** The rules that the answers of a plan rest on, which stand in no row of their own. */
export function rulesSaidIn(
  { documents, warnings, eligibility, caisse, progress }: Plan,
  ruleIdOf: (of: string, source: string) => string | undefined = (of, source) => ruleOf(of, source)?.id,
): Set<string> {
  const asked = documents.filter(
    ({ need, neededFor }) => need !== 'not_needed' && progress.step < NEEDED_UNTIL[neededFor],
  );
  const isSent = progress.step >= NEEDED_UNTIL.submission;
  const found = [
    ...asked.map(({ code, source }) => ruleIdOf(`document:${code}`, source)),
    ...warnings.map(({ code, source }) => ruleIdOf(`warning:${code}`, source)),
    ...(isSent ? [] : [ruleIdOf('eligibility', eligibility.source), ruleIdOf('caisse', caisse.source)]),
  ];
  return new Set(found.filter((id) => id !== undefined));
}

/** Plans an agency's open files, and remembers for a minute what their plans say by which rule. */
export class SaidInPlans {
  readonly #platform: Platform;
  readonly #ids = new Map<string, string | undefined>();
  readonly #known = new Map<string, { until: number; said: Promise<Said> }>();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  of(agencyId: string): Promise<Said> {
    const now = Date.now();
    for (const [id, { until }] of this.#known) if (until <= now) this.#known.delete(id);
    const known = this.#known.get(agencyId);
    if (known !== undefined) return known.said;
    const said = this.#read(agencyId);
    this.#known.set(agencyId, { until: now + GOOD_FOR_MS, said });
    said.catch(() => this.#known.delete(agencyId));
    return said;
  }

  async #read(agencyId: string): Promise<Said> {
    const { database } = this.#platform;
    const files = await database.asAgency(agencyId, (tx) =>
      tx.query<TouchedFile>(
        `SELECT id, reference, first_name || ' ' || last_name AS "clientName" FROM files
         WHERE agency_id = $1 AND NOT closed ORDER BY reference, id LIMIT $2`,
        [tx.agencyId, FILES_AT_MOST + 1],
      ),
    );
    const byRule = new Map<string, TouchedFile[]>();
    const looked = files.slice(0, FILES_AT_MOST);
    for (let at = 0; at < looked.length; at += FILES_AT_ONCE) {
      const some = looked.slice(at, at + FILES_AT_ONCE);
      await database.asAgency(agencyId, async (tx) => {
        for (const file of some)
          for (const rule of await this.#rulesOf(tx, file.id)) {
            const touched = byRule.get(rule);
            if (touched === undefined) byRule.set(rule, [file]);
            else touched.push(file);
          }
      });
    }
    return { byRule, among: files.length > FILES_AT_MOST ? FILES_AT_MOST : null };
  }

  async #rulesOf(tx: Tx, fileId: string): Promise<Iterable<string>> {
    try {
      const stored = await readStoredFile(tx, this.#platform.keys, fileId);
      if (stored === null) return [];
      return rulesSaidIn(plan(stored.file, stored.today), (of, source) => this.#idOf(of, source));
    } catch (error) {
      if (error instanceof pg.DatabaseError) throw error;
      // A file that is broken keeps no other from being counted.
      this.#platform.log.error({ fileId, ...safeError(error) }, 'A file could not be planned to count its rules');
      return [];
    }
  }

  /** Files ask for the same few dozen again and again. */
  #idOf(of: string, source: string): string | undefined {
    const key = `${of}\n${source}`;
    if (!this.#ids.has(key)) this.#ids.set(key, ruleOf(of, source)?.id);
    return this.#ids.get(key);
  }
}

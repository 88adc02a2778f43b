import pg from 'pg';
import type { Tx } from '@suivi/database/database';
import { plan } from '@suivi/rules/plan';
import type { Plan, PlannedDocument } from '@suivi/rules/plan-types';
import { ruleOf } from '@suivi/rules/register';
import { readStoredFile } from '../files/stored-file.ts';
import { safeError } from '../platform/logging.ts';
import type { Platform } from '../platform/platform.ts';

/**
 * Of each rule, the files in whose plan a paper, a warning, the first day or the caisse rests on it. Ids, no names: it
 * stays in memory, and a file may be closed or renamed before it is shown.
 */
export type Said = {
  byRule: ReadonlyMap<string, readonly string[]>;
  /** So many files were looked at, where the agency has more; null when all were. */
  among: number | null;
};

/** Planned in one transaction. */
const FILES_AT_ONCE = 25;

const LIMITS = {
  /** Papers and warnings are sealed with each file, so files are planned to count them: no more than these. */
  filesAtMost: 1_000,
  /** Who reads one rule after the other waits once. Counted from when all were read. */
  goodForMs: 60_000,
};

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
  readonly #limits: typeof LIMITS;
  readonly #ids = new Map<string, string | undefined>();
  readonly #known = new Map<string, { until: number; said: Promise<Said> }>();

  constructor(platform: Platform, limits: Partial<typeof LIMITS> = {}) {
    this.#platform = platform;
    this.#limits = { ...LIMITS, ...limits };
  }

  of(agencyId: string): Promise<Said> {
    const now = Date.now();
    for (const [id, { until }] of this.#known) if (until <= now) this.#known.delete(id);
    const known = this.#known.get(agencyId);
    if (known !== undefined) return known.said;
    const reading = { until: Infinity, said: this.#read(agencyId) };
    this.#known.set(agencyId, reading);
    reading.said.then(
      () => (reading.until = Date.now() + this.#limits.goodForMs),
      () => this.#known.delete(agencyId),
    );
    return reading.said;
  }

  async #read(agencyId: string): Promise<Said> {
    const { database } = this.#platform;
    const { filesAtMost } = this.#limits;
    const files = await database.asAgency(agencyId, (tx) =>
      tx.query<{ id: string }>(
        'SELECT id FROM files WHERE agency_id = $1 AND NOT closed ORDER BY reference, id LIMIT $2',
        [tx.agencyId, filesAtMost + 1],
      ),
    );
    const byRule = new Map<string, string[]>();
    const looked = files.slice(0, filesAtMost);
    for (let at = 0; at < looked.length; at += FILES_AT_ONCE) {
      const some = looked.slice(at, at + FILES_AT_ONCE);
      await database.asAgency(agencyId, async (tx) => {
        for (const { id } of some)
          for (const rule of await this.#rulesOf(tx, id)) {
            const touched = byRule.get(rule);
            if (touched === undefined) byRule.set(rule, [id]);
            else touched.push(id);
          }
      });
    }
    return { byRule, among: files.length > filesAtMost ? filesAtMost : null };
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

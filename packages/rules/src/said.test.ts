import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Day } from './calendar/days.ts';
import { plan } from './plan.ts';
import type { Plan } from './plan-types.ts';
import { readFile } from './read-file.ts';
import type { Words } from './vocabulary.ts';

/**
 * Every sentence a plan says, once, with the case in which it is said, its source, and what the email or task knows.
 * Who changes a sentence changes it there too, and reads the French beside the English.
 */

type Said = { case: string; of: string; because: Words; source?: string; payload?: unknown };

const folder = join(import.meta.dirname, '../cases');
const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T;

const byCase = new Map<string, Said[]>();
for (const row of read<Said[]>('said/sentences')) byCase.set(row.case, [...(byCase.get(row.case) ?? []), row]);

/** All that a plan gives a reason for, by its key. */
function reasonsOf(made: Plan): Record<string, unknown> {
  const papers = made.documents.map(
    (row) => [`document:${row.code}${row.member ? `:${row.member}` : ''}`, row] as const,
  );
  return Object.fromEntries<unknown>([
    ['eligibility', made.eligibility],
    ['caisse', made.caisse],
    ...made.warnings.map((warning) => [`warning:${warning.code}`, warning] as const),
    ...papers,
    ...[...made.tasks, ...made.emails, ...made.deadlines].map((item) => [item.key, item] as const),
  ]);
}

describe('what a plan says', () => {
  it.each([...byCase])('in the case %s', (name, rows) => {
    const { file, today } = read<{ file: unknown; today: Day }>(name);
    const answer = readFile(file);
    if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
    const made = reasonsOf(plan(answer.file, today));
    for (const { case: _, of, ...said } of rows) expect(made[of], of).toEqual(expect.objectContaining(said));
  });
});

import type { TouchedFiles } from '@suivi/contracts/rules';
import { ruleById, RULES } from '@suivi/rules/register';
import type { Rule } from '@suivi/rules/register/rule';
import { DEADLINE_KINDS, EMAIL_TEMPLATES, TASK_KINDS, type Stage } from '@suivi/rules/vocabulary';
import { Problem } from '../platform/problem.ts';
import type { Platform } from '../platform/platform.ts';
import type { SaidInPlans } from './said-in-plans.ts';

type TouchedFile = TouchedFiles['files'][number];

/** Counted no further: more reads "500+". */
const COUNT_AT_MOST = 501;
const SHOWN = 5;

const KINDS = new Set<string>([...TASK_KINDS, ...[...EMAIL_TEMPLATES].map((name) => `email:${name}`)]);
const DEADLINES = new Set<string>(DEADLINE_KINDS.map((kind) => `deadline:${kind}`));

/** Until it is sent, a file's category decides what is asked of it. */
const UNSENT: readonly Stage[] = ['gathering_documents', 'waiting_for_eligibility', 'ready_to_submit'];

/** What stands in rows by its key; papers, warnings and the answers of a plan stand in no row of their own (`said-in-plans.ts`). */
const isKey = (head: string): boolean => {
  const [first = '', second = ''] = head.split(':');
  return KINDS.has(first) || KINDS.has(`${first}:${second}`) || DEADLINES.has(head);
};

/** The heads of a rule's keys, and the longer heads below them that are another rule's. */
function headsOf(made: readonly string[]): { heads: string[]; others: string[] } {
  const heads = made.filter(isKey);
  const all = RULES.flatMap(({ makes }) => makes);
  const others = all.filter(
    (other) => !heads.some((head) => head === other) && heads.some((head) => other.startsWith(`${head}:`)),
  );
  return { heads, others };
}

const UNDER = `(EXISTS (SELECT FROM unnest($2::text[]) head WHERE r.key = head OR starts_with(r.key, head || ':'))
  AND NOT EXISTS (SELECT FROM unnest($3::text[]) other WHERE r.key = other OR starts_with(r.key, other || ':')))`;
const OF_FILE = `r.agency_id = f.agency_id AND r.file_id = f.id AND ${UNDER}`;

/**
 * The agency's open files in whose plan a rule has put a task, an email to come or a deadline, or to which it has given
 * a paper, a warning, the first day or the caisse, and those not yet sent of a category that alone decides.
 */
export async function touchedFiles(
  { database }: Pick<Platform, 'database'>,
  saidInPlans: Pick<SaidInPlans, 'of'>,
  agencyId: string,
  ruleId: string,
): Promise<TouchedFiles> {
  const rule = ruleById(ruleId);
  if (rule === undefined) {
    const message = {
      en: 'There is no such rule. Choose one of the list of rules.',
      fr: 'Cette règle n’existe pas. Choisissez-en une dans la liste des règles.',
    };
    throw new Problem(422, 'invalid_request', message, { errors: [{ path: 'rule', message }] });
  }
  if (rule.makes.length === 0) return { count: null, among: null, files: [] };
  const said = rule.makes.every(isKey) ? null : await saidInPlans.of(agencyId);
  const files = await openFiles(database, agencyId, rule, said?.byRule.get(rule.id) ?? []);
  return { count: files.length, among: said?.among ?? null, files: files.slice(0, SHOWN) };
}

/** Those that the rule touches by their rows, and of those in whose plans it is said, the ones that are open still. */
async function openFiles(
  database: Platform['database'],
  agencyId: string,
  { makes, categories = [], sources }: Rule,
  said: readonly string[],
): Promise<TouchedFile[]> {
  const { heads, others } = headsOf(makes);
  if (heads.length === 0 && categories.length === 0 && said.length === 0) return [];
  return database.asAgency(agencyId, (tx) =>
    tx.query<TouchedFile>(
      `SELECT f.id, f.reference, f.first_name || ' ' || f.last_name AS "clientName"
       FROM files f
       WHERE f.agency_id = $1 AND NOT f.closed AND (
         f.id = ANY ($8::uuid[])
         OR EXISTS (SELECT FROM tasks r WHERE ${OF_FILE} AND r.state = 'open' AND r.source = ANY ($4::text[]))
         OR EXISTS (SELECT FROM messages r WHERE ${OF_FILE} AND r.state IN ('planned', 'queued', 'held'))
         OR EXISTS (SELECT FROM deadlines r WHERE ${OF_FILE} AND r.source = ANY ($4::text[]))
         OR (f.category = ANY ($5::text[]) AND f.stage = ANY ($6::text[])))
       ORDER BY f.reference, f.id LIMIT $7`,
      [tx.agencyId, heads, others, sources, categories, UNSENT, COUNT_AT_MOST, said],
    ),
  );
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CITATIONS } from './citations/citations.ts';
import { LADDERS } from './ladders/all.ts';
import { plan } from './plan.ts';
import { disagreementsOf, ruleOf, RULES, saysOf, settingsOf } from './register.ts';
import { AREAS, words, type Rule } from './register/rule.ts';
import { files, todays } from './testing/files.ts';
import { DEADLINE_KINDS, DOCUMENTS, EMAIL_TEMPLATES, TASK_KINDS, WARNINGS } from './vocabulary.ts';

const numRuns = Number(process.env['RUNS'] ?? 200);
const heads = RULES.flatMap(({ makes }) => makes);

describe('the register of rules', () => {
  it('reaches every paper, task, email, deadline and warning of the vocabulary', () => {
    for (const code of DOCUMENTS) expect(heads).toContain(`document:${code}`);
    for (const code of WARNINGS) expect(heads).toContain(`warning:${code}`);
    for (const template of EMAIL_TEMPLATES) expect(heads).toContain(`email:${template}`);
    for (const kind of DEADLINE_KINDS) expect(heads).toContain(`deadline:${kind}`);
    for (const kind of TASK_KINDS) expect(heads.filter((head) => head.split(':')[0] === kind)).not.toEqual([]);
  });

  it('knows the source of every step of every ladder', () => {
    for (const step of LADDERS.flatMap(({ steps }) => steps)) {
      if (step.does === 'email') continue;
      const made = step.does === 'task' ? step.kind : `deadline:${step.kind}`;
      const rules = RULES.filter(({ makes }) => makes.some((head) => head === made || head.startsWith(`${made}:`)));
      expect(rules.flatMap(({ sources }) => sources)).toContain(step.source);
    }
  });

  it('has a rule with its source behind everything a plan says', { timeout: 600_000 }, () => {
    const cases = files.chain((file) => fc.tuple(fc.constant(file), todays(file)));
    const behind = (of: string, source: string) => {
      const rule = ruleOf(of, source);
      expect(rule === undefined ? `${of}: no rule` : rule.sources.includes(source as never) || `${of}: ${source}`).toBe(
        true,
      );
    };
    fc.assert(
      fc.property(cases, ([file, today]) => {
        const made = plan(file, today);
        for (const { key, source } of [...made.tasks, ...made.deadlines]) behind(key, source);
        for (const { code, source } of made.documents) behind(`document:${code}`, source);
        for (const { code, source } of made.warnings) behind(`warning:${code}`, source);
        behind('eligibility', made.eligibility.source);
        behind('caisse', made.caisse.source);
        for (const { key } of made.emails) expect(ruleOf(key)).toBeDefined();
      }),
      { numRuns },
    );
  });

  it('concerns every unsent file of a category where the category alone decides', { timeout: 600_000 }, () => {
    const unsent = new Set(['gathering_documents', 'waiting_for_eligibility', 'ready_to_submit']);
    const cases = files.chain((file) => fc.tuple(fc.constant(file), todays(file)));
    fc.assert(
      fc.property(cases, ([file, today]) => {
        const { stage, documents, eligibility } = plan({ ...file, events: [] }, today);
        const { category } = file.applicant;
        const own = unsent.has(stage) ? RULES.filter(({ categories }) => categories?.includes(category)) : [];
        const wrong = own.filter(({ id, area, makes }) =>
          area === 'documents'
            ? documents.find(({ code }) => code === id)?.need === 'not_needed'
            : makes.includes('eligibility') && ruleOf('eligibility', eligibility.source)?.id !== id,
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('names every source that stands behind a rule or a side', () => {
    const named = new Set(
      RULES.flatMap((rule) => [
        ...rule.sources,
        ...disagreementsOf(rule).flatMap(({ followed, other }) => [...followed.sources, ...other.sources]),
      ]),
    );
    expect(Object.keys(CITATIONS).filter((id) => !named.has(id as never))).toEqual([]);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s is short, and whole in both languages', (_, rule) => {
    expect(AREAS).toContain(rule.area);
    const says = saysOf(rule);
    for (const text of [says.en, says.fr]) {
      expect(text).toMatch(/\.$/);
      expect(text).not.toMatch(/[{}]|undefined/);
      expect(text.length).toBeLessThanOrEqual(330);
    }
    // Both languages name the same settings, and no other thing in braces.
    const inFrench = settingsOf({ ...rule, says: { en: rule.says.fr, fr: rule.says.fr } });
    expect(new Set(inFrench)).toEqual(new Set(settingsOf(rule)));
    expect(RULES.filter(({ id }) => id === rule.id)).toHaveLength(1);
  });

  it('finds the rule of a key by its longest head, and by its source where several set it off', () => {
    expect(ruleOf('email:documents_reminder:supplement:1:2')?.id).toBe('cpam_asks');
    expect(ruleOf('email:documents_reminder:3')?.id).toBe('documents_reminders');
    expect(ruleOf('deadline:document_expires:identity:c1')?.id).toBe('document_expires');
    expect(ruleOf('registered_post:supplement:1', 'laposte/recommande')?.id).toBe('at_the_counter');
    expect(ruleOf('registered_post:supplement:1', 'service-public/F32388')?.id).toBe('cpam_asks');
    expect(ruleOf('eligibility', 'arrete/2017-05-10')?.id).toBe('permit_validated_first');
    expect(ruleOf('document:rib', 'service-public/F32388')?.id).toBe('cpam_asks');
    expect(ruleOf('document:rib')?.id).toBe('rib');
    expect(ruleOf('what_never_was')).toBeUndefined();
  });

  it('takes no rule without a source', () => {
    const id = 'none';
    // @ts-expect-error at least one source stands behind a rule
    const without: Rule = { id, area: 'record', title: words('', ''), says: words('', ''), sources: [], makes: [] };
    expect(without.sources).toEqual([]);
  });
});

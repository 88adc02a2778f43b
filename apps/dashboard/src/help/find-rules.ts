import { citation } from '@suivi/rules/citations/citations';
import { disagreementsOf, RULES, saysOf } from '@suivi/rules/register';
import type { Rule } from '@suivi/rules/register/rule';
import type { Words } from '@suivi/rules/vocabulary';

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
const both = ({ en, fr }: Words): string => `${en} ${fr}`;

/** All that a rule may be found by: its words and its sources', in both languages. */
function textOf(rule: Rule): string {
  const sources = rule.sources.map((id) => `${id} ${citation(id).title} ${citation(id).publisher}`);
  const sides = disagreementsOf(rule).map(
    ({ about, followed, other }) => both(about) + both(followed.says) + both(other.says),
  );
  return plain([rule.id, both(rule.title), both(saysOf(rule)), ...rule.makes, ...sources, ...sides].join(' '));
}
let texts: Map<Rule, string> | null = null;

/** The rules that hold every word typed, in any order, blind to accents. */
export function findRules(typed: string, onlyDiffering: boolean): Rule[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  const known = (texts ??= new Map(RULES.map((rule) => [rule, textOf(rule)])));
  return RULES.filter(
    (rule) =>
      (!onlyDiffering || rule.differs !== undefined) && words.every((word) => known.get(rule)?.includes(word) ?? false),
  );
}

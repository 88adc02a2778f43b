import { DISAGREEMENTS, type Disagreement } from './citations/disagreements.ts';
import { OTHER_SETTINGS, SETTINGS, defaultPlaybook, type Playbook } from './playbook.ts';
import { afterRules } from './register/after.ts';
import { beforeRules } from './register/before.ts';
import { documentRules } from './register/documents.ts';
import { guidanceRules } from './register/guidance.ts';
import type { Rule } from './register/rule.ts';
import { waitRules } from './register/wait.ts';
import type { Language, Words } from './vocabulary.ts';

/** Every rule of the product, for people: what it says, where that stands, what it sets off. */
export const RULES: readonly Rule[] = [...documentRules, ...beforeRules, ...waitRules, ...afterRules, ...guidanceRules];

export const ruleById = (id: string): Rule | undefined => RULES.find((rule) => rule.id === id);

/** The points on which the sources of a rule differ, both sides of each. */
export const disagreementsOf = ({ differs = [] }: Rule): Disagreement[] => differs.map((id) => DISAGREEMENTS[id]);

/**
 * The rule behind something a plan says: the key of a task, email or deadline, `document:CODE`, `warning:CODE`,
 * `eligibility` or `caisse`.
 * @param source where several rules set off the same thing, the one that stands on this source
 */
export function ruleOf(of: string, source?: string): Rule | undefined {
  const found = RULES.flatMap((rule) => {
    const heads = rule.makes.filter((head) => of === head || of.startsWith(`${head}:`));
    return heads.length === 0 ? [] : [{ rule, length: Math.max(...heads.map((head) => head.length)) }];
  })
    .sort((a, b) => b.length - a.length)
    .map(({ rule }) => rule);
  // The one that follows this source, before one that only knows it, before the one that names the thing best.
  return (
    found.find(({ sources }) => sources[0] === source) ??
    found.find(({ sources }) => sources.some((known) => known === source)) ??
    found[0]
  );
}

export type SettingName = keyof typeof SETTINGS | 'reminderAfterDays';
const NAMED = /\{(\w+)\}/g;

/** The playbook settings that a rule's sentence names. */
export const settingsOf = ({ says }: Rule): SettingName[] =>
  [...new Set([...says.en.matchAll(NAMED)].map(([, name]) => name as SettingName))].filter(
    (name) => name in SETTINGS || name in OTHER_SETTINGS,
  );

const AND: Record<Language, string> = { en: ' and ', fr: ' et ' };

function valueOf(name: string, playbook: Playbook, language: Language): string {
  const value = playbook[name as SettingName];
  return Array.isArray(value) ? [value.slice(0, -1).join(', '), value.at(-1)].join(AND[language]) : String(value);
}

/** What a rule says, with the agency's own periods filled in. */
export function saysOf({ says }: Rule, playbook: Playbook = defaultPlaybook): Words {
  const fill = (language: Language): string =>
    says[language].replace(NAMED, (_, name: string) => valueOf(name, playbook, language));
  return { en: fill('en'), fr: fill('fr') };
}

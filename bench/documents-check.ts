import { documentNeeds, type DocumentNeed } from '@suivi/rules/documents/needs';
import { categoryName } from '@suivi/rules/documents/rule';
import type { Applicant } from '@suivi/rules/file';
import type { Yardstick } from './documents-engine.ts';
import type { Asked } from './plan-files.ts';

/** Whether json-rules-engine says what our table says: a yardstick that gives another answer would measure nothing. */

/** A reason without what is filled in: the country, the language, the category. */
function pattern({ because, member }: DocumentNeed, { birthCertificate, members, category }: Applicant): string {
  const child = members.find(({ id }) => id === member);
  const country = member === null ? birthCertificate?.country : child?.birthCountry;
  const filledIn: [RegExp | string, string][] = [
    [new RegExp(`\\b${country}\\b`, 'g'), '{country}'],
    [new RegExp(`, ${birthCertificate?.language}\\)`, 'g'), ', {language})'],
    [` ${categoryName[category].en}.`, ' {category}.'],
    [` ${categoryName[category].fr}.`, ' {category}.'],
  ];
  return filledIn.reduce((text, [value, name]) => text.replaceAll(value, name), `${because.en}\n${because.fr}`);
}

/** Throws unless each paper of each person has the same need, and each code stands for one reason and the other way round. */
export async function checkAnswers(
  answersOf: Yardstick,
  asked: readonly Asked[],
  held: 'whole' | 'needs alone',
): Promise<void> {
  const said = new Map<string, string>();
  const codes = new Map<string, string>();
  const whole = held === 'whole';
  for (const { file, today } of asked) {
    const { id: named, applicant, playbook } = file;
    const persons = await answersOf(applicant, today);
    const answers = persons.flatMap((person) => person.answers.map((answer) => ({ ...answer, member: person.member })));
    const needs = documentNeeds(applicant, playbook, today).filter(({ member }) => whole || member === null);
    if (answers.length !== needs.length)
      throw new Error(`${named}: json-rules-engine gives ${answers.length} answers, and there are ${needs.length}`);
    for (const [i, need] of needs.entries()) {
      const { code, member, need: found, reason } = answers[i] ?? {};
      if (code !== need.code || member !== need.member || found !== need.need)
        throw new Error(
          `${named}: json-rules-engine says ${code} of ${member} is ${found}, not ${JSON.stringify(need)}`,
        );
      if (!whole || reason === undefined) continue;
      const words = pattern(need, applicant);
      if ((said.get(reason) ?? words) !== words || (codes.get(words) ?? reason) !== reason)
        throw new Error(`${named}: json-rules-engine says ${reason} of ${code}, and it is “${need.because.en}”`);
      said.set(reason, words);
      codes.set(words, reason);
    }
  }
}

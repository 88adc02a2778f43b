import type { Language } from '@suivi/rules/vocabulary';
import { casesOf } from './cases.ts';
import type { EmailInput } from './email-input.ts';
import type { Reader } from './fill.ts';
import { asLine, fill, oneLine } from './fill.ts';
import { frame, reasonIn, stepInSubject } from './frame.ts';
import { toHtml } from './layout.ts';
import type { Letter, Section } from './letter.ts';
import { toText } from './plain-text.ts';
import type { Part } from './template.ts';
import { textOf } from './template.ts';
import { templates } from './templates.ts';
import { valuesOf } from './values.ts';

export type WrittenEmail = { held?: never; subject: string; preheader: string | null; html: string; text: string };
/** The email cannot be written yet. `missing`: the variables whose values are not known. */
export type HeldEmail = { held: true; missing: string[] };

/**
 * Writes an email in the client's language, as HTML and as text. Pure: the same input gives the same letter.
 *
 * A sentence one of whose variables is not known is left out. When the subject falls, or when what is left of
 * `happened` no longer tells anything of this file, the email is held and a person is told what is missing.
 */
export function writeEmail(input: EmailInput): WrittenEmail | HeldEmail {
  const letter = composed(input);
  if ('held' in letter) return letter;
  const { subject, preheader } = letter;
  return { subject, preheader, html: toHtml(letter), text: toText(letter) };
}

function composed(input: EmailInput): Letter | HeldEmail {
  const { email, language, plan, people } = input;
  const texts = templates[email.template][language];
  const cases = casesOf(input);
  const reader: Reader = { language, today: input.today, weekday: true };
  const values = valuesOf(input);
  const part = (name: Part) => fill(textOf(texts, name, cases) ?? '', values, reader);

  const subjectReader = { ...reader, weekday: false };
  const subject = fill(textOf(texts, 'subject', cases) ?? '', values, subjectReader);
  const happened = part('happened');
  const missing = [...new Set([...subject.missing, ...happened.missing])];
  if (subject.missing.length > 0 || (happened.missing.length > 0 && !happened.tellsAFact))
    return { held: true, missing };

  const section = (heading: string | null, strongDays: boolean, ...names: Part[]): Section[] => {
    const blocks = names.flatMap((name) => part(name).blocks);
    return blocks.length === 0 ? [] : [{ heading, blocks, strongDays }];
  };
  const subjectLine = asLine(subject.blocks);
  const line = (text: string) => asLine(fill(text, values, reader).blocks) || null;
  const why = line(textOf(texts, 'why', cases) ?? '');
  return {
    language,
    subject: subjectLine,
    preheader: line(textOf(texts, 'preheader', cases) ?? ''),
    title: titleOf(subjectLine, language),
    agencyName: oneLine(people.agencyName),
    step: plan.progress.step,
    stepLine: line(frame.step[language]) ?? '',
    greeting: line(frame.greeting[language]),
    sections: [
      ...section(null, true, 'happened', 'done'),
      ...section(frame.do[language], false, 'do'),
      ...section(frame.next[language], false, 'next'),
      ...section(frame.again[language], true, 'again'),
      ...section(null, false, 'meanwhile'),
    ],
    signature: {
      name: oneLine(people.adviserName),
      reach: [line('{adviserPhone}'), frame.reply[language]].filter((each) => each !== null),
    },
    foot: [...(why === null ? [] : [reasonIn[language](why)]), frame.neverWrite[language]],
  };
}

/** The subject without “: step n of 7”. */
function titleOf(subject: string, language: Language): string {
  const [before = '', after = ''] = stepInSubject[language].split('{step}');
  const start = subject.lastIndexOf(before);
  return start > 0 && subject.endsWith(after) ? subject.slice(0, start) : subject;
}

import { EMAIL_TEMPLATES, LANGUAGES, TASK_KINDS } from '@suivi/rules/vocabulary';
import { describe, expect, it } from 'vitest';
import { casesOf } from './cases.ts';
import { exampleCauses, exampleInput, examplePlan } from './examples.ts';
import { sentencesOf } from './fill.ts';
import { frame, nothingForNow, stepInSubject } from './frame.ts';
import { nextStep } from './next-steps.ts';
import type { Template } from './template.ts';
import { PARTS, textOf } from './template.ts';
import { templates } from './templates.ts';

/** The closed list of variables that emails may name. None holds a number of social security. */
const VARIABLES = new Set(
  `firstName adviserName adviserPhone agencyName caisse earliestDay optionDay sentDay deliveredDay shownDay arrivedDay
  startDay requestDay replyDay supplementDay supplementDeliveredDay rightsDay provisionalEndsDay numberDay photoDay
  orderDay cardDay lostDay refusalDay appealDay appealSentDay decisionDay courtDay coverDay permitDay eraseDay
  withdrawnDay todayDay lookAgainDay step n count days medianDays medianCount trackingNumber missingFact nextStep
  missingList redoList requestedList doneList stepList`.split(/\s+/),
);

/** A template's texts in one language, by key. */
const entriesOf = (texts: Template['en']) =>
  Object.entries(texts).flatMap(([key, text]) => (text === undefined ? [] : [[key, text] as const]));
const wordsOf = (texts: Template['en']) => entriesOf(texts).map(([, text]) => text);

const frenchTexts = [
  ...Object.entries(templates).flatMap(([name, { fr }]) =>
    entriesOf(fr).map(([key, text]) => [`${name} ${key}`, text] as const),
  ),
  ...Object.entries({ ...frame, nothingForNow, stepInSubject }).map(([key, { fr }]) => [`frame ${key}`, fr] as const),
  ...TASK_KINDS.map((kind) => [`step ${kind}`, nextStep({ kind, key: `${kind}:file:1` })?.fr ?? ''] as const),
];

describe('the templates', () => {
  it('are those of the vocabulary', () => {
    expect(Object.keys(templates).sort()).toEqual([...EMAIL_TEMPLATES].sort());
  });

  it.each(EMAIL_TEMPLATES)('%s has the same texts in both languages, and a reason', (name) => {
    const { en, fr } = templates[name];
    expect(Object.keys(fr)).toEqual(Object.keys(en));
    expect(en.why).toBeDefined();
  });

  it.each(EMAIL_TEMPLATES)('%s names the same variables in both languages, all of the closed list', (name) => {
    const { en, fr }: Template = templates[name];
    const variables = (text: string | undefined) =>
      [...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, variable]) => variable ?? '');
    const named = (texts: typeof en) =>
      entriesOf(texts).map(([key, text]) => [key, [...new Set(variables(text))].sort()]);
    expect(named(fr)).toEqual(named(en));
    expect(
      wordsOf(en)
        .flatMap(variables)
        .filter((variable) => !VARIABLES.has(variable)),
    ).toEqual([]);
  });

  it.each(EMAIL_TEMPLATES)('%s has no text that no example uses', (name) => {
    const inputs = exampleCauses
      .filter((cause) => cause.template === name)
      .flatMap((cause) => [
        exampleInput(cause, 'en'),
        exampleInput(cause, 'en', { events: [], median: { days: 47, count: 38 }, plan: { ...examplePlan, tasks: [] } }),
      ]);
    const used = inputs
      .flatMap((input) => PARTS.map((part) => textOf(templates[name].en, part, casesOf(input)) ?? ''))
      .join('\n');
    const unused = entriesOf(templates[name].en).flatMap(([key, text]) => (used.includes(text) ? [] : [key]));
    expect(unused).toEqual([]);
  });

  it('can be cut into sentences: none begins in the middle of another', () => {
    for (const language of LANGUAGES)
      for (const name of EMAIL_TEMPLATES)
        for (const text of wordsOf(templates[name][language]))
          for (const sentence of sentencesOf(text).slice(1))
            expect(sentence).toMatch(/^(\p{Lu}|\{adviserName\}|\{caisse\})/u);
  });
});

describe('French typography', () => {
  it.each(frenchTexts)('%s', (_name, text) => {
    expect(text).not.toMatch(/(?<![\u00a0]):/);
    expect(text).not.toMatch(/(?<!\u202f)[;!?]/);
    expect(text).not.toMatch(/«(?!\u00a0)|(?<!\u00a0)»/);
    expect(text).not.toMatch(/['"“”]/);
  });
});

describe('English typography', () => {
  it.each(EMAIL_TEMPLATES)('%s', (name) => {
    for (const text of wordsOf(templates[name].en)) {
      expect(text).not.toMatch(/\s[:;!?]/);
      expect(text).not.toMatch(/['"«»]/);
    }
  });
});

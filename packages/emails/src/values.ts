import type { Day } from '@suivi/rules/calendar/days';
import { daysFrom, isDay } from '@suivi/rules/calendar/days';
import type { PlannedTask } from '@suivi/rules/plan-types';
import type { Words } from '@suivi/rules/vocabulary';
import { deedsSince } from './done.ts';
import type { Reader, Run, Value, Values } from './fill.ts';
import { fill } from './fill.ts';
import { nextStep } from './next-steps.ts';
import { missingForSubmission, missingOfRequest, papersToRedo, requestedPapers } from './papers.ts';
import type { EmailInput } from './email-input.ts';

/** More steps than this are a calendar, not a message. */
const STEPS_TOLD = 4;

/**
 * Every variable that this email could name: what the cause knew, and what only the day of sending knows.
 * A value that is null, or a list without lines, is not known.
 */
export function valuesOf(input: EmailInput): Values {
  const { email, plan, people, today, applicant, median } = input;
  const { privateInsuranceUntil: coverUntil } = applicant;
  return {
    firstName: { text: people.firstName },
    adviserName: { text: people.adviserName },
    adviserPhone: people.adviserPhone === null ? null : { text: people.adviserPhone },
    agencyName: { text: people.agencyName },
    caisse: plan.caisse.shortName === null ? null : { text: plan.caisse.shortName },
    step: { text: String(plan.progress.step) },
    todayDay: { day: today },
    coverDay: coverUntil !== null && coverUntil > today ? { day: coverUntil } : null,
    medianDays: median ? { text: String(median.days) } : null,
    medianCount: median ? { text: String(median.count) } : null,
    ...lookAgain(input),
    ...lists(input),
    ...fromPayload(email.payload),
    ...waited(input),
    ...missingFact(input),
  };
}

/** Days of the payload are days, texts are texts; flags and codes are no variables. */
function fromPayload(payload: EmailInput['email']['payload']): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(payload)) {
    if (value === null) values[name] = null;
    else if (typeof value === 'string' && name.endsWith('Day') && isDay(value)) values[name] = { day: value };
    else if (name === 'trackingNumber') values[name] = { text: value };
  }
  return values;
}

/** The first later day with a task of ours, and what we do on it. */
function lookAgain({ plan, today, people, language }: EmailInput): Record<string, Value> {
  const [next] = inOrder(plan.tasks.filter((task) => task.dueOn > today));
  if (next === undefined) return {};
  const words = nextStep(next)?.[language];
  return {
    lookAgainDay: { day: next.dueOn },
    nextStep: words === undefined ? null : { text: words.replace('{adviserName}', () => people.adviserName) },
  };
}

function lists(input: EmailInput): Record<string, Value> {
  const { email, plan, applicant, language, events, memberNames, today, people } = input;
  const reader: Reader = { language, today, weekday: true };
  const context = { plan, category: applicant.category, language, memberNames };
  const lines = (each: { words: Words; values: Values }[]): Value => ({
    lines: each.flatMap((line) => lineOf(line.words[language], line.values, reader)),
  });
  const steps = inOrder(plan.tasks.filter((task) => task.dueOn >= today)).flatMap((task) => {
    const words = nextStep(task);
    return words === null
      ? []
      : [
          {
            words: stepLine(words),
            values: { stepDay: { day: task.dueOn }, adviserName: { text: people.adviserName } },
          },
        ];
  });
  const always = {
    stepList: firstLines(lines(steps)),
    doneList: lines(deedsSince(input)),
  };
  switch (email.template) {
    case 'documents_reminder':
      return {
        ...always,
        missingList: lines(
          email.payload.variant === 'requested'
            ? missingOfRequest(email.payload.documents, context)
            : missingForSubmission(context),
        ),
      };
    case 'document_to_redo':
      return { ...always, redoList: lines(papersToRedo(email.payload.rejected, events, context)) };
    case 'documents_requested': {
      const asked = requestedPapers(email.payload.documents, context);
      return {
        ...always,
        requestedList: lines(asked),
        count: asked.length === 0 ? null : { text: String(asked.length) },
      };
    }
    default:
      return always;
  }
}

const stepLine = (step: Words): Words => ({ en: `{stepDay}: ${step.en}`, fr: `{stepDay} : ${step.fr}` });

/** A line all of whose values are known, else none. */
function lineOf(text: string, values: Values, reader: Reader): Run[][] {
  const { blocks, missing } = fill(text, values, reader);
  const [first] = blocks;
  return missing.length === 0 && first?.kind === 'text' ? [first.runs] : [];
}

/** The first steps, each said once: two tasks of one day may read alike. */
function firstLines(value: Value): Value {
  if (value === null || !('lines' in value)) return value;
  const told = new Map(value.lines.map((line) => [line.map((run) => run.text).join(''), line]));
  return { lines: [...told.values()].slice(0, STEPS_TOLD) };
}

const inOrder = (tasks: PlannedTask[]): PlannedTask[] =>
  [...tasks].sort((a, b) => (a.dueOn === b.dueOn ? (a.key < b.key ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));

/** How many days have passed, as of the day of sending. */
function waited({ email, today }: EmailInput): Record<string, Value> {
  const since = (day: Day): Record<string, Value> => ({ days: { text: String(daysFrom(day, today)) } });
  if (email.template === 'card_late') return since(email.payload.orderDay);
  if (email.template === 'still_waiting' && email.payload.variant === 'receipt')
    return since(email.payload.deliveredDay);
  return {};
}

const missingFacts = {
  arrival: { en: 'the day you arrived in France', fr: 'votre jour d’arrivée en France' },
  work: { en: 'the first day of your work', fr: 'votre premier jour d’activité' },
  studies: { en: 'the first day of your studies', fr: 'le premier jour de vos études' },
  visa: { en: 'the day your visa was validated online', fr: 'le jour de validation en ligne de votre visa' },
} satisfies Record<string, Words>;

function missingFact({ email, language }: EmailInput): Record<string, Value> {
  if (email.template !== 'too_early' || email.payload.variant !== 'unknown') return {};
  return { missingFact: { text: missingFacts[email.payload.missingFact][language] } };
}

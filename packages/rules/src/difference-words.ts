import type { Day } from './calendar/days.ts';
import { inWords } from './calendar/words.ts';
import type { Moved, PlanDifference } from './difference.ts';
import { documentName } from './documents/names.ts';
import type { Fate } from './emails/late.ts';
import { deadlineNames, documentStatusNames, emailWords, stageNames, taskWords } from './names.ts';
import type { PlannedDeadline, PlannedDocument } from './plan-types.ts';
import type { Language, Words } from './vocabulary.ts';

/** A sentence in both languages, from one function, so that nobody writes one without the other. */
const both = (say: (language: Language) => string): Words => ({ en: say('en'), fr: say('fr') });

/** The sentences that a difference is made of; `day` is a day in words. */
const SAY = {
  en: {
    added: (day: string) => `new, ${day}`,
    moved: (to: string, from: string) => `${to} instead of ${from}`,
    dropped: (day: string) => `no longer planned, was ${day}`,
    done: 'done',
    email: (name: string) => `Email “${name}”`,
    now: (day: string) => `leaves at once, its day was ${day}`,
    today: 'leaves today',
    skipped: (day: string) => `not sent, a newer one says more; its day was ${day}`,
    held: (day: string) => `held, more than ten days late; its day was ${day}`,
    unsent: (day: string) => `no longer sent, was ${day}`,
    suspended: 'suspended',
    running: 'runs again',
    stage: (to: string, from: string) => `Stage: ${to}, before: ${from}`,
    caisse: (name: string | null) => `Caisse: ${name ?? 'to be settled'}`,
    firstDay: 'First possible day',
    unknown: 'not known',
    warning: (because: string) => `Warning: ${because}`,
    warningGone: (because: string) => `Warning gone: ${because}`,
    colon: ': ',
    child: (id: string) => ` (${id})`,
  },
  fr: {
    added: (day: string) => `ajout, le ${day}`,
    moved: (to: string, from: string) => `${to} au lieu du ${from}`,
    dropped: (day: string) => `retrait, c’était le ${day}`,
    done: 'c’est fait',
    email: (name: string) => `Courriel « ${name} »`,
    now: (day: string) => `part aussitôt, son jour était le ${day}`,
    today: 'part aujourd’hui',
    skipped: (day: string) => `ne part pas, un plus récent en dit plus ; son jour était le ${day}`,
    held: (day: string) => `retenu, plus de dix jours de retard ; son jour était le ${day}`,
    unsent: (day: string) => `ne part plus, c’était le ${day}`,
    suspended: 'en suspens',
    running: 'court de nouveau',
    stage: (to: string, from: string) => `Étape : ${to}, avant : ${from}`,
    caisse: (name: string | null) => `Caisse : ${name ?? 'à préciser'}`,
    firstDay: 'Premier jour possible',
    unknown: 'inconnu',
    warning: (because: string) => `Avertissement : ${because}`,
    warningGone: (because: string) => `Avertissement levé : ${because}`,
    colon: ' : ',
    child: (id: string) => ` (${id})`,
  },
} as const;

const needNames = {
  required: { en: 'needed', fr: 'exigée' },
  conditional: { en: 'perhaps needed', fr: 'peut-être exigée' },
  optional: { en: 'optional', fr: 'facultative' },
  not_needed: { en: 'not needed', fr: 'non demandée' },
} as const satisfies Record<PlannedDocument['need'], Words>;

/** `fates`: what becomes of each email that has not left, by key; without it none is late. */
export type DifferenceTold = { today: Day; fates?: ReadonlyMap<string, Fate> };

/**
 * A difference in sentences, what weighs most first: "Call 3646: 20 June instead of 4 July". A day of another year than
 * `today` says its year. When a file is looked at next is no sentence: nobody does anything about it.
 */
export function differenceInWords(found: PlanDifference, { today, fates = new Map() }: DifferenceTold): Words[] {
  const day = (on: Day, language: Language) => inWords(on, language, { year: today });
  const line = (name: Words, say: (language: Language) => string): Words =>
    both((language) => `${name[language]}${SAY[language].colon}${say(language)}`);
  const added = (name: Words, on: Day) => line(name, (language) => SAY[language].added(day(on, language)));
  const dropped = (name: Words, on: Day) => line(name, (language) => SAY[language].dropped(day(on, language)));
  const moved = (name: Words, from: Day, to: Day) =>
    line(name, (language) => SAY[language].moved(day(to, language), day(from, language)));
  const emailName = (email: Parameters<typeof emailWords>[0]): Words => {
    const name = emailWords(email);
    return both((language) => SAY[language].email(name[language]));
  };
  /** An email that is new on its day, or late from the start. */
  const email = (one: PlanDifference['emails']['added'][number], otherwise: () => Words): Words => {
    const fate = fates.get(one.key) ?? 'planned';
    if (fate !== 'planned') return line(emailName(one), (language) => SAY[language][fate](day(one.sendOn, language)));
    return one.sendOn === today ? line(emailName(one), (language) => SAY[language].today) : otherwise();
  };
  const deadline = ({ before, after }: Moved<PlannedDeadline>): Words => {
    const name = deadlineNames[after.kind];
    if (before.suspended === after.suspended) return moved(name, before.on, after.on);
    return line(name, (language) => SAY[language][after.suspended ? 'suspended' : 'running']);
  };
  const firstDay = (from: Day | null, to: Day | null): Words => {
    const name = both((language) => SAY[language].firstDay);
    if (from !== null && to !== null) return moved(name, from, to);
    return line(name, (language) => (to === null ? SAY[language].unknown : day(to, language)));
  };
  const { stage, caisse, eligibility, tasks, emails, deadlines, documents, warnings } = found;
  return [
    ...(stage === null
      ? []
      : [both((language) => SAY[language].stage(stageNames[stage.to][language], stageNames[stage.from][language]))]),
    ...emails.added.map((one) => email(one, () => added(emailName(one), one.sendOn))),
    ...emails.moved.map(({ before, after }) =>
      email(after, () => moved(emailName(after), before.sendOn, after.sendOn)),
    ),
    ...emails.dropped.map((one) => line(emailName(one), (language) => SAY[language].unsent(day(one.sendOn, language)))),
    ...tasks.added.map((task) => added(taskWords(task), task.dueOn)),
    ...tasks.moved.map(({ before, after }) => moved(taskWords(after), before.dueOn, after.dueOn)),
    ...tasks.dropped.map((task) => dropped(taskWords(task), task.dueOn)),
    ...tasks.done.map((task) => line(taskWords(task), (language) => SAY[language].done)),
    ...deadlines.added.map(({ kind, on }) => added(deadlineNames[kind], on)),
    ...deadlines.moved.map(deadline),
    ...deadlines.dropped.map(({ kind, on }) => dropped(deadlineNames[kind], on)),
    ...documents.flatMap(({ before, after }) => paper(before, after)),
    ...(caisse === null ? [] : [both((language) => SAY[language].caisse(caisse.to.shortName))]),
    ...(eligibility === null
      ? []
      : [firstDay(eligibility.from.earliestSubmissionOn, eligibility.to.earliestSubmissionOn)]),
    ...warnings.added.map(({ because }) => both((language) => SAY[language].warning(because[language]))),
    ...warnings.gone.map(({ because }) => both((language) => SAY[language].warningGone(because[language]))),
  ];
}

/** A paper whose need or status is another. */
function paper(before: PlannedDocument | null, after: PlannedDocument | null): Words[] {
  const shown = after ?? before;
  if (shown === null) return [];
  const stands = (row: PlannedDocument | null): Words =>
    row === null || row.need === 'not_needed'
      ? needNames.not_needed
      : before !== null && after !== null && before.status === after.status
        ? needNames[row.need]
        : documentStatusNames[row.status];
  const name = documentName[shown.code];
  return [
    both(
      (language) =>
        `${name[language]}${shown.member === null ? '' : SAY[language].child(shown.member)}${SAY[language].colon}` +
        `${stands(after)[language]}${language === 'en' ? ', was ' : ', était '}${stands(before)[language]}`,
    ),
  ];
}

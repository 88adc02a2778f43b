import { addDays, addMonths, daysFrom, type Day } from '../calendar/days.ts';
import { say } from '../because.ts';
import type { Context } from '../context.ts';
import { rightsOn, type End } from '../facts.ts';
import { isUnsent, reminderOn } from '../progress.ts';
import { deadline, email, ladder, NOT_WITHDRAWN, task } from './step.ts';

/** The first word to the client, whatever the stage. */
export const hello = ladder<'welcome' | 'taken_over'>({
  one: (c) => (c.day < c.openedOn ? null : c.progress.hasHistory ? 'taken_over' : 'welcome'),
  steps: [
    email('welcome', {
      key: () => 'email:welcome:1',
      on: (which, c) => (which === 'welcome' ? c.openedOn : null),
      settled: true,
      because: (_, c, { day }) =>
        say(
          'Suivi has followed the file since {openedDay}.',
          'Suivi suit le dossier depuis le {openedDay}.',
          { openedDay: c.openedOn },
          day,
        ),
      payload: (_, c) => ({
        variant: c.stage === 'nothing_to_file' ? 'ehic' : c.papers.awaited.length > 0 ? 'documents' : 'nothing',
      }),
    }),
    email('taken_over', {
      key: () => 'email:taken_over:1',
      on: (which, c) => (which === 'taken_over' ? c.openedOn : null),
      settled: true,
      because: (_, c, { day }) =>
        say(
          'The file has a history; Suivi follows it since {openedDay}.',
          'Le dossier a une histoire ; Suivi le suit depuis le {openedDay}.',
          { openedDay: c.openedOn },
          day,
        ),
      payload: () => ({ variant: 'usual' }),
    }),
  ],
});

/** A European card covers the stay: the situation is looked at again after a year. */
export const nothingToFile = ladder<Day>({
  while: ['nothing_to_file'],
  one: (c) => c.openedOn,
  steps: [
    task('review_file', {
      key: () => 'review_file:nothing_to_file:1',
      on: (openedOn) => addMonths(openedOn, 12),
      source: 'service-public/F675',
      returns: 'yearly',
      because: (openedOn, _, { day }) =>
        say(
          'Twelve months since {openedDay}: does the European card still cover the stay?',
          'Douze mois depuis le {openedDay} : la carte européenne couvre-t-elle encore le séjour ?',
          { openedDay: openedOn },
          day,
        ),
    }),
  ],
});

const isBeforeRights = (c: Context): boolean =>
  rightsOn(c.facts) === null && c.facts.numberOn === null && c.facts.card.receivedOn === null;

type Told = End & { until: Day };
const isTold = (end: End): end is Told => end.until !== null;
const told = (c: Context, end: End, stands: boolean): Told | null =>
  stands && c.day >= c.openedOn && isTold(end) ? end : null;

/** Private cover ends before the rights are open. */
export const cover = ladder<Told>({
  while: NOT_WITHDRAWN,
  one: (c) => told(c, c.progress.cover, isBeforeRights(c)),
  steps: [
    task('renew_cover', {
      key: ({ n }) => `renew_cover:${n}`,
      on: (end, c) => reminderOn(end, c.playbook.coverReminderDaysBefore),
      source: 'playbook',
      payload: ({ until }) => ({ coverDay: until }),
      because: ({ until }, _, { day }) =>
        say(
          'Private cover ends on {coverDay}, and the rights are not open.',
          'L’assurance privée prend fin le {coverDay}, et les droits ne sont pas ouverts.',
          { coverDay: until },
          day,
        ),
    }),
    email('cover_ends', {
      key: ({ n }) => `email:cover_ends:${n}`,
      on: (end, c) => (end.until < end.knownOn ? null : reminderOn(end, c.playbook.coverReminderDaysBefore)),
      settled: true,
      because: ({ until }, _, { day }) => {
        const days = daysFrom(day, until);
        return days > 1
          ? say(
              'Private cover ends on {coverDay}, in {days} days; the rights are not open.',
              'L’assurance privée prend fin le {coverDay}, dans {days} jours ; droits non ouverts.',
              { coverDay: until, days },
              day,
            )
          : say(
              'Private cover ends on {coverDay}; the rights are not open.',
              'L’assurance privée prend fin le {coverDay} ; droits non ouverts.',
              { coverDay: until },
              day,
            );
      },
      payload: ({ until }) => ({ variant: 'usual', coverDay: until }),
    }),
    deadline('cover_ends', {
      key: ({ n }) => `deadline:cover_ends:${n}`,
      on: ({ until }) => until,
      source: 'playbook',
      because: () => ({
        en: 'Private cover ends that day, by what the client told us.',
        fr: 'L’assurance privée prend fin ce jour, d’après le client.',
      }),
    }),
  ],
});

/** A permit shows on the list half a year before its end. */
const PERMIT_LISTED_DAYS_BEFORE = 180;
const SECOND_PERMIT_EMAIL_DAYS_BEFORE = 30;

function isPermitListed(end: Told, c: Context): boolean {
  const from = addDays(end.until, -PERMIT_LISTED_DAYS_BEFORE);
  if (from > c.day) c.wake(from);
  return from <= c.day;
}
const permitReviewOn = (end: Told, c: Context): Day | null =>
  isPermitListed(end, c) ? reminderOn(end, c.playbook.permitReviewDaysBefore) : null;

/** The residence permit ends before the card has come. */
export const permit = ladder<Told>({
  while: NOT_WITHDRAWN.filter((stage) => stage !== 'card_delivered'),
  one: (c) => told(c, c.progress.permit, true),
  steps: [
    task('review_file', {
      key: ({ n }) => `review_file:permit:${n}`,
      on: permitReviewOn,
      source: 'arrete/2017-05-10',
      payload: ({ until }) => ({ permitDay: until }),
      because: ({ until }, _, { day }) =>
        say(
          'The permit is valid until {permitDay}: CPAM will need the new one.',
          'Le titre est valable jusqu’au {permitDay} : la CPAM voudra le nouveau.',
          { permitDay: until },
          day,
        ),
    }),
    ...[1, 2].map((which) =>
      email<Told, 'permit_ends'>('permit_ends', {
        key: ({ n }) => (which === 1 ? `email:permit_ends:${n}` : `email:permit_ends:${n}:2`),
        on: (end, c) => {
          if (end.until < end.knownOn) return null;
          const first = permitReviewOn(end, c);
          if (which === 1 || first === null) return first;
          const second = addDays(end.until, -SECOND_PERMIT_EMAIL_DAYS_BEFORE);
          return second > first ? second : null;
        },
        settled: true,
        because: ({ until }, _, { day }) =>
          say(
            'The permit is valid until {permitDay}, and the card has not come.',
            'Le titre est valable jusqu’au {permitDay}, et la carte n’est pas arrivée.',
            { permitDay: until },
            day,
          ),
        payload: ({ until }, c) => ({ variant: isUnsent(c.stage) ? 'before' : 'filed', permitDay: until }),
      }),
    ),
    deadline('permit_ends', {
      key: ({ n }) => `deadline:permit_ends:${n}`,
      on: ({ until }) => until,
      source: 'arrete/2017-05-10',
      because: () => ({
        en: 'The residence permit is valid until that day.',
        fr: 'Le titre de séjour est valable jusqu’à ce jour.',
      }),
    }),
  ],
});

const ERASE_AFTER_DAYS = 30;

/** The client closes the file: a last email, and the copies are erased. */
export const withdrawn = ladder<Day>({
  while: ['withdrawn'],
  one: (c) => c.facts.withdrawnOn,
  steps: [
    email('withdrawn', {
      key: () => 'email:withdrawn:1',
      on: (on) => on,
      because: (on, _, { day }) =>
        say(
          'The file was closed on {withdrawnDay}.',
          'Le dossier a été fermé le {withdrawnDay}.',
          { withdrawnDay: on },
          day,
        ),
      payload: (on) => ({ variant: 'usual', withdrawnDay: on, eraseDay: addDays(on, ERASE_AFTER_DAYS) }),
    }),
    deadline('erase_papers', {
      key: () => 'deadline:erase_papers:1',
      on: (on) => addDays(on, ERASE_AFTER_DAYS),
      source: 'playbook',
      because: (on, _, { day }) =>
        say(
          '30 days after the file was closed on {withdrawnDay}, the copies are erased.',
          '30 jours après la fermeture du {withdrawnDay}, les copies sont effacées.',
          { withdrawnDay: on },
          day,
        ),
    }),
  ],
});

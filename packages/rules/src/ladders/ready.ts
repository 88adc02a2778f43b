import { addDays, daysFrom, later, type Day } from '../calendar/days.ts';
import { notWorking } from '../calendar/tails.ts';
import { say } from '../because.ts';
import { printed } from '../caisse.ts';
import type { Context } from '../context.ts';
import { ownResidence, residenceDaysOf } from '../eligibility.ts';
import type { MissingFact } from '../emails/payloads.ts';
import type { Words } from '../vocabulary.ts';
import { letterPayload } from './payloads.ts';
import { email, ladder, task, type At } from './step.ts';

type CaisseOpen = NonNullable<Context['progress']['caisseOpen']>;

/** Nobody knows yet to whom the file goes. */
export const whichCaisse = ladder<CaisseOpen>({
  while: ['gathering_documents', 'waiting_for_eligibility', 'ready_to_submit'],
  one: (c) => c.progress.caisseOpen,
  steps: [
    task('choose_caisse', {
      key: () => 'choose_caisse:1',
      on: ({ status, since }) => (status === 'choose' ? since : null),
      source: 'dila/annuaire',
      endedByFacts: true,
      payload: (_, c) => ({ candidates: c.caisse.candidates ?? [] }),
      because: (_, c, { day }) =>
        say(
          'Department {place} has several caisses; the town decides, and it is not settled.',
          'Le département {place} compte plusieurs caisses ; la commune décide, à préciser.',
          { place: c.caisse.department },
          day,
        ),
    }),
    task('review_file', {
      key: () => 'review_file:caisse_address:1',
      on: ({ status, since }) => (status === 'address_missing' ? since : null),
      source: 'dila/annuaire',
      endedByFacts: true,
      payload: (_, c) => ({ caisse: c.caisse.shortName }),
      because: (_, c, { day }) =>
        c.caisse.shortName === null
          ? say(
              'No caisse is known for postcode {postcode}, and so no filing address.',
              'Aucune caisse n’est connue pour le code postal {postcode}, ni adresse de dépôt.',
              { postcode: c.applicant.address.postcode },
              day,
            )
          : say(
              'No filing address of {caisse} is known.',
              'Aucune adresse de dépôt n’est connue pour la {caisse}.',
              { caisse: printed(c.caisse.shortName) },
              day,
            ),
    }),
  ],
});

/** The facts without which nobody knows the first possible day. */
function missingFact({ applicant }: Context): MissingFact {
  if (applicant.arrivedOn === null) return 'arrival';
  if (applicant.category === 'student') return 'studies';
  const works = ['employee', 'self_employed', 'frontier_worker', 'posted_worker'].includes(applicant.category);
  return works && applicant.activityStartsOn === null ? 'work' : 'visa';
}
const FACTS: Record<MissingFact, Words> = {
  arrival: { en: 'the day of arrival', fr: 'le jour d’arrivée' },
  work: { en: 'the first day of work', fr: 'le premier jour d’activité' },
  studies: { en: 'the first day of studies', fr: 'le premier jour des études' },
  visa: { en: 'the validation of the visa', fr: 'la validation du visa' },
};

/** An email about a day that is nearer than this says nothing new. */
const TOO_NEAR_DAYS = 7;
/** A day that moved by less than this is not told again. */
const MOVED_DAYS = 15;

function tellsDay(c: Context): boolean {
  const { earliestSubmissionOn: earliest, progress } = c;
  const sendOn = c.days.onOrAfter(addDays(progress.waiting.since, 1));
  if (earliest !== null && daysFrom(sendOn, earliest) < TOO_NEAR_DAYS) return false;
  const told = progress.toldEarliest;
  if (told === null) return true;
  if (told.day === null) return earliest !== null;
  return earliest !== null && Math.abs(daysFrom(told.day, earliest)) > MOVED_DAYS;
}

/** All is verified, and the day has not come. */
export const waiting = ladder<Day>({
  while: ['waiting_for_eligibility'],
  one: (c) => c.progress.waiting.since,
  steps: [
    email('too_early', {
      key: (_, c) => `email:too_early:${c.progress.waiting.n}`,
      on: (since, c) => (tellsDay(c) ? addDays(since, 1) : null),
      because: (_, c, { day }) =>
        c.earliestSubmissionOn === null
          ? say(
              'All is verified; a date is missing: {missingFact}.',
              'Tout est vérifié ; une date manque : {missingFact}.',
              { missingFact: FACTS[missingFact(c)] },
              day,
            )
          : say(
              'All is verified; the first possible day is {earliestDay}.',
              'Tout est vérifié ; le premier jour possible est le {earliestDay}.',
              { earliestDay: c.earliestSubmissionOn },
              day,
            ),
      payload: (_, c) => tooEarly(c),
    }),
    task('review_file', {
      key: (_, c) => `review_file:day_unknown:${c.progress.waiting.n}`,
      on: (since, c) => (c.earliestSubmissionOn === null ? addDays(since, 30) : null),
      source: 'playbook',
      payload: (_, c) => ({ missingFact: missingFact(c) }),
      because: (since, c, { day }) =>
        say(
          'All is verified since {stepDay}, and a date is still missing: {missingFact}.',
          'Tout est vérifié depuis le {stepDay} ; une date manque : {missingFact}.',
          { stepDay: since, missingFact: FACTS[missingFact(c)] },
          day,
        ),
    }),
  ],
});

function tooEarly(c: Context) {
  const { applicant, earliestSubmissionOn: earliest } = c;
  if (earliest === null) return { variant: 'unknown', missingFact: missingFact(c) } as const;
  const { arrivedOn, activityStartsOn, studiesStartOn } = applicant;
  if (ownResidence(applicant) && arrivedOn !== null) {
    if (residenceDaysOf(arrivedOn, applicant).validatedOn !== null)
      return { variant: 'visa', earliestDay: earliest } as const;
    return { variant: 'residence', arrivedDay: arrivedOn, earliestDay: earliest } as const;
  }
  const starts = applicant.category === 'student' ? studiesStartOn : activityStartsOn;
  const startDay = [starts, arrivedOn].reduce<Day | null>(
    (a, b) => (a === null ? b : b === null ? a : later(a, b)),
    null,
  );
  return { variant: 'start', startDay: startDay ?? earliest, earliestDay: earliest } as const;
}

/**
 * The day on which the file can leave: all is verified, the day has come, and it is known where it goes.
 * A day that turns out to be past was not known on that day: the file is ready when that is seen.
 */
function leavesOn(c: Context): Day | null {
  const { completeSince, readySince, caisseOpen, caisseSettledOn } = c.progress;
  if (c.earliestSubmissionOn === null || completeSince === null || caisseOpen !== null) return null;
  return [completeSince, readySince, caisseSettledOn].reduce<Day>(
    (latest, day) => (day === null ? latest : later(latest, day)),
    c.earliestSubmissionOn,
  );
}

/** Which day of residence has come: the three months, or the validation that was later. */
function byResidence(arrivedOn: Day, c: Context, { raw, day }: At): Words {
  const { reachedOn, validatedOn } = residenceDaysOf(arrivedOn, c.applicant);
  // Where the step itself was moved, its tail says why.
  const named = (on: Day) => (day > raw ? '' : notWorking(on, c.days.zoneOn(day)));
  if (validatedOn !== null)
    return say(
      'The VLS-TS was validated on {validatedDay}{notWorking}, after the three months. All verified.',
      'Le VLS-TS a été validé le {validatedDay}{notWorking}, après les trois mois. Tout est vérifié.',
      { validatedDay: validatedOn, notWorking: named(validatedOn) },
      day,
    );
  return say(
    'In France since {arrivedDay}: three months and a day reached on {reachedDay}{notWorking}. All verified.',
    'En France depuis le {arrivedDay} : 3 mois et 1 jour au {reachedDay}{notWorking}. Tout est vérifié.',
    { arrivedDay: arrivedOn, reachedDay: reachedOn, notWorking: named(reachedOn) },
    day,
  );
}

/** The file is complete: it leaves as soon as its day has come. */
export const ready = ladder<Day>({
  while: ['waiting_for_eligibility', 'ready_to_submit'],
  one: leavesOn,
  steps: [
    email('ready_to_submit', {
      key: () => 'email:ready_to_submit:1',
      on: (on, c) => (c.progress.hasWaited ? on : null),
      because: (_, c, { day }) =>
        say(
          'The first possible day, {earliestDay}, has come, and all is verified.',
          'Le premier jour possible, le {earliestDay}, est venu et tout est vérifié.',
          { earliestDay: c.earliestSubmissionOn },
          day,
        ),
      payload: (on, c) => ({
        variant: c.route === 'online' ? 'online' : 'post',
        earliestDay: c.earliestSubmissionOn ?? on,
      }),
    }),
    task('registered_post', {
      key: () => 'registered_post:file:1',
      on: (on, c) => (c.route === 'post' ? on : null),
      source: 'service-public/F34308',
      payload: () => letterPayload('file'),
      because: (_, c, at) => {
        const { day } = at;
        const { arrivedOn, category } = c.applicant;
        if (category === 'resident' && ownResidence(c.applicant) && arrivedOn !== null)
          return byResidence(arrivedOn, c, at);
        const earliestDay = c.earliestSubmissionOn;
        const count = c.papers.rows.filter(
          ({ need }) => need.need === 'required' && need.neededFor === 'submission',
        ).length;
        return say(
          '{count} of {count} documents verified; CPAM takes the file from {earliestDay}.',
          '{count} pièces vérifiées sur {count} ; envoi possible depuis le {earliestDay}.',
          { count, earliestDay },
          day,
        );
      },
    }),
    task('submit_online', {
      key: () => 'submit_online:1',
      on: (on, c) => (c.route === 'online' ? on : null),
      source: 'ameli/etudier-en-france',
      because: (_, c, { day }) =>
        say(
          'All is verified; this category files online, possible from {earliestDay}.',
          'Tout est vérifié ; dépôt en ligne pour cette catégorie, dès le {earliestDay}.',
          { earliestDay: c.earliestSubmissionOn },
          day,
        ),
    }),
  ],
});

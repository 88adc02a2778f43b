import { addDays, addMonths, later, type Day } from '../calendar/days.ts';
import { say } from '../because.ts';
import type { Context } from '../context.ts';
import { letterPayload } from './payloads.ts';
import { deadline, email, ladder, task } from './step.ts';

const OPTION_MONTHS = 3;
const OPTION_ALARM_DAYS = 69;
const OPTION_POSTED_DAYS_BEFORE = 10;

type Choice = { startOn: Day; endsOn: Day; lastPostOn: Day };

/** The choice between the French and the Swiss scheme: three months from work or arrival, then it is made for good. */
function optionOf(c: Context): Choice | null {
  if (c.route !== 'option_form') return null;
  const { activityStartsOn, arrivedOn } = c.applicant;
  if (activityStartsOn === null || arrivedOn === null) return null;
  const startOn = later(activityStartsOn, arrivedOn);
  const endsOn = addMonths(startOn, OPTION_MONTHS);
  return { startOn, endsOn, lastPostOn: addDays(endsOn, -OPTION_POSTED_DAYS_BEFORE) };
}

/** All verified and the caisse settled, or else the last day on which the form can be posted in time. */
function postOptionOn({ lastPostOn }: Choice, c: Context): Day | null {
  const { completeSince, caisseOpen, caisseSettledOn } = c.progress;
  if (caisseOpen !== null) {
    const last = c.days.onOrBefore(lastPostOn);
    if (last > c.day) {
      c.wake(last);
      return null;
    }
    return lastPostOn;
  }
  if (completeSince === null || c.papers.holdBack) return lastPostOn;
  const complete = caisseSettledOn === null ? completeSince : later(completeSince, caisseSettledOn);
  const day = c.days.onOrAfter(complete);
  return day < lastPostOn ? day : lastPostOn;
}

export const swissOption = ladder<Choice>({
  while: ['gathering_documents', 'waiting_for_eligibility', 'ready_to_submit'],
  one: optionOf,
  steps: [
    deadline('swiss_option', {
      key: () => 'deadline:swiss_option:1',
      on: ({ endsOn }) => endsOn,
      source: 'ameli/frontalier-suisse',
      legal: true,
      because: ({ startOn }, _, { day }) =>
        say(
          'Work or residence began on {startDay}: three months to choose, then the Swiss scheme.',
          'Travail ou résidence depuis le {startDay} : trois mois pour choisir, sinon régime suisse.',
          { startDay: startOn },
          day,
        ),
    }),
    task('registered_post', {
      key: () => 'registered_post:option:1',
      on: postOptionOn,
      raisedOn: (_, c) => c.openedOn,
      source: 'ameli/frontalier-suisse',
      payload: ({ endsOn }) => letterPayload('option', { optionDay: endsOn }),
      because: ({ endsOn }, _, { day }) =>
        say(
          'The choice ends on {optionDay}; the form goes once verified, 10 days before at the latest.',
          'Le choix prend fin le {optionDay} ; envoi dès vérification, au plus tard 10 jours avant.',
          { optionDay: endsOn },
          day,
        ),
    }),
    task('review_file', {
      key: () => 'review_file:swiss_option:1',
      on: ({ startOn }) => addDays(startOn, OPTION_ALARM_DAYS),
      source: 'ameli/frontalier-suisse',
      because: ({ startOn }, _, { day }) =>
        say(
          '{days} days since {startDay}, and the option form has not been sent.',
          '{days} jours depuis le {startDay}, et le formulaire d’option n’est pas parti.',
          { days: OPTION_ALARM_DAYS, startDay: startOn },
          day,
        ),
    }),
    email('option_ends_soon', {
      key: () => 'email:option_ends_soon:1',
      on: ({ startOn }) => addDays(startOn, OPTION_ALARM_DAYS),
      because: ({ endsOn }, _, { day }) =>
        say(
          'The time to choose ends on {optionDay}; the form has not been sent.',
          'Le délai de choix prend fin le {optionDay} ; le formulaire n’est pas parti.',
          { optionDay: endsOn },
          day,
        ),
      payload: ({ startOn, endsOn }) => ({ variant: 'usual', startDay: startOn, optionDay: endsOn }),
    }),
  ],
});

/** A frontier worker whose days are not known posts the form as soon as all is verified. */
export const optionWithoutDay = ladder<Day>({
  while: ['waiting_for_eligibility', 'ready_to_submit'],
  one: (c) => {
    if (c.route !== 'option_form' || optionOf(c) !== null || c.progress.caisseOpen !== null) return null;
    const { completeSince, caisseSettledOn } = c.progress;
    if (completeSince === null) return null;
    return caisseSettledOn === null ? completeSince : later(completeSince, caisseSettledOn);
  },
  steps: [
    task('registered_post', {
      key: () => 'registered_post:option:1',
      on: (on) => on,
      source: 'ameli/frontalier-suisse',
      payload: () => letterPayload('option'),
      because: () => ({
        en: 'All is verified; the day on which the choice ends is not known.',
        fr: 'Tout est vérifié ; le jour où le choix prend fin n’est pas connu.',
      }),
    }),
  ],
});

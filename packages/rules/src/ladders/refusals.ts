import { addDays, type Day } from '../calendar/days.ts';
import { say } from '../because.ts';
import { hasCome, type Context } from '../context.ts';
import { isPending, type Facts, type Refusal } from '../facts.ts';
import { isStanding } from '../stage.ts';
import type { Words } from '../vocabulary.ts';
import { letterPayload } from './payloads.ts';
import { assumedReceipt, limitOf, whyLimit } from './limits.ts';
import { deadline, email, ladder, NOT_WITHDRAWN, task } from './step.ts';

const COURT_REVIEW_DAYS_BEFORE = 30;

type Mail = Facts['refusalMails'][number];

/** They are told in their order: what lies before the last whose day has passed has left. */
function notYetTold({ facts, days, day }: Context): readonly Mail[] {
  const { refusalMails } = facts;
  return refusalMails.slice(refusalMails.findLastIndex(({ on }) => days.onOrAfter(on) < day) + 1);
}

/** CPAM, or its commission, has said no. */
export const refusalEmails = ladder<Mail>({
  while: ['refused'],
  each: notYetTold,
  steps: [
    email('refused', {
      key: ({ n }) => `email:refused:${n}`,
      on: ({ on }) => on,
      because: ({ on, rejected, refusal }, _, { day }) =>
        rejected
          ? say(
              'The appeal commission rejected the appeal on {decisionDay}.',
              'La commission a rejeté le recours le {decisionDay}.',
              { decisionDay: on },
              day,
            )
          : say(
              'CPAM refused; notified on {refusalDay}.',
              'La CPAM a refusé ; notifié le {refusalDay}.',
              { refusalDay: refusal.notifiedOn },
              day,
            ),
      payload: ({ on, rejected, refusal }, c) =>
        rejected
          ? { variant: 'appeal', decisionDay: on, courtDay: limitOf('court', refusal, c).on }
          : { variant: 'refusal', refusalDay: refusal.notifiedOn, appealDay: limitOf('appeal', refusal, c).on },
    }),
  ],
});

/** Refusals whose limits are of interest: a number, or an accepted appeal, ends them. */
const refusalsOf = (c: Context): readonly Refusal[] =>
  c.facts.refusals.filter(({ ended, acceptedOn }) => !ended && acceptedOn === null);

/** After a new request was posted, a limit stays only until it is past. */
function isOver(refusal: Refusal, limit: { on: Day; suspendedSince: Day | null }, c: Context): boolean {
  if (refusal.postedAgainOn === null || limit.suspendedSince !== null || isPending(refusal)) return false;
  return hasCome(c, addDays(limit.on, 1));
}

/** A refusal without an appeal under way: two months to contest it. */
export const refused = ladder<Refusal>({
  while: NOT_WITHDRAWN,
  each: (c) =>
    refusalsOf(c).filter((refusal) => refusal.appeal === null && !isOver(refusal, limitOf('appeal', refusal, c), c)),
  steps: [
    task('review_file', {
      key: ({ n }) => `review_file:appeal:${n}`,
      on: (refusal, c) => (c.stage === 'refused' && isStanding(refusal) ? refusal.on : null),
      source: 'service-public/F2500',
      because: (refusal, c, { day }) =>
        say(
          'Refusal notified on {refusalDay}: decide on an appeal with the client by {appealDay}.',
          'Refus notifié le {refusalDay} : décider du recours avec le client avant le {appealDay}.',
          { refusalDay: refusal.notifiedOn, appealDay: limitOf('appeal', refusal, c).on },
          day,
        ),
    }),
    deadline('appeal', {
      key: ({ n }) => `deadline:appeal:${n}`,
      on: (refusal, c) => limitOf('appeal', refusal, c).on,
      source: 'service-public/F2500',
      legal: true,
      suspended: (refusal, c) => limitOf('appeal', refusal, c).suspendedSince !== null,
      because: (refusal, c, { day }) =>
        whyLimit(
          limitOf('appeal', refusal, c),
          say(
            'Two months after the refusal notified on {refusalDay}.',
            'Deux mois après le refus notifié le {refusalDay}.',
            { refusalDay: refusal.notifiedOn },
            day,
          ),
          day,
        ),
    }),
    task('file_appeal', {
      key: ({ n }) => `file_appeal:${n}`,
      on: (refusal, c) => {
        const limit = limitOf('appeal', refusal, c);
        if (limit.suspendedSince !== null || refusal.appealReturnedOn !== null) return null;
        return addDays(limit.on, -c.playbook.appealTaskDaysBefore);
      },
      raisedOn: ({ on }) => on,
      endedByFacts: true,
      source: 'service-public/F2500',
      payload: (refusal, c) => letterPayload('appeal', { appealDay: limitOf('appeal', refusal, c).on }),
      because: (refusal, c, { day }) =>
        say(
          'The appeal must be sent by {appealDay}; {days} days before it.',
          'Le recours doit partir avant le {appealDay} ; {days} jours avant.',
          { appealDay: limitOf('appeal', refusal, c).on, days: c.playbook.appealTaskDaysBefore },
          day,
        ),
    }),
    task('file_appeal', {
      key: ({ n }) => `file_appeal:${n}`,
      on: (refusal, c) => {
        const { appealReturnedOn } = refusal;
        if (appealReturnedOn === null || limitOf('appeal', refusal, c).suspendedSince !== null) return null;
        return addDays(appealReturnedOn, 1);
      },
      endedByFacts: true,
      source: 'service-public/F2500',
      payload: (refusal, c) => letterPayload('appeal', { appealDay: limitOf('appeal', refusal, c).on }),
      because: (refusal, c, { day }) =>
        say(
          'The appeal sent on {appealSentDay} came back on {returnedDay}; the limit is {appealDay}.',
          'Le recours du {appealSentDay} est revenu le {returnedDay} ; délai : le {appealDay}.',
          {
            appealSentDay: refusal.appealFirstSentOn,
            returnedDay: refusal.appealReturnedOn,
            appealDay: limitOf('appeal', refusal, c).on,
          },
          day,
        ),
    }),
  ],
});

/** The client is told once that the appeal has left. */
export const appealSent = ladder<Refusal>({
  while: ['appealing'],
  each: (c) => refusalsOf(c).filter(isPending),
  steps: [
    email('appeal_sent', {
      key: ({ n }) => `email:appeal_sent:${n}`,
      on: ({ appealFirstSentOn }) => appealFirstSentOn,
      because: ({ appealFirstSentOn }, _, { day }) =>
        say(
          'The appeal was sent on {appealSentDay}.',
          'Le recours a été envoyé le {appealSentDay}.',
          { appealSentDay: appealFirstSentOn },
          day,
        ),
      payload: ({ appealFirstSentOn, on }) => ({ variant: 'usual', appealSentDay: appealFirstSentOn ?? on }),
    }),
  ],
});

/** The commission has two months; its silence is a rejection, and opens two months for the court. */
export const silenceOfCommission = ladder<Refusal>({
  while: NOT_WITHDRAWN,
  each: (c) => refusalsOf(c).filter(isPending),
  steps: [
    deadline('appeal_silence', {
      key: ({ n }) => `deadline:appeal_silence:${n}`,
      on: (refusal, c) => limitOf('silence', refusal, c).on,
      source: 'service-public/F2500',
      legal: true,
      suspended: (refusal, c) => limitOf('silence', refusal, c).suspendedSince !== null,
      because: (refusal, c, { day }) =>
        whyLimit(
          limitOf('silence', refusal, c),
          refusal.appeal?.deliveredOn != null
            ? say(
                'Appeal delivered on {appealDeliveredDay}: two months’ silence is a rejection; an older text says one month.',
                'Recours reçu le {appealDeliveredDay} : deux mois de silence valent rejet ; un texte plus ancien dit un mois.',
                { appealDeliveredDay: refusal.appeal.deliveredOn },
                day,
              )
            : say(
                'Appeal sent on {appealSentDay}, no receipt: two months counted from {anchorDay}.',
                'Recours envoyé le {appealSentDay}, sans accusé : deux mois comptés du {anchorDay}.',
                { appealSentDay: refusal.appeal?.on ?? null, anchorDay: refusal.appeal?.assumedOn ?? null },
                day,
              ),
          day,
          assumedReceipt(refusal),
        ),
    }),
    task('review_file', {
      key: ({ n }) => `review_file:appeal_silence:${n}`,
      on: (refusal, c) => {
        const limit = limitOf('silence', refusal, c);
        return limit.suspendedSince === null ? limit.on : null;
      },
      source: 'service-public/F2500',
      because: (refusal, c, { day }) => {
        const anchorDay = assumedReceipt(refusal);
        const appealSilenceDay = limitOf('silence', refusal, c).on;
        return anchorDay === null
          ? say(
              'Two months of silence on {appealSilenceDay}: an implied rejection; the court’s time runs.',
              'Deux mois de silence le {appealSilenceDay} : rejet implicite ; le délai du tribunal court.',
              { appealSilenceDay },
              day,
            )
          : say(
              'No receipt of the appeal: counted from {anchorDay}, two months of silence on {appealSilenceDay}.',
              'Recours sans accusé : compté du {anchorDay}, deux mois de silence le {appealSilenceDay}.',
              { anchorDay, appealSilenceDay },
              day,
            );
      },
    }),
  ],
});

/** The court can be asked: after two months' silence, or after a rejection. */
export const court = ladder<Refusal>({
  while: NOT_WITHDRAWN,
  each: (c) =>
    refusalsOf(c).filter(
      (refusal) =>
        (isPending(refusal) || refusal.rejectedOn !== null) && !isOver(refusal, limitOf('court', refusal, c), c),
    ),
  steps: [
    deadline('court', {
      key: ({ n }) => `deadline:court:${n}`,
      on: (refusal, c) => limitOf('court', refusal, c).on,
      source: 'service-public/F2500',
      legal: true,
      suspended: (refusal, c) => limitOf('court', refusal, c).suspendedSince !== null,
      because: (refusal, c, { day }) =>
        whyLimit(
          limitOf('court', refusal, c),
          whyCourt(refusal, c, day),
          day,
          assumedReceipt(refusal) === null ? null : limitOf('silence', refusal, c).on,
        ),
    }),
    task('review_file', {
      key: ({ n }) => `review_file:court:${n}`,
      on: (refusal, c) => {
        const limit = limitOf('court', refusal, c);
        return limit.suspendedSince === null ? addDays(limit.on, -COURT_REVIEW_DAYS_BEFORE) : null;
      },
      raisedOn: ({ rejectedOn, appeal, on }) => rejectedOn ?? appeal?.on ?? on,
      source: 'service-public/F2500',
      returns: ({ postedAgainOn }) => postedAgainOn === null,
      because: (refusal, c, { day }) => {
        const courtDay = limitOf('court', refusal, c).on;
        return assumedReceipt(refusal) === null
          ? say(
              'The court can be asked until {courtDay}: refer to a lawyer in time.',
              'Le tribunal peut être saisi jusqu’au {courtDay} : orienter vers un avocat à temps.',
              { courtDay },
              day,
            )
          : say(
              'Assumed receipt: the court can be asked until {courtDay}; refer to a lawyer in time.',
              'Réception supposée : tribunal jusqu’au {courtDay} ; orienter vers un avocat à temps.',
              { courtDay },
              day,
            );
      },
    }),
  ],
});

function whyCourt(refusal: Refusal, c: Context, day: Day): Words {
  if (refusal.rejectedOn !== null)
    return say(
      'Two months after the commission’s decision of {decisionDay}.',
      'Deux mois après la décision de la commission du {decisionDay}.',
      { decisionDay: refusal.rejectedOn },
      day,
    );
  const anchorDay = assumedReceipt(refusal);
  const appealSilenceDay = limitOf('silence', refusal, c).on;
  return anchorDay === null
    ? say(
        'Two months after {appealSilenceDay}, when silence counts as rejection.',
        'Deux mois après le {appealSilenceDay}, jour où le silence vaut rejet.',
        { appealSilenceDay },
        day,
      )
    : say(
        'Two months after {appealSilenceDay}: silence from an assumed receipt on {anchorDay}.',
        'Deux mois après le {appealSilenceDay} : silence dès une réception supposée le {anchorDay}.',
        { appealSilenceDay, anchorDay },
        day,
      );
}

/** The commission has decided for the client. */
export const appealAccepted = ladder<{ n: number; on: Day }>({
  while: ['with_cpam'],
  each: (c) => c.facts.refusals.flatMap(({ n, acceptedOn }) => (acceptedOn === null ? [] : [{ n, on: acceptedOn }])),
  steps: [
    email('appeal_accepted', {
      key: ({ n }) => `email:appeal_accepted:${n}`,
      on: ({ on }) => on,
      because: ({ on }, _, { day }) =>
        say(
          'The commission accepted the appeal on {decisionDay}.',
          'La commission a accepté le recours le {decisionDay}.',
          { decisionDay: on },
          day,
        ),
      payload: ({ on }) => ({ variant: 'usual', decisionDay: on }),
    }),
  ],
});

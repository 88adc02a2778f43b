import { addDays, type Day } from '../calendar/days.ts';
import { say } from '../because.ts';
import type { Context } from '../context.ts';
import { isOpen, isPending, lastOf, type Letter, type Request } from '../facts.ts';
import { settledBy } from '../history/requests.ts';
import { callPayload } from './payloads.ts';
import { SECOND_TRACE_WORKING_DAYS } from './submitted.ts';
import { ladder, NOT_WITHDRAWN, task } from './step.ts';

/** Whether something has come from CPAM since a day, that day included: then nobody waits for this letter any more. */
function hasArrivedSince(c: Context, since: Day): boolean {
  const { facts } = c;
  const came = (day: Day | null): boolean => day !== null && day >= since;
  return (
    came(facts.provisionalOn) ||
    came(facts.numberOn) ||
    came(facts.attestationOn) ||
    came(facts.card.receivedOn) ||
    (lastOf(facts.refusals)?.on ?? since) > since ||
    (facts.lastAskedOn ?? since) > since
  );
}

type Answer = { request: Request; letter: Letter };

/** The papers have been sent: after a while CPAM is asked what has become of them. */
export const supplementCalls = ladder<Answer>({
  while: NOT_WITHDRAWN,
  each: (c) => {
    const newest = lastOf(c.facts.supplements);
    if (newest === undefined || hasArrivedSince(c, newest.on)) return [];
    return c.facts.requests.flatMap((request) => {
      const last = lastOf(request.answers)?.letter;
      if (last === undefined || hasArrivedSince(c, last.on)) return [];
      const letter = settledBy(request);
      return letter === null || isOpen(request) || hasArrivedSince(c, letter.on) ? [] : [{ request, letter }];
    });
  },
  steps: [
    task('call_3646', {
      key: ({ request }) => `call_3646:supplement:${request.n}`,
      on: ({ letter }, c) => addDays(letter.deliveredOn ?? letter.assumedOn, c.playbook.supplementCallAfterDays),
      source: 'playbook',
      payload: (_, c) => callPayload(c),
      because: ({ letter }, c, { day }) =>
        letter.deliveredOn === null
          ? say(
              'Documents sent on {supplementDay}, no receipt: {days} days counted from {anchorDay}.',
              'Pièces envoyées le {supplementDay}, sans accusé : {days} jours comptés du {anchorDay}.',
              { supplementDay: letter.on, days: c.playbook.supplementCallAfterDays, anchorDay: letter.assumedOn },
              day,
            )
          : say(
              'CPAM received the documents on {supplementDeliveredDay}; {days} days without news.',
              'La CPAM a reçu les pièces le {supplementDeliveredDay} ; {days} jours sans nouvelles.',
              { supplementDeliveredDay: letter.deliveredOn, days: c.playbook.supplementCallAfterDays },
              day,
            ),
    }),
  ],
});

/** The last supplement and the last appeal, while nobody has seen them arrive. */
function unseen(c: Context): Letter[] {
  const appeal = c.facts.refusals.findLast((refusal) => !refusal.ended && isPending(refusal))?.appeal;
  return [lastOf(c.facts.supplements), appeal].filter(
    (letter): letter is Letter =>
      letter != null &&
      letter.method === 'registered_post' &&
      letter.deliveredOn === null &&
      letter.returnedOn === null &&
      !hasArrivedSince(c, letter.on),
  );
}

export const otherTraces = ladder<Letter>({
  while: NOT_WITHDRAWN,
  each: unseen,
  steps: [1, 2].map((which) =>
    task<Letter>('trace_post', {
      key: ({ kind, n }) => `trace_post:${kind}:${2 * (n - 1) + which}`,
      on: (letter, c) =>
        c.days.add(letter.on, which === 1 ? c.playbook.tracePostAfterWorkingDays : SECOND_TRACE_WORKING_DAYS),
      source: 'playbook',
      payload: ({ trackingNumber, on }) => ({ trackingNumber, sentDay: on }),
      because: ({ kind, on }, c, { day }) => {
        const days = which === 1 ? c.playbook.tracePostAfterWorkingDays : SECOND_TRACE_WORKING_DAYS;
        return kind === 'supplement'
          ? say(
              'Documents sent on {supplementDay}; no delivery shown after {days} working days.',
              'Pièces envoyées le {supplementDay} ; pas de distribution après {days} jours ouvrés.',
              { supplementDay: on, days },
              day,
            )
          : say(
              'Appeal sent on {appealSentDay}; no delivery shown after {days} working days.',
              'Recours envoyé le {appealSentDay} ; pas de distribution après {days} jours ouvrés.',
              { appealSentDay: on, days },
              day,
            );
      },
    }),
  ),
});

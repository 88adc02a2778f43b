import type { Day } from '@suivi/rules/calendar/days';
import type { Deed as Recorded } from '@suivi/rules/events';
import { historyOf } from '@suivi/rules/events';
import type { CallOutcome, Words } from '@suivi/rules/vocabulary';
import type { EmailInput } from './email-input.ts';
import type { Value } from './fill.ts';

/** What we did, in words: the line, and the days it names. */
export type Deed = { words: Words; values: Record<string, Value> };

const calls: Record<CallOutcome, Words> = {
  no_answer: {
    en: '{callDay}: we called CPAM; nobody answered, and we call again.',
    fr: '{callDay} : appel à la CPAM, resté sans réponse ; nous rappelons.',
  },
  in_progress: {
    en: '{callDay}: we called CPAM. Your file is there and being handled.',
    fr: '{callDay} : appel à la CPAM. Votre dossier y est, il est en cours d’étude.',
  },
  not_found: {
    en: '{callDay}: we called CPAM. It did not find your file; we send it again, with the proof of the first sending.',
    fr: '{callDay} : appel à la CPAM. Elle n’a pas trouvé votre dossier ; nous le renvoyons, avec la preuve du premier envoi.',
  },
  documents_missing: {
    en: '{callDay}: we called CPAM. It asks for more documents; we wrote to you about them.',
    fr: '{callDay} : appel à la CPAM. Elle demande d’autres documents ; nous vous avons écrit à ce sujet.',
  },
  processed: {
    en: '{callDay}: we called CPAM. It says the file is handled and that a letter is to come.',
    fr: '{callDay} : appel à la CPAM. Elle dit avoir traité le dossier ; une lettre doit arriver.',
  },
  call_back_on: {
    en: '{callDay}: we called CPAM, which asked us to call again on {callBackDay}.',
    fr: '{callDay} : appel à la CPAM, qui nous demande de rappeler le {callBackDay}.',
  },
};

const deeds = {
  office_visited: {
    en: '{stepDay}: we went to the CPAM office about your file.',
    fr: '{stepDay} : passage à l’accueil de la CPAM pour votre dossier.',
  },
  ameli_message_sent: {
    en: '{stepDay}: a message was sent to CPAM from your ameli account.',
    fr: '{stepDay} : message envoyé à la CPAM depuis votre compte ameli.',
  },
  letter_sent: {
    en: '{stepDay}: we wrote to CPAM and keep the proof of posting.',
    fr: '{stepDay} : courrier à la CPAM, dont nous gardons la preuve d’envoi.',
  },
  chase_sent: {
    en: '{stepDay}: formal request to CPAM by registered post, for a written answer.',
    fr: '{stepDay} : demande formelle à la CPAM, en recommandé, d’une réponse écrite.',
  },
  supplement_sent: {
    en: '{stepDay}: we sent CPAM the documents it asked for.',
    fr: '{stepDay} : envoi à la CPAM des documents qu’elle demandait.',
  },
  posted_again: {
    en: '{stepDay}: your file was posted again, with the proof of the first posting.',
    fr: '{stepDay} : nouvel envoi de votre dossier, avec la preuve du premier.',
  },
  mediator_accepted: {
    en: '{stepDay}: CPAM’s mediator took up your case.',
    fr: '{stepDay} : le médiateur de la CPAM s’est saisi de votre demande.',
  },
} satisfies Record<string, Words>;

/**
 * What we did since the last email, oldest first, one line a deed. What is not in the tables above is not told;
 * never the agent's name, never the note.
 */
export function deedsSince({ lastEmail, events, today }: Pick<EmailInput, 'lastEmail' | 'events' | 'today'>): Deed[] {
  const { days } = historyOf(events);
  const postedFirstOn = days.find(({ deeds }) => deeds.some(isPosting))?.day ?? null;
  return days
    .filter(({ day }) => day <= today && isNews(day, lastEmail))
    .flatMap(({ deeds }) => deeds.flatMap((deed) => told(deed, postedFirstOn) ?? []));
}

/**
 * Whether it may be said that nothing was due and nothing has come: nothing recorded since the last email, and no task
 * of ours that should have been done by now. Else nothing is said.
 */
export function wasQuiet({ lastEmail, events, today, plan }: EmailInput): boolean {
  const isRecorded = historyOf(events).days.some(({ day }) => day <= today && isNews(day, lastEmail));
  return !isRecorded && plan.tasks.every((task) => task.dueOn > today);
}

/**
 * Emails leave in the morning, so what was done later that day is still news; not so after `still_waiting`, which
 * leaves in the afternoon and tells the day's deeds, nor after `documents_requested`, which tells the day's call.
 */
function isNews(on: Day, lastEmail: EmailInput['lastEmail']): boolean {
  if (lastEmail === null || on > lastEmail.on) return true;
  return on === lastEmail.on && lastEmail.template !== 'still_waiting' && lastEmail.template !== 'documents_requested';
}

function told(deed: Recorded, postedFirstOn: Day | null): Deed | null {
  switch (deed.type) {
    case 'call_made':
      return {
        words: calls[deed.outcome],
        values: { callDay: { day: deed.on }, callBackDay: deed.callBackOn === null ? null : { day: deed.callBackOn } },
      };
    case 'office_visited':
    case 'ameli_message_sent':
    case 'supplement_sent':
    case 'mediator_accepted':
      return on(deed.on, deeds[deed.type]);
    case 'letter_sent':
      return on(deed.on, deed.about?.startsWith('registered_post:chase:') ? deeds.chase_sent : deeds.letter_sent);
    case 'file_submitted':
      return isPosting(deed) && deed.on !== postedFirstOn ? on(deed.on, deeds.posted_again) : null;
    default:
      return null;
  }
}

const on = (day: Day, words: Words): Deed => ({ words, values: { stepDay: { day } } });

const isPosting = (deed: Recorded): boolean => deed.type === 'file_submitted' && deed.method === 'registered_post';

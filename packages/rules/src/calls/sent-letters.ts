import type { Day } from '../calendar/days.ts';
import { historyOf, type DeedOf } from '../events.ts';
import type { File } from '../file.ts';
import { Walk } from '../walk.ts';

type Sending = DeedOf<'file_submitted'> | DeedOf<'supplement_sent'> | DeedOf<'letter_sent'> | DeedOf<'appeal_sent'>;

/** One letter of ours, and the proof that it arrived. */
export type SentLetter = {
  sending: Sending;
  deliveredOn: Day | null;
  returnedOn: Day | null;
  /** Without a receipt: the day on which CPAM showed that it has it. */
  shownOn: Day | null;
};

const isSending = (deed: { type: string }): deed is Sending =>
  ['file_submitted', 'supplement_sent', 'letter_sent', 'appeal_sent'].includes(deed.type);

/** What was sent to CPAM up to a day, in its order, each with the delivery or return that is known to be its own. */
export function sentLetters(file: File, today: Day): SentLetter[] {
  const { facts } = new Walk(file).to(today < file.openedOn ? file.openedOn : today).context;
  const letters = new Map(facts.letters.map((letter) => [letter.eventId, letter]));
  return historyOf(file.events).days.flatMap(({ day, deeds }) =>
    day > today
      ? []
      : deeds.filter(isSending).map((sending) => {
          const letter = letters.get(sending.id);
          return {
            sending,
            deliveredOn: letter?.deliveredOn ?? null,
            returnedOn: letter?.returnedOn ?? null,
            shownOn: letter?.deliveredOn == null ? (letter?.shownOn ?? null) : null,
          };
        }),
  );
}

import { useTranslation } from 'react-i18next';
import type { Message } from '@suivi/contracts/messages';
import type { Day } from '@suivi/rules/calendar/days';
import type { EmailTemplate, Words } from '@suivi/rules/vocabulary';
import { dayInSentence } from '../shell/dates.ts';
import { useNotify } from '../shell/notify.tsx';
import { useToday } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import { emailName } from '../shell/vocabulary.ts';
import type { HoldAct } from './queries.ts';
import { useHoldAct } from './queries.ts';

/** An email that has still to leave, planned or only foreseen: the same on a file's axis and in the list of all files. */
export type EmailAhead = {
  fileId: string;
  clientName: string;
  /** Null: nothing can leave. */
  address: string | null;
  key: string;
  template: EmailTemplate;
  on: Day;
  because: Words;
  planned: boolean;
  state: Message['state'];
  heldBy: string | null;
  /** Why it is held, in words. */
  reason: Words | null;
};

/** Holds or releases an email ahead, says what that did, and takes it back on Undo. */
export function useHold() {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const notify = useNotify();
  const { mutate, mutateAsync, isPending } = useHoldAct();
  const hold = (email: EmailAhead, act: HoldAct, onDone?: () => void) => {
    const { fileId, key, clientName: client } = email;
    const name = emailName(t, email);
    const day = dayInSentence(email.on, today, language);
    const back = act === 'hold' ? 'release' : 'hold';
    mutate(
      { fileId, key, act },
      {
        onSuccess: () => {
          notify.done(t(`ahead.did.${act}`, { name }), t(`ahead.${act}Body`, { client, day }), () =>
            mutateAsync({ fileId, key, act: back }),
          );
          onDone?.();
        },
        onError: (error) => notify.failed(t(`ahead.failed.${act}`), error),
      },
    );
  };
  return { hold, isPending };
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallToMake } from '@suivi/contracts/calls';
import type { Day } from '@suivi/rules/calendar/days';
import { inWords } from '@suivi/rules/calendar/words';
import { sentLetters, type SentLetter } from '@suivi/rules/calls/sent-letters';
import type { FileModel } from '../../file/model.ts';
import { useOpenLetter } from '../../letters/queries.ts';
import { useOpenReceipt } from '../../receipts/queries.ts';
import { useNotify } from '../../shell/notify.tsx';
import { useLanguage } from '../../shell/say.ts';
import { taskName } from '../../shell/task-name.tsx';
import { spacedTracking } from '../../shell/tracking-field.tsx';
import classes from './calls.module.css';

const WHAT = {
  file_submitted: 'file',
  supplement_sent: 'supplement',
  appeal_sent: 'appeal',
  letter_sent: 'letter',
} as const;

/** What was sent when, each with the proof that we hold of it, and with none that we do not. */
export function SentView({ call, model }: { call: CallToMake; model: FileModel }) {
  const { t } = useTranslation();
  const letters = useMemo(() => sentLetters(model.file, model.today), [model]);
  return (
    <div className={classes.box}>
      <h3>{t('callRound.sent.title')}</h3>
      <ul className={classes.sent}>
        {letters.map((letter) => (
          <Letter key={letter.sending.id} letter={letter} call={call} model={model} />
        ))}
        {letters.length === 0 && <li className="dim">{t('callRound.sent.nothing')}</li>}
      </ul>
    </div>
  );
}

function Letter({ letter, call, model }: { letter: SentLetter; call: CallToMake; model: FileModel }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const open = useOpenLetter(model.view.id);
  const openReceipt = useOpenReceipt();
  const notify = useNotify();
  const { sending, deliveredOn, returnedOn, shownOn } = letter;
  const day = (on: Day) => inWords(on, language, { year: model.today });
  const what =
    sending.type === 'letter_sent' && sending.about !== null
      ? taskName(t, { key: sending.about, kind: 'registered_post' })
      : t(`callRound.sent.what.${WHAT[sending.type]}`);
  const method = sending.type === 'letter_sent' ? 'registered_post' : sending.method;
  const byPost = method === 'registered_post';
  const proof = call.proofs.find(({ eventId }) => eventId === sending.id);
  const letterId = proof?.letterId;
  const receiptId = proof?.receiptId;
  const after =
    deliveredOn !== null
      ? { on: deliveredOn, said: t('callRound.sent.delivered', { caisse: model.caisse ?? 'CPAM' }) }
      : returnedOn !== null
        ? { on: returnedOn, said: t('callRound.sent.returned') }
        : shownOn !== null
          ? { on: shownOn, said: t('callRound.sent.shown') }
          : null;
  return (
    <>
      <li>
        <time dateTime={sending.on}>{day(sending.on)}</time>
        <span>
          {t(`callRound.sent.${byPost ? 'registered' : method === 'online' ? 'online' : 'appointment'}`, { what })}{' '}
          {sending.trackingNumber !== null && <span className="mono">{spacedTracking(sending.trackingNumber)}</span>}
        </span>
        {letterId != null && (
          <button
            type="button"
            className={classes.link}
            onClick={() =>
              open.mutate(letterId, { onError: (error) => notify.failed(t('callRound.sent.letterFailed'), error) })
            }
          >
            {t('callRound.sent.letterLink')}
          </button>
        )}
      </li>
      {byPost && (
        <li>
          {after === null ? <span /> : <time dateTime={after.on}>{day(after.on)}</time>}
          <span className={after === null ? 'dim' : undefined}>{after?.said ?? t('callRound.sent.noReceipt')}</span>
          {receiptId != null && (
            <button
              type="button"
              className={classes.link}
              onClick={() =>
                openReceipt.mutate(receiptId, {
                  onError: (error) => notify.failed(t('callRound.sent.receiptFailed'), error),
                })
              }
            >
              {t('callRound.sent.receiptLink')}
            </button>
          )}
        </li>
      )}
    </>
  );
}

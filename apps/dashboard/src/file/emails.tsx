import { Badge } from '@mantine/core';
import {
  IconAlertCircle,
  IconCheck,
  IconClock,
  IconHelpCircle,
  IconLoader2,
  IconMailOff,
  IconPlayerPause,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message, MessageState } from '@suivi/contracts/messages';
import { addDays } from '@suivi/rules/calendar/days';
import type { Forecast } from '@suivi/rules/forecast';
import { dayInList, timeOf } from '../shell/dates.ts';
import { Because, Explained } from '../shell/explained.tsx';
import { useNotify } from '../shell/notify.tsx';
import { useLanguage, useSay } from '../shell/say.ts';
import { emailName } from '../shell/vocabulary.ts';
import { EmailAheadDrawer } from '../ahead/email-ahead-drawer.tsx';
import classes from './emails.module.css';
import file from './file.module.css';
import { emailOfMessage, foreseenEmails, ForeseenEmail } from './foreseen-email.tsx';
import { MessagePreview } from './message-preview.tsx';
import type { FileModel } from './model.ts';
import type { MessageAct } from './queries.ts';
import { useMessageAct } from './queries.ts';
import { whenOf } from './sent-when.ts';
import { ResendEmail } from './resend-email.tsx';

const ICONS: Record<MessageState, typeof IconClock> = {
  planned: IconClock,
  held: IconPlayerPause,
  queued: IconLoader2,
  sending: IconLoader2,
  sent: IconCheck,
  failed: IconAlertCircle,
  uncertain: IconHelpCircle,
  cancelled: IconMailOff,
};
const COLOURS: Partial<Record<MessageState, string>> = {
  sent: 'mousse',
  failed: 'cachet',
  uncertain: 'ambre',
  held: 'ambre',
};
const WAITING = new Set<MessageState>(['planned', 'queued', 'sending']);
const SHOWN = 6;

type EmailsProps = { model: FileModel; forecast: Forecast | null; onContact: () => void };

/** What was written to the client and what will be, the newest first. */
export function Emails({ model, forecast, onContact }: EmailsProps) {
  const { t } = useTranslation();
  const { view, today } = model;
  const [all, setAll] = useState(false);
  const [earlier, setEarlier] = useState(false);
  const [reading, setReading] = useState<Message | null>(null);
  const foreseen = foreseenEmails(model, forecast);
  const [resending, setResending] = useState<Message | null>(null);
  const messages = view.messages.filter(({ state }) => state !== 'cancelled');
  const until = addDays(today, 90);
  const ahead = messages
    .filter(({ state, sendOn }) => WAITING.has(state) && sendOn <= until)
    .sort((a, b) => (a.sendOn < b.sendOn ? -1 : 1));
  const past = messages
    .filter(({ state }) => !WAITING.has(state))
    // What needs a person stands above what went as it should.
    .sort(
      (a, b) =>
        rank(a) - rank(b) || (a.sendOn < b.sendOn ? 1 : -1) * (a.state === 'held' && b.state === 'held' ? -1 : 1),
    );
  const shownAhead = all ? ahead : ahead.slice(0, 1);
  const shownPast = earlier ? past : past.slice(0, SHOWN);
  const row = (message: Message) => (
    <EmailRow
      key={message.id}
      message={message}
      model={model}
      onContact={onContact}
      onRead={() => setReading(message)}
      onResend={() => setResending(message)}
    />
  );
  return (
    <>
      <div className={file.head}>
        <h2>{t('file.emails.title')}</h2>
        {ahead.length + foreseen.length > 1 && (
          <button type="button" className={classes.link} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('file.emails.fewer') : t('file.emails.ahead', { count: ahead.length + foreseen.length })}
          </button>
        )}
      </div>
      {messages.length === 0 && <p className="small dim">{t('file.emails.none')}</p>}
      <ul>
        {all && [...foreseen].reverse().map((email) => <ForeseenEmail key={email.key} email={email} model={model} />)}
        {(all ? [...shownAhead].reverse() : shownAhead).map(row)}
        {shownPast.map(row)}
      </ul>
      {past.length > shownPast.length && (
        <button type="button" className={classes.link} onClick={() => setEarlier(true)}>
          {t('file.emails.earlier', { count: past.length - shownPast.length })}
        </button>
      )}
      {reading !== null && <Reading message={reading} model={model} onClose={() => setReading(null)} />}
      {resending !== null && <ResendEmail message={resending} model={model} onClose={() => setResending(null)} />}
    </>
  );
}

/** What has still to leave is read as it will leave, and may be held from there. */
function Reading({ message, model, onClose }: { message: Message; model: FileModel; onClose: () => void }) {
  const ahead = emailOfMessage(message, model);
  return ahead === null ? (
    <MessagePreview message={message} model={model} onClose={onClose} />
  ) : (
    <EmailAheadDrawer email={ahead} onClose={onClose} />
  );
}

const rank = ({ state, resent }: Message): number =>
  state === 'failed' || state === 'held' || (state === 'uncertain' && !resent) ? 0 : 1;

type Props = { message: Message; model: FileModel; onContact: () => void; onRead: () => void; onResend: () => void };

function EmailRow({ message, model, onContact, onRead, onResend }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useSay();
  const notify = useNotify();
  const messageAct = useMessageAct(model.view.id);
  const { state } = message;
  const Icon = ICONS[state];
  const name = emailName(t, message);
  const { day, at } = whenOf(message, model.demo);
  const dayWords = dayInList(day, model.today, language);
  const words = {
    day: dayWords.charAt(0).toUpperCase() + dayWords.slice(1),
    time: at === null ? '' : timeOf(at, language),
  };
  const act = (what: MessageAct) => () =>
    messageAct.mutate(
      { id: message.id, act: what },
      {
        onSuccess: () => notify.done(t(`file.emails.did.${what}`), name),
        onError: (error) => notify.failed(t(`file.emails.failed.${what}`), error),
      },
    );
  const link = (label: string, onClick: () => void) => (
    <>
      {' · '}
      <button
        type="button"
        className={classes.act}
        aria-label={`${label}: ${name}`}
        disabled={messageAct.isPending}
        onClick={onClick}
      >
        {label}
      </button>
    </>
  );
  return (
    <li className={classes.row} data-state={state}>
      <Icon aria-hidden="true" className={classes.icon} />
      <span className="one-line" title={name}>
        {name}
      </span>
      <Badge
        variant={COLOURS[state] === undefined ? 'outline' : 'light'}
        color={COLOURS[state] ?? 'gray'}
        className={classes.state}
        data-plain={COLOURS[state] === undefined || undefined}
      >
        {t(`messageState.${state}`)}
      </Badge>
      <span className={classes.more}>
        <Explained explanation={<Because because={message.because} of={message.key} />}>
          <time dateTime={at ?? day}>
            {at === null
              ? state === 'sent'
                ? t('file.emails.acceptedOn', words)
                : words.day
              : t(state === 'sent' ? 'file.emails.accepted' : 'file.emails.at', words)}
          </time>
        </Explained>
        {message.reason !== null && <> · {say(message.reason)}</>}
        {message.heldBy !== null && <> {t('file.emails.heldBy', { name: message.heldBy })}</>}
        {state === 'uncertain' && message.resent && message.reason === null && <> {t('file.emails.resent')}</>}
        {link(t(state === 'sent' ? 'file.emails.read' : 'file.emails.preview'), onRead)}
        {(state === 'planned' || state === 'queued') && link(t('file.emails.hold'), act('hold'))}
        {state === 'held' &&
          (model.view.client.email === null
            ? link(t('file.emails.enterAddress'), onContact)
            : link(t('file.emails.release'), act('release')))}
        {(state === 'failed' || (state === 'uncertain' && !message.resent)) && link(t('file.emails.resend'), onResend)}
      </span>
    </li>
  );
}

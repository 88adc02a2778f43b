import { Badge } from '@mantine/core';
import { IconClock, IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '@suivi/contracts/messages';
import type { Day } from '@suivi/rules/calendar/days';
import type { Forecast } from '@suivi/rules/forecast';
import type { PlannedEmail } from '@suivi/rules/plan-types';
import { EmailAheadDrawer } from '../ahead/email-ahead-drawer.tsx';
import type { EmailAhead } from '../ahead/email-ahead.ts';
import { useHold } from '../ahead/email-ahead.ts';
import { dayInList } from '../shell/dates.ts';
import { Because, Explained } from '../shell/explained.tsx';
import { useLanguage } from '../shell/say.ts';
import { emailName } from '../shell/vocabulary.ts';
import classes from './emails.module.css';
import type { FileModel } from './model.ts';

const ofFile = ({ view, clientName }: FileModel) => ({
  fileId: view.id,
  clientName,
  address: view.client.email,
});

/** A message that has still to leave; null for one that has left, or is on its way. */
export function emailOfMessage(message: Message, model: FileModel, on: Day = message.sendOn): EmailAhead | null {
  const { key, template, because, state, heldBy, reason } = message;
  if (state !== 'planned' && state !== 'held' && state !== 'queued') return null;
  return { ...ofFile(model), key, template, on, because, state, heldBy, reason, planned: true };
}

/** An email that is not planned yet; it may be held all the same. */
export function emailForeseen({ key, template, sendOn, because }: PlannedEmail, model: FileModel): EmailAhead {
  const heldBy = model.view.heldAhead.find((held) => held.key === key)?.heldBy ?? null;
  const state = heldBy === null ? 'planned' : 'held';
  return { ...ofFile(model), key, template, on: sendOn, because, state, heldBy, reason: null, planned: false };
}

/** The emails that will be planned by their day, if nothing happens. */
export function foreseenEmails(model: FileModel, forecast: Forecast | null): EmailAhead[] {
  const planned = new Set(
    model.view.messages.flatMap(({ key, state, superseded }) => (state === 'cancelled' && !superseded ? [] : [key])),
  );
  return (forecast?.coming ?? []).flatMap((one) =>
    one.what === 'email' && !planned.has(one.email.key) ? [emailForeseen(one.email, model)] : [],
  );
}

/** One of them among the file's emails. */
export function ForeseenEmail({ email, model }: { email: EmailAhead; model: FileModel }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { hold, isPending } = useHold();
  const [reading, setReading] = useState(false);
  const name = emailName(t, email);
  const held = email.state === 'held';
  const Icon = held ? IconPlayerPause : IconClock;
  const day = dayInList(email.on, model.today, language);
  const link = (label: string, onClick: () => void) => (
    <>
      {' · '}
      <button
        type="button"
        className={classes.act}
        aria-label={`${label}: ${name}`}
        disabled={isPending}
        onClick={onClick}
      >
        {label}
      </button>
    </>
  );
  return (
    <li className={classes.row} data-state={held ? 'held' : 'foreseen'}>
      <Icon aria-hidden="true" className={classes.icon} />
      <span className="one-line" title={name}>
        {name}
      </span>
      <Badge
        variant={held ? 'light' : 'outline'}
        color={held ? 'ambre' : 'gray'}
        className={classes.state}
        data-plain={held ? undefined : ''}
      >
        {t(held ? 'ahead.held' : 'ahead.foreseen')}
      </Badge>
      <span className={classes.more}>
        <Explained explanation={<Because because={email.because} of={email.key} />}>
          <time dateTime={email.on}>{day.charAt(0).toUpperCase() + day.slice(1)}</time>
        </Explained>
        {email.heldBy !== null && <> · {t('file.emails.heldBy', { name: email.heldBy })}</>}
        {link(t('file.emails.preview'), () => setReading(true))}
        {held
          ? link(t('file.emails.release'), () => setReading(true))
          : link(t('file.emails.hold'), () => hold(email, 'hold'))}
      </span>
      {reading && <EmailAheadDrawer email={email} onClose={() => setReading(false)} />}
    </li>
  );
}

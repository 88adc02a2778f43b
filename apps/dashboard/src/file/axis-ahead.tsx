import { Badge, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInSentence } from '../shell/dates.ts';
import { useLanguage, useSay } from '../shell/say.ts';
import { useTaskName } from '../shell/task-name.tsx';
import { emailName } from '../shell/vocabulary.ts';
import type { EmailAhead } from '../ahead/email-ahead.ts';
import type { AxisEntry } from './axis.ts';
import classes from './axis.module.css';
import { emailForeseen, emailOfMessage } from './foreseen-email.tsx';
import type { FileModel } from './model.ts';

/** The email of an entry that has still to leave, planned or only foreseen; null for everything else. */
export function emailAheadOf(entry: AxisEntry, model: FileModel): EmailAhead | null {
  if (entry.kind === 'email') return emailOfMessage(entry.message, model, entry.on);
  return entry.kind === 'foreseen' && entry.coming.what === 'email' ? emailForeseen(entry.coming.email, model) : null;
}

type EmailProps = { email: EmailAhead; entry: AxisEntry; model: FileModel; onRead: () => void; onHold: () => void };

/** An email ahead: its name opens its text, and it can be held back. */
export function EmailOnAxis({ email, entry, model, onRead, onHold }: EmailProps) {
  const { t } = useTranslation();
  const say = useSay();
  const name = emailName(t, email);
  const held = email.state === 'held';
  const one = { name, client: model.clientName };
  return (
    <>
      <div className={classes.what}>
        <button type="button" className={classes.title} data-light="" onClick={onRead}>
          {t('file.axis.email', { name })}
        </button>
        {held && (
          <Badge color="ambre" variant="light" className={classes.badge}>
            {email.heldBy === null ? t('ahead.held') : t('ahead.heldBy', { name: email.heldBy })}
          </Badge>
        )}
        <Standing entry={entry} />
        {(!held || email.address !== null) && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            className={classes.act}
            aria-label={t(held ? 'ahead.releaseOne' : 'ahead.holdOne', one)}
            onClick={onHold}
          >
            {t(held ? 'ahead.release' : 'ahead.hold')}
          </Button>
        )}
      </div>
      <div className={classes.why}>
        {say(email.reason ?? email.because)}
        <IfNothingHappens entry={entry} model={model} />
      </div>
    </>
  );
}

/** A task or a deadline that the plan does not list yet: there is nothing to do about it before its day. */
export function ForeseenOnAxis({ entry, model }: { entry: AxisEntry; model: FileModel }): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const nameOf = useTaskName();
  if (entry.kind !== 'foreseen' || entry.coming.what === 'email') return null;
  const { coming } = entry;
  const { because } = coming.what === 'task' ? coming.task : coming.deadline;
  return (
    <>
      <div className={classes.what}>
        <span className={classes.title}>
          {coming.what === 'task' ? nameOf(coming.task) : t(`deadline.${coming.deadline.kind}`)}
        </span>
        <Standing entry={entry} />
      </div>
      <div className={classes.why}>
        {say(because)}
        <IfNothingHappens entry={entry} model={model} />
      </div>
    </>
  );
}

/** What is not in the plan yet, and what of the plan will not come, are told apart from what stands. */
export function Standing({ entry }: { entry: AxisEntry }) {
  const { t } = useTranslation();
  if (entry.kind !== 'foreseen' && entry.awayFrom === undefined) return null;
  return (
    <Badge color="gray" variant="outline" className={classes.badge} data-plain="">
      {t(entry.kind === 'foreseen' ? 'ahead.foreseen' : 'file.axis.fallsAway')}
    </Badge>
  );
}

/** What becomes of a planned thing if nothing happens, when that is not what the plan has today. */
export function IfNothingHappens({ entry, model: { today } }: { entry: AxisEntry; model: FileModel }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (entry.awayFrom !== undefined)
    return <> {t('file.axis.awayFrom', { day: dayInSentence(entry.awayFrom, today, language) })}</>;
  if (entry.listedOn !== undefined)
    return <> {t('file.axis.listedOn', { day: dayInSentence(entry.listedOn, today, language) })}</>;
  return null;
}

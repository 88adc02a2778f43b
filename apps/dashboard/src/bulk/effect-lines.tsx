import { IconArrowRight, IconBan, IconMail, IconMailOff, IconUserOff } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { BulkPreview } from '@suivi/contracts/bulk';
import { dayInList, dayInSentence } from '../shell/dates.ts';
import { useLanguage, useSay } from '../shell/say.ts';
import classes from './bulk.module.css';
import type { Action } from './queries.ts';
import type { LeftOut, Summary } from './summary.ts';

const NAMED = 4;
const bold = { b: <b className="strong" /> };

/** The first few names, and how many more there are. */
function useNames() {
  const { t } = useTranslation();
  return (names: readonly string[]): string =>
    names.length <= NAMED + 1
      ? names.join(', ')
      : t('bulk.names', { names: names.slice(0, NAMED).join(', '), n: names.length - NAMED });
}

function Line({ icon: Icon, due, children }: { icon: Icon; due?: boolean; children: ReactNode }) {
  return (
    <li data-due={due || undefined}>
      <Icon aria-hidden="true" />
      <span>{children}</span>
    </li>
  );
}

type Props = {
  action: { kind: Action['kind'] };
  summary: Summary;
  preview: BulkPreview;
  adviserName: string | null;
  gone: number;
};

/** What an action will do, what it leaves out and why, and which emails leave: one line each. */
export function EffectLines({ action, summary, preview, adviserName, gone }: Props) {
  const { t } = useTranslation();
  return (
    <ul className={classes.lines}>
      {summary.files.length === 0 ? (
        <Line icon={IconArrowRight}>{t('bulk.nothing')}</Line>
      ) : (
        <>
          {action.kind === 'snooze' && <Snoozed summary={summary} preview={preview} />}
          {action.kind === 'assign' && <Assigned summary={summary} preview={preview} name={adviserName} />}
          {action.kind === 'record' && <Recorded summary={summary} />}
        </>
      )}
      <LeftOutLines leftOut={summary.leftOut} />
      {gone > 0 && <Line icon={IconBan}>{t('bulk.gone', { count: gone })}</Line>}
      {summary.files.length > 0 && (
        <Emails action={action} summary={summary} today={preview.today} name={adviserName} />
      )}
    </ul>
  );
}

/** Who is left out and why, a line for each reason. */
export function LeftOutLines({ leftOut }: { leftOut: readonly LeftOut[] }) {
  const { t } = useTranslation();
  const say = useSay();
  const names = useNames();
  return leftOut.map(({ why, names: left }) => (
    <Line key={why.en} icon={IconBan} due>
      {t('bulk.leftOut', { count: left.length, names: names(left) })} <span className="dim">{say(why)}</span>
    </Line>
  ));
}

function Snoozed({ summary, preview }: { summary: Summary; preview: BulkPreview }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useSay();
  const names = useNames();
  const { until, today } = preview;
  if (until === null) return null;
  const values = {
    day: dayInList(until.on, today, language),
    from: summary.from === null ? '' : dayInList(summary.from, today, language),
  };
  const count = summary.files.length;
  return (
    <Line icon={IconArrowRight}>
      <Trans
        i18nKey={summary.from === null ? 'bulk.moves' : 'bulk.movesFrom'}
        count={count}
        values={values}
        components={bold}
      />
      {t('bulk.colon')}
      {names(summary.names)}. {until.because !== null && <span className="dim">{say(until.because)}</span>}
    </Line>
  );
}

function Assigned({ summary, preview, name }: { summary: Summary; preview: BulkPreview; name: string | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const names = useNames();
  const { away, today } = preview;
  return (
    <>
      <Line icon={IconArrowRight}>
        <Trans
          i18nKey={name === null ? 'bulk.goesNobody' : 'bulk.goes'}
          count={summary.files.length}
          values={{ name: name ?? '' }}
          components={bold}
        />
        {t('bulk.colon')}
        {names(summary.names)}.{' '}
        <span className="dim">
          {summary.tasks > 0 && t('bulk.withTasks', { count: summary.tasks })}{' '}
          {summary.tasksByHand > 0 && t('bulk.byHand', { count: summary.tasksByHand })}
        </span>
      </Line>
      {away !== null && name !== null && (
        <Line icon={IconUserOff} due>
          {away.to === null
            ? t('bulk.awayOpen', { name })
            : t('bulk.away', { name, day: dayInSentence(away.to, today, language) })}{' '}
          <span className="dim">
            {away.substitute === null ? t('bulk.nobodyStandsIn') : t('bulk.standsIn', { name: away.substitute })}
          </span>
        </Line>
      )}
    </>
  );
}

function Recorded({ summary }: { summary: Summary }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <Line icon={IconArrowRight}>
      <Trans i18nKey="bulk.recorded" count={summary.files.length} components={bold} />
      {t('bulk.colon')}
      {names(summary.names)}.{' '}
      <span className="dim">
        {summary.stages
          .map(({ from, to, count }) => t('bulk.stage', { count, from: t(`stage.${from}`), to: t(`stage.${to}`) }))
          .join(' ')}{' '}
        {summary.tasksClosed > 0 && t('bulk.tasksClose', { count: summary.tasksClosed })}{' '}
        {summary.tasksOpened > 0 && t('bulk.tasksOpen', { count: summary.tasksOpened })}
      </span>
    </Line>
  );
}

type EmailProps = { action: Props['action']; summary: Summary; today: BulkPreview['today']; name: string | null };

function Emails({ action, summary, today, name }: EmailProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (action.kind === 'snooze') return <Line icon={IconMailOff}>{t('bulk.noMailMoves')}</Line>;
  if (action.kind === 'assign')
    return <Line icon={IconMailOff}>{name === null ? t('bulk.noMail') : t('bulk.signed', { name })}</Line>;
  const { emailsToday, emailsLater, emailsHeld, emailsCancelled } = summary;
  const now = emailsToday.reduce((total, { count }) => total + count, 0);
  const others = [
    emailsLater === null
      ? null
      : t('bulk.mailsLater', { count: emailsLater.count, day: dayInSentence(emailsLater.first, today, language) }),
    emailsHeld === 0 ? null : t('bulk.mailsHeld', { count: emailsHeld }),
    emailsCancelled === 0 ? null : t('bulk.mailsGone', { count: emailsCancelled }),
  ].filter(Boolean);
  const kinds = emailsToday.map(({ template, count }) =>
    count === 1 ? t(`email.${template}`) : t('bulk.mailOf', { name: t(`email.${template}`), count }),
  );
  return (
    <Line icon={now > 0 ? IconMail : IconMailOff} due={now > 0}>
      {now > 0 ? (
        <Trans i18nKey="bulk.mailsNow" count={now} values={{ names: kinds.join(', ') }} components={bold} />
      ) : (
        t('bulk.noMailToday')
      )}{' '}
      <span className="dim">{others.join(' ')}</span>
    </Line>
  );
}

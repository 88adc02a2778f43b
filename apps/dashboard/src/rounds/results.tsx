import { Alert, Button } from '@mantine/core';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Problem } from '@suivi/contracts/problem';
import type { EventType } from '@suivi/rules/vocabulary';
import classes from './results.module.css';
import type { Entry, Outcome } from './use-record-each.ts';

const MINUTE_MS = 60_000;

type Props<E extends Entry> = {
  outcomes: readonly Outcome<E>[];
  nameOf: (entry: E) => { clientName: string; beside: string };
  /** Whether an event of a colleague is the one that was to be recorded here: then that is why ours comes too late. */
  isTheirs: (type: string, entry: E) => boolean;
  /** So many are recorded, in the words of the round. */
  recorded: string;
  takeBack: string;
  onTakeBack: () => void;
  /** Those that nobody has answered, and that are wanted still: sent again, each is recorded once. */
  again: readonly Outcome<E>[];
  onAgain: () => void;
  /** It is being recorded or taken back. */
  busy: boolean;
};

/** What came of recording: how many, and for each that was refused why, and what to do. */
export function Results<E extends Entry>(props: Props<E>) {
  const { outcomes, nameOf, isTheirs, recorded, takeBack, onTakeBack, again, onAgain, busy } = props;
  const { t } = useTranslation();
  const refused = outcomes.filter(({ problem }) => problem !== null);
  if (outcomes.length === 0) return null;
  return (
    <section aria-label={t('rounds.results')}>
      <div className={classes.results} role="status">
        {refused.length < outcomes.length && (
          <p className={classes.recorded}>
            <IconCheck aria-hidden="true" color="var(--suivi-ok)" />
            <span className="strong">{recorded}</span>
            <Button variant="subtle" color="gray" size="compact-sm" loading={busy} onClick={onTakeBack}>
              {takeBack}
            </Button>
          </p>
        )}
        {refused.length > 0 && (
          <Alert
            color="cachet"
            variant="light"
            icon={<IconAlertCircle aria-hidden="true" />}
            title={t('rounds.refused', { count: refused.length })}
          >
            <ul className={classes.refused}>
              {refused.map((outcome) => (
                <li key={outcome.line}>
                  <Link to={`/files/${outcome.fileId}`}>{nameOf(outcome).clientName}</Link>{' '}
                  <span className="nums">{nameOf(outcome).beside}</span>:{' '}
                  <Why problem={outcome.problem} now={outcome.at} isTheirs={(type) => isTheirs(type, outcome)} />
                </li>
              ))}
            </ul>
            {again.length > 0 && (
              <Button variant="default" size="compact-sm" loading={busy} onClick={onAgain}>
                {t('state.tryAgain')}
              </Button>
            )}
          </Alert>
        )}
      </div>
    </section>
  );
}

type WhyProps = { problem: Problem | null; now: number; isTheirs: (type: string) => boolean };

/** “Claire recorded it 2 minutes ago”, or what the server says. */
function Why({ problem, now, isTheirs }: WhyProps) {
  const { t } = useTranslation();
  if (problem === null) return null;
  const changes = problem.changes ?? [];
  const theirs = changes.findLast(({ type }) => isTheirs(type));
  const other = changes.at(-1);
  const ago = (at: string) => {
    const minutes = Math.floor((now - Date.parse(at)) / MINUTE_MS);
    if (minutes < 1) return t('rounds.justNow');
    if (minutes < 60) return t('rounds.minutesAgo', { count: minutes });
    return t('rounds.hoursAgo', { count: Math.floor(minutes / 60) });
  };
  if (problem.type === 'stale_file' && theirs !== undefined)
    return <>{t('rounds.recordedBy', { name: theirs.by, ago: ago(theirs.at) })}</>;
  if (problem.type === 'stale_file' && other !== undefined)
    return (
      <>{t('rounds.changedBy', { what: t(`event.${other.type as EventType}`), name: other.by, ago: ago(other.at) })}</>
    );
  return <>{problem.type === 'no_connection' ? t('state.connectionBroke') : problem.detail}</>;
}

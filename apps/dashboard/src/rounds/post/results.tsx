import { Alert, Button } from '@mantine/core';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EventType } from '@suivi/rules/vocabulary';
import { isPosting } from './posting.ts';
import classes from './post.module.css';
import type { Outcome } from './use-record-postings.ts';

const MINUTE_MS = 60_000;

/** What came of recording: how many, and for each that was refused why, and what to do. */
export function Results({ outcomes, onTakeBack }: { outcomes: readonly Outcome[]; onTakeBack: () => void }) {
  const { t } = useTranslation();
  const recorded = outcomes.filter(({ change }) => change !== null);
  const refused = outcomes.filter(({ problem }) => problem !== null);
  if (outcomes.length === 0) return null;
  return (
    <section aria-label={t('post.results')}>
      <div className={classes.results} role="status">
        {recorded.length > 0 && (
          <p className={classes.recorded}>
            <IconCheck aria-hidden="true" color="var(--suivi-ok)" />
            <span className="strong">{t('post.recorded', { count: recorded.length })}</span>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={onTakeBack}>
              {t('post.takeBack')}
            </Button>
          </p>
        )}
        {refused.length > 0 && (
          <Alert
            color="cachet"
            variant="light"
            icon={<IconAlertCircle aria-hidden="true" />}
            title={t('post.refused', { count: refused.length })}
          >
            <ul className={classes.refused}>
              {refused.map((outcome) => (
                <li key={outcome.letter.taskId}>
                  <Link to={`/files/${outcome.letter.file.id}`}>{outcome.letter.file.clientName}</Link>{' '}
                  <span className="nums">{outcome.number}</span>: <Why outcome={outcome} />
                </li>
              ))}
            </ul>
          </Alert>
        )}
      </div>
    </section>
  );
}

/** “Claire recorded it 2 minutes ago”, or what the server says. */
function Why({ outcome: { problem, at: now } }: { outcome: Outcome }) {
  const { t } = useTranslation();
  if (problem === null) return null;
  const changes = problem.changes ?? [];
  const theirs = changes.findLast(({ type }) => isPosting(type));
  const other = changes.at(-1);
  const ago = (at: string) => {
    const minutes = Math.floor((now - Date.parse(at)) / MINUTE_MS);
    if (minutes < 1) return t('post.justNow');
    if (minutes < 60) return t('post.minutesAgo', { count: minutes });
    return t('post.hoursAgo', { count: Math.floor(minutes / 60) });
  };
  if (problem.type === 'stale_file' && theirs !== undefined)
    return <>{t('post.recordedBy', { name: theirs.by, ago: ago(theirs.at) })}</>;
  if (problem.type === 'stale_file' && other !== undefined)
    return (
      <>{t('post.changedBy', { what: t(`event.${other.type as EventType}`), name: other.by, ago: ago(other.at) })}</>
    );
  return <>{problem.type === 'no_connection' ? t('state.connectionBroke') : problem.detail}</>;
}

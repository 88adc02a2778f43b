import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlarm, IconCircleCheck, IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Automation as AutomationView } from '@suivi/contracts/automation';
import { answerOf, client } from '../shell/api.ts';
import { number, timeOf } from '../shell/dates.ts';
import { EmptyState } from '../shell/empty.tsx';
import { Problem } from '../shell/problem.tsx';
import { useLanguage, useSay } from '../shell/say.ts';
import { TitleRow } from '../shell/title-row.tsx';
import { RowsToCome } from '../shell/waiting.tsx';
import classes from './admin.module.css';
import { Queues } from './queues.tsx';

/** Is anything late, why, and whose files. */
export function Automation() {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useQuery({
    queryKey: ['automation'],
    queryFn: ({ signal }) => answerOf<AutomationView>(client.GET('/api/automation', { signal })),
    refetchInterval: 10_000,
  });
  const view = query.data;
  return (
    <>
      <TitleRow
        title={t('admin.automation.title')}
        beside={view && t('admin.automation.measured', { time: timeOf(view.measuredAt, language) })}
      />
      {view === undefined ? (
        query.isError ? (
          <Problem error={query.error} retry={() => void query.refetch()} />
        ) : (
          <RowsToCome rows={6} height={38} />
        )
      ) : (
        <div className={classes.page}>
          <Alarms view={view} />
          <Queues view={view} />
          <div className={classes.columns}>
            <Failures view={view} />
            <WaitingEmails emails={view.emails} />
          </div>
        </div>
      )}
    </>
  );
}

function Alarms({ view }: { view: AutomationView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      {!view.workersRunning && (
        <Alert color="cachet" variant="light" role="alert" icon={<IconAlarm aria-hidden="true" />}>
          {view.sweptAt === null
            ? t('admin.automation.neverWorked')
            : t('admin.automation.noWorker', { time: timeOf(view.sweptAt, language) })}
        </Alert>
      )}
      {view.sendingPaused && (
        <Alert color="ambre" variant="light" icon={<IconHandStop aria-hidden="true" />}>
          {t('admin.automation.paused')}
        </Alert>
      )}
      {view.queues === null && (
        <Alert color="cachet" variant="light" role="alert" icon={<IconAlarm aria-hidden="true" />}>
          {t('admin.automation.noQueues')}
        </Alert>
      )}
    </>
  );
}

function Failures({ view }: { view: AutomationView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useSay();
  return (
    <section aria-labelledby="failures">
      <h2 id="failures">{t('admin.automation.failures')}</h2>
      {view.failures.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title={t('admin.automation.fine')}>
          {t('admin.automation.fineBody')}
        </EmptyState>
      ) : (
        <ul>
          {view.failures.map((failure) => (
            <li key={`${failure.job} ${failure.cause}`} className={classes.failure}>
              <div className="strong">{failure.words === null ? failure.cause : say(failure.words)}</div>
              <div className="dim tiny">
                <span className="mono">{failure.job}</span> ·{' '}
                {t('admin.automation.times', { count: failure.times, time: timeOf(failure.lastAt, language) })}
              </div>
              <div className="small">
                {failure.files.map(({ id, reference }) => (
                  <Link key={id} to={`/files/${id}`} className={classes.link}>
                    {reference}
                  </Link>
                ))}
                {failure.moreFiles > 0 && (
                  <span className="dim">{t('admin.automation.moreFiles', { count: failure.moreFiles })}</span>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function WaitingEmails({ emails }: { emails: AutomationView['emails'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = [
    [t('admin.automation.emailsFailed'), emails.failed],
    [t('admin.automation.emailsUncertain'), emails.uncertain],
    [t('admin.automation.emailsHeld'), emails.held],
  ] as const;
  return (
    <section aria-labelledby="waiting-emails">
      <h2 id="waiting-emails">{t('admin.automation.emails')}</h2>
      <dl className={classes.counts}>
        {rows.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={`nums ${count > 0 ? 'due strong' : 'dim'}`}>{number(count, language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

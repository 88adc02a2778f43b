import { useTranslation } from 'react-i18next';
import type { Automation } from '@suivi/contracts/automation';
import { number } from '../shell/dates.ts';
import { useLanguage } from '../shell/say.ts';
import classes from './admin.module.css';

/** Older than this, and something is wrong: the bar is full. */
const LIMIT_SECONDS = 300;
const KNOWN = ['outbox', 'reviews', 'emails', 'imports', 'postal', 'documents', 'maintenance'] as const;
type Known = (typeof KNOWN)[number];
const isKnown = (name: string): name is Known => (KNOWN as readonly string[]).includes(name);

type Row = { name: string; waiting: number; running: number; delayed: number; failed: number; oldest: number | null };

/** The queues by how long their oldest job has waited, beside the limit. */
export function Queues({ view }: { view: Automation }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows: Row[] = [
    {
      name: 'outbox',
      waiting: view.outbox.waiting,
      running: 0,
      delayed: 0,
      failed: 0,
      oldest: view.outbox.oldestSeconds,
    },
    ...(view.queues ?? []).map(({ oldestWaitingSeconds, ...queue }) => ({ ...queue, oldest: oldestWaitingSeconds })),
  ];
  const columns = ['waiting', 'running', 'later', 'failed'] as const;
  return (
    <table className={classes.table}>
      <caption className="unseen">{t('admin.automation.queues')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('admin.automation.queue')}</th>
          <th scope="col" colSpan={2}>
            {t('admin.automation.oldest')}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className={classes.number}>
              {t(`admin.automation.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const late = row.oldest !== null && row.oldest >= LIMIT_SECONDS;
          return (
            <tr key={row.name}>
              <th scope="row">
                <b>{row.name}</b>{' '}
                {isKnown(row.name) && <span className="dim tiny">{t(`admin.automation.about.${row.name}`)}</span>}
              </th>
              <td className={`nums ${late ? 'due strong' : ''}`}>
                {row.oldest === null ? '–' : <Age seconds={row.oldest} />}
              </td>
              <td>
                <span className={classes.bar} aria-hidden="true">
                  <i
                    data-late={late || undefined}
                    style={{ width: `${Math.min(100, (100 * (row.oldest ?? 0)) / LIMIT_SECONDS)}%` }}
                  />
                </span>
              </td>
              {[row.waiting, row.running, row.delayed].map((count, i) => (
                <td key={columns[i]} className={`${classes.number} nums`}>
                  {number(count, language)}
                </td>
              ))}
              <td className={`${classes.number} nums ${row.failed > 0 ? 'due strong' : ''}`}>
                {number(row.failed, language)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Age({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  if (seconds < 90) return t('admin.automation.seconds', { count: Math.round(seconds) });
  if (seconds < 5_400) return t('admin.automation.minutes', { count: Math.round(seconds / 60) });
  return t('admin.automation.hours', { count: Math.round(seconds / 3_600) });
}

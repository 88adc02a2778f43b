import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Receipt } from '@suivi/contracts/receipts';
import { dayInList } from '../shell/dates.ts';
import { useNotify } from '../shell/notify.tsx';
import { FormProblem } from '../shell/problem.tsx';
import { useToday } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import { spacedTracking } from '../shell/tracking-field.tsx';
import { useSettle } from './queries.ts';
import classes from './receipts.module.css';

/** What was settled last, each to be taken back. */
export function Settled({ receipts }: { receipts: readonly Receipt[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const notify = useNotify();
  const settle = useSettle();
  if (receipts.length === 0) return null;
  return (
    <section aria-label={t('receipts.settled')}>
      <h2>{t('receipts.settled')}</h2>
      <ul>
        {receipts.map(({ id, image, name, page, numberRead, letter, deliveredOn }) => (
          <li key={id} className={classes.row}>
            <a href={image} target="_blank" rel="noreferrer">
              {name} · {t('receipts.page', { page })}
            </a>
            <span className="nums dim">{numberRead === null ? '' : spacedTracking(numberRead)}</span>
            {letter === null ? (
              <span className="dim">{t('receipts.isDiscarded')}</span>
            ) : (
              <span>
                <Link to={`/files/${letter.fileId}`}>{letter.clientName}</Link>{' '}
                {deliveredOn !== null && (
                  <span className="dim">
                    {t('receipts.matchedOn', { day: dayInList(deliveredOn, today, language) })}
                  </span>
                )}
              </span>
            )}
            <span className="grow" />
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              loading={settle.isPending && settle.variables.id === id}
              onClick={() =>
                void settle.mutateAsync({ id, how: 'reopen' }).then(
                  () => notify.done(t('receipts.takenBack')),
                  () => {},
                )
              }
            >
              {t('receipts.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
      <FormProblem error={settle.error} />
    </section>
  );
}

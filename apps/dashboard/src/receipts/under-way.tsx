import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReceiptBox } from '@suivi/contracts/receipts';
import type { Day } from '@suivi/rules/calendar/days';
import { dayInList, dayShort, timeOf } from '../shell/dates.ts';
import { useToday } from '../shell/queries.ts';
import { useLanguage, useSay } from '../shell/say.ts';
import { spacedTracking } from '../shell/tracking-field.tsx';
import classes from './receipts.module.css';

/** The day of an instant in Paris. */
const dayOf = (instant: string): Day =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(Date.parse(instant)) as Day;

/** The letters that are not known to have arrived, what La Poste says of each, and how old that is. */
export function UnderWay({ box: { underWay, laPoste } }: { box: ReceiptBox }) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const today = useToday();
  const when = (instant: string) => ({
    day: dayShort(dayOf(instant), today, language),
    time: timeOf(instant, language),
  });
  return (
    <section aria-label={t('receipts.underWay')}>
      <h2>{t('receipts.underWay')}</h2>
      <p className="small dim">
        {!laPoste.configured
          ? t('receipts.byHand')
          : laPoste.heardAt === null
            ? t('receipts.neverHeard')
            : t('receipts.heard', when(laPoste.heardAt))}
      </p>
      {laPoste.trouble !== null && (
        <Alert color="ambre" variant="light" icon={<IconAlertTriangle aria-hidden="true" />}>
          {say(laPoste.trouble)}
        </Alert>
      )}
      {underWay.length === 0 ? (
        <p className="small">{t('receipts.underWayNone')}</p>
      ) : (
        <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('receipts.underWay')}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('receipts.client')}</th>
                <th scope="col">{t('receipts.letter')}</th>
                <th scope="col">{t('receipts.number')}</th>
                <th scope="col">{t('receipts.postedOn')}</th>
                <th scope="col">{t('receipts.state')}</th>
                <th scope="col">
                  <span className="unseen">{t('receipts.recordDelivery')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {underWay.map((sending) => (
                <tr key={sending.id}>
                  <th scope="row">
                    <Link to={`/files/${sending.fileId}`}>{sending.clientName}</Link>{' '}
                    <span className="dim tiny">{sending.reference}</span>
                  </th>
                  <td>{t(`event.${sending.type}`)}</td>
                  <td className="nums no-wrap">
                    {sending.trackingNumber === null ? (
                      <span className="dim">{t('receipts.noNumber')}</span>
                    ) : (
                      spacedTracking(sending.trackingNumber)
                    )}
                  </td>
                  <td className="no-wrap">{dayInList(sending.postedOn, today, language)}</td>
                  <td>
                    {sending.laPoste !== null && <span lang="fr">{sending.laPoste.label} </span>}
                    {sending.trackingNumber !== null && laPoste.configured && (
                      <span className="dim tiny">
                        {sending.askedAt === null ? t('receipts.notAsked') : t('receipts.asked', when(sending.askedAt))}
                      </span>
                    )}
                  </td>
                  <td className="no-wrap">
                    <Link to={`/files/${sending.fileId}?record=post_delivered`}>{t('receipts.recordDelivery')}</Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

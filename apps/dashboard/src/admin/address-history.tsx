import { useTranslation } from 'react-i18next';
import type { CaisseAddress, CaisseView } from '@suivi/contracts/caisses';
import type { Day } from '@suivi/rules/calendar/days';
import { dayShort, timeOf } from '../shell/dates.ts';
import { useToday } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import classes from './caisse-drawer.module.css';

/** The day of an instant in Paris. */
const dayOf = (instant: string): Day =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(Date.parse(instant)) as Day;

/** Which address held when, who entered it, and how many files were told; the published one last. */
export function AddressHistory({ caisse }: { caisse: CaisseView }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('admin.caisses.history')}>
      <h2>{t('admin.caisses.history')}</h2>
      <ol className={classes.history}>
        {caisse.history.map((address, at) => (
          <li key={address.version}>
            <Entered address={address} holds={at === 0} />
            <p className={`${classes.lines} small`}>{address.lines?.join('\n') ?? t('admin.caisses.none')}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Entered({ address, holds }: { address: CaisseAddress; holds: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const { version, enteredBy, enteredAt, telling } = address;
  return (
    <p className="tiny dim">
      {holds && <span className="strong">{t('admin.caisses.holds')} · </span>}
      {version === 0 || enteredAt === null
        ? t('admin.caisses.published')
        : t('admin.caisses.enteredOn', {
            name: enteredBy,
            day: dayShort(dayOf(enteredAt), today, language),
            time: timeOf(enteredAt, language),
          })}
      {telling !== null && ` · ${t('admin.caisses.told', { count: telling.done })}`}
    </p>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { dayInList } from '../shell/dates.ts';
import { useLanguage } from '../shell/say.ts';
import type { Effect, Effects } from './effect.ts';
import { EffectLine } from './effect-line.tsx';
import classes from './record.module.css';

type Props = { effects: Effects | null; today: Day };

/** What saving will change, bring and drop, as it is typed. */
export function EffectView({ effects, today }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className={classes.effect} aria-label={t('record.effect.title')} aria-live="polite" tabIndex={0}>
      <h2>{t('record.effect.title')}</h2>
      <p className="tiny dim">{t('record.effect.live')}</p>
      {effects === null ? (
        <p className={`${classes.quiet} small dim`}>{t('record.effect.incomplete')}</p>
      ) : !effects.ok ? (
        <div className={`${classes.quiet} small`}>
          <p className="dim">{t('record.effect.cannot')}</p>
          <ul>
            {effects.issues.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{message}</li>
            ))}
          </ul>
        </div>
      ) : effects.changes.length + effects.added.length + effects.dropped.length === 0 && effects.assumed === null ? (
        <p className={`${classes.quiet} small dim`}>{t('record.effect.same')}</p>
      ) : (
        <>
          <Group title={t('record.effect.changes')} effects={effects.changes} today={today} />
          <Group title={t('record.effect.added')} effects={effects.added} today={today} />
          {effects.assumed !== null && (
            <Group
              title={t('record.effect.assumed', { day: dayInList(effects.assumed.on, today, language) })}
              effects={effects.assumed.effects}
              today={today}
            />
          )}
          <Group title={t('record.effect.dropped')} effects={effects.dropped} today={today} />
        </>
      )}
    </section>
  );
}

/** So many lines stand open; the rest is a click away. */
const SHOWN = 8;

export function Group({ title, effects, today }: { title: string; effects: readonly Effect[]; today: Day }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (effects.length === 0) return null;
  const shown = all ? effects : effects.slice(0, SHOWN);
  return (
    <>
      <h3 className={classes.group}>{title}</h3>
      <ul>
        {shown.map((effect, i) => (
          <EffectLine key={`${effect.kind} ${i}`} effect={effect} today={today} />
        ))}
      </ul>
      {shown.length < effects.length && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {t('record.effect.more', { count: effects.length - shown.length })}
        </button>
      )}
    </>
  );
}

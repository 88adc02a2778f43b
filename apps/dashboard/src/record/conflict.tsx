import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Problem } from '@suivi/contracts/problem';
import type { Day } from '@suivi/rules/calendar/days';
import { inWords } from '@suivi/rules/calendar/words';
import type { EventType, Language } from '@suivi/rules/vocabulary';
import { Avatar } from '../shell/avatar.tsx';
import { useLanguage } from '../shell/say.ts';
import classes from './record.module.css';

type Props = {
  problem: Problem;
  /** What is about to be recorded, in words. */
  mine: string;
  today: Day;
  saving: boolean;
  onKeepBoth: () => void;
  onDrop: () => void;
};

/** How long ago, in a few words: "20 seconds ago". */
function ago(at: string, language: Language): string {
  const seconds = Math.max(0, Math.round((Date.now() - Date.parse(at)) / 1000));
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  if (seconds < 60) return format.format(-seconds, 'second');
  if (seconds < 3600) return format.format(-Math.round(seconds / 60), 'minute');
  return seconds < 86_400
    ? format.format(-Math.round(seconds / 3600), 'hour')
    : format.format(-Math.round(seconds / 86_400), 'day');
}

/** Someone saved first: who changed what, and whether both can stand. */
export function Conflict({ problem, mine, today, saving, onKeepBoth, onDrop }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const changes = problem.changes ?? [];
  const last = changes.at(-1);
  const name = last?.by ?? t('record.conflict.somebody');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which would be taken for the effect's end.
    void box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div className={classes.conflict} role="alert" ref={box}>
      <div className={classes.conflictWho}>
        <Avatar name={name} unseen />
        <p className="small">
          <Trans
            i18nKey="record.conflict.changed"
            values={{ name, ago: last === undefined ? '' : ago(last.at, language) }}
            components={{ b: <b className="strong" /> }}
          />
        </p>
      </div>
      <dl>
        {changes.map(({ by, type, on, at }) => (
          <div key={at + type}>
            <dt>{by}</dt>
            <dd>
              {t(on === null ? 'record.conflict.recorded' : 'record.conflict.recordedOn', {
                event: t(`event.${type as EventType}`),
                day: on === null ? '' : inWords(on as Day, language, { year: today }),
              })}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('record.conflict.you')}</dt>
          <dd>{t('record.conflict.yours', { event: mine })}</dd>
        </div>
      </dl>
      <div className={classes.conflictActs}>
        <Button size="compact-sm" loading={saving} onClick={onKeepBoth}>
          {t('record.conflict.keepBoth')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDrop}>
          {t('record.conflict.dropMine')}
        </Button>
        <span className="tiny dim">{t('record.conflict.after')}</span>
      </div>
    </div>
  );
}

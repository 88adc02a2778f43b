import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { addDays, weekday } from '@suivi/rules/calendar/days';
import { dayInList } from '../shell/dates.ts';
import { DayField } from '../shell/day-field.tsx';
import { useKeys } from '../shell/keys.ts';
import { useToday } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import { Options } from './options.tsx';
import type { PanelProps } from './panel.ts';
import classes from './bulk.module.css';
import { Foreseen } from './foreseen.tsx';

const DAYS = ['tomorrow', 'nextWeek', 'date'] as const;
type Choice = (typeof DAYS)[number];

/** 1 tomorrow, 2 next week, 3 a date; the server moves it to a working day and says so. */
export function SnoozePanel({ ids, onClose, onDone }: PanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const [choice, setChoice] = useState<Choice>('tomorrow');
  const [date, setDate] = useState<Day | null>(null);
  const until: Record<Choice, Day | null> = {
    tomorrow: addDays(today, 1),
    nextWeek: addDays(today, 8 - weekday(today)),
    date: date !== null && date > today ? date : null,
  };
  useKeys(DAYS.map((id, i) => ({ keys: String(i + 1), act: () => setChoice(id) })));
  const day = until[choice];
  return (
    <Foreseen
      kind="snooze"
      action={day === null ? null : { kind: 'snooze', until: day }}
      ids={ids}
      title={(on) =>
        on === null || day === null
          ? t('bulk.title.snoozeOpen')
          : t('bulk.title.snooze', { day: dayInList(on as Day, today, language) })
      }
      form={
        <>
          <Options
            label={t('bulk.until')}
            of={DAYS.map((id, i) => ({ id, words: t(`bulk.${id}`), kbd: String(i + 1) }))}
            chosen={choice}
            onChoose={setChoice}
          />
          {choice === 'date' && (
            <div className={classes.day}>
              <DayField label={t('bulk.until')} value={date} onChange={setDate} today={today} ahead autoFocus />
            </div>
          )}
        </>
      }
      onClose={onClose}
      onDone={onDone}
      takesFocus={choice !== 'date'}
    />
  );
}

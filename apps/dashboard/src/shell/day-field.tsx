import { Input, SegmentedControl } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/fr';
import { IconCalendar } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { addDays } from '@suivi/rules/calendar/days';
import classes from './day-field.module.css';
import { useLanguage } from './say.ts';
import { typedDay } from './typed-day.ts';

type Props = {
  label: string;
  value: Day | null;
  onChange: (day: Day | null) => void;
  today: Day;
  error?: string;
  hint?: string;
  /** A day to come is asked for: no Today and Yesterday. */
  ahead?: boolean;
  /** Any day, long ago or to come (a birth, the end of a permit): no Today and Yesterday either. */
  anyDay?: boolean;
  clearable?: boolean;
  autoFocus?: boolean;
};

/** A day: Today and Yesterday at hand, typed as one likes, or picked. */
export function DayField({
  label,
  value,
  onChange,
  today,
  error,
  hint,
  ahead = false,
  anyDay = false,
  clearable,
  autoFocus,
}: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const yesterday = addDays(today, -1);
  return (
    <Input.Wrapper
      label={label}
      error={error}
      description={hint}
      labelProps={{ htmlFor: id }}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    >
      <div className={classes.both}>
        <DateInput
          id={id}
          className={classes.typed}
          value={value}
          onChange={(next) => onChange(next as Day | null)}
          dateParser={(text) => typedDay(text, today, ahead)}
          valueFormat="DD/MM/YYYY"
          placeholder={t('dayField.placeholder')}
          locale={language === 'fr' ? 'fr' : 'en-gb'}
          firstDayOfWeek={1}
          minDate={ahead ? today : undefined}
          error={error !== undefined}
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          clearable={clearable}
          clearButtonProps={{ 'aria-label': t('dayField.clear') }}
          rightSection={<IconCalendar aria-hidden="true" />}
          rightSectionPointerEvents="none"
          popoverProps={{ withinPortal: true }}
          // It opens on the agency's day, which a demo's clock moves. Days of other months are too pale to be
          // read, and red is for what is due.
          defaultDate={value ?? today}
          hideOutsideDates
          weekendDays={[]}
          ariaLabels={{
            previousMonth: t('dayField.previousMonth'),
            nextMonth: t('dayField.nextMonth'),
            previousYear: t('dayField.previousYear'),
            nextYear: t('dayField.nextYear'),
            previousDecade: t('dayField.previousDecade'),
            nextDecade: t('dayField.nextDecade'),
          }}
          aria-describedby={error === undefined && hint === undefined ? undefined : `${id}-more`}
        />
        {!ahead && !anyDay && (
          <SegmentedControl
            aria-label={label}
            value={value === today ? 'today' : value === yesterday ? 'yesterday' : ''}
            onChange={(chosen) => onChange(chosen === 'today' ? today : yesterday)}
            data={[
              { value: 'today', label: t('dayField.today') },
              { value: 'yesterday', label: t('dayField.yesterday') },
            ]}
          />
        )}
      </div>
    </Input.Wrapper>
  );
}

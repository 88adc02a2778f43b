import { Input, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ArrivalType } from '@suivi/contracts/arrivals';
import { ARRIVALS } from '@suivi/contracts/arrivals';
import type { Day } from '@suivi/rules/calendar/days';
import { Options } from '../../bulk/options.tsx';
import { DayField } from '../../shell/day-field.tsx';
import classes from './arrivals.module.css';

/** What is chosen for the lines to come. */
export type Choice = { type: ArrivalType | null; on: Day; method: 'online' | 'post' };

/** The first nine have a key each. */
export const keyOf = (at: number): string | undefined => (at < 9 ? String(at + 1) : undefined);

type Props = {
  choice: Choice;
  today: Day;
  onChoose: (type: ArrivalType) => void;
  onChange: (part: Partial<Choice>) => void;
};

/** Chosen once for all that came alike: what, and on which day. */
export function WhatCame({ choice, today, onChoose, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.what}>
      <Input.Wrapper label={t('arrivals.what')} labelElement="div">
        <Options
          label={t('arrivals.what')}
          of={ARRIVALS.map((id, at) => ({ id, words: t(`event.${id}`), kbd: keyOf(at) }))}
          chosen={choice.type ?? undefined}
          onChoose={onChoose}
        />
      </Input.Wrapper>
      <div className={classes.details}>
        <DayField
          label={t('arrivals.on')}
          value={choice.on}
          onChange={(on) => onChange({ on: on ?? today })}
          today={today}
          error={choice.on > today ? t('bulk.ahead') : undefined}
        />
        {choice.type === 'card_ordered' && (
          <Input.Wrapper label={t('record.field.method')} labelElement="div">
            <div>
              <SegmentedControl
                aria-label={t('record.field.method')}
                value={choice.method}
                onChange={(method) => onChange({ method: method === 'post' ? 'post' : 'online' })}
                data={(['online', 'post'] as const).map((id) => ({ value: id, label: t(`sentBy.${id}`) }))}
              />
            </div>
          </Input.Wrapper>
        )}
      </div>
    </div>
  );
}

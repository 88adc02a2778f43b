import { useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import type { Event } from '@suivi/rules/file';
import { dayInTitle } from '../shell/dates.ts';
import { RuleLine } from '../shell/explained.tsx';
import { useLanguage } from '../shell/say.ts';
import classes from './axis.module.css';
import { useEventName } from './event-name.ts';
import type { FileModel } from './model.ts';
import { RecordedBy } from './recorded-by.tsx';

type Props = {
  on: Day;
  model: FileModel;
  /** The step that the plan takes from it: the rule behind it is one link away. */
  of?: string;
};

/** What happened to the file on a day that has passed, and who recorded it. */
export function WhatHappened({ on, model, of }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useEventName(model.caisse);
  const events = model.view.events.filter((event) => event.on === on && !event.voided && event.type !== 'voided');
  return (
    <>
      <b className={classes.headline}>{dayInTitle(on, language)}</b>
      {events.length === 0 && t('file.facts.opened')}
      {events.map((recorded) => (
        <span key={recorded.id} className={classes.happened}>
          {nameOf([recorded.event as Event])}. <RecordedBy recorded={recorded} today={model.today} />
        </span>
      ))}
      {of !== undefined && <RuleLine of={of} />}
    </>
  );
}

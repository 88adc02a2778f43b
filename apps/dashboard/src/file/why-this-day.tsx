import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { NoteWhen } from '../notes/note-text.tsx';
import { dayInSentence, dayInTitle, timeOf } from '../shell/dates.ts';
import { Because, RuleLine } from '../shell/explained.tsx';
import { useLanguage } from '../shell/say.ts';
import { useTaskName } from '../shell/task-name.tsx';
import { emailName } from '../shell/vocabulary.ts';
import type { AxisEntry } from './axis.ts';
import classes from './axis.module.css';
import type { FileModel } from './model.ts';
import { RecordedBy } from './recorded-by.tsx';
import { whenOf } from './sent-when.ts';

type Props = { entry: AxisEntry; model: FileModel };

/** Why this day: who recorded it, which rule put it there, when it left. */
export function WhyThisDay({ entry, model: { today, demo } }: Props): ReactNode {
  const nameOf = useTaskName();
  const { t } = useTranslation();
  const language = useLanguage();
  const instant = (at: string) => ({
    day: dayInSentence(at.slice(0, 10) as Day, today, language),
    time: timeOf(at, language),
  });
  if (entry.kind === 'events')
    return entry.events.slice(0, 3).map((recorded) => (
      <span key={recorded.id} style={{ display: 'block' }}>
        <RecordedBy recorded={recorded} today={today} />
      </span>
    ));
  if (entry.kind === 'note') return <NoteWhen note={entry.note} today={today} />;
  if (entry.kind === 'email') {
    const { message } = entry;
    const { at } = whenOf(message, demo);
    return (
      <>
        <b className={classes.headline}>
          {emailName(t, message)} · {dayInTitle(entry.on, language)}
        </b>
        <Because because={message.because} />{' '}
        {at !== null &&
          (message.sentAt !== null
            ? t('file.axis.accepted', instant(at))
            : message.state === 'planned' && t('file.axis.leaves', instant(at)))}
        <RuleLine of={message.key} />
      </>
    );
  }
  if (entry.kind === 'foreseen') {
    const { coming } = entry;
    const what = coming.what === 'task' ? coming.task : coming.what === 'email' ? coming.email : coming.deadline;
    const name =
      coming.what === 'task'
        ? nameOf(coming.task)
        : coming.what === 'email'
          ? emailName(t, coming.email)
          : t(`deadline.${coming.deadline.kind}`);
    return (
      <>
        <b className={classes.headline}>
          {name} · {dayInTitle(entry.on, language)}
        </b>
        {t('ahead.foreseenWhy')}{' '}
        <Because because={what.because} source={'source' in what ? what.source : undefined} of={what.key} />
      </>
    );
  }
  const { key, because, source } = entry.kind === 'task' ? entry.task : entry.deadline;
  const name = entry.kind === 'task' ? nameOf(entry.task) : t(`deadline.${entry.deadline.kind}`);
  return (
    <>
      <b className={classes.headline}>
        {name} · {dayInTitle(entry.on, language)}
      </b>
      <Because because={because} source={source} of={key} />
    </>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileRow as Row } from '@suivi/contracts/files';
import type { FileColumn } from '@suivi/contracts/views';
import type { Day } from '@suivi/rules/calendar/days';
import { waitingNameOf } from '@suivi/rules/names';
import { Avatar } from '../shell/avatar.tsx';
import { age, dayShort } from '../shell/dates.ts';
import { DueDay } from '../shell/day.tsx';
import { Because } from '../shell/explained.tsx';
import { useFile } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import { StageChip } from '../shell/stage-chip.tsx';
import { Steps7 } from '../shell/steps.tsx';
import { TaskIcon, useTaskName } from '../shell/task-name.tsx';
import { languageName } from '../shell/vocabulary.ts';
import classes from './files.module.css';

/** What the file waits for, and since when. */
export function useWaiting(today: Day) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (row: Row): { what: string; since: string | null } => {
    const { name, count } = waitingNameOf(row);
    const what = name === 'gathering_count' ? t(`waitingFor.${name}`, { count }) : t(`waitingFor.${name}`);
    if (row.stageSince === null) return { what, since: null };
    if (row.stageSince === today) return { what, since: t('filesList.sinceToday') };
    return {
      what,
      since: t('filesList.since', {
        day: dayShort(row.stageSince, today, language),
        age: age(row.stageSince, today, language),
      }),
    };
  };
}

/** Why the next task is due: asked of the file when somebody wants to know. */
function TaskWhy({ fileId, taskKey }: { fileId: string; taskKey: string }) {
  const { t } = useTranslation();
  const file = useFile(fileId);
  const task = file.data?.tasks.find(({ key }) => key === taskKey);
  if (task === undefined) return file.isPending ? `${t('state.loading')}…` : t('filesList.noReason');
  return <Because because={task.because} source={task.source} of={task.key} />;
}

/** What one column says of a file. */
export function FileCell({ column, row, today }: { column: FileColumn; row: Row; today: Day }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useTaskName();
  const waiting = useWaiting(today);
  const { nextTask } = row;
  switch (column) {
    case 'stage':
      return (
        <>
          <StageChip stage={row.stage} />
          <div className={classes.steps}>
            <Steps7 step={row.step} />
          </div>
        </>
      );
    case 'waiting': {
      const { what, since } = waiting(row);
      return (
        <>
          <div className="one-line" title={what}>
            {what}
          </div>
          <div className={`${classes.sub} one-line nums`}>{since}</div>
        </>
      );
    }
    case 'next':
      return nextTask === null ? (
        <span className="dim">{t('filesList.noTask')}</span>
      ) : (
        <div className={classes.task}>
          <TaskIcon kind={nextTask.kind} />
          <span className="one-line" title={nameOf(nextTask)}>
            {nameOf(nextTask)}
          </span>
        </div>
      );
    case 'due':
      return (
        nextTask !== null && (
          <DueDay day={nextTask.dueOn} today={today} explanation={<TaskWhy fileId={row.id} taskKey={nextTask.key} />} />
        )
      );
    case 'documents':
      return row.documentsNeeded > 0 && `${row.documentsInHand}/${row.documentsNeeded}`;
    case 'caisse':
      return <Text>{row.caisse?.replaceAll("'", '’') ?? ''}</Text>;
    case 'town':
      return <Text>{row.town ?? ''}</Text>;
    case 'category':
      return <Text>{t(`category.${row.category}`)}</Text>;
    case 'language':
      return languageName(row.language, language);
    case 'adviser':
      return row.adviser !== null && <Avatar name={row.adviser.name} />;
  }
}

const Text = ({ children }: { children: string }) => (
  <div className="one-line" title={children}>
    {children}
  </div>
);

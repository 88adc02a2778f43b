import { IconMailX } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FileRow as Row } from '@suivi/contracts/files';
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
import { territory } from '../shell/territory.ts';
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

type Props = {
  row: Row;
  index: number;
  today: Day;
  active: boolean;
  onOpen: (id: string) => void;
  onActivate: (index: number) => void;
};

export const FileTableRow = memo(function FileTableRow({ row, index, today, active, onOpen, onActivate }: Props) {
  const { t } = useTranslation();
  const nameOf = useTaskName();
  const waiting = useWaiting(today)(row);
  return (
    // The whole row opens the file for a mouse; keyboard and screen reader have the name's link.
    <tr
      id={`file-${row.id}`}
      aria-rowindex={index + 2}
      data-active={active || undefined}
      onFocus={() => onActivate(index)}
      onClick={({ target }) => target instanceof Element && target.closest('a, button') === null && onOpen(row.id)}
    >
      <td>
        <div className={classes.client}>
          <Link to={`/files/${row.id}`} className="one-line" title={row.clientName} data-row-focus>
            {row.clientName}
          </Link>
          {row.emailTrouble && <IconMailX className="due" role="img" aria-label={t('filesList.emailTrouble')} />}
        </div>
        <div className={`${classes.sub} one-line`} title={row.caisse ?? undefined}>
          {[row.reference, territory(row.caisse)].filter(Boolean).join(' · ')}
        </div>
      </td>
      <td>
        <StageChip stage={row.stage} />
        <div className={classes.steps}>
          <Steps7 step={row.step} />
        </div>
      </td>
      <td>
        <div className="one-line" title={waiting.what}>
          {waiting.what}
        </div>
        <div className={`${classes.sub} one-line nums`}>{waiting.since}</div>
      </td>
      <td>
        {row.nextTask === null ? (
          <span className="dim">{t('filesList.noTask')}</span>
        ) : (
          <div className={classes.task}>
            <TaskIcon kind={row.nextTask.kind} />
            <span className="one-line" title={nameOf(row.nextTask)}>
              {nameOf(row.nextTask)}
            </span>
          </div>
        )}
      </td>
      <td className="nums">
        {row.nextTask !== null && (
          <DueDay
            day={row.nextTask.dueOn}
            today={today}
            explanation={<TaskWhy fileId={row.id} taskKey={row.nextTask.key} />}
          />
        )}
      </td>
      <td className={`${classes.number} nums`}>
        {row.documentsNeeded > 0 && `${row.documentsInHand}/${row.documentsNeeded}`}
      </td>
      <td>{row.adviser !== null && <Avatar name={row.adviser.name} />}</td>
    </tr>
  );
});

/** The same as a card of three lines, on a phone. */
export const FileCard = memo(function FileCard({ row, today }: { row: Row; today: Day }) {
  const nameOf = useTaskName();
  const waiting = useWaiting(today)(row);
  return (
    <Link className={classes.card} to={`/files/${row.id}`}>
      <span className={classes.line}>
        <span className="strong one-line grow">{row.clientName}</span>
        {row.nextTask !== null && (
          <span className="small">
            <DueDay day={row.nextTask.dueOn} today={today} />
          </span>
        )}
      </span>
      {row.nextTask !== null && (
        <span className={classes.task}>
          <TaskIcon kind={row.nextTask.kind} />
          <span className="one-line">{nameOf(row.nextTask)}</span>
        </span>
      )}
      <span className={classes.line}>
        <span className="grow">
          <StageChip stage={row.stage} />
        </span>
        <span className="tiny dim one-line">{waiting.what}</span>
      </span>
    </Link>
  );
});

import { Checkbox } from '@mantine/core';
import { IconMailX } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FileRow as Row } from '@suivi/contracts/files';
import type { FileColumn } from '@suivi/contracts/views';
import type { Day } from '@suivi/rules/calendar/days';
import { DueDay } from '../shell/day.tsx';
import { useDrop } from '../papers/use-drop.ts';
import { StageChip } from '../shell/stage-chip.tsx';
import { TaskIcon, useTaskName } from '../shell/task-name.tsx';
import { territory } from '../shell/territory.ts';
import { FileCell, useWaiting } from './file-cells.tsx';
import classes from './files.module.css';

export type Toggle = (id: string) => void;

type Props = {
  row: Row;
  index: number;
  today: Day;
  columns: readonly FileColumn[];
  active: boolean;
  chosen: boolean;
  /** Null: whoever looks acts on one file at a time. */
  onToggle: Toggle | null;
  onOpen: (id: string) => void;
  onActivate: (index: number) => void;
  /** Documents were dropped on it. */
  onDrop: (id: string, files: readonly File[]) => void;
};

export const FileTableRow = memo(function FileTableRow(props: Props) {
  const { row, index, today, columns, active, chosen, onToggle, onOpen, onActivate, onDrop } = props;
  const { t } = useTranslation();
  const drop = useDrop((files) => onDrop(row.id, files));
  return (
    // The whole row opens the file for a mouse; keyboard and screen reader have the name's link.
    <tr
      id={`file-${row.id}`}
      aria-rowindex={index + 2}
      {...drop}
      data-active={active || undefined}
      data-chosen={chosen || undefined}
      onFocus={() => onActivate(index)}
      onClick={({ target }) =>
        target instanceof Element && target.closest('a, button, label, input, [data-box]') === null && onOpen(row.id)
      }
    >
      {onToggle !== null && (
        <td className={classes.box} data-box>
          <Choose row={row} chosen={chosen} onToggle={onToggle} />
        </td>
      )}
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
      {columns.map((column) => (
        <td
          key={column}
          className={column === 'documents' ? `${classes.number} nums` : column === 'due' ? 'nums' : undefined}
        >
          <FileCell column={column} row={row} today={today} />
        </td>
      ))}
    </tr>
  );
});

type ChooseProps = { row: Row; chosen: boolean; onToggle: Toggle; forAFinger?: boolean };
function Choose({ row, chosen, onToggle, forAFinger = false }: ChooseProps) {
  const { t } = useTranslation();
  return (
    <Checkbox
      size={forAFinger ? 'md' : 'xs'}
      aria-label={t('bulk.select', { name: row.clientName })}
      checked={chosen}
      onChange={() => onToggle(row.id)}
    />
  );
}

type CardProps = { row: Row; today: Day; chosen: boolean; onToggle: Toggle | null };

/** The same as a card of three lines, on a phone. */
export const FileCard = memo(function FileCard({ row, today, chosen, onToggle }: CardProps) {
  const nameOf = useTaskName();
  const waiting = useWaiting(today)(row);
  return (
    <div className={classes.cardRow} data-chosen={chosen || undefined}>
      {onToggle !== null && (
        <div className={classes.cardBox}>
          <Choose row={row} chosen={chosen} onToggle={onToggle} forAFinger />
        </div>
      )}
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
    </div>
  );
});

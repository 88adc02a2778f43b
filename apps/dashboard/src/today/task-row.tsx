import { Button, Checkbox } from '@mantine/core';
import { IconArrowUpRight, IconClockPause, IconNote, IconUserPause, IconUserShare } from '@tabler/icons-react';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WorkItem } from '@suivi/contracts/tasks';
import type { Day } from '@suivi/rules/calendar/days';
import type { TaskKind } from '@suivi/rules/vocabulary';
import { useDrop } from '../papers/use-drop.ts';
import { DueDay } from '../shell/day.tsx';
import { Because } from '../shell/explained.tsx';
import { useSay } from '../shell/say.ts';
import { TaskIcon, useTaskName } from '../shell/task-name.tsx';
import type { Answer } from './answer.ts';
import { formOf } from './answer.ts';
import { AssignMenu } from './assign.tsx';
import { dayOf } from './queries.ts';
import { SnoozeMenu } from './snooze.tsx';
import { TaskForm } from './task-form.tsx';
import classes from './today.module.css';

/** The words on a row's button. */
export const ACT_OF_TASK = {
  collect_documents: 'open',
  check_documents: 'check',
  choose_caisse: 'open',
  registered_post: 'recordPosting',
  submit_online: 'recordDone',
  trace_post: 'recordTracking',
  call_3646: 'logCall',
  office_visit: 'recordVisit',
  ameli_message: 'recordMessage',
  order_card: 'recordOrder',
  open_ameli_account: 'recordDone',
  declare_gp: 'recordDone',
  file_appeal: 'recordAppeal',
  seize_mediator: 'recordDone',
  renew_cover: 'recordDone',
  review_file: 'review',
} as const satisfies Record<TaskKind, string>;

/** The scans of one client in the checking round; where none waits, the form that records a check without a scan. */
export const checksOf = (fileId: string): string => `/rounds/checks?file=${fileId}&else=record`;

/** Where a task is answered that has no small form: its file, with the likely event proposed, or the checking round. */
export const filePathOf = ({ kind, file }: WorkItem): string => {
  if (kind === 'check_documents') return checksOf(file.id);
  return `/files/${file.id}${kind === 'collect_documents' ? '?record=document_received' : ''}`;
};

export type Asking = 'snooze' | 'assign' | null;
export type RowState = {
  active: boolean;
  selected: boolean;
  open: boolean;
  startWith?: Partial<Answer>;
  asking: Asking;
};
export type RowActs = {
  activate: (id: string) => void;
  toggle: (item: WorkItem) => void;
  close: () => void;
  done: (id: string) => void;
  ask: (item: WorkItem, what: Asking) => void;
  select: (id: string) => void;
  /** Documents were dropped on a client's row. */
  papers: (fileId: string, files: readonly File[]) => void;
};
type Props = RowState & {
  item: WorkItem;
  today: Day;
  acts: RowActs;
  /** The colleague whose task it is, while they are away. */
  standingIn?: string;
};

/** One task: whose, what, because, when, and the one thing to do. */
export const TaskRow = memo(function TaskRow(props: Props) {
  const { item, today, acts, active, selected, open, startWith, asking, standingIn } = props;
  const { t } = useTranslation();
  const say = useSay();
  const nameOf = useTaskName();
  const formId = useId();
  const name = nameOf(item);
  const act = t(`today.act.${ACT_OF_TASK[item.kind]}`);
  const elsewhere = formOf(item) === 'open';
  const menuClosed = () => acts.ask(item, null);
  const drop = useDrop((files) => acts.papers(item.file.id, files));
  const buttons = (
    <>
      <SnoozeMenu items={[item]} today={today} opened={asking === 'snooze'} onClose={menuClosed}>
        <button
          type="button"
          className="icon-button"
          aria-label={t('today.snooze')}
          title={t('today.snooze')}
          onClick={() => acts.ask(item, 'snooze')}
        >
          <IconClockPause aria-hidden="true" />
        </button>
      </SnoozeMenu>
      <AssignMenu items={[item]} opened={asking === 'assign'} onClose={menuClosed}>
        <button
          type="button"
          className="icon-button"
          aria-label={t('today.assign')}
          title={t('today.assign')}
          onClick={() => acts.ask(item, 'assign')}
        >
          <IconUserShare aria-hidden="true" />
        </button>
      </AssignMenu>
    </>
  );
  return (
    <li
      className={classes.row}
      id={`task-${item.id}`}
      {...drop}
      data-active={active || undefined}
      data-selected={selected || undefined}
      data-open={open || undefined}
      onClick={(event) => {
        if ((event.target as Element).closest('a, button, input, textarea, form, [role=menu]') === null)
          acts.activate(item.id);
      }}
    >
      <span className={classes.icon}>
        {selected ? (
          <Checkbox
            size="xs"
            checked
            onChange={() => acts.select(item.id)}
            aria-label={`${item.file.clientName}: ${name}`}
          />
        ) : (
          <TaskIcon kind={item.kind} />
        )}
      </span>
      <div className={`${classes.who} grow`}>
        <Link to={`/files/${item.file.id}`} className="one-line" title={item.file.clientName}>
          {item.file.clientName}
        </Link>
        <div className={`${classes.sub} one-line`} title={item.file.caisse ?? undefined}>
          {[item.file.reference, item.file.caisse].filter(Boolean).join(' · ')}
        </div>
      </div>
      <div className={`${classes.task} grow`}>
        {elsewhere ? (
          <Link className={classes.name} to={filePathOf(item)} data-row-focus onFocus={() => acts.activate(item.id)}>
            {name}
          </Link>
        ) : (
          <button
            type="button"
            className={classes.name}
            data-row-focus
            aria-expanded={open}
            aria-controls={open ? formId : undefined}
            onFocus={() => acts.activate(item.id)}
            onClick={() => acts.toggle(item)}
          >
            {name}
          </button>
        )}
        <div className={classes.because}>{say(item.because)}</div>
        {standingIn !== undefined && (
          <div className={classes.standing}>
            <IconUserPause aria-hidden="true" />
            {standingIn}
          </div>
        )}
        {item.note !== null && (
          <div className={classes.note}>
            <IconNote aria-hidden="true" />
            <span className="one-line" title={item.note.text}>
              {t('today.notes', { name: item.note.by, text: item.note.text })}
            </span>
            {item.note.count > 1 && (
              <span className="no-wrap">{t('today.notesMore', { count: item.note.count - 1 })}</span>
            )}
          </div>
        )}
      </div>
      <div className={classes.day}>
        <DueDay
          day={dayOf(item)}
          today={today}
          explanation={<Because because={item.because} source={item.source} of={item.key} />}
        />
      </div>
      <div className={classes.act}>
        {asking !== null || open ? buttons : null}
        {open || asking !== null ? (
          <Link
            to={`/files/${item.file.id}`}
            className="icon-button"
            aria-label={t('today.openFile')}
            title={t('today.openFile')}
          >
            <IconArrowUpRight aria-hidden="true" />
          </Link>
        ) : elsewhere ? (
          <Button
            component={Link}
            to={filePathOf(item)}
            variant="default"
            size="compact-sm"
            className={classes.do}
            tabIndex={-1}
          >
            {act}
          </Button>
        ) : (
          <Button
            variant="default"
            size="compact-sm"
            className={classes.do}
            tabIndex={-1}
            onClick={() => acts.toggle(item)}
          >
            {act}
          </Button>
        )}
      </div>
      {open && (
        <div className={classes.form} id={formId}>
          <TaskForm
            key={startWith?.outcome}
            item={item}
            today={today}
            startWith={startWith}
            onDone={() => acts.done(item.id)}
            onCancel={acts.close}
          />
        </div>
      )}
    </li>
  );
});

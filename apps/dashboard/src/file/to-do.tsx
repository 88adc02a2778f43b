import { Button } from '@mantine/core';
import { IconClockPause, IconNote, IconPrinter, IconUserShare } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Note } from '@suivi/contracts/notes';
import type { Task, WorkItem } from '@suivi/contracts/tasks';
import { NotesBeside } from '../notes/notes-beside.tsx';
import type { ShownNote } from '../notes/queries.ts';
import { useNotesOfFile } from '../notes/use-notes-of-file.ts';
import { DueDay } from '../shell/day.tsx';
import { Because, Explained } from '../shell/explained.tsx';
import { useKeys } from '../shell/keys.ts';
import { useMembers } from '../shell/queries.ts';
import { useSay } from '../shell/say.ts';
import { TaskIcon, useTaskName } from '../shell/task-name.tsx';
import { usePapers } from '../papers/queries.ts';
import { askedForTask } from '../record/propose.ts';
import { AssignMenu } from '../today/assign.tsx';
import { SnoozeMenu } from '../today/snooze.tsx';
import { ACT_OF_TASK } from '../today/task-row.tsx';
import { taskDay } from './axis.ts';
import file from './file.module.css';
import type { Asked } from './file.tsx';
import type { FileModel } from './model.ts';
import classes from './to-do.module.css';

/** A task as *Today* has it: with as much of its file as its pieces show. */
export const workItem = ({ view, plan, clientName, caisse }: FileModel, task: Task): WorkItem => ({
  ...task,
  file: {
    id: view.id,
    reference: view.reference,
    clientName,
    caisse,
    stage: plan.stage,
    version: view.version,
    adviser: view.adviser?.userId ?? null,
  },
  note: null,
});

/** Open tasks, the most pressing first. */
export const openTasks = ({ view }: FileModel): Task[] =>
  view.tasks
    .filter(({ state }) => state === 'open')
    .sort((a, b) => (taskDay(a) < taskDay(b) ? -1 : taskDay(a) > taskDay(b) ? 1 : a.key < b.key ? -1 : 1));

type Props = {
  model: FileModel;
  notes: readonly ShownNote[];
  /** The keys of the tasks that somebody else has just changed. */
  changed: ReadonlySet<string>;
  onRecord: (asked: Asked) => void;
  /** Writes a note on a task. */
  onNote: (taskKey: string) => void;
  onChangeNote: (note: Note) => void;
};

/** What is due, each with its one thing to do; when nothing is, what comes next. */
export function ToDo(props: Props) {
  const { model, onRecord } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = openTasks(model);
  const due = open.filter((task) => taskDay(task) <= model.today);
  const [next] = open.filter((task) => taskDay(task) > model.today);
  const [asking, setAsking] = useState<{ id: string; what: 'snooze' | 'assign' } | null>(null);
  const first = due[0] ?? next;
  const { data: papers } = usePapers(model.view.id);
  const scansWait = papers?.papers.some(({ state }) => state === 'to_check') === true;
  /** Scans are checked in the round; everything else is recorded here. */
  const act = (task: Task) =>
    task.kind === 'check_documents' && scansWait
      ? void navigate(`/rounds/checks?file=${model.view.id}`)
      : onRecord(askedForTask(task));
  useKeys(
    first === undefined
      ? []
      : [
          { keys: 'Enter', act: () => act(first), words: t('file.keys.doTask') },
          { keys: 's', act: () => setAsking({ id: first.id, what: 'snooze' }), words: t('file.keys.snooze') },
          {
            keys: 'a',
            act: () => setAsking({ id: first.id, what: 'assign' }),
            words: t('today.keys.assign'),
            quiet: true,
          },
        ],
  );
  const card = (task: Task) => (
    <TaskCard
      key={task.id}
      {...props}
      task={task}
      main={task === first}
      asking={asking?.id === task.id ? asking.what : null}
      onAsk={(what) => setAsking(what === null ? null : { id: task.id, what })}
      onAct={() => act(task)}
    />
  );
  return (
    <>
      <div className={file.head}>
        <h2>{t('file.tasks.title')}</h2>
        <span className="tiny dim nums">{t('file.tasks.count', { count: due.length })}</span>
      </div>
      {due.length === 0 && (
        <p className="small dim">{t(next === undefined ? 'file.tasks.noneAtAll' : 'file.tasks.none')}</p>
      )}
      <ul className={classes.cards}>{due.map(card)}</ul>
      {due.length === 0 && next !== undefined && (
        <>
          <h3 className={classes.next}>{t('file.tasks.next')}</h3>
          <ul className={classes.cards}>{card(next)}</ul>
        </>
      )}
    </>
  );
}

const LetterDrawer = lazy(() =>
  import('../letters/letter-drawer.tsx').then(({ LetterDrawer }) => ({ default: LetterDrawer })),
);
const LETTER_KINDS = new Set<Task['kind']>(['registered_post', 'file_appeal', 'seize_mediator']);

type Asking = 'snooze' | 'assign' | null;
type CardProps = Props & {
  task: Task;
  main: boolean;
  asking: Asking;
  onAsk: (what: Asking) => void;
  onAct: () => void;
};

function TaskCard({ task, model, notes, changed, main, asking, onAsk, onAct, onNote, onChangeNote }: CardProps) {
  const { t } = useTranslation();
  const say = useSay();
  const nameOf = useTaskName();
  const item = workItem(model, task);
  const { remove } = useNotesOfFile(model.view.id);
  const holder = useMembers().data?.find(({ userId }) => userId === task.assignee);
  const [writing, setWriting] = useState(false);
  return (
    <li className={classes.card} data-main={main || undefined} data-new={changed.has(task.key) || undefined}>
      <div className={classes.top}>
        <span className={classes.icon}>
          <TaskIcon kind={task.kind} />
        </span>
        <div className="grow">
          <div className={classes.line}>
            <b className="strong">{nameOf(task)}</b>
            <span className={taskDay(task) <= model.today ? `${classes.day} due` : classes.day}>
              <DueDay
                day={taskDay(task)}
                today={model.today}
                explanation={<Because because={task.because} source={task.source} of={task.key} />}
              />
            </span>
          </div>
          <p className={`${classes.source} tiny dim`}>
            {say(task.because)}{' '}
            <Explained explanation={<Because because={task.because} source={task.source} of={task.key} />}>
              {t('file.tasks.source')}
            </Explained>
          </p>
          <AtHand task={task} />
          {holder !== undefined && <p className="tiny dim">{t('file.tasks.assigned', { name: holder.name })}</p>}
          <NotesBeside
            notes={notes.filter(({ taskKey }) => taskKey === task.key)}
            today={model.today}
            onChange={onChangeNote}
            onDelete={remove}
          />
        </div>
      </div>
      <div className={classes.acts}>
        <Button
          className="grow"
          variant={main ? 'filled' : 'default'}
          onClick={onAct}
          rightSection={main ? <kbd>Enter</kbd> : undefined}
        >
          {ACT_OF_TASK[task.kind] === 'open' ? t('file.record') : t(`today.act.${ACT_OF_TASK[task.kind]}`)}
        </Button>
        <SnoozeMenu items={[item]} today={model.today} opened={asking === 'snooze'} onClose={() => onAsk(null)}>
          <Button
            variant="default"
            aria-label={t('today.snooze')}
            title={t('today.snooze')}
            onClick={() => onAsk(asking === 'snooze' ? null : 'snooze')}
          >
            <IconClockPause aria-hidden="true" />
            {main && <kbd className={classes.kbd}>S</kbd>}
          </Button>
        </SnoozeMenu>
      </div>
      <div className={classes.less}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconNote aria-hidden="true" />}
          aria-label={t('notes.addTo', { task: nameOf(task) })}
          onClick={() => onNote(task.key)}
        >
          {t('notes.note')}
        </Button>
        <AssignMenu items={[item]} opened={asking === 'assign'} onClose={() => onAsk(null)}>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconUserShare aria-hidden="true" />}
            rightSection={main ? <kbd>A</kbd> : undefined}
            onClick={() => onAsk(asking === 'assign' ? null : 'assign')}
          >
            {t('today.assign')}
          </Button>
        </AssignMenu>
        {LETTER_KINDS.has(task.kind) && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconPrinter aria-hidden="true" />}
            aria-label={`${t('letters.print')}: ${nameOf(task)}`}
            onClick={() => setWriting(true)}
          >
            {t('letters.print')}
          </Button>
        )}
      </div>
      {writing && (
        <Suspense>
          <LetterDrawer
            task={task}
            fileId={model.view.id}
            clientName={model.clientName}
            onClose={() => setWriting(false)}
          />
        </Suspense>
      )}
    </li>
  );
}

/** What a call needs at hand: the number and the hours at which somebody answers. */
function AtHand({ task: { kind, payload } }: { task: Task }) {
  const say = useSay();
  const { number, english, hours } = payload;
  if (kind !== 'call_3646' || typeof number !== 'string') return null;
  const isWords = (value: unknown): value is { en: string; fr: string } =>
    typeof value === 'object' && value !== null && 'en' in value && 'fr' in value;
  return (
    <p className={`${classes.hand} tiny`}>
      <span className="mono">{number}</span>
      {typeof english === 'string' && (
        <>
          {' · EN '}
          <span className="mono">{english}</span>
        </>
      )}
      {isWords(hours) && <span className="dim"> · {say(hours)}</span>}
    </p>
  );
}

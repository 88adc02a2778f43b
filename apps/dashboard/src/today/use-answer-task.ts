import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '@suivi/contracts/files';
import type { WorkItem } from '@suivi/contracts/tasks';
import type { Day } from '@suivi/rules/calendar/days';
import { addDays } from '@suivi/rules/calendar/days';
import type { EventType, TaskKind } from '@suivi/rules/vocabulary';
import { ApiProblem } from '../shell/api.ts';
import { dayInList } from '../shell/dates.ts';
import { useNotify } from '../shell/notify.tsx';
import { fileChanged, useRecordEvent, useVoidEvent } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import { useTaskName } from '../shell/task-name.tsx';
import type { Answer, AnswerEvent } from './answer.ts';
import { eventOf } from './answer.ts';

/** Records the event that answers a task, says what follows, and lets it be taken back. */
export function useAnswerTask(item: WorkItem, today: Day, onDone: () => void) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useTaskName();
  const client = useQueryClient();
  const record = useRecordEvent();
  const voidEvent = useVoidEvent();
  const notify = useNotify();

  /** The same event keeps its id, so that saving again after a broken connection records it once. */
  const sent = useRef({ print: '', id: '' });
  const idOf = (event: AnswerEvent): string => {
    const print = JSON.stringify(event);
    if (sent.current.print !== print) sent.current = { print, id: crypto.randomUUID() };
    return sent.current.id;
  };
  const told = (change: Change): string | undefined => {
    const [next] = [...change.tasksOpened].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
    const task =
      next &&
      t('today.done.next', {
        task: nameOf({ key: next.key, kind: next.key.split(':')[0] as TaskKind }),
        day: dayInList(next.dueOn, today, language),
      });
    // What leaves weeks from now hangs on what comes before.
    const soon = change.emailsPlanned.filter(({ sendOn }) => sendOn <= addDays(today, 7)).length;
    const emails = soon > 0 ? t('today.done.emails', { count: soon }) : undefined;
    return [task, emails].filter(Boolean).join(' ') || undefined;
  };
  const send = async (answer: Answer) => {
    const event = eventOf(item, answer);
    const change = await record.mutateAsync({
      fileId: item.file.id,
      event: { ...event, id: idOf(event) },
      expectedVersion: item.file.version,
    });
    const recorded = [change];
    // What La Poste says is one fact; that the letter was looked for is another.
    if (event.type === 'post_tracked' && !change.tasksClosed.includes(item.key))
      recorded.push(
        await record.mutateAsync({
          fileId: item.file.id,
          event: { type: 'task_done', on: answer.on, about: item.key, note: null },
          expectedVersion: change.version,
        }),
      );
    return recorded;
  };
  const undo = (recorded: readonly Change[]) => async () => {
    let version = recorded.at(-1)?.version ?? 0;
    for (const { eventId } of [...recorded].reverse())
      version = (await voidEvent(item.file.id, eventId, version)).version;
  };
  const save = (answer: Answer) => {
    send(answer).then(
      (recorded) => {
        const [first] = recorded;
        const event = eventOf(item, answer).type as EventType;
        notify.done(
          t('today.done.recorded', { event: t(`event.${event}`), name: item.file.clientName }),
          first && told(first),
          undo(recorded),
        );
        onDone();
      },
      (error: unknown) => {
        // Somebody was faster: the row is asked again, what was typed stays, and Save then records after theirs.
        if (error instanceof ApiProblem && error.status === 409) void fileChanged(client, item.file.id);
      },
    );
  };
  return { save, saving: record.isPending, error: record.error };
}

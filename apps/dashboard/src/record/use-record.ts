import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '@suivi/contracts/files';
import type { Problem } from '@suivi/contracts/problem';
import type { PlannedTask } from '@suivi/rules/plan-types';
import type { FileModel } from '../file/model.ts';
import { asProblem } from '../shell/api.ts';
import { dayInList } from '../shell/dates.ts';
import { useNotify } from '../shell/notify.tsx';
import { fileChanged, useRecordEvent, useVoidEvent } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import { useTaskName } from '../shell/task-name.tsx';
import type { EventSent } from './draft.ts';

export type ToSave = {
  events: readonly EventSent[];
  said: string;
  history: boolean;
  next: PlannedTask | undefined;
  version?: number;
};

/** Saves the events of a form, one after the other, says what follows, and lets them be taken back. */
export function useRecord({ view, today }: FileModel, onDone: () => void) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useTaskName();
  const cache = useQueryClient();
  const record = useRecordEvent();
  const voidEvent = useVoidEvent();
  const notify = useNotify();
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  /** The same event keeps its id, so that saving again after a broken connection records it once. */
  const ids = useRef(new Map<string, string>());
  /** What was recorded before a later one of the same form failed. */
  const recorded = useRef(new Map<string, Change>());

  const told = (changes: readonly Change[], next: PlannedTask | undefined): string | undefined => {
    const emails = changes.flatMap(({ emailsPlanned }) => emailsPlanned).length;
    const task =
      next &&
      t('today.done.next', {
        task: nameOf(next),
        day: dayInList(next.dueOn < today ? today : next.dueOn, today, language),
      });
    return (
      [task, emails > 0 ? t('today.done.emails', { count: emails }) : undefined].filter(Boolean).join(' ') || undefined
    );
  };

  const send = async (events: readonly EventSent[], history: boolean, version: number) => {
    let expectedVersion = version;
    for (const event of events) {
      const print = JSON.stringify(event);
      if (recorded.current.has(print)) continue;
      const id = ids.current.get(print) ?? crypto.randomUUID();
      ids.current.set(print, id);
      const change = await record.mutateAsync({ fileId: view.id, event: { ...event, id }, expectedVersion, history });
      recorded.current.set(print, change);
      expectedVersion = change.version;
    }
    return [...recorded.current.values()];
  };
  const undo = (changes: readonly Change[]) => async () => {
    let version = changes.at(-1)?.version ?? 0;
    for (const { eventId } of [...changes].reverse()) version = (await voidEvent(view.id, eventId, version)).version;
  };
  /** @param next the first step that is then listed; @param version the one to save against */
  const save = async ({ events, said, history, next, version = view.version }: ToSave) => {
    setSaving(true);
    setProblem(null);
    const latest = [...recorded.current.values()].at(-1)?.version;
    try {
      const changes = await send(events, history, Math.max(version, latest ?? 0));
      notify.done(said, told(changes, next), undo(changes));
      onDone();
    } catch (error) {
      const found = asProblem(error);
      setProblem(found);
      // Somebody was faster: the file is asked again, and the effect follows; what was typed stays.
      if (found.status === 409) void fileChanged(cache, view.id);
    } finally {
      setSaving(false);
    }
  };
  return { save, saving, problem, forget: () => setProblem(null) };
}

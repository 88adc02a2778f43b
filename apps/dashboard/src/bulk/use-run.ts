import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkLine } from '@suivi/contracts/bulk';
import { useNotify } from '../shell/notify.tsx';
import { fileChanged } from '../shell/queries.ts';
import type { Action, Progress } from './queries.ts';
import { runAll, undoAll } from './queries.ts';
import type { LeftOut } from './summary.ts';
import { reasons } from './summary.ts';

/** Does what was foreseen, shows how far it has come, and lets it be taken back. */
export function useRun(onDone: () => void) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const notify = useNotify();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failure, setFailure] = useState<{ error: unknown; progress: Progress } | null>(null);
  const [leftOut, setLeftOut] = useState<LeftOut[]>([]);
  /** The same action keeps its key, so that trying again after a broken connection does nothing twice. */
  const key = useRef({ print: '', key: '' });
  const stopped = useRef(false);

  const changed = () => {
    void fileChanged(cache);
    void cache.invalidateQueries({ queryKey: ['file'] });
  };
  const run = async (action: Action, files: readonly BulkLine[], before: number) => {
    const print = JSON.stringify([action, files.map(({ fileId, version }) => [fileId, version])]);
    if (key.current.print !== print) key.current = { print, key: crypto.randomUUID() };
    stopped.current = false;
    setFailure(null);
    let latest: Progress = { done: 0, of: files.length };
    const tell = (next: Progress) => {
      latest = next;
      setProgress(next);
    };
    try {
      const outcome = await runAll(action, key.current.key, files, { tell, stopped: () => stopped.current });
      const undos = outcome.flatMap(({ undo }) => (undo === null ? [] : [undo]));
      const undo = async () => {
        const stay = await undoAll(undos, crypto.randomUUID());
        changed();
        if (stay > 0) throw new Error(t('bulk.notUndone', { count: stay }));
      };
      const fresh = outcome.length - undos.length;
      const said = [
        before + fresh > 0 ? t('bulk.done.leftOut', { count: before + fresh }) : null,
        outcome.length < files.length ? t('bulk.done.stopped', { count: files.length - outcome.length }) : null,
      ].filter(Boolean);
      notify.done(
        t(`bulk.done.${action.kind}`, { count: undos.length }),
        said.join(' ') || undefined,
        undos.length > 0 ? undo : undefined,
      );
      const names = new Map(files.map(({ fileId, clientName }) => [fileId, clientName]));
      const late = outcome.map((line) => ({ leftOut: line.leftOut, clientName: names.get(line.fileId) ?? '' }));
      changed();
      if (fresh === 0) onDone();
      else setLeftOut(reasons(late));
    } catch (error) {
      setFailure({ error, progress: latest });
      changed();
    } finally {
      setProgress(null);
    }
  };
  return { run, progress, failure, leftOut, stop: () => (stopped.current = true) };
}

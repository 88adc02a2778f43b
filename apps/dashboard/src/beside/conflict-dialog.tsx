import { Modal } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileChange } from '@suivi/contracts/changes';
import { ApiProblem } from '../shell/api.ts';
import { useToday } from '../shell/queries.ts';
import { Conflict } from './conflict.tsx';

export type Clash = {
  changes: readonly FileChange[];
  mine: string;
  now?: string;
  kind: 'both' | 'one';
  ofFile?: boolean;
  onMine: () => void;
};

let clash: Clash | null = null;
const listeners = new Set<() => void>();
const set = (next: Clash | null) => {
  clash = next;
  listeners.forEach((tell) => tell());
};

/** What others did, when a save was refused because it began from something old; null for every other refusal. */
export const staleChanges = (error: unknown): readonly FileChange[] | null =>
  error instanceof ApiProblem && ['stale_file', 'stale_task', 'stale_note', 'stale_letter'].includes(error.type)
    ? (error.problem.changes ?? [])
    : null;

/** Asks which of two saves stands. For what is saved from a menu that is gone before the answer comes. */
export const askConflict = (asked: Clash) => set(asked);

/** Stands once, beside the screens. */
export function ConflictDialog() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => clash,
  );
  return shown === null ? null : <Asking clash={shown} />;
}

function Asking({ clash: shown }: { clash: Clash }) {
  const { t } = useTranslation();
  const today = useToday();
  const close = () => set(null);
  return (
    <Modal opened onClose={close} size={560} title={<b className="strong">{t('beside.conflict.title')}</b>}>
      <Conflict
        changes={shown.changes}
        mine={shown.mine}
        now={shown.now}
        kind={shown.kind}
        ofFile={shown.ofFile ?? false}
        today={today}
        saving={false}
        onMine={() => {
          close();
          shown.onMine();
        }}
        onDrop={close}
      />
    </Modal>
  );
}

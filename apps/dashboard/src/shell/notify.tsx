import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { asProblem } from './api.ts';
import { useKeys } from './keys.ts';
import { queryClient } from './queries.ts';
import classes from './notify.module.css';

/** What was done can be taken back for ten seconds by Undo or Z, and in the file for ever. */
type Undo = () => Promise<unknown>;
let lastUndo: { id: string; undo: Undo } | null = null;
const UNDO_MS = 10_000;

let stopWaiting: (() => void) | null = null;
/** Waits for all that is on its way, unless it takes longer than anything can be undone. */
function waitUntilDone(then: () => void) {
  stopWaiting?.();
  // One deed may be several requests in turn: between two of them nothing is on its way for a moment.
  const look = () =>
    setTimeout(() => {
      if (queryClient.isMutating() > 0 || stopWaiting !== stop) return;
      stop();
      then();
    });
  const unsubscribe = queryClient.getMutationCache().subscribe(() => {
    if (queryClient.isMutating() === 0) look();
  });
  const tooLong = setTimeout(() => stop(), UNDO_MS);
  const stop = () => {
    clearTimeout(tooLong);
    unsubscribe();
    stopWaiting = null;
  };
  stopWaiting = stop;
}

/** At most two notices stand at a time: a third takes the place of the oldest rather than wait behind it. */
const standing: string[] = [];
function makeRoom(id: string) {
  standing.push(id);
  while (standing.length > 2) notifications.hide(standing.shift() ?? '');
}

function Notice({
  id,
  title,
  detail,
  action,
  onAction,
  kbd,
}: {
  id: string;
  title: string;
  detail?: string;
  action?: string;
  onAction?: () => void;
  kbd?: string;
}) {
  return (
    <div className={classes.notice}>
      <div className="grow">
        <div className="strong">{title}</div>
        {detail !== undefined && <div className="dim tiny">{detail}</div>}
      </div>
      {action !== undefined && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.action}
          onClick={() => {
            notifications.hide(id);
            onAction?.();
          }}
          rightSection={kbd === undefined ? undefined : <kbd>{kbd}</kbd>}
        >
          {action}
        </Button>
      )}
    </div>
  );
}

/** Says that something is done, with Undo where it can be undone; and that something failed, which stays until read. */
export function useNotify() {
  const { t } = useTranslation();
  const failed = (title: string, error: unknown, again?: () => void) => {
    const id = crypto.randomUUID();
    const problem = asProblem(error);
    const detail = problem.type === 'no_connection' ? t('state.connectionBroke') : problem.detail;
    makeRoom(id);
    notifications.show({
      id,
      onClose: () => void standing.splice(standing.indexOf(id), standing.includes(id) ? 1 : 0),
      autoClose: false,
      withCloseButton: true,
      closeButtonProps: { 'aria-label': t('notice.close') },
      role: 'alert',
      icon: <IconAlertCircle aria-hidden="true" />,
      className: classes.root,
      'data-tone': 'failed',
      message: <Notice id={id} title={title} detail={detail} action={again && t('notice.tryAgain')} onAction={again} />,
    });
  };
  const takeBack = (undo: Undo) => {
    lastUndo = null;
    undo().then(
      () => done(t('notice.undone')),
      (error: unknown) => failed(t('notice.notUndone'), error),
    );
  };
  /** @returns takes the notice away and with it its undo: what it told of has been taken back by another way */
  const done = (title: string, detail?: string, undo?: Undo): (() => void) => {
    const id = crypto.randomUUID();
    if (undo !== undefined) {
      lastUndo = { id, undo };
      setTimeout(() => {
        if (lastUndo?.id === id) lastUndo = null;
      }, UNDO_MS);
    }
    makeRoom(id);
    notifications.show({
      id,
      onClose: () => void standing.splice(standing.indexOf(id), standing.includes(id) ? 1 : 0),
      autoClose: UNDO_MS,
      withCloseButton: false,
      role: 'status',
      icon: <IconCheck aria-hidden="true" />,
      className: classes.root,
      'data-tone': 'done',
      message: (
        <Notice
          id={id}
          title={title}
          detail={detail}
          action={undo && t('notice.undo')}
          onAction={undo && (() => takeBack(undo))}
          kbd={undo && 'Z'}
        />
      ),
    });
    return () => {
      notifications.hide(id);
      if (lastUndo?.id === id) lastUndo = null;
    };
  };
  const takeBackLast = () => {
    if (lastUndo === null) return;
    notifications.hide(lastUndo.id);
    takeBack(lastUndo.undo);
  };
  /** What is still on its way is the last thing done: it is waited for, and nothing before it is taken back instead. */
  const undoLast = () => {
    if (queryClient.isMutating() === 0) return takeBackLast();
    const before = lastUndo?.id;
    waitUntilDone(() => {
      if (lastUndo?.id !== before) takeBackLast();
    });
  };
  return { done, failed, undoLast };
}

/** Z takes back the last thing done, wherever one is. Once, in the frame. */
export function UndoKey() {
  const { t } = useTranslation();
  const { undoLast } = useNotify();
  useKeys([{ keys: 'z', act: undoLast, words: t('keys.undo') }]);
  return null;
}

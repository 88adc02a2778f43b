import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotify } from '../shell/notify.tsx';
import type { Entry, Outcome, useRecordEach } from './use-record-each.ts';

const MOST_NAMES = 5;

type Props<E extends Entry> = {
  takeBack: ReturnType<typeof useRecordEach<E>>['takeBack'];
  nameOf: (entry: E) => string;
  /** Back where it was before it was recorded. */
  putBack: (gone: readonly Outcome<E>[]) => void;
};

/** The ways to take back what a round has recorded: the notice of each time, and one button for all of them. */
export function useTakeBack<E extends Entry>({ takeBack, nameOf, putBack }: Props<E>) {
  const { t } = useTranslation();
  const notify = useNotify();
  const notices = useRef<(() => void)[]>([]);
  const back = async (made: readonly Outcome<E>[]) => {
    const came = await takeBack(made);
    if (came === null) throw new Error(t('rounds.busy'));
    putBack(came.back);
    const [first] = came.stay;
    if (first === undefined) return;
    const names = came.stay.map(({ outcome }) => nameOf(outcome));
    throw new Error(
      t('rounds.stay', {
        count: names.length,
        names: names.slice(0, MOST_NAMES).join(', ') + (names.length > MOST_NAMES ? '…' : ''),
        why:
          first.problem.type === 'no_connection'
            ? t('state.connectionBroke')
            : first.problem.type === 'stale_file'
              ? t('rounds.stayChanged')
              : first.problem.detail,
      }),
    );
  };
  return {
    /** Says that these are recorded, with Undo. */
    tell: (title: string, made: readonly Outcome<E>[]) => {
      notices.current.push(notify.done(title, undefined, () => back(made)));
    },
    /** All of the round: no notice is left that would take some of it back once more. */
    backAll: (made: readonly Outcome<E>[]) => {
      for (const forget of notices.current.splice(0)) forget();
      back(made).catch((error: unknown) => notify.failed(t('notice.notUndone'), error));
    },
  };
}

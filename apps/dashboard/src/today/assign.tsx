import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkItem } from '@suivi/contracts/tasks';
import { useColleagueWords } from '../beside/colleague.tsx';
import { askConflict, staleChanges } from '../beside/conflict-dialog.tsx';
import { ChoiceMenu } from '../shell/choice-menu.tsx';
import { useNotify } from '../shell/notify.tsx';
import { useMe, useMembers } from '../shell/queries.ts';
import { useAssign } from './queries.ts';

type Props = { items: readonly WorkItem[]; opened: boolean; onClose: () => void; children: ReactNode };

/** Gives tasks to a colleague, or back to the file's own adviser. */
export function AssignMenu({ items, opened, onClose, children }: Props) {
  const { t } = useTranslation();
  const members = useMembers();
  const wordsOf = useColleagueWords();
  const assign = useAssign();
  const notify = useNotify();
  const to = (assignee: string | null, name: string) => () => {
    const before = items.map((item) => ({ item, assignee: item.assignee }));
    const back = () =>
      Promise.all(
        before.map(({ item, assignee }) => assign.mutateAsync({ items: [item], value: assignee, force: true })),
      );
    // A promise, not callbacks: the menu is gone before the answer comes.
    const go = (force = false): void =>
      void assign.mutateAsync({ items, value: assignee, force }).then(
        () =>
          notify.done(t('today.done.assigned', { count: items.length }), t('today.done.assignedTo', { name }), back),
        (error: unknown) => {
          const changes = staleChanges(error);
          if (changes === null) return notify.failed(t('today.failed.assign'), error, () => go());
          askConflict({ changes, mine: t('today.yours.assign', { name }), kind: 'one', onMine: () => go(true) });
        },
      );
    go();
    onClose();
  };
  const holders = new Set(items.map((item) => item.assignee));
  const only = holders.size === 1 ? [...holders][0] : undefined;
  // An adviser takes tasks and gives back what they took; a lead assigns for others.
  const me = useMe().data;
  const forOthers = me !== undefined && me.role !== 'adviser';
  const active = (members.data ?? []).filter(
    (member) => member.active && member.role !== 'operator' && (forOthers || member.userId === me?.userId),
  );
  const mayGiveBack = forOthers || items.every(({ assignee }) => assignee === null || assignee === me?.userId);
  return (
    <ChoiceMenu
      opened={opened}
      onClose={onClose}
      label={t('today.assign')}
      choices={[
        ...active.map((member, i) => ({
          id: member.userId,
          words: member.name,
          detail: wordsOf(member),
          kbd: i < 9 ? String(i + 1) : undefined,
          current: member.userId === only,
          act: to(member.userId, member.name),
        })),
        ...(mayGiveBack
          ? [
              {
                id: 'adviser',
                words: t('today.menu.adviser'),
                kbd: '0',
                current: only === null,
                act: to(null, t('today.menu.adviser')),
              },
            ]
          : []),
      ]}
    >
      {children}
    </ChoiceMenu>
  );
}

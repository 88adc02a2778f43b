import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { askConflict, staleChanges } from '../beside/conflict-dialog.tsx';
import { useColleagueWords } from '../beside/colleague.tsx';
import { ApiProblem } from '../shell/api.ts';
import { ChoiceMenu } from '../shell/choice-menu.tsx';
import { useNotify } from '../shell/notify.tsx';
import { useMembers } from '../shell/queries.ts';
import classes from './file.module.css';
import type { FileModel } from './model.ts';
import { useChangeClient } from './queries.ts';

type Props = { model: FileModel; opened: boolean; onOpen: (on: boolean) => void };

/** Who follows the file, and whom it can be handed to, each with how much they have to do. */
export function AdviserMenu({ model: { view }, opened, onOpen }: Props) {
  const { t } = useTranslation();
  const members = useMembers().data ?? [];
  const wordsOf = useColleagueWords();
  const change = useChangeClient(view.id);
  const notify = useNotify();
  const hand = (userId: string, name: string) => {
    const was = view.adviser?.userId ?? null;
    const send = (expectedVersion: number, seen: string | null | undefined) =>
      change.mutateAsync({
        client: {},
        adviser: userId,
        expectedVersion,
        ...(seen !== undefined && { was: { adviser: seen } }),
      });
    const go = (expectedVersion = view.version, seen: string | null | undefined = was): void =>
      void send(expectedVersion, seen).then(
        () =>
          notify.done(t('file.facts.handed', { name }), undefined, () =>
            change.mutateAsync({ client: {}, adviser: was, expectedVersion }),
          ),
        (error: unknown) => {
          const changes = staleChanges(error);
          if (changes === null) return notify.failed(t('file.facts.notHanded'), error, () => go());
          const same = changes.some(({ type }) => type === 'client_changed');
          const version = error instanceof ApiProblem ? (error.problem.version ?? expectedVersion) : expectedVersion;
          askConflict({
            changes,
            mine: t('file.facts.handMine', { name }),
            kind: same ? 'one' : 'both',
            ofFile: true,
            onMine: () => go(version, same ? undefined : was),
          });
        },
      );
    onOpen(false);
    if (userId !== was) go();
  };
  const active = members.filter((member) => member.active && member.role !== 'operator');
  const name = view.adviser?.name;
  return (
    <ChoiceMenu
      opened={opened}
      onClose={() => onOpen(false)}
      label={t('file.menu.assign')}
      choices={active.map((member, i) => ({
        id: member.userId,
        words: member.name,
        detail: wordsOf(member),
        kbd: i < 9 ? String(i + 1) : undefined,
        current: member.userId === view.adviser?.userId,
        act: () => hand(member.userId, member.name),
      }))}
    >
      <button
        type="button"
        className={classes.adviser}
        aria-expanded={opened}
        title={t('file.menu.assign')}
        onClick={() => onOpen(!opened)}
      >
        {name === undefined ? t('file.facts.noAdviser') : t('file.facts.follows', { name })}
        <IconChevronDown aria-hidden="true" />
      </button>
    </ChoiceMenu>
  );
}

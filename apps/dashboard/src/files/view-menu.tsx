import { Button, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SavedView, ViewAsked } from '@suivi/contracts/views';
import type { Choice } from '../shell/choice-menu.tsx';
import { ChoiceMenu } from '../shell/choice-menu.tsx';
import { noteIsClean } from '../shell/note-field.tsx';
import { useNotify } from '../shell/notify.tsx';
import { useMe } from '../shell/queries.ts';
import { searchOf } from './asked.ts';
import classes from './files.module.css';
import { useChangeViews } from './queries.ts';

type Props = {
  view: SavedView;
  asked: ViewAsked;
  edited: boolean;
  /** Among one's own. */
  place: number;
  own: number;
};

/** What can be done to the saved view that is open: save its changes, rename, move, share, delete. */
export function ViewMenu({ view, asked, edited, place, own }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notify = useNotify();
  const role = useMe().data?.role;
  const { save, change, remove } = useChangeViews();
  const [opened, setOpened] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const { id, name, shared } = view;
  const close = () => {
    setOpened(false);
    setRenaming(false);
  };
  const failed = (again: () => void) => (error: unknown) => notify.failed(t('filesList.viewFailed'), error, again);
  const put = (part: Parameters<typeof change.mutate>[0], said: string, back?: Parameters<typeof change.mutate>[0]) => {
    close();
    // A promise, not callbacks: the menu is gone before the answer comes.
    change.mutateAsync(part).then(
      () => notify.done(said, undefined, back && (() => change.mutateAsync(back))),
      failed(() => put(part, said, back)),
    );
  };
  const drop = () => {
    close();
    remove.mutateAsync(id).then(() => {
      void navigate({ search: searchOf(asked).toString() }, { replace: true });
      notify.done(t('filesList.deleted', { name }), undefined, async () => {
        await save.mutateAsync({ id, name, asked: view.asked, shared, ...(place >= 0 && { place }) });
        void navigate({ search: searchOf(view.asked, id).toString() }, { replace: true });
      });
    }, failed(drop));
  };
  const choices: Choice[] = [];
  if (view.mine) {
    if (edited)
      choices.push({
        id: 'keep',
        words: t('filesList.keepChanges'),
        act: () => put({ id, asked }, t('filesList.kept', { name }), { id, asked: view.asked }),
      });
    choices.push({ id: 'rename', words: t('filesList.rename'), act: () => setRenaming(true) });
    if (place > 0)
      choices.push({
        id: 'left',
        words: t('filesList.moveLeft'),
        act: () => put({ id, place: place - 1 }, t('filesList.moved', { name }), { id, place }),
      });
    if (place < own - 1)
      choices.push({
        id: 'right',
        words: t('filesList.moveRight'),
        act: () => put({ id, place: place + 1 }, t('filesList.moved', { name }), { id, place }),
      });
    choices.push({
      id: 'share',
      words: t(shared ? 'filesList.keepToMyself' : 'filesList.share'),
      act: () =>
        put({ id, shared: !shared }, t(shared ? 'filesList.unshared' : 'filesList.sharedNow', { name }), {
          id,
          shared,
        }),
    });
  }
  // What a colleague shares is theirs; a lead may tidy up after one who has left.
  if (view.mine || role === 'lead' || role === 'admin')
    choices.push({ id: 'delete', words: t('filesList.deleteView'), act: drop });
  if (choices.length === 0) return null;
  return (
    <ChoiceMenu
      opened={opened}
      onClose={close}
      label={t('filesList.viewMenu', { name })}
      choices={choices}
      more={
        renaming ? (
          <Rename
            name={name}
            onSave={(next) => put({ id, name: next }, t('filesList.renamed', { name: next }), { id, name })}
          />
        ) : undefined
      }
    >
      <button
        type="button"
        className="icon-button"
        aria-label={t('filesList.viewMenu', { name })}
        aria-haspopup="menu"
        aria-expanded={opened}
        onClick={() => (opened ? close() : setOpened(true))}
      >
        <IconChevronDown aria-hidden="true" />
      </button>
    </ChoiceMenu>
  );
}

function Rename({ name, onSave }: { name: string; onSave: (name: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name);
  const clean = noteIsClean(typed);
  return (
    <form
      className={classes.rename}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '' && clean) onSave(typed.trim());
      }}
    >
      <TextInput
        label={t('filesList.viewName')}
        value={typed}
        maxLength={60}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={clean ? undefined : t('noteField.number')}
        autoFocus
      />
      <Button type="submit" size="compact-sm" disabled={typed.trim() === '' || !clean}>
        {t('filesList.rename')}
      </Button>
    </form>
  );
}

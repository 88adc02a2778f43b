import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ViewAsked } from '@suivi/contracts/views';
import { noteIsClean } from '../shell/note-field.tsx';
import { useNotify } from '../shell/notify.tsx';
import { FormProblem } from '../shell/problem.tsx';
import { searchOf } from './asked.ts';
import classes from './files.module.css';
import { useChangeViews } from './queries.ts';

/** Keeps what the list is asked for under a name: for oneself, or shared with the agency. */
export function SaveView({ asked }: { asked: ViewAsked }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notify = useNotify();
  const { save, remove } = useChangeViews();
  const [opened, setOpened] = useState(false);
  const [id, setId] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [tried, setTried] = useState(false);
  const clean = noteIsClean(name);
  const empty = name.trim() === '';
  const close = () => {
    setOpened(false);
    setTried(false);
    save.reset();
  };
  const submit = () => {
    setTried(true);
    if (empty || !clean || save.isPending) return;
    save.mutate(
      { id, name, asked, shared },
      {
        onSuccess: () => {
          notify.done(t('filesList.saved', { name }), undefined, () => remove.mutateAsync(id));
          void navigate({ search: searchOf(asked, id).toString() }, { replace: true });
          setId(crypto.randomUUID());
          setName('');
          setShared(false);
          close();
        },
      },
    );
  };
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && close()}
      position="bottom-start"
      shadow="md"
      withinPortal
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button type="button" className={classes.saveView} onClick={() => (opened ? close() : setOpened(true))}>
          <IconPlus aria-hidden="true" />
          {t('filesList.saveView')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.viewForm} aria-label={t('filesList.saveView')}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <TextInput
            label={t('filesList.viewName')}
            description={t('filesList.viewHolds')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.currentTarget.value)}
            error={!clean ? t('noteField.number') : tried && empty ? t('filesList.nameMissing') : undefined}
            data-autofocus
          />
          <Checkbox
            size="xs"
            label={t('filesList.share')}
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
          <FormProblem error={save.error} />
          <Button type="submit" loading={save.isPending}>
            {t('filesList.saveView')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

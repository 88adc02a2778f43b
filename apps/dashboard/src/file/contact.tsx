import { Button, Drawer, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { containsNir } from '@suivi/rules/numbers/nir';
import { ChooseColleague } from '../beside/choose-colleague.tsx';
import { Conflict } from '../beside/conflict.tsx';
import { staleChanges } from '../beside/conflict-dialog.tsx';
import type { Beside } from '../beside/use-presence.ts';
import { asProblem } from '../shell/api.ts';
import { useKeys } from '../shell/keys.ts';
import { useNotify } from '../shell/notify.tsx';
import { FormProblem } from '../shell/problem.tsx';
import { fileChanged } from '../shell/queries.ts';
import { onSaveKey } from '../shell/save-key.ts';
import classes from './contact.module.css';
import type { FileModel } from './model.ts';
import { useChangeClient } from './queries.ts';

type Props = { model: FileModel; beside: Beside; onClose: () => void };
const FIELDS = ['firstName', 'lastName', 'email', 'telephone', 'street'] as const;

/** Who the client is and how to reach them, and whose file it is. */
export function Contact({ model, beside, onClose }: Props) {
  const { t } = useTranslation();
  const { view } = model;
  const notify = useNotify();
  const client = useQueryClient();
  const change = useChangeClient(view.id);
  const form = useForm({
    initialValues: {
      ...Object.fromEntries(FIELDS.map((name) => [name, view.client[name] ?? ''])),
      adviser: view.adviser?.userId ?? '',
    } as Record<(typeof FIELDS)[number] | 'adviser', string>,
    validate: Object.fromEntries(
      FIELDS.map((name) => [name, (value: string) => (containsNir(value) ? t('noteField.number') : null)]),
    ),
  });
  /** What stood there when the form was opened: what somebody else has changed since is not overwritten unseen. */
  const [opened] = useState(() => ({ client: view.client, adviser: view.adviser?.userId ?? null }));
  /** @param force over whatever somebody else has written meanwhile; @param version the one to save against */
  const submit = ({ force = false, version = view.version }: { force?: boolean; version?: number } = {}) =>
    form.onSubmit((typed) => {
      const orNull = (name: (typeof FIELDS)[number]) => {
        const value = typed[name].trim();
        return value === '' && name !== 'firstName' && name !== 'lastName' ? null : value;
      };
      const changed = FIELDS.filter((name) => typed[name].trim() !== (opened.client[name] ?? ''));
      const handed = (opened.adviser ?? '') !== typed.adviser;
      change.mutate(
        {
          client: Object.fromEntries(changed.map((name) => [name, orNull(name)])),
          ...(handed && { adviser: typed.adviser || null }),
          expectedVersion: version,
          ...(!force && {
            was: {
              client: Object.fromEntries(changed.map((name) => [name, opened.client[name]])),
              ...(handed && { adviser: opened.adviser }),
            },
          }),
        },
        {
          onSuccess: () => {
            notify.done(t('file.contact.done'));
            onClose();
          },
          onError: (error) => {
            const problem = asProblem(error);
            // Somebody was faster: the file is asked again, what was typed stays.
            if (problem.type === 'stale_file') void fileChanged(client, view.id);
            for (const { path, message } of problem.errors ?? [])
              form.setFieldError(path.replace(/^client\./, ''), message);
          },
        },
      );
    });
  const stale = change.error === null ? null : staleChanges(change.error);
  const save = (event?: FormEvent<HTMLFormElement>) => {
    if (beside.unseen.length > 0) {
      event?.preventDefault();
      document.querySelector<HTMLElement>('[data-conflict]')?.focus();
    } else submit()(event);
  };
  useKeys([{ keys: 'mod+Enter', act: () => save(), inFields: true }], 'dialog');
  return (
    <Drawer opened onClose={onClose} size={460} title={<b className={classes.title}>{t('file.contact.title')}</b>}>
      <form className={classes.form} onSubmit={save} noValidate onKeyDownCapture={onSaveKey(() => save())}>
        <div className={classes.two}>
          <TextInput
            label={t('file.contact.firstName')}
            autoComplete="off"
            data-autofocus
            {...form.getInputProps('firstName')}
          />
          <TextInput label={t('file.contact.lastName')} autoComplete="off" {...form.getInputProps('lastName')} />
        </div>
        <TextInput
          label={t('file.contact.email')}
          type="email"
          autoComplete="off"
          description={t('file.contact.emailHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          {...form.getInputProps('email')}
        />
        <TextInput label={t('file.contact.telephone')} autoComplete="off" {...form.getInputProps('telephone')} />
        <TextInput
          label={t('file.contact.street')}
          autoComplete="off"
          description={t('file.contact.townHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          {...form.getInputProps('street')}
        />
        <ChooseColleague
          label={t('file.contact.adviser')}
          placeholder={t('file.contact.nobody')}
          value={form.values.adviser || null}
          onChange={(adviser) => form.setFieldValue('adviser', adviser ?? '')}
          error={form.errors.adviser as string | undefined}
        />
        {stale !== null || beside.unseen.length > 0 ? (
          <Conflict
            changes={stale ?? beside.unseen}
            mine={t('file.contact.mine')}
            kind={stale?.some(({ type }) => type === 'client_changed') ? 'one' : 'both'}
            today={model.today}
            saving={change.isPending}
            onMine={() => {
              beside.see();
              submit({
                force: stale?.some(({ type }) => type === 'client_changed') ?? false,
                version: stale === null ? view.version : (asProblem(change.error).version ?? view.version),
              })();
            }}
            onDrop={onClose}
          />
        ) : (
          Object.keys(form.errors).length === 0 && <FormProblem error={change.error} />
        )}
        <div className={classes.foot}>
          <Button variant="subtle" color="gray" onClick={onClose} rightSection={<kbd>Esc</kbd>}>
            {t('file.contact.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending} rightSection={<kbd>Ctrl Enter</kbd>}>
            {change.isPending ? t('file.contact.saving') : t('file.contact.save')}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}

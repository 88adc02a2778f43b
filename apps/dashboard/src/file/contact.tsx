import { Button, Drawer, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { containsNir } from '@suivi/rules/numbers/nir';
import { asProblem } from '../shell/api.ts';
import { useKeys } from '../shell/keys.ts';
import { useNotify } from '../shell/notify.tsx';
import { FormProblem } from '../shell/problem.tsx';
import { fileChanged, useMembers } from '../shell/queries.ts';
import { onSaveKey } from '../shell/save-key.ts';
import classes from './contact.module.css';
import type { FileModel } from './model.ts';
import { useChangeClient } from './queries.ts';

type Props = { model: FileModel; onClose: () => void };
const FIELDS = ['firstName', 'lastName', 'email', 'telephone', 'street'] as const;

/** Who the client is and how to reach them, and whose file it is. */
export function Contact({ model, onClose }: Props) {
  const { t } = useTranslation();
  const { view } = model;
  const notify = useNotify();
  const client = useQueryClient();
  const change = useChangeClient(view.id);
  const members = useMembers().data ?? [];
  const form = useForm({
    initialValues: {
      ...Object.fromEntries(FIELDS.map((name) => [name, view.client[name] ?? ''])),
      adviser: view.adviser?.userId ?? '',
    } as Record<(typeof FIELDS)[number] | 'adviser', string>,
    validate: Object.fromEntries(
      FIELDS.map((name) => [name, (value: string) => (containsNir(value) ? t('noteField.number') : null)]),
    ),
  });
  const save = form.onSubmit((typed) => {
    const changed = FIELDS.filter((name) => typed[name].trim() !== (view.client[name] ?? ''));
    const orNull = (name: (typeof FIELDS)[number]) => {
      const value = typed[name].trim();
      return value === '' && name !== 'firstName' && name !== 'lastName' ? null : value;
    };
    change.mutate(
      {
        client: Object.fromEntries(changed.map((name) => [name, orNull(name)])),
        ...((view.adviser?.userId ?? '') === typed.adviser ? {} : { adviser: typed.adviser || null }),
        expectedVersion: view.version,
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
  useKeys([{ keys: 'mod+Enter', act: () => save(), inFields: true }], 'dialog');
  const stale = change.error !== null && asProblem(change.error).type === 'stale_file';
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
        <Select
          label={t('file.contact.adviser')}
          data={members
            .filter(({ active, userId }) => active || userId === view.adviser?.userId)
            .map(({ userId, name }) => ({ value: userId, label: name }))}
          placeholder={t('file.contact.nobody')}
          clearable
          clearButtonProps={{ 'aria-label': t('dayField.clear') }}
          searchable
          selectFirstOptionOnChange
          value={form.values.adviser || null}
          onChange={(adviser) => form.setFieldValue('adviser', adviser ?? '')}
          error={form.errors.adviser}
        />
        {stale ? (
          <p className="small due" role="alert">
            {t('file.contact.stale')}
          </p>
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

import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { NewFile as NewFileBody } from '@suivi/contracts/files';
import type { NewFileCreated } from '@suivi/contracts/files';
import { containsNir } from '@suivi/rules/numbers/nir';
import { ApplicantFields } from '../applicant/applicant-fields.tsx';
import type { Facts } from '../applicant/facts.ts';
import { applicantFrom, NO_FACTS } from '../applicant/facts.ts';
import { ChooseColleague } from '../beside/choose-colleague.tsx';
import { answerOf, asProblem, client as api } from '../shell/api.ts';
import { toFirstFault } from '../shell/first-fault.ts';
import { useKeys } from '../shell/keys.ts';
import { useNotify } from '../shell/notify.tsx';
import { FormProblem } from '../shell/problem.tsx';
import { fileChanged, useMe, useToday } from '../shell/queries.ts';
import { onSaveKey } from '../shell/save-key.ts';
import { TitleRow } from '../shell/title-row.tsx';
import classes from './new-file.module.css';
import type { Client } from './opening.ts';
import { missingOf, planOf } from './opening.ts';
import { FirstPlan } from './first-plan.tsx';

const NOBODY: Client = { firstName: '', lastName: '', email: '', telephone: '', street: '', reference: '' };

/** A client's file, opened today: who they are, what the rules need to know, and the plan that follows. */
export function NewFile() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const today = useToday();
  const notify = useNotify();
  const me = useMe().data;
  const [client, setClient] = useState(NOBODY);
  const [facts, setFacts] = useState<Facts>(NO_FACTS);
  const [adviser, setAdviser] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const typed = useDeferredValue(facts);
  const plan = useMemo(() => planOf(typed, today), [typed, today]);
  /** The same form sent again after a broken connection opens one file. */
  const key = useRef({ print: '', id: '' });
  const create = useMutation({
    mutationFn: (body: NewFileBody) => {
      const print = JSON.stringify(body);
      if (key.current.print !== print) key.current = { print, id: crypto.randomUUID() };
      return answerOf<NewFileCreated>(
        api.POST('/api/files', { params: { header: { 'idempotency-key': key.current.id } }, body }),
      );
    },
    onSuccess: ({ id, reference }) => {
      void fileChanged(cache);
      notify.done(
        t('newFile.done', { name: `${client.firstName} ${client.lastName}`.trim() }),
        t('newFile.doneDetail', { reference }),
      );
      void navigate(`/files/${id}`);
    },
  });

  const missing = missingOf(client, facts, today);
  const numbers = Object.entries(client).flatMap(([name, value]) =>
    containsNir(value) ? [[`client.${name}`, t('noteField.number')] as const] : [],
  );
  const errors: Record<string, string> = {
    ...Object.fromEntries((asProblem(create.error).errors ?? []).map(({ path, message }) => [path, message])),
    ...(tried &&
      Object.fromEntries(Object.entries(missing).map(([path, what]) => [path, t(`newFile.missing.${what}`)]))),
    ...Object.fromEntries(numbers),
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (Object.keys(missing).length + numbers.length > 0) {
      toFirstFault(form.current);
      return;
    }
    if (create.isPending) return;
    const orNull = (value: string) => value.trim() || null;
    const { reference, ...who } = client;
    create.mutate({
      client: {
        firstName: who.firstName.trim(),
        lastName: who.lastName.trim(),
        email: orNull(who.email),
        telephone: orNull(who.telephone),
        street: orNull(who.street),
      },
      // What is not known takes the contract's defaults; the server reads the facts again by the same rules.
      applicant: applicantFrom(facts) as NewFileBody['applicant'],
      reference: orNull(reference),
      adviser,
    });
  };
  useKeys([{ keys: 'mod+Enter', act: () => submit(), inFields: true }]);
  const text = (name: keyof Client, label: string, more: Partial<Parameters<typeof TextInput>[0]> = {}) => (
    <TextInput
      label={label}
      autoComplete="off"
      value={client[name]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setClient((before) => ({ ...before, [name]: value }));
      }}
      error={errors[name === 'reference' ? 'reference' : `client.${name}`] ?? errors[`client.${name}`]}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      {...more}
    />
  );
  const applicantErrors = Object.fromEntries(
    Object.entries(errors).flatMap(([path, message]) =>
      path.startsWith('applicant.') ? [[path.slice('applicant.'.length), message]] : [],
    ),
  );
  return (
    <>
      <TitleRow title={t('newFile.title')}>
        <Button variant="subtle" color="gray" onClick={() => void navigate(-1)}>
          {t('newFile.cancel')}
        </Button>
        <Button
          type="submit"
          form="new-file"
          loading={create.isPending}
          loaderProps={{ size: 14 }}
          rightSection={<kbd>Ctrl Enter</kbd>}
        >
          {create.isPending ? t('newFile.creating') : t('newFile.create')}
        </Button>
      </TitleRow>
      <div className={classes.both}>
        <form
          id="new-file"
          ref={form}
          className={classes.form}
          noValidate
          onSubmit={submit}
          onKeyDownCapture={onSaveKey(() => submit())}
        >
          <fieldset className={classes.part}>
            <legend>{t('newFile.client')}</legend>
            {text('firstName', t('file.contact.firstName'), { autoFocus: true })}
            {text('lastName', t('file.contact.lastName'))}
            {text('email', t('file.contact.email'), { type: 'email', description: t('newFile.emailHint') })}
            {text('telephone', t('file.contact.telephone'))}
            {text('street', t('file.contact.street'))}
            {text('reference', t('newFile.reference'), { description: t('newFile.referenceHint') })}
            <ChooseColleague
              label={t('file.contact.adviser')}
              placeholder={t('newFile.me')}
              among={({ role, userId }) => role !== 'operator' && userId !== me?.userId}
              value={adviser}
              onChange={setAdviser}
              error={errors.adviser}
            />
          </fieldset>
          <ApplicantFields facts={facts} onChange={setFacts} today={today} errors={applicantErrors} />
          {create.error !== null && <FormProblem error={create.error} />}
          <p className="tiny dim">{t('newFile.foot')}</p>
        </form>
        <FirstPlan plan={plan} today={today} />
      </div>
    </>
  );
}

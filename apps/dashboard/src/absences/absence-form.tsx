import { Button, Checkbox, Drawer } from '@mantine/core';
import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { ChooseColleague } from '../beside/choose-colleague.tsx';
import { asProblem } from '../shell/api.ts';
import { dayInSentence } from '../shell/dates.ts';
import { DayField } from '../shell/day-field.tsx';
import { toFirstFault } from '../shell/first-fault.ts';
import { useKeys } from '../shell/keys.ts';
import { useNotify } from '../shell/notify.tsx';
import { FormProblem } from '../shell/problem.tsx';
import type { Member } from '../shell/queries.ts';
import { useMe } from '../shell/queries.ts';
import { onSaveKey } from '../shell/save-key.ts';
import { useLanguage } from '../shell/say.ts';
import { AbsenceEffect } from './absence-effect.tsx';
import classes from './absences.module.css';
import type { Draft } from './draft.ts';
import { absenceOf, draftOfAbsence, faultsOf } from './draft.ts';
import { useEnterAbsence } from './queries.ts';

type Props = { person: Member; members: readonly Member[]; today: Day; onClose: () => void };

/** When somebody is away and who stands in, with what that causes before it is saved. */
export function AbsenceForm({ person, members, today, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  const own = useMe().data?.userId === person.userId;
  const enter = useEnterAbsence();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(() => draftOfAbsence(person.absence, today));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<Draft>) => {
    enter.reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  const faults = faultsOf(draft, today, members);
  const refused = Object.fromEntries((asProblem(enter.error).errors ?? []).map(({ path, message }) => [path, message]));
  const nameOf = (userId: string | null) => members.find((member) => member.userId === userId)?.name ?? '';
  const wrong = (field: keyof typeof faults): string | undefined => {
    const fault = faults[field];
    // What is missing is told when somebody saves; what cannot be, at once.
    const missing = fault === 'from' || fault === 'to';
    if (fault !== undefined && (tried || !missing))
      return t(`absences.fault.${fault}`, { name: nameOf(draft.substitute) });
    return refused[field];
  };
  const absence = absenceOf(draft);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (absence === null || Object.keys(faults).length > 0) {
      toFirstFault(form.current);
      return;
    }
    if (enter.isPending) return;
    enter.mutate(
      { userId: person.userId, absence },
      {
        onSuccess: () => {
          const day = absence.to === null ? null : dayInSentence(absence.to, today, language);
          notify.done(
            t('absences.done'),
            absence.substitute === null || day === null
              ? undefined
              : t('absences.doneUntil', { name: nameOf(absence.substitute), day }),
          );
          onClose();
        },
      },
    );
  };
  useKeys([{ keys: 'mod+Enter', act: () => submit(), inFields: true }], 'dialog');
  return (
    <Drawer
      opened
      onClose={onClose}
      size={460}
      title={
        <b className={classes.title}>{own ? t('absences.form.own') : t('absences.form.of', { name: person.name })}</b>
      }
    >
      <form
        ref={form}
        // No field yet: its calendar would open over the others.
        tabIndex={-1}
        data-autofocus
        className={classes.form}
        noValidate
        onSubmit={submit}
        onKeyDownCapture={onSaveKey(() => submit())}
      >
        <DayField
          label={t('absences.form.from')}
          value={draft.from}
          onChange={(from) => change({ from })}
          today={today}
          anyDay
          error={wrong('from')}
        />
        {!draft.open && (
          <DayField
            label={t('absences.form.to')}
            value={draft.to}
            onChange={(to) => change({ to })}
            today={today}
            anyDay
            error={wrong('to')}
          />
        )}
        <Checkbox
          label={t('absences.form.open')}
          checked={draft.open}
          onChange={(event) => change({ open: event.currentTarget.checked })}
        />
        <ChooseColleague
          label={t('absences.form.substitute')}
          placeholder={t('absences.form.nobody')}
          hint={t('absences.form.substituteHint')}
          among={({ userId, role }) => userId !== person.userId && role !== 'operator'}
          value={draft.substitute}
          onChange={(substitute) => change({ substitute })}
          error={wrong('substitute')}
        />
        {absence !== null && Object.keys(faults).length === 0 && (
          <AbsenceEffect person={person} absence={absence} members={members} today={today} />
        )}
        {enter.error !== null && Object.keys(refused).length === 0 && <FormProblem error={enter.error} />}
        <div className={classes.foot}>
          <Button variant="subtle" color="gray" onClick={onClose} rightSection={<kbd>Esc</kbd>}>
            {t('absences.form.cancel')}
          </Button>
          <Button type="submit" loading={enter.isPending} rightSection={<kbd>Ctrl Enter</kbd>}>
            {enter.isPending ? t('absences.form.saving') : t('absences.form.save')}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}

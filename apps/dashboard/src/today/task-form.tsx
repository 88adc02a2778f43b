import { Button, MultiSelect, SegmentedControl } from '@mantine/core';
import type { FormEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkItem } from '@suivi/contracts/tasks';
import type { Day } from '@suivi/rules/calendar/days';
import { documentName } from '@suivi/rules/documents/names';
import type { DocumentCode } from '@suivi/rules/vocabulary';
import { CALL_OUTCOMES, DOCUMENTS } from '@suivi/rules/vocabulary';
import { dayInSentence } from '../shell/dates.ts';
import { DayField } from '../shell/day-field.tsx';
import { useKeys } from '../shell/keys.ts';
import { NoteField, noteIsClean } from '../shell/note-field.tsx';
import { FormProblem } from '../shell/problem.tsx';
import { useLanguage } from '../shell/say.ts';
import { TrackingField } from '../shell/tracking-field.tsx';
import type { Answer, AnswerFault } from './answer.ts';
import { eventOf, faultOf, formOf } from './answer.ts';
import { Choices } from './choices.tsx';
import classes from './task-form.module.css';
import { Then } from './then.tsx';
import { useAnswerTask } from './use-answer-task.ts';

const TRACES = ['delivered', 'moving', 'at_counter', 'returned', 'undeliverable'] as const;

type Props = { item: WorkItem; today: Day; startWith?: Partial<Answer>; onDone: () => void; onCancel: () => void };

/** The small form that answers a task in its row: what happened, what will follow, save. */
export function TaskForm({ item, today, startWith, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const form = formOf(item);
  const [typed, setTyped] = useState<Partial<Answer>>({ on: today, method: 'online', ...startWith });
  const [noteOpen, setNoteOpen] = useState(
    form === 'done' && item.kind !== 'open_ameli_account' && item.kind !== 'declare_gp',
  );
  const [fault, setFault] = useState<AnswerFault | null>(null);
  const saveButton = useRef<HTMLButtonElement>(null);
  const { save, saving, error } = useAnswerTask(item, today, onDone);
  const startsWhole =
    startWith?.outcome !== undefined &&
    startWith.outcome !== 'call_back_on' &&
    startWith.outcome !== 'documents_missing';
  // The outcome came by its key: Enter saves.
  useEffect(() => {
    if (startsWhole) saveButton.current?.focus();
  }, [startsWhole]);

  const change = (part: Partial<Answer>) => {
    setFault(null);
    setTyped((before) => ({ ...before, ...part }));
  };
  const answer: Answer = { note: '', ...typed, on: typed.on ?? today };
  const wrong = faultOf(form, typed, today);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setFault(wrong);
    if (wrong === null && noteIsClean(answer.note) && !saving) save(answer);
  };
  const choose = (part: Partial<Answer>) => {
    change(part);
    // Enter then saves: a call takes two keys.
    saveButton.current?.focus();
  };
  useKeys([
    { keys: 'Escape', act: onCancel, inFields: true },
    { keys: 'mod+Enter', act: () => submit(), inFields: true },
    ...(form === 'call'
      ? CALL_OUTCOMES.map((outcome, i) => ({
          keys: String(i + 1),
          act: () => choose({ outcome }),
          words: t('today.keys.outcome'),
          quiet: true,
        }))
      : []),
    ...(form === 'call' || form === 'done'
      ? [{ keys: 'n', act: () => setNoteOpen(true), words: t('today.keys.note'), quiet: true }]
      : []),
  ]);
  const said = (of: readonly AnswerFault[]): string | undefined =>
    fault !== null && of.includes(fault)
      ? fault === 'ahead'
        ? t('today.fault.ahead', { day: dayInSentence(answer.on, today, language) })
        : t(`today.fault.${fault}`)
      : undefined;
  const otherFault = said(['outcome', 'choice']);
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {form === 'call' && (
        <Choices
          label={t('today.outcome')}
          numbered
          chosen={typed.outcome}
          onChoose={(outcome) => change({ outcome })}
          onAgain={() => submit()}
          of={CALL_OUTCOMES.map((outcome) => ({ id: outcome, words: t(`outcome.${outcome}`) }))}
        />
      )}
      {form === 'trace' && (
        <Choices
          label={t('today.trace.label')}
          chosen={typed.trace}
          onChoose={(trace) => change({ trace })}
          onAgain={() => submit()}
          of={TRACES.map((trace) => ({ id: trace, words: t(`today.trace.${trace}`) }))}
        />
      )}
      <div className={classes.fields}>
        {typed.outcome === 'call_back_on' && (
          <DayField
            label={t('today.callBackOn')}
            value={typed.callBackOn ?? null}
            onChange={(callBackOn) => change({ callBackOn })}
            today={today}
            ahead
            autoFocus
            error={said(['callBack'])}
          />
        )}
        {typed.outcome === 'documents_missing' && (
          <MultiSelect
            label={t('today.documents')}
            className={classes.wide}
            searchable
            autoFocus
            value={typed.documents ?? []}
            onChange={(documents) => change({ documents: documents as DocumentCode[] })}
            data={DOCUMENTS.map((code) => ({ value: code, label: documentName[code][language] }))}
            error={said(['documents'])}
          />
        )}
        {form !== 'call' && (
          <DayField
            label={t('today.day')}
            value={typed.on ?? null}
            onChange={(on) => change({ on: on ?? undefined })}
            today={today}
            error={said(['day', 'ahead'])}
          />
        )}
        {form === 'posting' && (
          <TrackingField
            label={t('trackingField.label')}
            value={typed.trackingNumber ?? ''}
            onChange={(trackingNumber) => change({ trackingNumber })}
            autoFocus
          />
        )}
        {form === 'order' && (
          <div>
            <div className="small strong" aria-hidden="true">
              {t('today.cardHow.label')}
            </div>
            <SegmentedControl
              aria-label={t('today.cardHow.label')}
              value={typed.method}
              onChange={(method) => change({ method: method === 'post' ? 'post' : 'online' })}
              data={[
                { value: 'online', label: t('today.cardHow.online') },
                { value: 'post', label: t('today.cardHow.post') },
              ]}
            />
          </div>
        )}
        {noteOpen && (
          <div className={classes.wide}>
            <NoteField
              value={typed.note ?? ''}
              onChange={(note) => change({ note })}
              autoFocus={form === 'call' || form === 'done'}
            />
          </div>
        )}
      </div>
      {otherFault !== undefined && (
        <p className="due tiny" role="alert">
          {otherFault}
        </p>
      )}
      <FormProblem error={error} />
      <div className={classes.foot}>
        <Then fileId={item.file.id} today={today} event={wrong === null ? eventOf(item, answer) : null} />
        {!noteOpen && form === 'call' && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            className={classes.quiet}
            onClick={() => setNoteOpen(true)}
            rightSection={<kbd>N</kbd>}
          >
            {t('today.addNote')}
          </Button>
        )}
        <Button
          ref={saveButton}
          type="submit"
          size="compact-sm"
          loading={saving}
          loaderProps={{ size: 14 }}
          rightSection={<kbd>{form === 'done' ? 'Ctrl Enter' : 'Enter'}</kbd>}
        >
          {saving ? t('today.saving') : t('today.save')}
        </Button>
      </div>
    </form>
  );
}

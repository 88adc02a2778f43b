import { Input, MultiSelect, SegmentedControl, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BULK_EVENTS } from '@suivi/contracts/bulk';
import { documentName } from '@suivi/rules/documents/names';
import { CALL_OUTCOMES, DOCUMENTS } from '@suivi/rules/vocabulary';
import { DayField } from '../shell/day-field.tsx';
import { NoteField } from '../shell/note-field.tsx';
import { useToday } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import { Options } from './options.tsx';
import type { PanelProps } from './panel.ts';
import classes from './bulk.module.css';
import type { Draft, Field } from './draft.ts';
import { actionOf, fieldsOf } from './draft.ts';
import { Foreseen } from './foreseen.tsx';

/** The same event for many, with what it will cause in each. */
export function RecordPanel({ ids, onClose, onDone }: PanelProps) {
  const { t } = useTranslation();
  const today = useToday();
  const [draft, setDraft] = useState<Draft>({
    type: 'document_received',
    on: today,
    document: null,
    documents: [],
    outcome: null,
    callBackOn: null,
    replyBy: null,
    method: 'online',
    note: '',
  });
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  // While a note is typed nothing is asked.
  const [settled] = useDebouncedValue(draft, 250);
  const action = settled === draft ? actionOf(draft, today) : null;
  return (
    <Foreseen
      kind="record"
      action={action}
      ids={ids}
      title={() =>
        action === null ? t('bulk.title.recordOpen') : t('bulk.title.record', { event: t(`event.${draft.type}`) })
      }
      form={
        <div className={classes.fields}>
          <Select
            label={t('bulk.what')}
            data={BULK_EVENTS.map((type) => ({ value: type, label: t(`event.${type}`) }))}
            value={draft.type}
            onChange={(value) => {
              const type = BULK_EVENTS.find((one) => one === value);
              if (type !== undefined) change({ type });
            }}
            searchable
            allowDeselect={false}
            selectFirstOptionOnChange
            openOnFocus={false}
            autoFocus
            onFocus={(event) => event.currentTarget.select()}
            nothingFoundMessage={t('record.nothingFound')}
          />
          <DayField
            label={t('record.day')}
            value={draft.on}
            onChange={(on) => change({ on })}
            today={today}
            error={draft.on !== null && draft.on > today ? t('bulk.ahead') : undefined}
          />
          {fieldsOf(draft).map((field) => (
            <BulkField key={field} field={field} draft={draft} change={change} />
          ))}
        </div>
      }
      onClose={onClose}
      onDone={onDone}
      takesFocus={false}
    />
  );
}

type FieldProps = { field: Field; draft: Draft; change: (part: Partial<Draft>) => void };

function BulkField({ field, draft, change }: FieldProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const papers = DOCUMENTS.map((code) => ({ value: code, label: documentName[code][language] }));
  switch (field) {
    case 'document':
      return (
        <Select
          label={t('bulk.document')}
          // Of a child there is one in each file: these are recorded there.
          data={papers.filter(({ value }) => !value.startsWith('child_'))}
          value={draft.document}
          onChange={(value) => change({ document: DOCUMENTS.find((code) => code === value) ?? null })}
          searchable
          selectFirstOptionOnChange
        />
      );
    case 'documents':
      return (
        <MultiSelect
          label={t('record.field.documents')}
          data={papers}
          value={draft.documents}
          onChange={(values) => change({ documents: DOCUMENTS.filter((code) => values.includes(code)) })}
          searchable
          selectFirstOptionOnChange
        />
      );
    case 'outcome':
      return (
        <Input.Wrapper label={t('record.field.outcome')} labelElement="div" className={classes.wide}>
          <Options
            label={t('record.field.outcome')}
            of={CALL_OUTCOMES.map((id) => ({ id, words: t(`outcome.${id}`) }))}
            chosen={draft.outcome ?? undefined}
            onChoose={(outcome) => change({ outcome })}
          />
        </Input.Wrapper>
      );
    case 'callBackOn':
    case 'replyBy':
      return (
        <DayField
          label={t(`record.field.${field}`)}
          value={draft[field]}
          onChange={(on) => change({ [field]: on })}
          today={today}
          ahead={field === 'callBackOn'}
          anyDay
          clearable={field === 'replyBy'}
        />
      );
    case 'method':
      return (
        <Input.Wrapper label={t('record.field.method')} labelElement="div">
          <div>
            <SegmentedControl
              aria-label={t('record.field.method')}
              value={draft.method}
              onChange={(method) => change({ method: method === 'post' ? 'post' : 'online' })}
              data={(['online', 'post'] as const).map((id) => ({ value: id, label: t(`sentBy.${id}`) }))}
            />
          </div>
        </Input.Wrapper>
      );
    case 'note':
      return (
        <div className={classes.wide}>
          <NoteField
            label={t(draft.type === 'withdrawn' ? 'record.field.reason' : 'record.field.note')}
            value={draft.note}
            onChange={(note) => change({ note })}
            hint={t('record.field.noteHint')}
          />
        </div>
      );
  }
}

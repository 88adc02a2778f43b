import { Input, MultiSelect, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { documentName } from '@suivi/rules/documents/names';
import type { DocumentCode } from '@suivi/rules/vocabulary';
import { CALL_OUTCOMES, DOCUMENTS, FAULTS, POST_STATUSES, SUBMISSION_METHODS } from '@suivi/rules/vocabulary';
import { ApplicantFields } from '../applicant/applicant-fields.tsx';
import type { FileModel } from '../file/model.ts';
import { DayField } from '../shell/day-field.tsx';
import { NoteField } from '../shell/note-field.tsx';
import { useLanguage } from '../shell/say.ts';
import { TrackingField } from '../shell/tracking-field.tsx';
import { Choices } from '../today/choices.tsx';
import type { Draft, Field } from './draft.ts';
import { AboutField, PapersField, VoidsField } from './file-fields.tsx';
import { IbanCheck } from './iban-check.tsx';
import { NumberCheck } from './number-check.tsx';
import { SentTo } from './sent-to.tsx';

type Props = {
  field: Field;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  model: FileModel;
  error?: string;
  /** What the server says of a fact, by its path. */
  factErrors: Readonly<Record<string, string>>;
  submit: () => void;
  /** Where a person begins: the field to scan into. */
  autoFocus?: boolean;
};

/** One field of the form. */
export function RecordField({ field, draft, change, model, error, factErrors, submit, autoFocus }: Props): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = model;
  const toClient = draft.type === 'document_rejected';
  const answers = <T extends string>(label: string, of: readonly { id: T; words: string }[], chosen: T | null, choose: (id: T) => void, columns = 3) => (
    <Input.Wrapper label={label} error={error} labelElement="div">
      <Choices label={label} of={of} chosen={chosen ?? undefined} onChoose={choose} onAgain={submit} columns={columns} numbered={field === 'outcome'} />
    </Input.Wrapper>
  ); // prettier-ignore
  const segments = <T extends string>(label: string, of: readonly T[], value: T, choose: (id: T) => void, words: (id: T) => string) => (
    <Input.Wrapper label={label} error={error} labelElement="div">
      <div>
        <SegmentedControl aria-label={label} value={value} onChange={(id) => choose(id as T)} data={of.map((id) => ({ value: id, label: words(id) }))} />
      </div>
    </Input.Wrapper>
  ); // prettier-ignore
  const laterDay = (name: 'callBackOn' | 'replyBy', hint?: string) => (
    <DayField
      label={t(`record.field.${name}`)}
      value={draft[name]}
      onChange={(on) => change({ [name]: on })}
      today={today}
      ahead={name === 'callBackOn'}
      anyDay
      clearable={name === 'replyBy'}
      error={error}
      hint={hint}
    />
  );
  switch (field) {
    case 'papers':
      return (
        <>
          <PapersField draft={draft} change={change} model={model} error={error} />
          {draft.papers.includes('rib') && <IbanCheck />}
        </>
      );
    case 'fault':
      return answers(
        t('record.field.fault'),
        FAULTS.map((id) => ({ id, words: t(`fault.${id}`) })),
        draft.fault,
        (fault) => change({ fault }),
      );
    case 'method':
      return (
        <>
          {segments(
            t('record.field.method'),
            SUBMISSION_METHODS,
            draft.method,
            (method) => change({ method }),
            (id) => t(`sentBy.${id}`),
          )}
          {draft.method !== 'online' && draft.type !== 'appeal_sent' && <SentTo model={model} />}
        </>
      );
    case 'cardMethod':
      return segments(
        t('record.field.method'),
        ['online', 'post'] as const,
        draft.cardMethod,
        (cardMethod) => change({ cardMethod }),
        (id) => t(`sentBy.${id}`),
      );
    case 'outcome':
      return answers(
        t('record.field.outcome'),
        CALL_OUTCOMES.map((id) => ({ id, words: t(`outcome.${id}`) })),
        draft.outcome,
        (outcome) => change({ outcome }),
      );
    case 'decision':
      return answers(
        t('record.field.decision'),
        (['accepted', 'rejected'] as const).map((id) => ({ id, words: t(`record.decision.${id}`) })),
        draft.decision,
        (decision) => change({ decision }),
        2,
      );
    case 'status':
      return answers(
        t('record.field.status'),
        POST_STATUSES.map((id) => ({ id, words: t(`letter.${id}`) })),
        draft.status,
        (status) => change({ status }),
      );
    case 'documents':
      return (
        <MultiSelect
          label={t(draft.type === 'supplement_sent' ? 'record.field.documentsSent' : 'record.field.documents')}
          searchable
          selectFirstOptionOnChange
          value={draft.documents}
          onChange={(documents) => change({ documents: documents as DocumentCode[] })}
          data={DOCUMENTS.map((code) => ({ value: code, label: documentName[code][language] }))}
          error={error}
        />
      );
    case 'trackingNumber':
      return (
        <TrackingField
          label={t('trackingField.label')}
          value={draft.trackingNumber}
          onChange={(trackingNumber) => change({ trackingNumber })}
          error={error}
          autoFocus={autoFocus}
        />
      );
    case 'callBackOn':
      return laterDay('callBackOn');
    case 'replyBy':
      return laterDay('replyBy', t('record.field.replyByHint'));
    case 'validUntil':
      return (
        <DayField
          label={t('record.field.validUntil')}
          value={draft.validUntil}
          onChange={(validUntil) => change({ validUntil })}
          today={today}
          anyDay
          clearable
          error={error}
        />
      );
    case 'notifiedOn':
      return (
        <DayField
          label={t('record.field.notifiedOn')}
          value={draft.notifiedOn ?? draft.on}
          onChange={(notifiedOn) => change({ notifiedOn })}
          today={today}
          anyDay
          error={error}
          hint={t('record.field.notifiedHint')}
        />
      );
    case 'number':
      return <NumberCheck permanent={draft.type === 'social_security_number_received'} />;
    case 'facts':
      return (
        <>
          <ApplicantFields
            facts={draft.facts}
            onChange={(facts) => change({ facts })}
            today={today}
            errors={factErrors}
          />
          {error !== undefined && (
            <p className="due tiny" role="alert">
              {error}
            </p>
          )}
        </>
      );
    case 'about':
      return <AboutField draft={draft} change={change} model={model} error={error} />;
    case 'voids':
      return <VoidsField draft={draft} change={change} model={model} error={error} />;
    case 'note':
    case 'reason':
      return (
        <NoteField
          label={t(toClient ? 'record.field.toClient' : `record.field.${field}`)}
          value={draft.note}
          onChange={(note) => change({ note })}
          error={error}
          hint={t(toClient ? 'record.field.toClientHint' : 'record.field.noteHint')}
        />
      );
  }
}

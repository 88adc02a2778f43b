import { MultiSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { inWords } from '@suivi/rules/calendar/words';
import { documentName } from '@suivi/rules/documents/names';
import type { Event } from '@suivi/rules/file';
import type { PlannedDocument } from '@suivi/rules/plan-types';
import { useEventName } from '../file/event-name.ts';
import type { FileModel } from '../file/model.ts';
import { dayInList } from '../shell/dates.ts';
import { useLanguage } from '../shell/say.ts';
import { taskName } from '../shell/task-name.tsx';
import type { Draft } from './draft.ts';
import { answerable } from './propose.ts';
import { paperValue } from './start.ts';

type Props = { draft: Draft; change: (part: Partial<Draft>) => void; model: FileModel; error?: string };

/** The papers of the file, those that are needed first; a child's by its birth date. */
export function PapersField({ draft, change, model, error }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { plan, applicant, today } = model;
  const bornOn = (id: string): Day | undefined => applicant.members.find((member) => member.id === id)?.birthDate;
  const label = ({ code, member }: PlannedDocument): string => {
    const born = member === null ? undefined : bornOn(member);
    const name = documentName[code][language];
    return born === undefined
      ? name
      : `${name} · ${t('file.documents.child', { day: inWords(born, language, { year: today }) })}`;
  };
  const needed = plan.documents.filter(({ need }) => need !== 'not_needed');
  const others = plan.documents.filter(({ need }) => need === 'not_needed');
  return (
    <MultiSelect
      label={t('record.field.papers')}
      placeholder={draft.papers.length === 0 ? t('record.field.papersMore') : undefined}
      searchable
      selectFirstOptionOnChange
      hidePickedOptions
      value={draft.papers}
      onChange={(papers) => change({ papers })}
      data={[...needed, ...others].map((paper) => ({ value: paperValue(paper), label: label(paper) }))}
      error={error}
    />
  );
}

/** The open task that the event answers. */
export function AboutField({ draft, change, model, error }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { plan, today } = model;
  const tasks = answerable(draft.type, plan.tasks);
  if (tasks.length === 0 && draft.type !== 'task_done') return null;
  return (
    <Select
      label={t('record.field.about')}
      placeholder={draft.type === 'task_done' ? undefined : t('record.field.aboutNone')}
      data={tasks.map((task) => ({
        value: task.key,
        label: `${taskName(t, task)} · ${dayInList(task.dueOn, today, language)}`,
      }))}
      clearable={draft.type !== 'task_done'}
      clearButtonProps={{ 'aria-label': t('dayField.clear') }}
      value={draft.about}
      onChange={(about) => change({ about })}
      error={error}
    />
  );
}

/** The events that stand, the newest first. */
export function VoidsField({ draft, change, model, error }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useEventName(model.caisse);
  const { view, today } = model;
  return (
    <Select
      label={t('record.field.voids')}
      searchable
      selectFirstOptionOnChange
      data={view.events
        .filter(({ type, voided }) => type !== 'voided' && !voided)
        .toReversed()
        .map(({ id, event, on }) => ({
          value: id,
          label: `${nameOf([event as Event])}${on === null ? '' : ` · ${dayInList(on, today, language)}`}`,
        }))}
      value={draft.voids}
      onChange={(voids) => change({ voids })}
      error={error}
    />
  );
}

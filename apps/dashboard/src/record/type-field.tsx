import { Select } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EventType } from '@suivi/rules/vocabulary';
import { EVENT_TYPES } from '@suivi/rules/vocabulary';
import type { FileModel } from '../file/model.ts';
import { dayInList, dayInSentence, lateness } from '../shell/dates.ts';
import { useLanguage } from '../shell/say.ts';
import { taskName } from '../shell/task-name.tsx';
import type { Draft } from './draft.ts';
import { GROUPS, likelyEvents } from './likely.ts';
import { eventForTask } from './propose.ts';
import type { Asked } from './start.ts';
import { taskProposed } from './start.ts';

/** What happened: every event of the contract, the likely ones first, and why the chosen one is proposed. */
export function TypeField({
  draft,
  model,
  asked,
  onType,
}: {
  draft: Draft;
  model: FileModel;
  asked: Asked;
  onType: (type: EventType) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { plan, today } = model;
  const due = plan.tasks.filter(({ dueOn }) => dueOn <= today);
  const likely = likelyEvents(due, plan.stage);
  const task = taskProposed(model, asked);
  const option = (type: EventType) => ({ value: type, label: t(`event.${type}`) });
  const hint =
    task === undefined || eventForTask(task) !== draft.type
      ? undefined
      : task.dueOn < today
        ? t('record.proposedLate', { task: taskName(t, task), late: lateness(task.dueOn, today, language) })
        : t('record.proposedToday', {
            task: taskName(t, task),
            day:
              task.dueOn === today
                ? dayInList(today, today, language)
                : t('record.on', { day: dayInSentence(task.dueOn, today, language) }),
          });
  return (
    <Select
      label={t('record.what')}
      openOnFocus={false}
      searchable
      allowDeselect={false}
      selectFirstOptionOnChange
      nothingFoundMessage={t('record.nothingFound')}
      data={[
        ...(likely.length === 0 ? [] : [{ group: t('record.group.likely'), items: likely.map(option) }]),
        ...Object.entries(GROUPS).map(([group, types]) => ({
          group: t(`record.group.${group as keyof typeof GROUPS}`),
          items: types.filter((type) => !likely.includes(type)).map(option),
        })),
      ]}
      maxDropdownHeight={420}
      value={draft.type}
      onChange={(value) => {
        const type = EVENT_TYPES.find((one) => one === value);
        if (type !== undefined) onType(type);
      }}
      description={hint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      rightSection={<IconSelector aria-hidden="true" />}
      rightSectionPointerEvents="none"
    />
  );
}

import { useTranslation } from 'react-i18next';
import type { FileChange } from '@suivi/contracts/changes';
import { OTHER_CHANGES } from '@suivi/contracts/changes';
import { CLIENT_FIELDS } from '@suivi/contracts/files';
import { LETTER_PARTS } from '@suivi/contracts/letters';
import type { Day } from '@suivi/rules/calendar/days';
import { inWords } from '@suivi/rules/calendar/words';
import { EVENT_TYPES, TASK_KINDS } from '@suivi/rules/vocabulary';
import { useLanguage } from '../shell/say.ts';
import { useTaskName } from '../shell/task-name.tsx';

const FIELDS = [...CLIENT_FIELDS, 'adviser', ...LETTER_PARTS] as const;

/** What somebody did, to stand behind their name: "recorded “Received by CPAM” on 21 May". */
export function useChangeWords(today: Day): (change: FileChange) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useTaskName();
  return ({ type, on, task = '', fields = [] }) => {
    if (type === 'voided') return t('beside.did.voided');
    const event = EVENT_TYPES.find((one) => one === type);
    if (event !== undefined)
      return on === null
        ? t('beside.did.event', { event: t(`event.${event}`) })
        : t('beside.did.eventOn', { event: t(`event.${event}`), day: inWords(on as Day, language, { year: today }) });
    const other = OTHER_CHANGES.find((one) => one === type);
    if (other === undefined) return t('beside.did.other');
    const kind = TASK_KINDS.find((one) => one === task.split(':')[0]);
    const named = FIELDS.filter((field) => fields.includes(field)).map((field) => t(`beside.field.${field}`));
    if (named.length === 0 && (other === 'client_changed' || other === 'letter_changed')) return t('beside.did.other');
    return t(`beside.did.${other}`, {
      task: kind === undefined ? '' : nameOf({ key: task, kind }),
      fields: named.join(', '),
    });
  };
}

import { useTranslation } from 'react-i18next';
import type { RecordedEvent } from '@suivi/contracts/files';
import type { Day } from '@suivi/rules/calendar/days';
import { dayInSentence, timeOf } from '../shell/dates.ts';
import { useLanguage } from '../shell/say.ts';

/** Who recorded an event and when, or by which way it came. */
export function RecordedBy({ recorded, today }: { recorded: RecordedEvent; today: Day }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { origin, recordedBy, recordedAt } = recorded;
  const instant = {
    day: dayInSentence(recordedAt.slice(0, 10) as Day, today, language),
    time: timeOf(recordedAt, language),
  };
  if (origin === 'import') return t('file.axis.imported', instant);
  if (origin === 'client') return t('file.axis.fromClient', instant);
  if (origin === 'la_poste') return t('file.axis.fromPost', instant);
  return t('file.axis.recorded', { name: recordedBy, ...instant });
}

import { Trans, useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { documentName } from '@suivi/rules/documents/names';
import type { Event } from '@suivi/rules/file';
import { dayInSentence } from '../shell/dates.ts';
import { useLanguage } from '../shell/say.ts';
import { taskName } from '../shell/task-name.tsx';
import { spacedTracking } from '../shell/tracking-field.tsx';
import type { TaskKind } from '@suivi/rules/vocabulary';

/** The facts of one event, or of papers that came together: numbers, papers, days, the note. */
export function EventDetail({ events, today }: { events: readonly [Event, ...Event[]]; today: Day }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [event] = events;
  const day = (on: Day) => dayInSentence(on, today, language);
  const said: string[] = [];
  // A call says by itself what it was about; a letter is known by the task it answers.
  const about = event.type === 'letter_sent' ? event.about : null;
  const note = 'note' in event ? event.note : 'reason' in event ? event.reason : null;

  if (event.type.startsWith('document_') && events.length > 1)
    said.push(`${events.map((one) => ('document' in one ? documentName[one.document][language] : '')).join(', ')}.`);
  if (event.type === 'document_rejected' && events.length === 1) said.push(`${t(`fault.${event.fault}`)}.`);
  if ('documents' in event && event.documents !== null && event.documents.length > 0)
    said.push(`${event.documents.map((code) => documentName[code][language]).join(', ')}.`);
  if (event.type === 'documents_requested' && event.replyBy !== null)
    said.push(t('file.detail.replyBy', { day: day(event.replyBy) }));
  if (event.type === 'call_made' && event.callBackOn !== null)
    said.push(t('file.detail.callBackOn', { day: day(event.callBackOn) }));
  if (events.length === 1 && 'validUntil' in event && event.validUntil !== null)
    said.push(t('file.detail.validUntil', { day: day(event.validUntil) }));
  if (event.type === 'refused' && event.notifiedOn !== event.on)
    said.push(t('file.detail.notifiedOn', { day: day(event.notifiedOn) }));
  if (event.type === 'applicant_changed')
    said.push(
      t('file.detail.changed', {
        facts: Object.keys(event.changes)
          .map((fact) => t(`applicant.fact.${fact as keyof typeof event.changes}`).toLowerCase())
          .join(', '),
      }),
    );
  if ('method' in event && event.type !== 'file_submitted' && event.method !== 'registered_post')
    said.push(`${t(`sentBy.${event.method}`)}.`);
  if (about !== null) said.push(`${taskName(t, { key: about, kind: about.split(':')[0] as TaskKind })}.`);
  if (note !== null) said.push(`“${note}”`);

  const registered = 'method' in event && event.method === 'registered_post';
  const number = 'trackingNumber' in event ? event.trackingNumber : null;
  if (said.length === 0 && number === null && !registered) return null;
  return (
    <>
      {number !== null ? (
        registered ? (
          <Trans
            i18nKey="file.detail.tracking"
            values={{ number: spacedTracking(number) }}
            components={{ m: <span className="mono" /> }}
          />
        ) : (
          <span className="mono">{spacedTracking(number)}</span>
        )
      ) : (
        registered && t('file.detail.registered')
      )}{' '}
      {said.join(' ')}
    </>
  );
}

import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Event } from '@suivi/rules/file';
import { documentName } from '@suivi/rules/documents/names';
import type { Language, TaskKind } from '@suivi/rules/vocabulary';
import { useLanguage } from '../shell/say.ts';
import { taskName } from '../shell/task-name.tsx';

type Named = { t: TFunction; language: Language; caisse: string | null };

/** What happened, in a few words: "Posted to CPAM de Dordogne", "9 documents verified". */
export function eventName([event, ...others]: readonly [Event, ...Event[]], { t, language, caisse }: Named): string {
  const count = others.length + 1;
  const body = caisse ?? t('file.wait.cpam');
  switch (event.type) {
    case 'document_received':
      return t('file.event.received', { count, document: documentName[event.document][language] });
    case 'document_verified':
      return t('file.event.verified', { count, document: documentName[event.document][language] });
    case 'document_rejected':
      return t('file.event.rejected', { count, document: documentName[event.document][language] });
    case 'file_submitted':
      if (event.method === 'online') return t('file.event.filedOnline');
      return t(event.method === 'appointment' ? 'file.event.handedIn' : 'file.event.posted', { caisse: body });
    case 'call_made':
      return t('file.event.call', { outcome: t(`outcome.${event.outcome}`).replace('…', '').toLowerCase() });
    case 'post_tracked':
      return t('file.event.tracked', { status: t(`letter.${event.status}`).toLowerCase() });
    case 'appeal_decided':
      return t('file.event.decided', { outcome: t(`file.event.${event.outcome}`) });
    case 'task_done':
      return t('file.event.taskDone', {
        task: taskName(t, { key: event.about, kind: event.about.split(':')[0] as TaskKind }),
      });
    default:
      return t(`event.${event.type}`);
  }
}

export function useEventName(caisse: string | null): (events: readonly [Event, ...Event[]]) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (events) => eventName(events, { t, language, caisse });
}

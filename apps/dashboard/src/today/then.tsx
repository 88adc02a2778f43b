import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Fragment } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import type { Words } from '@suivi/rules/vocabulary';
import { dayInList } from '../shell/dates.ts';
import { Because, Explained } from '../shell/explained.tsx';
import { useFile } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import { useTaskName } from '../shell/task-name.tsx';
import type { AnswerEvent } from './answer.ts';

type Props = { fileId: string; today: Day; event: AnswerEvent | null };

/** One line of what saving will cause, planned in the browser by the same rules as the server's. */
export function Then({ fileId, today, event }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useTaskName();
  const file = useFile(fileId).data;
  const ahead =
    useQuery({
      queryKey: ['ahead', fileId, file?.version, today, JSON.stringify(event)],
      // The rules come with the first task that is opened.
      queryFn: async () => {
        const { planAhead } = await import('./plan-ahead.ts');
        return file === undefined || event === null ? null : planAhead(file.input, event, today);
      },
      enabled: file !== undefined && event !== null,
      placeholderData: keepPreviousData,
      staleTime: Infinity,
    }).data ?? null;

  const parts: ReactNode[] = [];
  const explained = ({ because, source, key }: { because: Words; source?: string; key: string }) => (
    <Explained explanation={<Because because={because} source={source} of={key} />} />
  );
  if (ahead !== null && event !== null) {
    if (ahead.stage !== null) parts.push(t('today.then.stage', { stage: t(`stage.${ahead.stage}`) }));
    else if (ahead.emails.length === 0 && ahead.planStands) parts.push(t('today.then.stands'));
    const [email] = ahead.emails;
    if (email !== undefined) {
      const count = ahead.emails.length;
      parts.push(
        email.sendOn <= today ? (
          t('today.then.emailsToday', { count })
        ) : (
          <Trans
            i18nKey="today.then.emails"
            count={count}
            values={{ count, day: dayInList(email.sendOn, today, language) }}
            components={{ d: explained(email) }}
          />
        ),
      );
    }
    if (ahead.next === null) parts.push(t('today.then.nothing'));
    else {
      const name = nameOf(ahead.next);
      // In the middle of a sentence.
      const task = name.charAt(0).toLowerCase() + name.slice(1);
      parts.push(
        ahead.next.dueOn <= today ? (
          t('today.then.nextToday', { task })
        ) : (
          <Trans
            i18nKey="today.then.next"
            values={{ task, day: dayInList(ahead.next.dueOn, today, language) }}
            components={{ d: explained(ahead.next) }}
          />
        ),
      );
    }
  }
  return (
    <span className="grow" role="status">
      {parts.length > 0 && (
        <>
          <b className="strong">{t('today.then.label')}</b>{' '}
          {parts.map((part, i) => (
            <Fragment key={i}>{part} </Fragment>
          ))}
        </>
      )}
    </span>
  );
}

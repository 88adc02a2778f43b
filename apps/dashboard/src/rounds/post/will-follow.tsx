import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PostLetter } from '@suivi/contracts/post';
import type { FileView } from '@suivi/contracts/files';
import type { Day } from '@suivi/rules/calendar/days';
import { dayInList } from '../../shell/dates.ts';
import { fileQuery } from '../../shell/queries.ts';
import { useLanguage } from '../../shell/say.ts';
import type { Sum } from './foretell.ts';
import { postingOf } from './posting.ts';

type Props = {
  ready: readonly { letter: PostLetter; number: string }[];
  on: Day;
  today: Day;
  left: number;
  toLook: number;
};

/** What recording will cause, planned in the browser by the same rules as the server's. */
export function WillFollow({ ready, on, today, left, toLook }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const cache = useQueryClient();
  const sum = useQuery({
    queryKey: ['foretold', on, today, ready.map(({ letter }) => `${letter.taskId} ${letter.file.version}`)],
    queryFn: async (): Promise<Sum> => {
      const { foretellOne, sumOf } = await import('./foretell.ts');
      const foretold = await Promise.all(
        ready.map(async ({ letter, number }) => {
          const file = await cache.fetchQuery<FileView>({ ...fileQuery(letter.file.id), staleTime: 60_000 });
          return foretellOne(file.input, postingOf(letter, on, number), today);
        }),
      );
      return sumOf(foretold.flatMap((one) => one ?? []));
    },
    enabled: ready.length > 0,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  }).data;

  const parts: string[] = [];
  if (ready.length > 0) {
    const count = ready.length;
    parts.push(
      on === today
        ? t('post.datedToday', { count })
        : t('post.postings', { count, day: dayInList(on, today, language) }),
    );
    if (sum !== undefined) {
      const emails = sum.emails.reduce((all, [, some]) => all + some, 0);
      const days = sum.emails
        .map(([day, some]) => t('post.onDay', { count: some, day: dayInList(day, today, language) }))
        .join(', ');
      parts.push(t('post.emails', { count: emails, days }));
      const { traceFrom, traceTo } = sum;
      if (traceFrom !== null && traceTo !== null)
        parts.push(
          traceFrom === traceTo
            ? t('post.looked', { day: dayInList(traceFrom, today, language) })
            : t('post.lookedFrom', {
                from: dayInList(traceFrom, today, language),
                to: dayInList(traceTo, today, language),
              }),
        );
    }
  }
  return (
    <p className="grow small" role="status">
      {parts.length > 0 && (
        <>
          <b className="strong">{t('post.then')}</b> {parts.join(', ')}.{' '}
        </>
      )}
      <span className="dim">
        {left > 0 && t('post.left', { count: left })} {toLook > 0 && t('post.toLook', { count: toLook })}
      </span>
    </p>
  );
}

import { Button, SegmentedControl } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { dayInList, dayInTitle } from '../../shell/dates.ts';
import { EmptyState } from '../../shell/empty.tsx';
import { Problem } from '../../shell/problem.tsx';
import { useMe, useToday } from '../../shell/queries.ts';
import { useLanguage } from '../../shell/say.ts';
import { RowsToCome } from '../../shell/waiting.tsx';
import { RoundFrame } from '../round-frame.tsx';
import { PostDesk } from './post-desk.tsx';
import type { Scope } from './queries.ts';
import { usePostRound } from './queries.ts';

/** All letters that are due, printed, numbered and recorded in a row. */
export function PostRound() {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const userId = useMe().data?.userId ?? '';
  const [search, setSearch] = useSearchParams();
  const scope: Scope = search.get('of') === 'team' ? 'team' : 'mine';
  const setScope = (to: string) => setSearch(to === 'team' ? { of: 'team' } : {}, { replace: true });
  const query = usePostRound(scope);
  const round = query.data;
  const day = dayInTitle(today, language);
  const whose = round !== undefined && (
    <SegmentedControl
      className="at-desk"
      aria-label={t('post.whose')}
      value={scope}
      onChange={setScope}
      data={[
        { value: 'mine', label: t('post.mine', { count: round.scopes.mine }) },
        { value: 'team', label: t('post.team', { count: round.scopes.team }) },
      ]}
    />
  );
  if (round === undefined)
    return (
      <RoundFrame title={t('post.title')} done={0} of={0} beside={day}>
        {query.isError ? <Problem error={query.error} retry={() => void query.refetch()} /> : <RowsToCome />}
      </RoundFrame>
    );
  return (
    <PostDesk
      key={scope}
      round={round}
      userId={userId}
      aside={whose}
      empty={
        <EmptyState
          icon={IconMailCheck}
          title={t('post.none')}
          actions={
            scope === 'mine' &&
            round.scopes.team > 0 && (
              <Button variant="default" onClick={() => setScope('team')}>
                {t('post.ofTeam')}
              </Button>
            )
          }
        >
          {t('post.noneBody', {
            next: round.nextDueOn === null ? '' : t('post.next', { day: dayInList(round.nextDueOn, today, language) }),
          })}
        </EmptyState>
      }
    />
  );
}

import { Button, SegmentedControl } from '@mantine/core';
import { IconCalendarOff, IconFolders } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { dayInSentence } from '../shell/dates.ts';
import { EmptyState } from '../shell/empty.tsx';
import { Problem } from '../shell/problem.tsx';
import { useMe, useToday } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import { TitleRow } from '../shell/title-row.tsx';
import { RowsToCome } from '../shell/waiting.tsx';
import { AheadFilters } from './ahead-filters.tsx';
import { AheadList } from './ahead-list.tsx';
import type { AheadAsked } from './asked.ts';
import { askedOf, withAsked } from './asked.ts';
import { useAhead } from './queries.ts';

/** What will fall due in the next 90 days if nothing happens, over all open files: read, and held back, before it does. */
export function Ahead() {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const asked = askedOf(search);
  const list = useAhead(asked);
  const change = (part: Partial<AheadAsked>) => setSearch((before) => withAsked(before, part), { replace: true });
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <TitleRow
        title={t('ahead.title')}
        beside={first && t('ahead.until', { day: dayInSentence(first.until, today, language) })}
      >
        <SegmentedControl
          className="at-desk"
          aria-label={t('ahead.whose')}
          value={asked.scope}
          onChange={(scope) => change({ scope: scope === 'team' ? 'team' : 'mine' })}
          data={[
            { value: 'mine', label: t('ahead.mine') },
            { value: 'team', label: t('ahead.team') },
          ]}
        />
      </TitleRow>
      <AheadFilters asked={asked} counts={first?.counts} change={change} />
      {first === undefined ? (
        list.isError ? (
          <Problem error={list.error} retry={() => void list.refetch()} />
        ) : (
          <RowsToCome />
        )
      ) : rows.length === 0 ? (
        <NothingAhead asked={asked} change={change} />
      ) : (
        <AheadList
          rows={rows}
          today={today}
          until={first.until}
          asked={asked}
          more={list.hasNextPage}
          failed={list.isFetchNextPageError}
          loadMore={() => {
            if (!list.isFetching) void list.fetchNextPage();
          }}
        />
      )}
    </>
  );
}

function NothingAhead({ asked, change }: { asked: AheadAsked; change: (part: Partial<AheadAsked>) => void }) {
  const { t } = useTranslation();
  const openFiles = useMe().data?.counts?.openFiles ?? 0;
  if (openFiles === 0)
    return (
      <EmptyState
        icon={IconFolders}
        title={t('ahead.none.noClient')}
        actions={
          <Button component={Link} to="/files/new">
            {t('ahead.none.newFile')}
          </Button>
        }
      >
        {t('ahead.none.noClientBody')}
      </EmptyState>
    );
  const filtered = asked.what !== 'all' || asked.caisse !== undefined;
  return (
    <EmptyState
      icon={IconCalendarOff}
      title={t('ahead.none.title')}
      actions={
        filtered ? (
          <Button variant="default" onClick={() => change({ what: 'all', kind: undefined, caisse: undefined })}>
            {t('ahead.none.clear')}
          </Button>
        ) : asked.scope === 'mine' ? (
          <Button variant="default" onClick={() => change({ scope: 'team' })}>
            {t('ahead.none.team')}
          </Button>
        ) : undefined
      }
    >
      {t('ahead.none.body')}
    </EmptyState>
  );
}

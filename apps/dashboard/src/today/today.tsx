import { SegmentedControl } from '@mantine/core';
import { IconDots, IconFileSearch, IconMail, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { WorkList, WorkListQuery } from '@suivi/contracts/tasks';
import { WORK_GROUPS } from '@suivi/contracts/tasks';
import { dayInList, dayInTitle, number } from '../shell/dates.ts';
import { Explained } from '../shell/explained.tsx';
import { AddToFile, useDropped } from '../papers/add-to-file.tsx';
import { Problem } from '../shell/problem.tsx';
import { useToday } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import { TitleRow } from '../shell/title-row.tsx';
import { RowsToCome } from '../shell/waiting.tsx';
import { NothingLeft } from './nothing-left.tsx';
import { useWork } from './queries.ts';
import { Standing, useStandingIn } from './standing.tsx';
import { TaskList } from './task-list.tsx';
import classes from './today.module.css';

const ICONS = { all: null, calls: IconPhone, letters: IconMail, checks: IconFileSearch, others: IconDots } as const;

/** Which holiday, and what it moves. */
function HolidayWords({ holiday }: { holiday: NonNullable<WorkList['holiday']> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <b className="strong">
        {holiday.name[language]}, {dayInTitle(holiday.on, language)}
      </b>
      <br />
      {t('today.holidayWhy')}
    </>
  );
}

/** The adviser's home: what is due, why, and done where it stands. */
export function Today() {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const query: WorkListQuery = {
    scope: search.get('of') === 'team' ? 'team' : 'mine',
    group: WORK_GROUPS.find((group) => group === search.get('kind')) ?? 'all',
    ahead: search.get('ahead') === '30' ? 30 : 7,
  };
  const set = (name: string, value: string | null) =>
    setSearch(
      (before) => {
        if (value === null) before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  const work = useWork(query);
  const list = work.data;
  const holiday = list?.holiday;
  // Here, since a row may leave the list while its documents are being checked.
  const papers = useDropped();
  const standingIn = useStandingIn(query.scope === 'mine' ? list : undefined, today);
  return (
    <>
      <TitleRow title={t('today.title')} beside={dayInTitle(today, language)}>
        {holiday != null && (
          <span className="dim small at-desk no-wrap">
            <Explained explanation={<HolidayWords holiday={holiday} />}>
              {t('today.holiday', { day: dayInList(holiday.on, today, language) })}
            </Explained>
          </span>
        )}
        <SegmentedControl
          className="at-desk"
          aria-label={t('today.whose')}
          value={query.scope}
          onChange={(scope) => set('of', scope === 'team' ? 'team' : null)}
          data={[
            { value: 'mine', label: t('today.mine', { count: list?.scopes.mine ?? 0 }) },
            { value: 'team', label: t('today.team', { count: list?.scopes.team ?? 0 }) },
          ]}
        />
      </TitleRow>
      <div className={classes.filters} role="group" aria-label={t('today.group.label')}>
        {WORK_GROUPS.map((group) => {
          const Icon = ICONS[group];
          return (
            <button
              key={group}
              type="button"
              className={classes.filter}
              aria-pressed={query.group === group}
              onClick={() => set('kind', group === 'all' ? null : group)}
            >
              {Icon !== null && <Icon aria-hidden="true" />}
              {t(`today.group.${group}`)}{' '}
              {list !== undefined && <span className="nums">{number(list.counts[group], language)}</span>}
            </button>
          );
        })}
      </div>
      {list !== undefined && query.scope === 'mine' && <Standing list={list} today={today} />}
      {list === undefined ? (
        work.isError ? (
          <Problem error={work.error} retry={() => void work.refetch()} />
        ) : (
          <RowsToCome />
        )
      ) : list.items.length === 0 ? (
        <NothingLeft
          query={query}
          nextDueOn={list.nextDueOn}
          nextDue={list.nextDue}
          onLook={() => set('ahead', '30')}
          onShowAll={() => set('kind', null)}
        />
      ) : (
        <TaskList items={list.items} today={today} more={list.more} standingIn={standingIn} onPapers={papers.take} />
      )}
      {papers.dropped !== null && (
        <AddToFile key={papers.dropped.fileId} dropped={papers.dropped} onClose={papers.close} />
      )}
    </>
  );
}

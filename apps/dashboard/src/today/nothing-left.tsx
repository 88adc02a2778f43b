import { Button } from '@mantine/core';
import { IconCircleCheck, IconFolders } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WorkListQuery } from '@suivi/contracts/tasks';
import type { Day } from '@suivi/rules/calendar/days';
import { dayInSentence } from '../shell/dates.ts';
import { EmptyState } from '../shell/empty.tsx';
import { useMe, useToday } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';

type Props = { query: WorkListQuery; nextDueOn: Day | null; onLook: () => void; onShowAll: () => void };

/** Nothing is due: what comes next, or how to begin. */
export function NothingLeft({ query, nextDueOn, onLook, onShowAll }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const openFiles = useMe().data?.counts?.openFiles ?? 0;
  if (openFiles === 0)
    return (
      <EmptyState
        icon={IconFolders}
        title={t('today.empty.noClient')}
        actions={
          <Button component={Link} to="/import">
            {t('today.empty.import')}
          </Button>
        }
      >
        {t('today.empty.noClientBody')}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={IconCircleCheck}
      title={t('today.empty.done')}
      actions={
        query.group !== 'all' ? (
          <Button variant="default" onClick={onShowAll}>
            {t('today.empty.showAll')}
          </Button>
        ) : nextDueOn !== null && query.ahead < 30 ? (
          <Button variant="default" onClick={onLook}>
            {t('today.empty.look')}
          </Button>
        ) : undefined
      }
    >
      {nextDueOn === null
        ? t('today.empty.none')
        : t('today.empty.next', { day: dayInSentence(nextDueOn, today, language) })}
    </EmptyState>
  );
}

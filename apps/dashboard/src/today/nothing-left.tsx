import { Button } from '@mantine/core';
import { IconCircleCheck, IconFolders } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WorkList, WorkListQuery } from '@suivi/contracts/tasks';
import type { Day } from '@suivi/rules/calendar/days';
import { dayInSentence } from '../shell/dates.ts';
import { EmptyState } from '../shell/empty.tsx';
import { useMe, useToday } from '../shell/queries.ts';
import { Because, Explained } from '../shell/explained.tsx';
import { useLanguage } from '../shell/say.ts';
import { useTaskName } from '../shell/task-name.tsx';

type Props = {
  query: WorkListQuery;
  nextDueOn: Day | null;
  nextDue: WorkList['nextDue'];
  onLook: () => void;
  onShowAll: () => void;
};

/** Nothing is due: what comes next, or how to begin. */
export function NothingLeft({ query, nextDueOn, nextDue, onLook, onShowAll }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const nameOf = useTaskName();
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
      {nextDueOn === null ? (
        t('today.empty.none')
      ) : nextDue === null ? (
        t('today.empty.nextPlain', { day: dayInSentence(nextDueOn, today, language) })
      ) : (
        <Trans
          i18nKey="today.empty.next"
          values={{ day: dayInSentence(nextDueOn, today, language) }}
          components={{
            d: (
              <Explained
                explanation={
                  <>
                    <b className="strong">
                      {nameOf(nextDue)} · {nextDue.clientName}
                    </b>
                    <br />
                    <Because because={nextDue.because} source={nextDue.source} of={nextDue.key} />
                  </>
                }
              />
            ),
          }}
        />
      )}
    </EmptyState>
  );
}

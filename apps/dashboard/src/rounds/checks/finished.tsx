import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../shell/empty.tsx';
import type { Outcomes } from './round.ts';

type Props = { outcomes: Outcomes; oneClient: string | null; more: boolean; renew: () => Promise<unknown> };

/** Nothing waits any more: what was done, and where to go. Whether something has come meanwhile is asked once more. */
export function Finished({ outcomes, oneClient, more, renew }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    void renew();
    // Once, when the end is reached: not each time the way of asking is made anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const all = Object.values(outcomes).filter((outcome) => outcome !== undefined);
  const own = all.filter(({ byColleague }) => !byColleague);
  const count = (verdict: 'verified' | 'rejected') => own.filter((outcome) => outcome.verdict === verdict).length;
  const others = all.length - own.length;
  const title = all.length > 0 ? 'finished' : oneClient === null ? 'none' : 'noneOfClient';
  return (
    <EmptyState
      icon={IconCircleCheck}
      title={t(`checks.${title}`)}
      actions={
        <>
          {oneClient !== null && (
            <Button component={Link} to={`/files/${oneClient}`} variant="default">
              {t('checks.toFile')}
            </Button>
          )}
          {oneClient === null ? (
            <Button component={Link} to="/today" variant="default">
              {t('checks.toToday')}
            </Button>
          ) : (
            <Button component={Link} to="/rounds/checks" variant="default">
              {t('checks.toAll')}
            </Button>
          )}
        </>
      }
    >
      {all.length === 0
        ? t('checks.noneBody')
        : [
            t('checks.finishedBody', { verified: count('verified'), rejected: count('rejected') }),
            others > 0 ? t('checks.finishedElse', { count: others }) : '',
            more ? t('checks.more') : '',
          ].join(' ')}
    </EmptyState>
  );
}

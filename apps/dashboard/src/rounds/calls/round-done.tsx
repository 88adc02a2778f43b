import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CallRound } from '@suivi/contracts/calls';
import type { CallOutcome } from '@suivi/rules/vocabulary';
import { CALL_OUTCOMES } from '@suivi/rules/vocabulary';
import { dayInSentence } from '../../shell/dates.ts';
import { EmptyState } from '../../shell/empty.tsx';
import { useLanguage } from '../../shell/say.ts';
import classes from './calls.module.css';
import { outcomeInWords } from './in-words.ts';

/** All are made: what came of them, and when the next are due. */
export function RoundDone({ round, outcomes }: { round: CallRound; outcomes: readonly (CallOutcome | null)[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const counts = CALL_OUTCOMES.flatMap((outcome) => {
    const count = outcomes.filter((one) => one === outcome).length;
    return count === 0 ? [] : [`${count} ${outcomeInWords(t, outcome)}`];
  });
  return (
    <section className={classes.done} aria-label={t('callRound.theCall')}>
      <EmptyState
        icon={IconCircleCheck}
        title={t('callRound.finished.title', { count: outcomes.length })}
        actions={
          <Button variant="default" component={Link} to="/today">
            {t('callRound.empty.toToday')}
          </Button>
        }
      >
        {counts.join(', ')}.{' '}
        {round.nextDueOn === null
          ? t('callRound.empty.never')
          : t('callRound.empty.next', { day: dayInSentence(round.nextDueOn, round.today, language) })}
      </EmptyState>
    </section>
  );
}

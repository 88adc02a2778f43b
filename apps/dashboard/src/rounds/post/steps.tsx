import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PostRound } from '@suivi/contracts/post';
import { isPostable } from './use-lines.ts';
import classes from './post.module.css';

const STEPS = ['print', 'numbers', 'record'] as const;

/** How far the round is: printed, numbered, recorded. Each step can be taken at any time; this only says where one stands. */
export function Steps({ round, left, recorded }: { round: PostRound; left: number; recorded: boolean }) {
  const { t } = useTranslation();
  const letters = round.letters.filter(isPostable);
  const printed = letters.length > 0 && letters.every(({ letter }) => letter?.printed != null && letter.unchanged);
  const done = {
    print: printed || recorded,
    numbers: (letters.length > 0 && left === 0) || recorded,
    record: recorded,
  };
  const now = STEPS.find((step) => !done[step]);
  return (
    <ol className={classes.steps} aria-label={t('post.steps')}>
      {STEPS.map((step, at) => (
        <li key={step} aria-current={step === now ? 'step' : undefined} data-done={done[step] || undefined}>
          <span className={classes.stepNo} aria-hidden="true">
            {done[step] ? <IconCheck /> : at + 1}
          </span>
          <span className={step === now ? 'strong' : 'dim'}>
            {done[step] ? (
              <>
                <span aria-hidden="true">{t(`post.step.${step}`)}</span>
                <span className="unseen">{t('post.stepDone', { step: t(`post.step.${step}`) })}</span>
              </>
            ) : (
              t(`post.step.${step}`)
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

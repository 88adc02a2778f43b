import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './steps.module.css';

const STEPS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The seven steps to the carte Vitale, small: seven bars, in a list or a card. */
export function Steps7({ step }: { step: number }) {
  const { t } = useTranslation();
  return (
    <span className={classes.small} role="img" aria-label={t('step.of', { step })}>
      {STEPS.map((n) => (
        <i key={n} data-state={n < step ? 'past' : n === step ? 'now' : undefined} />
      ))}
    </span>
  );
}

/** The same, big, over a file: each step named, with its day below where one is known. */
export function Steps7Big({
  step,
  days = {},
  label,
}: {
  step: number;
  days?: Partial<Record<number, ReactNode>>;
  label: string;
}) {
  const { t } = useTranslation();
  return (
    <ol className={classes.big} aria-label={label}>
      {STEPS.map((n) => (
        <li
          key={n}
          data-state={n < step ? 'past' : n === step ? 'now' : undefined}
          aria-current={n === step ? 'step' : undefined}
        >
          <b>{t(`step.n${n}`)}</b>
          {days[n]}
        </li>
      ))}
    </ol>
  );
}

import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './imports.module.css';

const STEPS = ['file', 'columns', 'check', 'run'] as const;
export type ImportStep = (typeof STEPS)[number];

/** Where the import stands: file, columns, check, import. */
export function StepLine({ now }: { now: ImportStep }) {
  const { t } = useTranslation();
  const at = STEPS.indexOf(now);
  return (
    <ol className={classes.steps} aria-label={t('imports.steps')}>
      {STEPS.map((step, i) => (
        <li
          key={step}
          data-state={i < at ? 'past' : i === at ? 'now' : undefined}
          aria-current={i === at ? 'step' : undefined}
        >
          <span className={classes.stepNumber}>{i < at ? <IconCheck aria-hidden="true" /> : i + 1}</span>
          {t(`imports.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

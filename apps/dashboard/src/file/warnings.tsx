import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlannedWarning } from '@suivi/rules/plan-types';
import { Because, Explained } from '../shell/explained.tsx';
import { useSay } from '../shell/say.ts';
import classes from './to-do.module.css';

/** What is odd or uncertain, each with where it stands. */
export function Warnings({ warnings }: { warnings: readonly PlannedWarning[] }) {
  const { t } = useTranslation();
  const say = useSay();
  if (warnings.length === 0) return null;
  return (
    <Alert
      color="ambre"
      variant="light"
      className={classes.warnings}
      icon={<IconAlertTriangle aria-hidden="true" />}
      aria-label={t('file.warnings')}
      role="group"
    >
      <ul>
        {warnings.map(({ code, because, source }) => (
          <li key={code}>
            {say(because)}{' '}
            <Explained explanation={<Because because={because} source={source} of={`warning:${code}`} />}>
              {t('file.tasks.source')}
            </Explained>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

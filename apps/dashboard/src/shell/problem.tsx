import { Alert, Button } from '@mantine/core';
import { IconAlertCircle, IconCloudOff, IconFolderQuestion, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { asProblem } from './api.ts';
import { EmptyState } from './empty.tsx';

/**
 * A part that could not be loaded: what failed, that the rest works, try again, a reference.
 * A file that is missing and one of another agency get the same answer.
 */
export function Problem({
  error,
  retry,
  title,
  level,
}: {
  error: unknown;
  retry?: () => void;
  title?: string;
  level?: 1 | 2;
}) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  if (problem.status === 404) return <NotHere level={level} file />;
  const detail =
    problem.type === 'no_connection'
      ? t('state.connectionBroke')
      : problem.status === 0
        ? t('state.restWorks')
        : problem.detail;
  return (
    <EmptyState
      level={level}
      icon={IconCloudOff}
      title={title ?? t('state.partFailed')}
      actions={
        retry && (
          <Button variant="default" leftSection={<IconRefresh aria-hidden="true" />} onClick={() => retry()}>
            {t('state.tryAgain')}
          </Button>
        )
      }
    >
      {detail} {problem.reference !== undefined && t('state.reference', { reference: problem.reference })}
    </EmptyState>
  );
}

/** One answer for what is missing and for what belongs to another agency. */
export function NotHere({ file = false, level }: { file?: boolean; level?: 1 | 2 }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      level={level}
      icon={IconFolderQuestion}
      title={file ? t('state.notHereFile') : t('state.notHere')}
      actions={
        <Button variant="default" component={Link} to="/files">
          {t('state.toFiles')}
        </Button>
      }
    >
      {t('state.notHereBody')}
    </EmptyState>
  );
}

/** What is wrong with a form as a whole, above its button. Faults of a field stand at the field. */
export function FormProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (error == null) return null;
  const problem = asProblem(error);
  return (
    <Alert color="cachet" variant="light" icon={<IconAlertCircle aria-hidden="true" />} role="alert">
      {problem.type === 'no_connection' ? t('state.connectionBroke') : problem.detail}
    </Alert>
  );
}

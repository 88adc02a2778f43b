import { Button } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shell/empty.tsx';
import { TitleRow } from '../shell/title-row.tsx';

/** The platform's operator belongs to no agency: there is one place to go. */
export function OperatorHome() {
  const { t } = useTranslation();
  return (
    <>
      <TitleRow title={t('admin.operator.title')} />
      <EmptyState
        icon={IconStack2}
        title={t('admin.operator.heading')}
        actions={
          <Button component="a" href="/admin/queues">
            {t('admin.operator.open')}
          </Button>
        }
      >
        {t('admin.operator.body')}
      </EmptyState>
    </>
  );
}

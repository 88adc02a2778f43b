import { Button } from '@mantine/core';
import { IconFolders, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FileList } from '@suivi/contracts/files';
import { EmptyState } from '../shell/empty.tsx';
import { useMe } from '../shell/queries.ts';
import type { FilesAsked } from './asked.ts';
import { isFiltered } from './asked.ts';

type Props = { asked: FilesAsked; closeTo: FileList['closeTo']; change: (part: Partial<FilesAsked>) => void };

/** A search that finds nothing: what is close to it, what filters stand in the way. */
export function NoneFound({ asked, closeTo, change }: Props) {
  const { t } = useTranslation();
  const openFiles = useMe().data?.counts?.openFiles;
  const filtered = isFiltered(asked);
  if (openFiles === 0 && asked.q === '' && !filtered && asked.state === 'open')
    return (
      <EmptyState
        icon={IconFolders}
        title={t('filesList.none.noClient')}
        actions={
          <>
            <Button component={Link} to="/import">
              {t('filesList.importList')}
            </Button>
            <Button variant="default" component={Link} to="/files/new">
              {t('filesList.addOne')}
            </Button>
          </>
        }
      >
        {t('filesList.none.noClientBody')}
      </EmptyState>
    );
  const filters = [
    ...asked.stage.map((stage) => `${t('filesList.stage').toLowerCase()} “${t(`stage.${stage}`)}”`),
    ...asked.concern.map((concern) => `“${t(`filesList.view.${concern}`)}”`),
    ...asked.caisse,
    ...asked.category.map((category) => t(`category.${category}`)),
  ];
  const said = [
    closeTo === null ? null : t('filesList.none.closeTo', { name: closeTo.name, count: closeTo.count }),
    filters.length === 0 ? null : t('filesList.none.filterOn', { filters: filters.join(', ') }),
    closeTo === null && asked.q !== '' ? t('filesList.none.look') : null,
  ].filter(Boolean);
  return (
    <EmptyState
      icon={IconSearch}
      title={asked.q === '' ? t('filesList.none.titleFilters') : t('filesList.none.title', { query: asked.q })}
      actions={
        <>
          {closeTo !== null && (
            <Button variant="default" onClick={() => change({ q: closeTo.name })}>
              {t('filesList.none.show', { name: closeTo.name })}
            </Button>
          )}
          {filtered && (
            <Button
              variant={closeTo === null ? 'default' : 'subtle'}
              color="gray"
              onClick={() => change({ stage: [], caisse: [], adviser: [], category: [], concern: [] })}
            >
              {t('filesList.clearFilters')}
            </Button>
          )}
        </>
      }
    >
      {said.join(' ')}
    </EmptyState>
  );
}

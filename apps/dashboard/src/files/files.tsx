import { Button } from '@mantine/core';
import { IconDownload, IconFilePlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import type { Panel } from '../bulk/panel.ts';
import { number } from '../shell/dates.ts';
import { useNotify } from '../shell/notify.tsx';
import { AddToFile, useDropped } from '../papers/add-to-file.tsx';
import { Problem } from '../shell/problem.tsx';
import { useMe } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import { TitleRow } from '../shell/title-row.tsx';
import { RowsToCome } from '../shell/waiting.tsx';
import type { FilesAsked } from './asked.ts';
import { viewOf, withAsked, withColumns } from './asked.ts';
import { Columns } from './columns.tsx';
import { FileTable } from './file-table.tsx';
import classes from './files.module.css';
import { Filters } from './filters.tsx';
import { NoneFound } from './none-found.tsx';
import { readMatching, takeCsv, useFileList } from './queries.ts';
import { SearchField } from './search-field.tsx';
import { useSelection } from './selection.ts';
import { Views } from './views.tsx';

/** Find, watch and act on many files. */
export function Files() {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  const me = useMe().data;
  const [search, setSearch] = useSearchParams();
  const view = viewOf(search);
  const { columns, ...asked } = view;
  const list = useFileList(asked);
  const change = (part: Partial<FilesAsked>) => setSearch((before) => withAsked(before, part), { replace: true });
  const count = list.data?.pages[0]?.count;
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const open = me?.counts?.openFiles;

  // Many files at once are for leads and admins.
  const mayChoose = me?.role === 'lead' || me?.role === 'admin';
  const selection = useSelection(JSON.stringify({ ...asked, sort: null, direction: null }));
  const [panel, setPanel] = useState<Panel | null>(null);
  const back = useRef<{ focus: () => void } | null>(null);
  const choosing = mayChoose && selection.ids.length > 0;
  const allTaken = selection.cut || (count !== undefined && selection.ids.length >= count);
  const selectAll = () => {
    readMatching(asked).then(
      ({ files, more }) => selection.takeAll(files, more),
      (error: unknown) => notify.failed(t('filesList.matchFailed'), error, selectAll),
    );
  };
  const exportCsv = (files?: readonly string[]) => {
    const name = t('filesList.exportName', { day: me?.today ?? '' });
    takeCsv({ asked: view, ...(files && { files: [...files] }) }, name).then(
      () => notify.done(t('filesList.exported'), name),
      (error: unknown) => notify.failed(t('filesList.exportFailed'), error, () => exportCsv(files)),
    );
  };
  // Here, since a row may leave the list while its documents are being checked.
  const papers = useDropped();
  return (
    <>
      <TitleRow
        title={t('filesList.title')}
        beside={
          open === undefined ? undefined : t('filesList.openCount', { n: open > 500 ? '500+' : number(open, language) })
        }
      >
        <Button
          variant="subtle"
          color="gray"
          className="at-desk"
          leftSection={<IconDownload aria-hidden="true" />}
          onClick={() => exportCsv()}
        >
          {t('filesList.exportView')}
        </Button>
        <Button
          component={Link}
          to="/files/new"
          leftSection={<IconFilePlus aria-hidden="true" />}
          rightSection={<kbd>C</kbd>}
        >
          {t('filesList.newFile')}
        </Button>
      </TitleRow>
      <Views keysRest={panel !== null} />
      <div className={classes.tools} role="search">
        <SearchField asked={asked} change={change} />
        <Filters asked={asked} change={change} />
        <span className="grow at-desk" />
        <span className="small dim nums at-desk no-wrap" role="status">
          {count !== undefined && (count > 500 ? t('filesList.countMany') : t('filesList.count', { count }))}
        </span>
        <Columns
          chosen={columns}
          choose={(next) => setSearch((before) => withColumns(before, next), { replace: true })}
        />
      </div>
      {list.data === undefined ? (
        list.isError ? (
          <Problem error={list.error} retry={() => void list.refetch()} />
        ) : (
          <RowsToCome height={44} rows={12} />
        )
      ) : rows.length === 0 ? (
        <NoneFound asked={asked} closeTo={list.data.pages[0]?.closeTo ?? null} change={change} />
      ) : (
        <FileTable
          rows={rows}
          columns={columns}
          asked={asked}
          change={change}
          selection={mayChoose ? selection : null}
          more={list.hasNextPage}
          loadMore={() => {
            if (!list.isFetching) void list.fetchNextPage();
          }}
          failed={list.isFetchNextPageError}
          onDrop={papers.take}
          back={back}
        />
      )}
      {choosing && (
        <BulkBar
          ids={selection.ids}
          panel={panel}
          setPanel={setPanel}
          selectAll={allTaken || panel !== null ? null : selectAll}
          firstOnly={selection.cut ? selection.ids.length : null}
          onExport={() => exportCsv(selection.ids)}
          onClear={selection.clear}
          onLeave={() => back.current?.focus()}
        />
      )}
      {papers.dropped !== null && (
        <AddToFile key={papers.dropped.fileId} dropped={papers.dropped} onClose={papers.close} />
      )}
    </>
  );
}

import { Button, TextInput } from '@mantine/core';
import { IconFilePlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigation, useSearchParams } from 'react-router';
import { number } from '../shell/dates.ts';
import { useKeys } from '../shell/keys.ts';
import { Problem } from '../shell/problem.tsx';
import { useMe } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import { TitleRow } from '../shell/title-row.tsx';
import { RowsToCome } from '../shell/waiting.tsx';
import type { FilesAsked } from './asked.ts';
import { askedOf, withAsked } from './asked.ts';
import { FileTable } from './file-table.tsx';
import classes from './files.module.css';
import { Filters } from './filters.tsx';
import { NoneFound } from './none-found.tsx';
import { useFileList } from './queries.ts';
import { Views } from './views.tsx';

/** Find, watch and act on many files. */
export function Files() {
  const { t } = useTranslation();
  const language = useLanguage();
  const me = useMe().data;
  const [search, setSearch] = useSearchParams();
  const asked = askedOf(search);
  const list = useFileList(asked);
  const change = (part: Partial<FilesAsked>) => setSearch((before) => withAsked(before, part), { replace: true });

  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(asked.q);
  useEffect(() => setTyped(asked.q), [asked.q]);
  // Asked when the typing rests; never while another page is on its way, which the change of address would stop.
  const leaving = useNavigation().state !== 'idle';
  const ask = useEffectEvent(() => {
    if (typed !== asked.q) change({ q: typed });
  });
  useEffect(() => {
    if (leaving) return;
    const timer = setTimeout(() => ask(), 150);
    return () => clearTimeout(timer);
  }, [typed, leaving]);
  useKeys([{ keys: '/', act: () => field.current?.select(), words: t('filesList.keys.search') }]);

  const count = list.data?.pages[0]?.count;
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const open = me?.counts?.openFiles;
  return (
    <>
      <TitleRow
        title={t('filesList.title')}
        beside={
          open === undefined ? undefined : t('filesList.openCount', { n: open > 500 ? '500+' : number(open, language) })
        }
      >
        <Button
          component={Link}
          to="/files/new"
          leftSection={<IconFilePlus aria-hidden="true" />}
          rightSection={<kbd>C</kbd>}
        >
          {t('filesList.newFile')}
        </Button>
      </TitleRow>
      <Views asked={asked} change={change} />
      <div className={classes.tools} role="search">
        <TextInput
          ref={field}
          className={classes.search}
          type="search"
          aria-label={t('filesList.search')}
          placeholder={t('filesList.placeholder')}
          leftSection={<IconSearch aria-hidden="true" />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault(); // the browser would empty the field
            event.currentTarget.blur();
          }}
        />
        <Filters asked={asked} change={change} />
        <span className="grow at-desk" />
        <span className="small dim nums at-desk no-wrap" role="status">
          {count !== undefined && (count > 500 ? t('filesList.countMany') : t('filesList.count', { count }))}
        </span>
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
          asked={asked}
          change={change}
          more={list.hasNextPage}
          loadMore={() => {
            if (!list.isFetching) void list.fetchNextPage();
          }}
          failed={list.isFetchNextPageError}
        />
      )}
    </>
  );
}

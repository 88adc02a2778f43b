import { UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FileRow } from '@suivi/contracts/files';
import { useKeys } from '../shell/keys.ts';
import { useToday } from '../shell/queries.ts';
import type { FilesAsked } from './asked.ts';
import { FileCard, FileTableRow } from './file-row.tsx';
import classes from './files.module.css';

type Props = {
  rows: readonly FileRow[];
  asked: FilesAsked;
  change: (part: Partial<FilesAsked>) => void;
  more: boolean;
  loadMore: () => void;
  failed: boolean;
};

const ROW = 47;
const CARD = 90;
/** Which columns sort, and by what. */
const COLUMNS = [
  { id: 'client', sort: 'name' },
  { id: 'stage', sort: 'stage' },
  { id: 'waiting', sort: null },
  { id: 'next', sort: null },
  { id: 'due', sort: 'due' },
] as const;

/** The list itself: sticky head, rows drawn only where they are seen, the next page asked for before the end. */
export function FileTable({ rows, asked, change, more, loadMore, failed }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const navigate = useNavigate();
  const phone = useMediaQuery('(max-width: 700px)') ?? false;
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => (phone ? CARD : ROW),
    overscan: 12,
    paddingStart: phone ? 0 : 32,
    scrollPaddingStart: 40,
    scrollPaddingEnd: 8,
  });
  useEffect(() => virtual.measure(), [phone, virtual]);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && !failed && last >= rows.length - 20) loadMore();
  }, [last, more, failed, rows.length, loadMore]);
  // Another question begins at the top.
  const question = JSON.stringify(asked);
  useEffect(() => {
    box.current?.scrollTo({ top: 0 });
    setActive(-1);
  }, [question]);

  const focus = (index: number) => {
    setActive(index);
    virtual.scrollToIndex(index, { align: 'auto' });
    requestAnimationFrame(() =>
      box.current
        ?.querySelector<HTMLElement>(`#file-${rows[index]?.id} [data-row-focus]`)
        ?.focus({ preventScroll: true }),
    );
  };
  const move = (by: number) => () => focus(Math.max(0, Math.min(rows.length - 1, active + by)));
  const here = rows[active];
  const open = useCallback((id: string) => void navigate(`/files/${id}`), [navigate]);
  useKeys([
    { keys: ['j', 'ArrowDown'], act: move(1), words: t('filesList.keys.move'), repeats: true },
    { keys: ['k', 'ArrowUp'], act: move(-1), words: t('filesList.keys.move'), repeats: true },
    {
      keys: ['Enter', 'o'],
      act: () => here !== undefined && open(here.id),
      words: t('filesList.keys.open'),
    },
    {
      keys: 'e',
      act: () => here !== undefined && void navigate(`/files/${here.id}?record`),
      words: t('filesList.keys.event'),
    },
  ]);

  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const tail = failed ? (
    <UnstyledButton className={classes.tail} onClick={loadMore}>
      {t('filesList.notMore')} <u>{t('state.tryAgain')}</u>
    </UnstyledButton>
  ) : more ? (
    <div className={classes.tail} role="status">
      {t('filesList.loadingMore')}…
    </div>
  ) : null;

  if (phone)
    return (
      <div className={classes.table} ref={box} role="region" aria-label={t('filesList.title')} tabIndex={0}>
        <ul style={{ paddingTop: before, paddingBottom: after }}>
          {items.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <li key={row.id} ref={virtual.measureElement} data-index={index}>
                  <FileCard row={row} today={today} />
                </li>
              )
            );
          })}
        </ul>
        {tail}
      </div>
    );
  return (
    <div className={classes.table} ref={box} role="region" aria-label={t('filesList.title')} tabIndex={0}>
      <table aria-rowcount={more ? -1 : rows.length + 1}>
        <colgroup>
          {[250, 178, 192, 214, 130, 56, undefined].map((width, i) => (
            <col key={i} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map(({ id, sort }) => (
              <th
                key={id}
                scope="col"
                aria-sort={sort === asked.sort ? (asked.direction === 'asc' ? 'ascending' : 'descending') : undefined}
              >
                {sort === null ? (
                  t(`filesList.col.${id}`)
                ) : (
                  <UnstyledButton
                    className={classes.sort}
                    data-on={sort === asked.sort || undefined}
                    onClick={() =>
                      change({ sort, direction: sort === asked.sort && asked.direction === 'asc' ? 'desc' : 'asc' })
                    }
                  >
                    {t(`filesList.col.${id}`)}
                    {sort === asked.sort &&
                      (asked.direction === 'asc' ? (
                        <IconArrowUp aria-hidden="true" />
                      ) : (
                        <IconArrowDown aria-hidden="true" />
                      ))}
                  </UnstyledButton>
                )}
              </th>
            ))}
            <th scope="col" className={classes.number}>
              <abbr title={t('filesList.col.docsLong')}>{t('filesList.col.docs')}</abbr>
            </th>
            <th scope="col">
              <span className="unseen">{t('filesList.col.adviser')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {before > 32 && (
            <tr aria-hidden="true" className={classes.space}>
              <td colSpan={7} style={{ height: before - 32 }} />
            </tr>
          )}
          {items.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <FileTableRow
                  key={row.id}
                  row={row}
                  index={index}
                  today={today}
                  active={index === active}
                  onOpen={open}
                  onActivate={setActive}
                />
              )
            );
          })}
          {after > 0 && (
            <tr aria-hidden="true" className={classes.space}>
              <td colSpan={7} style={{ height: after }} />
            </tr>
          )}
        </tbody>
      </table>
      {tail}
    </div>
  );
}

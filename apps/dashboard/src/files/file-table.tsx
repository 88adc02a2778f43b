import { UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FileRow } from '@suivi/contracts/files';
import type { FileColumn } from '@suivi/contracts/views';
import { useKeys } from '../shell/keys.ts';
import { useToday } from '../shell/queries.ts';
import type { FilesAsked } from './asked.ts';
import { FileHead, widthsOf } from './file-head.tsx';
import { FileCard, FileTableRow } from './file-row.tsx';
import classes from './files.module.css';
import type { Selection } from './selection.ts';

type Props = {
  rows: readonly FileRow[];
  columns: readonly FileColumn[];
  asked: FilesAsked;
  change: (part: Partial<FilesAsked>) => void;
  /** Null: whoever looks acts on one file at a time. */
  selection: Selection | null;
  more: boolean;
  loadMore: () => void;
  failed: boolean;
  /** Documents were dropped on a row. */
  onDrop: (fileId: string, files: readonly File[]) => void;
  /** Gives the focus back to the row where one was. */
  back: RefObject<{ focus: () => void } | null>;
};

const ROW = 47;
const CARD = 90;

/** The list itself: sticky head, rows drawn only where they are seen, the next page asked for before the end. */
export function FileTable({ rows, columns, asked, change, selection, more, loadMore, failed, onDrop, back }: Props) {
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
  useImperativeHandle(back, () => ({ focus: () => active >= 0 && focus(Math.min(active, rows.length - 1)) }));
  const move = (by: number) => () => focus(Math.max(0, Math.min(rows.length - 1, active + by)));
  const here = rows[active];
  const open = useCallback((id: string) => void navigate(`/files/${id}`), [navigate]);
  // Rows are drawn anew only when they themselves change: what they call stays the same.
  const latest = useRef(selection);
  useEffect(() => {
    latest.current = selection;
  });
  const toggle = useCallback((id: string) => latest.current?.toggle(id), []);
  /** Takes this row, or leaves it, and goes on to the next: X X X takes three. */
  const takeAndGoOn = () => {
    const at = Math.max(active, 0);
    const row = rows[at];
    if (row === undefined) return;
    selection?.toggle(row.id);
    focus(Math.min(at + 1, rows.length - 1));
  };
  const takeToHere = () => {
    const at = Math.max(active, 0);
    const from = rows.findLastIndex((row, i) => i < at && selection?.chosen.has(row.id));
    selection?.add(rows.slice(Math.max(from, 0), at + 1));
  };
  useKeys([
    { keys: ['j', 'ArrowDown'], act: move(1), words: t('filesList.keys.move'), repeats: true },
    { keys: ['k', 'ArrowUp'], act: move(-1), words: t('filesList.keys.move'), repeats: true },
    ...(selection === null
      ? []
      : [
          { keys: 'x', act: takeAndGoOn, words: t('bulk.keys.select') },
          { keys: 'Shift+x', act: takeToHere, words: t('bulk.keys.selectTo') },
        ]),
    { keys: ['Enter', 'o'], act: () => here !== undefined && open(here.id), words: t('filesList.keys.open') },
    // With files chosen it is recorded in all of them.
    ...(selection !== null && selection.ids.length > 0
      ? []
      : [
          {
            keys: 'e',
            act: () => here !== undefined && void navigate(`/files/${here.id}?record`),
            words: t('filesList.keys.event'),
          },
        ]),
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
  const onToggle = selection === null ? null : toggle;
  const isChosen = (id: string) => selection?.chosen.has(id) ?? false;

  if (phone)
    return (
      <div className={classes.table} ref={box} role="region" aria-label={t('filesList.title')} tabIndex={0}>
        <ul style={{ paddingTop: before, paddingBottom: after }}>
          {items.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <li key={row.id} ref={virtual.measureElement} data-index={index}>
                  <FileCard row={row} today={today} chosen={isChosen(row.id)} onToggle={onToggle} />
                </li>
              )
            );
          })}
        </ul>
        {tail}
      </div>
    );
  const widths = widthsOf(columns, selection !== null);
  return (
    <div className={classes.table} ref={box} role="region" aria-label={t('filesList.title')} tabIndex={0}>
      <table aria-rowcount={more ? -1 : rows.length + 1} style={{ minWidth: widths.reduce((a, b) => a + b, 0) }}>
        <colgroup>
          {widths.map((width, i) => (
            <col key={i} style={{ width: i === widths.length - 1 ? undefined : width }} />
          ))}
        </colgroup>
        <FileHead rows={rows} columns={columns} asked={asked} change={change} selection={selection} />
        <tbody>
          {before > 32 && (
            <tr aria-hidden="true" className={classes.space}>
              <td colSpan={widths.length} style={{ height: before - 32 }} />
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
                  columns={columns}
                  active={index === active}
                  chosen={isChosen(row.id)}
                  onToggle={onToggle}
                  onOpen={open}
                  onActivate={setActive}
                  onDrop={onDrop}
                />
              )
            );
          })}
          {after > 0 && (
            <tr aria-hidden="true" className={classes.space}>
              <td colSpan={widths.length} style={{ height: after }} />
            </tr>
          )}
        </tbody>
      </table>
      {tail}
    </div>
  );
}

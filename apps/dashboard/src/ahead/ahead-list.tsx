import { UnstyledButton } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { AheadItem } from '@suivi/contracts/ahead';
import type { Day } from '@suivi/rules/calendar/days';
import { dayInList, dayInSentence } from '../shell/dates.ts';
import { useKeys } from '../shell/keys.ts';
import { useLanguage } from '../shell/say.ts';
import today_ from '../today/today.module.css';
import { AheadRow, emailOf, idOf } from './ahead-row.tsx';
import classes from './ahead.module.css';
import type { AheadAsked } from './asked.ts';
import { EmailAheadDrawer } from './email-ahead-drawer.tsx';
import { useHold } from './email-ahead.ts';

type Props = {
  rows: readonly AheadItem[];
  today: Day;
  until: Day;
  asked: AheadAsked;
  more: boolean;
  failed: boolean;
  loadMore: () => void;
};

function byDay(rows: readonly AheadItem[]): { on: Day; rows: AheadItem[] }[] {
  const days: { on: Day; rows: AheadItem[] }[] = [];
  for (const row of rows) {
    const last = days.at(-1);
    if (last?.on === row.on) last.rows.push(row);
    else days.push({ on: row.on, rows: [row] });
  }
  return days;
}

/** By day, then file: moved through, read and held by keyboard. */
export function AheadList({ rows, today, until, asked, more, failed, loadMore }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const tail = useRef<HTMLDivElement>(null);
  const days = useMemo(() => byDay(rows), [rows]);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [readingId, setReadingId] = useState<string | null>(null);
  const { hold } = useHold();
  const at = rows.findIndex((row) => idOf(row) === activeId);
  const active = rows[at];
  const reading = rows.find((row) => idOf(row) === readingId);
  const letter = reading && emailOf(reading);

  // Another question begins at the top.
  const question = JSON.stringify(asked);
  useEffect(() => {
    box.current?.scrollTo({ top: 0 });
    setActiveId(null);
  }, [question]);
  // The next page is asked for before the end is in sight.
  useEffect(() => {
    if (!more || failed || tail.current === null) return;
    const seen = new IntersectionObserver((found) => found.some((one) => one.isIntersecting) && loadMore(), {
      root: box.current,
      rootMargin: '600px',
    });
    seen.observe(tail.current);
    return () => seen.disconnect();
  }, [more, failed, loadMore]);

  const focus = (row: AheadItem) => {
    setActiveId(idOf(row));
    const found = box.current?.querySelector(`#${CSS.escape(idOf(row))}`);
    found?.scrollIntoView({ block: 'nearest' });
    found?.querySelector<HTMLElement>('[data-row-focus]')?.focus({ preventScroll: true });
  };
  const move = (by: number) => () => {
    const next = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))];
    if (next !== undefined) focus(next);
  };
  const open = (row: AheadItem) => {
    setActiveId(idOf(row));
    if (row.what === 'email') setReadingId(idOf(row));
    else void navigate(`/files/${row.file.id}`);
  };
  /** Holding is done at once, and Undo takes it back; what releasing will send is read first. */
  const holdOrRelease = (row: AheadItem) => {
    const email = emailOf(row);
    if (email === null) return;
    if (email.state === 'held') setReadingId(idOf(row));
    else hold(email, 'hold');
  };
  const here = (act: (row: AheadItem) => void) => () => active !== undefined && act(active);
  useKeys([
    { keys: ['j', 'ArrowDown'], act: move(1), words: t('ahead.keys.move'), repeats: true },
    { keys: ['k', 'ArrowUp'], act: move(-1), words: t('ahead.keys.move'), repeats: true },
    { keys: 'Enter', act: here(open), words: t('ahead.keys.open') },
    { keys: 'h', act: here(holdOrRelease), words: t('ahead.keys.hold') },
    { keys: 'o', act: here((row) => void navigate(`/files/${row.file.id}`)), words: t('ahead.keys.file') },
  ]);
  const close = () => {
    setReadingId(null);
    setTimeout(() => active !== undefined && focus(active), 60);
  };
  return (
    <>
      <div className={today_.list} role="region" aria-label={t('ahead.list')} tabIndex={0} ref={box}>
        {days.map(({ on, rows }) => (
          <section key={on} aria-labelledby={`day-${on}`}>
            <div className={today_.group}>
              <h2 id={`day-${on}`}>{on === today ? t('ahead.today') : dayInList(on, today, language)}</h2>
              <span className="nums">{rows.length}</span>
            </div>
            <ul>
              {rows.map((row) => (
                <AheadRow
                  key={idOf(row)}
                  row={row}
                  today={today}
                  active={idOf(row) === activeId}
                  onActivate={setActiveId}
                  onOpen={open}
                  onHold={holdOrRelease}
                />
              ))}
            </ul>
          </section>
        ))}
        <div ref={tail} className={classes.tail} role="status">
          {failed ? (
            <UnstyledButton onClick={loadMore}>
              {t('ahead.notMore')} <u>{t('state.tryAgain')}</u>
            </UnstyledButton>
          ) : more ? (
            `${t('ahead.loadingMore')}…`
          ) : (
            t('ahead.end', { day: dayInSentence(until, today, language) })
          )}
        </div>
      </div>
      {letter != null && <EmailAheadDrawer key={readingId} email={letter} onClose={close} />}
    </>
  );
}

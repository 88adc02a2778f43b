import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { WorkItem } from '@suivi/contracts/tasks';
import type { Day } from '@suivi/rules/calendar/days';
import { CALL_OUTCOMES } from '@suivi/rules/vocabulary';
import { useKeys } from '../shell/keys.ts';
import { useMembers } from '../shell/queries.ts';
import type { Answer } from './answer.ts';
import { formOf } from './answer.ts';
import { AssignMenu } from './assign.tsx';
import { dayOf } from './queries.ts';
import { SnoozeMenu } from './snooze.tsx';
import type { Asking, RowActs } from './task-row.tsx';
import { TaskRow, filePathOf } from './task-row.tsx';
import classes from './today.module.css';

type Props = {
  items: readonly WorkItem[];
  today: Day;
  more: boolean;
  /** Colleagues for whom one stands in, with the words that say so in a row. */
  standingIn: ReadonlyMap<string, string>;
  /** Documents were dropped on a client's row; the same for as long as the list stands. */
  onPapers: RowActs['papers'];
};
type Open = { id: string; startWith?: Partial<Answer> } | null;

const groupsOf = (items: readonly WorkItem[], today: Day) =>
  [
    { id: 'overdue', items: items.filter((item) => dayOf(item) < today) },
    { id: 'dueToday', items: items.filter((item) => dayOf(item) === today) },
    { id: 'thisWeek', items: items.filter((item) => dayOf(item) > today) },
  ] as const;

/** Open tasks by overdue, today and ahead: moved through and answered by keyboard. */
export function TaskList({ items, today, more, standingIn, onPapers }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useMembers(); // at hand before A is pressed
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => groupsOf(items, today), [items, today]);
  const order = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const [asking, setAsking] = useState<{ id: string; what: Asking } | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());

  // A row that has left takes nothing with it: the next one stands in its place.
  const lastPlace = useRef(0);
  const found = order.findIndex((item) => item.id === activeId);
  const place = found >= 0 ? found : Math.min(lastPlace.current, order.length - 1);
  useEffect(() => {
    lastPlace.current = Math.max(place, 0);
  }, [place]);
  const active = order[place];
  const chosen = order.filter((item) => selected.has(item.id));

  const focus = (id: string) => {
    setActiveId(id);
    const row = list.current?.querySelector(`#task-${CSS.escape(id)}`);
    row?.scrollIntoView({ block: 'nearest' });
    row?.querySelector<HTMLElement>('[data-row-focus]')?.focus({ preventScroll: true });
  };
  const move = (by: number) => () => {
    const next = order[activeId === null ? place : Math.max(0, Math.min(order.length - 1, place + by))];
    if (next !== undefined) focus(next.id);
  };
  const select = (id: string) =>
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const selectToHere = () => {
    const from = order.findLastIndex((item, i) => i < place && selected.has(item.id));
    setSelected((before) => new Set([...before, ...order.slice(Math.max(from, 0), place + 1).map((item) => item.id)]));
  };
  /** Back to the row that stands in this place, once what was over it is gone. */
  const focusHere = () =>
    setTimeout(() => {
      // Unless something else has opened meanwhile.
      if (document.querySelector('[aria-modal=true]') !== null) return;
      const { order, place, focus } = latest.current;
      const here = order[place];
      if (here !== undefined) focus(here.id);
    }, 60);
  const state = { order, place, focus, select, focusHere };
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });
  const acts = useMemo<RowActs>(
    () => ({
      activate: setActiveId,
      papers: onPapers,
      toggle: (item) => {
        setActiveId(item.id);
        setOpen((before) => (before?.id === item.id ? null : { id: item.id }));
      },
      close: () => {
        setOpen(null);
        latest.current.focusHere();
      },
      done: (id) => {
        setOpen(null);
        const { order, focus } = latest.current;
        const at = order.findIndex((item) => item.id === id);
        const next = order[at + 1] ?? order[at - 1];
        if (next !== undefined) focus(next.id);
      },
      ask: (item, what) => {
        setAsking(what === null ? null : { id: item.id, what });
        if (what === null) latest.current.focusHere();
      },
      select: (id) => latest.current.select(id),
    }),
    [onPapers],
  );
  const doIt = (startWith?: Partial<Answer>) => {
    if (active === undefined) return;
    setActiveId(active.id);
    if (formOf(active) === 'open') void navigate(filePathOf(active));
    else setOpen({ id: active.id, startWith });
  };
  const ask = (what: Asking) => () => {
    if (chosen.length > 0) setAsking({ id: 'selection', what });
    else if (active !== undefined) setAsking({ id: active.id, what });
  };
  const toFile =
    (search = '') =>
    () =>
      active !== undefined && void navigate(`/files/${active.file.id}${search}`);
  useKeys([
    { keys: ['j', 'ArrowDown'], act: move(1), words: t('today.keys.move'), repeats: true },
    { keys: ['k', 'ArrowUp'], act: move(-1), words: t('today.keys.move'), repeats: true },
    { keys: 'Enter', act: () => doIt(), words: t('today.keys.doIt') },
    { keys: 's', act: ask('snooze'), words: t('today.keys.snooze') },
    { keys: 'a', act: ask('assign'), words: t('today.keys.assign') },
    { keys: 'o', act: toFile(), words: t('today.keys.open') },
    { keys: 'x', act: () => active !== undefined && select(active.id), words: t('today.keys.select') },
    { keys: 'Shift+x', act: selectToHere },
    { keys: 'e', act: toFile('?record'), words: t('today.keys.event'), quiet: true },
    ...(active !== undefined && formOf(active) === 'call' && open?.id !== active.id
      ? CALL_OUTCOMES.map((outcome, i) => ({
          keys: String(i + 1),
          act: () => doIt({ outcome }),
          words: t('today.keys.outcome'),
          quiet: true,
        }))
      : []),
  ]);
  return (
    <>
      <div className={classes.list} role="region" aria-label={t('today.list')} tabIndex={0} ref={list}>
        {groups
          .filter((group) => group.items.length > 0)
          .map((group) => (
            <section key={group.id} aria-labelledby={`group-${group.id}`}>
              <div className={classes.group} data-overdue={group.id === 'overdue' || undefined}>
                <h2 id={`group-${group.id}`}>{t(`today.${group.id}`)}</h2>
                <span className="nums">{group.items.length}</span>
              </div>
              <ul>
                {group.items.map((item) => (
                  <TaskRow
                    key={item.id}
                    item={item}
                    today={today}
                    acts={acts}
                    standingIn={standingIn.get(item.assignee ?? item.file.adviser ?? '')}
                    active={active?.id === item.id && activeId !== null}
                    selected={selected.has(item.id)}
                    open={open?.id === item.id}
                    startWith={open?.id === item.id ? open.startWith : undefined}
                    asking={asking?.id === item.id ? asking.what : null}
                  />
                ))}
              </ul>
            </section>
          ))}
        {more && <p className={`${classes.group} dim`}>{t('today.more')}</p>}
      </div>
      {chosen.length > 0 && (
        <section className={classes.selection} aria-label={t('today.selected', { count: chosen.length })}>
          <b className="strong small grow">{t('today.selected', { count: chosen.length })}</b>
          <AssignMenu
            items={chosen}
            opened={asking?.id === 'selection' && asking.what === 'assign'}
            onClose={() => setAsking(null)}
          >
            <Button variant="subtle" color="gray" onClick={ask('assign')} rightSection={<kbd>A</kbd>}>
              {t('today.assign')}
            </Button>
          </AssignMenu>
          <SnoozeMenu
            items={chosen}
            today={today}
            opened={asking?.id === 'selection' && asking.what === 'snooze'}
            onClose={() => setAsking(null)}
          >
            <Button variant="default" onClick={ask('snooze')} rightSection={<kbd>S</kbd>}>
              {t('today.snooze')}
            </Button>
          </SnoozeMenu>
          <Button variant="subtle" color="gray" onClick={() => setSelected(new Set())}>
            {t('today.clearSelection')}
          </Button>
        </section>
      )}
    </>
  );
}

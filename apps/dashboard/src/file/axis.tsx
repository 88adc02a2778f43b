import { SegmentedControl } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '@suivi/contracts/notes';
import type { Day } from '@suivi/rules/calendar/days';
import { dayInList, dayShort } from '../shell/dates.ts';
import { useKeys } from '../shell/keys.ts';
import { useLanguage } from '../shell/say.ts';
import type { Axis as AxisOf, AxisEntry, AxisGroup } from './axis.ts';
import { AXIS_GROUPS, folded, shownOf } from './axis.ts';
import { emailAheadOf } from './axis-ahead.tsx';
import { AxisItem } from './axis-item.tsx';
import classes from './axis.module.css';
import file from './file.module.css';
import { EmailAheadDrawer } from '../ahead/email-ahead-drawer.tsx';
import { useHold } from '../ahead/email-ahead.ts';
import { MessagePreview } from './message-preview.tsx';
import type { Asked } from './file.tsx';
import type { FileModel } from './model.ts';

type Props = {
  model: FileModel;
  axis: AxisOf;
  until: Day;
  className?: string;
  /** The keys of the tasks that somebody else has just changed. */
  changed: ReadonlySet<string>;
  /** Its notes have come. */
  notesHere: boolean;
  onRecord: (asked: Asked) => void;
  onNote: (note: Note) => void;
};

/** Past and plan on one line with today across it: solid is what happened, dashed what will, a diamond never moves. */
export function Axis({ model, axis, until, className = '', changed, notesHere, onRecord, onNote }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = model;
  const box = useRef<HTMLElement>(null);
  const line = useRef<HTMLLIElement>(null);
  const [group, setGroup] = useState<AxisGroup>('all');
  const [open, setOpen] = useState(false);
  const [reading, setReading] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const { hold } = useHold();
  const past = shownOf(axis.past, group);
  const ahead = shownOf(axis.ahead, group);
  const { earlier, recent } = folded(past);
  const lastEarlier = earlier.at(-1);
  const isNew = useNewcomers([...axis.past, ...axis.ahead], notesHere);

  /** Today in the upper third. */
  const toToday = () => {
    if (box.current === null || line.current === null) return;
    const top = line.current.getBoundingClientRect().top - box.current.getBoundingClientRect().top;
    box.current.scrollTop += top - box.current.clientHeight / 3;
  };
  useLayoutEffect(toToday, []);
  const move = (by: 1 | -1) => () => {
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])];
    const here = items.findIndex((item) => item.contains(document.activeElement));
    const from = items.findIndex((item) => item === line.current);
    const to = here < 0 ? from + (by === 1 ? 1 : -1) : here + by;
    items[Math.max(0, Math.min(items.length - 1, to))]?.focus();
  };
  useKeys([
    {
      keys: 't',
      act: () => {
        toToday();
        line.current?.focus({ preventScroll: true });
      },
      words: t('file.keys.today'),
    },
    { keys: ['j', 'ArrowDown'], act: move(1), words: t('file.keys.along'), repeats: true },
    { keys: ['k', 'ArrowUp'], act: move(-1), words: t('file.keys.along'), repeats: true },
  ]);
  const find = (id: string | null) =>
    id === null ? undefined : [...axis.past, ...axis.ahead].find((entry) => entry.id === id);
  const read = (entry: AxisEntry) => setReading(entry.id);
  /** Holding is done at once, and Undo takes it back; what releasing will send is read first. */
  const holdOrRelease = (entry: AxisEntry) => {
    const email = emailAheadOf(entry, model);
    if (email === null) return;
    if (email.state === 'held') read(entry);
    else hold(email, 'hold');
  };
  const here = find(focused);
  useKeys(
    here === undefined
      ? []
      : [
          { keys: 'o', act: () => read(here), words: t('file.keys.read') },
          ...(emailAheadOf(here, model) === null
            ? []
            : [{ keys: 'h', act: () => holdOrRelease(here), words: t('ahead.keys.hold') }]),
        ],
  );
  const shown = find(reading);
  const letter = shown && emailAheadOf(shown, model);
  const close = () => {
    setReading(null);
    const entry = box.current?.querySelector<HTMLElement>(`[data-email="${CSS.escape(reading ?? '')}"]`);
    setTimeout(() => entry?.focus({ preventScroll: true }), 60);
  };
  const within = ahead.filter(({ on }) => on <= until);
  const beyond = ahead.slice(within.length);
  const item = (entry: AxisEntry, ahead: boolean) => (
    <AxisItem
      key={`${entry.kind} ${entry.id}`}
      entry={entry}
      model={model}
      ahead={ahead}
      isNew={isNew(entry) || (entry.kind === 'task' && changed.has(entry.task.key))}
      onRecord={onRecord}
      onRead={read}
      onHold={holdOrRelease}
      onNote={onNote}
    />
  );
  return (
    <section className={`${classes.box} ${className}`} aria-label={t('file.axis.title')} tabIndex={0} ref={box}>
      <div className={`${file.head} ${classes.head}`}>
        <h2>{t('file.axis.title')}</h2>
        <SegmentedControl
          className="at-desk"
          aria-label={t('file.axis.show')}
          value={group}
          onChange={(chosen) => setGroup(AXIS_GROUPS.find((one) => one === chosen) ?? 'all')}
          data={AXIS_GROUPS.map((value) => ({ value, label: t(`file.axis.group.${value}`) }))}
        />
      </div>
      <ol
        className={classes.axis}
        onFocus={({ target }) => setFocused(target.closest<HTMLElement>('[data-entry]')?.dataset.email ?? null)}
        onBlur={() => setFocused(null)}
      >
        {lastEarlier !== undefined && (
          <li className={classes.entry} data-small="" data-fold="">
            <span className={classes.date}>
              {t('file.axis.until', { day: dayShort(lastEarlier.on, today, language) })}
            </span>
            <div className={classes.what}>
              <button type="button" className={classes.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
                {open ? t('file.axis.fold') : t('file.axis.earlier', { count: earlier.length })}
              </button>
            </div>
          </li>
        )}
        {open && earlier.map((entry) => item(entry, false))}
        {recent.map((entry) => item(entry, false))}
        <li className={classes.today} ref={line} data-entry="" tabIndex={-1} aria-current="date">
          <div>
            <span>{dayInList(today, `${today.slice(0, 4)}-00-00` as typeof today, language)}</span>
            <i />
            {t('file.axis.today')}
          </div>
        </li>
        {within.map((entry) => item(entry, true))}
        {beyond.length > 0 && within.length > 0 && (
          <li className={classes.beyond}>{t('file.axis.beyond', { day: dayShort(until, today, language) })}</li>
        )}
        {beyond.map((entry) => item(entry, true))}
      </ol>
      {ahead.length === 0 && (
        <p className={`${classes.nothing} dim small`}>
          {t(group !== 'all' && past.length === 0 ? 'file.axis.nothingOfKind' : 'file.axis.nothing')}
        </p>
      )}
      {letter != null ? (
        <EmailAheadDrawer key={reading} email={letter} onClose={close} />
      ) : (
        shown?.kind === 'email' && <MessagePreview message={shown.message} model={model} onClose={close} />
      )}
    </section>
  );
}

/** What has come since the page was opened flashes once. */
function useNewcomers(entries: readonly AxisEntry[], notesHere: boolean): (entry: AxisEntry) => boolean {
  const [known] = useState(() => new Set(entries.map(({ id }) => id)));
  // Notes come a little later than the rest: those of the first answer are not new.
  const [notes, setNotes] = useState<ReadonlySet<string> | null>(null);
  if (notes === null && notesHere) setNotes(new Set(entries.flatMap(({ kind, id }) => (kind === 'note' ? id : []))));
  return ({ kind, id }) => (kind === 'note' ? notes !== null && !notes.has(id) : !known.has(id));
}

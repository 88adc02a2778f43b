import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkItem } from '@suivi/contracts/tasks';
import type { Day } from '@suivi/rules/calendar/days';
import { addDays, weekday } from '@suivi/rules/calendar/days';
import { workingDay } from '@suivi/rules/calendar/working-days';
import { askConflict, staleChanges } from '../beside/conflict-dialog.tsx';
import type { Choice } from '../shell/choice-menu.tsx';
import { ChoiceMenu } from '../shell/choice-menu.tsx';
import { dayInList, dayInSentence } from '../shell/dates.ts';
import { DayField } from '../shell/day-field.tsx';
import { useNotify } from '../shell/notify.tsx';
import { useLanguage } from '../shell/say.ts';
import { useSnooze } from './queries.ts';
import classes from './today.module.css';

// The agency works in the metropole; the client's own holidays are the plan's affair, not the snooze's.
const METROPOLE = 'metropole';
const nextWorkingDay = (today: Day): Day => workingDay(addDays(today, 1), METROPOLE);
const nextWeek = (today: Day): Day => workingDay(addDays(today, 8 - weekday(today)), METROPOLE);

/** Puts tasks off to a later day; the plan keeps its own, and no email moves. */
export function useSnoozeTasks(today: Day) {
  const { t } = useTranslation();
  const language = useLanguage();
  const snooze = useSnooze();
  const notify = useNotify();
  return function snoozeTasks(items: readonly WorkItem[], until: Day | null, force = false) {
    const before = items.map((item) => ({ item, until: item.snoozedUntil }));
    const back = () =>
      Promise.all(before.map(({ item, until }) => snooze.mutateAsync({ items: [item], value: until, force: true })));
    // A promise, not callbacks: the menu is gone before the answer comes.
    snooze.mutateAsync({ items, value: until, force }).then(
      () =>
        notify.done(
          t('today.done.snoozed', { count: items.length }),
          until === null ? undefined : t('today.done.snoozedUntil', { day: dayInSentence(until, today, language) }),
          back,
        ),
      (error: unknown) => {
        const changes = staleChanges(error);
        if (changes === null) return notify.failed(t('today.failed.snooze'), error, () => snoozeTasks(items, until));
        const day = until === null ? '' : dayInSentence(until, today, language);
        askConflict({
          changes,
          mine: until === null ? t('today.yours.back') : t('today.yours.snooze', { day }),
          kind: 'one',
          onMine: () => snoozeTasks(items, until, true),
        });
      },
    );
  };
}

type Props = { items: readonly WorkItem[]; today: Day; opened: boolean; onClose: () => void; children: ReactNode };

/** 1 the next working day, 2 next week, 3 a date. */
export function SnoozeMenu({ items, today, opened, onClose, children }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const snoozeTasks = useSnoozeTasks(today);
  const [date, setDate] = useState<Day | null>(null);
  const [picking, setPicking] = useState(false);
  const close = () => {
    setPicking(false);
    setDate(null);
    onClose();
  };
  const until = (day: Day | null) => () => {
    snoozeTasks(items, day);
    close();
  };
  const first = nextWorkingDay(today);
  const week = nextWeek(today);
  const choices: Choice[] = [
    {
      id: 'tomorrow',
      words: t('today.menu.tomorrow', { day: dayInList(first, today, language) }),
      kbd: '1',
      act: until(first),
    },
    {
      id: 'week',
      words: t('today.menu.nextWeek', { day: dayInList(week, today, language) }),
      kbd: '2',
      act: until(week),
    },
    { id: 'date', words: t('today.menu.date'), kbd: '3', act: () => setPicking(true) },
  ];
  if (items.some((item) => item.snoozedUntil !== null))
    choices.push({ id: 'back', words: t('today.menu.back'), act: until(null) });
  const picker = (
    <form
      className={classes.picker}
      onSubmit={(event) => {
        event.preventDefault();
        if (date !== null && date > today) until(date)();
      }}
    >
      <DayField label={t('today.menu.until')} value={date} onChange={setDate} today={today} ahead autoFocus />
      <Button type="submit" size="compact-sm" disabled={date === null || date <= today}>
        {t('today.snooze')}
      </Button>
    </form>
  );
  return (
    <ChoiceMenu
      opened={opened}
      onClose={close}
      label={t('today.snooze')}
      choices={choices}
      more={picking ? picker : undefined}
    >
      {children}
    </ChoiceMenu>
  );
}

import { Button } from '@mantine/core';
import { IconCalendarPlus, IconClockPause, IconDownload, IconUserShare, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../shell/keys.ts';
import { AssignPanel } from './assign-panel.tsx';
import classes from './bulk.module.css';
import type { Panel } from './panel.ts';
import { RecordPanel } from './record-panel.tsx';
import { SnoozePanel } from './snooze-panel.tsx';

const PANELS = { assign: AssignPanel, snooze: SnoozePanel, record: RecordPanel };
const ACTS = [
  { id: 'assign', icon: IconUserShare, kbd: 'a' },
  { id: 'snooze', icon: IconClockPause, kbd: 's' },
  { id: 'record', icon: IconCalendarPlus, kbd: 'e' },
] as const;

type Props = {
  ids: readonly string[];
  panel: Panel | null;
  setPanel: (panel: Panel | null) => void;
  /** Takes every file that the list has; null when they are all chosen, or there are no others. */
  selectAll: (() => void) | null;
  /** Only the first of them are chosen: how many. */
  firstOnly: number | null;
  onExport: () => void;
  onClear: () => void;
  /** Done, or left: the list has the focus again. */
  onLeave: () => void;
};

/** What can be done to the chosen files, and above it what it would do. */
export function BulkBar({ ids, panel, setPanel, selectAll, firstOnly, onExport, onClear, onLeave }: Props) {
  const { t } = useTranslation();
  const close = () => {
    setPanel(null);
    onLeave();
  };
  const done = () => {
    setPanel(null);
    onClear();
    onLeave();
  };
  useKeys([
    ...ACTS.map(({ id, kbd }) => ({ keys: kbd, act: () => setPanel(id), words: t(`bulk.keys.${id}`) })),
    {
      keys: 'Escape',
      act: ({ target }) => {
        // A list of columns or filters that is open closes by itself, and alone.
        if (target instanceof Element && target.closest('[role=dialog]') !== null) return;
        if (panel === null) done();
        else close();
      },
    },
  ]);
  const Shown = panel === null ? null : PANELS[panel];
  return (
    <section className={classes.bulk} aria-label={t('bulk.bar')}>
      {Shown && <Shown key={panel} ids={ids} onClose={close} onDone={done} />}
      <div className={classes.bar}>
        <b className="strong small nums" role="status">
          {t('bulk.selected', { count: ids.length })}
        </b>
        {firstOnly !== null && <span className="tiny dim">{t('bulk.firstOnly', { most: firstOnly })}</span>}
        {selectAll !== null && (
          <Button variant="subtle" size="compact-sm" onClick={selectAll}>
            {t('bulk.selectAll')}
          </Button>
        )}
        <span className="grow" />
        {ACTS.map(({ id, icon: Icon, kbd }) => (
          <Button
            key={id}
            size="compact-sm"
            variant={panel === id ? 'default' : 'subtle'}
            color="gray"
            aria-expanded={panel === id}
            leftSection={<Icon aria-hidden="true" />}
            rightSection={<kbd>{kbd.toUpperCase()}</kbd>}
            onClick={() => (panel === id ? close() : setPanel(id))}
          >
            {t(`bulk.${id}`)}
          </Button>
        ))}
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconDownload aria-hidden="true" />}
          onClick={onExport}
        >
          {t('bulk.export')}
        </Button>
        <button type="button" className="icon-button" aria-label={t('bulk.clear')} onClick={done}>
          <IconX aria-hidden="true" />
        </button>
      </div>
    </section>
  );
}

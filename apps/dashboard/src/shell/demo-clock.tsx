import { Button, Loader, Menu } from '@mantine/core';
import { IconPlayerTrackNext } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInList, dayInSentence, dayShort } from './dates.ts';
import classes from './demo-clock.module.css';
import { useNotify } from './notify.tsx';
import { useAdvanceDemo, useDemoClock, useMe } from './queries.ts';
import { useLanguage } from './say.ts';

const STEPS = [1, 7, 30] as const;

/** In a demo agency: its day, and one, seven or thirty days forward. Mail leaves and tasks fall due on the way. */
export function DemoClock() {
  const { t } = useTranslation();
  const language = useLanguage();
  const me = useMe().data;
  const demo = me?.agency?.demo === true;
  const clock = useDemoClock(demo).data;
  const advance = useAdvanceDemo();
  const notify = useNotify();
  const cache = useQueryClient();
  const moving = clock?.advancing ?? null;
  const before = useRef(moving);

  const whenMoved = useEffectEvent(() => {
    const arrived = before.current !== null && moving === null ? before.current : null;
    before.current = moving;
    if (moving !== null || arrived !== null)
      void cache.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== 'demo' && name !== 'citation' });
    if (arrived !== null && clock !== undefined)
      notify.done(
        t('demo.done', { day: dayInSentence(clock.day, clock.day, language) }),
        t('demo.doneBody', { reviewed: arrived.reviewed, sent: arrived.sent }),
      );
  });
  // A day passed is news even where the counts stand still.
  const passed = [clock?.day, moving === null, moving?.reviewed, moving?.sent].join(' ');
  useEffect(() => whenMoved(), [passed]);

  if (!demo || clock === undefined) return null;
  const forward = (days: number) =>
    advance.mutate(days, { onError: (error) => notify.failed(t('demo.failed'), error, () => forward(days)) });
  return (
    <div
      className={classes.chip}
      role="group"
      aria-label={t('demo.day', { day: dayInSentence(clock.day, clock.day, language) })}
    >
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <button
            type="button"
            className={classes.day}
            title={t('demo.day', { day: dayInSentence(clock.day, clock.day, language) })}
          >
            <span className="at-desk">{t('demo.chip')}</span>
            <span className="nums">{dayShort(clock.day, clock.day, language)}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {STEPS.map((days) => (
            <Menu.Item
              key={days}
              leftSection={<IconPlayerTrackNext aria-hidden="true" />}
              disabled={moving !== null}
              onClick={() => forward(days)}
            >
              {t('demo.forward', { count: days })}
            </Menu.Item>
          ))}
          {!clock.workersRunning && <Menu.Label>{t('demo.noWorker')}</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
      {moving === null ? (
        STEPS.map((days) => (
          <Button
            key={days}
            variant="subtle"
            size="compact-sm"
            className={`${classes.step} at-desk`}
            aria-label={t('demo.forward', { count: days })}
            title={clock.workersRunning ? t('demo.forward', { count: days }) : t('demo.noWorker')}
            disabled={!clock.workersRunning || advance.isPending}
            onClick={() => forward(days)}
          >
            +{days}
          </Button>
        ))
      ) : (
        <span className={classes.moving} role="status">
          <Loader size={12} aria-hidden="true" /> {t('demo.moving', { day: dayInList(moving.to, clock.day, language) })}
        </span>
      )}
    </div>
  );
}

import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './calls.module.css';
import { lengthsOf, phaseOf, type CallTime } from './use-timer.ts';

const clockOf = (seconds: number): string =>
  `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
const PRESS = { idle: 'start', waiting: 'answered', talking: 'stop', ended: 'again' } as const;

/** How long one waits, then talks. Only this ticks. */
export function TimerView({ time, onPress }: { time: CallTime; onPress: () => void }) {
  const { t } = useTranslation();
  const phase = phaseOf(time);
  const running = phase === 'waiting' || phase === 'talking';
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running, time]);
  const { waited, talked } = lengthsOf(time, Math.max(now, time.answeredAt ?? time.startedAt ?? 0));
  return (
    <div className={classes.timer}>
      <b className="nums" role="timer" aria-label={t('callRound.timer.label')}>
        {clockOf(talked ?? waited ?? 0)}
      </b>
      <div className="grow">
        <div className="small strong" role="status">
          {t(`callRound.timer.${phase}`)}
        </div>
        {talked !== null && waited !== null && (
          <div className="tiny dim nums">{t('callRound.timer.waited', { time: clockOf(waited) })}</div>
        )}
      </div>
      <Button variant="default" onClick={onPress} rightSection={<kbd>T</kbd>}>
        {t(`callRound.timer.${PRESS[phase]}`)}
      </Button>
    </div>
  );
}

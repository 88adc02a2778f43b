import { useCallback, useState } from 'react';

/** A call's time: dialled, answered, ended. Instants in milliseconds. */
export type CallTime = { startedAt: number | null; answeredAt: number | null; endedAt: number | null };
export const NOT_CALLED: CallTime = { startedAt: null, answeredAt: null, endedAt: null };

export type Phase = 'idle' | 'waiting' | 'talking' | 'ended';
export const phaseOf = ({ startedAt, answeredAt, endedAt }: CallTime): Phase =>
  startedAt === null ? 'idle' : endedAt !== null ? 'ended' : answeredAt === null ? 'waiting' : 'talking';

const seconds = (from: number, to: number) => Math.max(0, Math.round((to - from) / 1000));

/** How long one waited and talked, up to an instant; null: not known. */
export function lengthsOf({ startedAt, answeredAt, endedAt }: CallTime, now: number) {
  if (startedAt === null) return { waited: null, talked: null };
  const end = endedAt ?? now;
  return {
    waited: seconds(startedAt, answeredAt ?? end),
    talked: answeredAt === null ? null : seconds(answeredAt, end),
  };
}

/** The next press of T: the call begins, somebody answers, it ends; then it begins anew. */
export function pressed(time: CallTime, now: number): CallTime {
  switch (phaseOf(time)) {
    case 'waiting':
      return { ...time, answeredAt: now };
    case 'talking':
      return { ...time, endedAt: now };
    default:
      return { ...NOT_CALLED, startedAt: now };
  }
}

/** The timer of the call on screen. */
export function useTimer() {
  const [time, setTime] = useState(NOT_CALLED);
  return {
    time,
    press: () => setTime((before) => pressed(before, Date.now())),
    /** Dialling begins the call, unless it is under way. */
    dial: useCallback(
      () =>
        setTime((before) =>
          ['idle', 'ended'].includes(phaseOf(before)) ? { ...NOT_CALLED, startedAt: Date.now() } : before,
        ),
      [],
    ),
    hangUp: () =>
      setTime((before) => (before.startedAt === null ? before : { ...before, endedAt: before.endedAt ?? Date.now() })),
    reset: () => setTime(NOT_CALLED),
  };
}

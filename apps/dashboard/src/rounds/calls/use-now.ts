import { useSyncExternalStore } from 'react';
import { localMinute } from '@suivi/rules/calls/round-order';

const EVERY_MS = 10_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => listeners.forEach((tell) => tell()), EVERY_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The minute of the day in UTC, kept up. */
const utcMinute = () => Math.floor(Date.now() / 60_000) % (24 * 60);
const useUtcMinute = (): number => useSyncExternalStore(subscribe, utcMinute);

/** The minute of the day where the clock is so many minutes ahead of UTC. */
export const useMinute = (utcOffset: number): number => localMinute(useUtcMinute(), utcOffset);

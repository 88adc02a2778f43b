import { useSyncExternalStore } from 'react';

/** Whether the API answers. Set by every request, read by the bar under the title. */
let lostAt: Date | null = null;
const listeners = new Set<() => void>();
let asking: ReturnType<typeof setInterval> | null = null;
const tell = () => listeners.forEach((listener) => listener());

/** A request got no answer at all: from now on we ask every five seconds. */
export function connectionLost() {
  if (lostAt !== null) return;
  lostAt = new Date();
  asking = setInterval(() => {
    fetch('/health/live', { cache: 'no-store' }).then(
      (answer) => answer.ok && connectionBack(),
      () => undefined,
    );
  }, 5_000);
  tell();
}

/** Something answered. */
export function connectionBack() {
  if (lostAt === null) return;
  lostAt = null;
  if (asking !== null) clearInterval(asking);
  asking = null;
  tell();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Since when nothing answers; null while all is well. */
export const useConnectionLostAt = (): Date | null => useSyncExternalStore(subscribe, () => lostAt);

import { useSyncExternalStore } from 'react';

/** Whether the side bar is out, on a phone. */
let out = false;
const listeners = new Set<() => void>();
const set = (next: boolean) => {
  out = next;
  listeners.forEach((listener) => listener());
};
export const openSideDrawer = () => set(true);
export const closeSideDrawer = () => set(false);
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useSideDrawer = (): boolean => useSyncExternalStore(subscribe, () => out);

import { useSyncExternalStore } from 'react';
import type { Language } from '@suivi/rules/vocabulary';

/**
 * What a person sets for this browser. Storage holds these settings and nothing of any client.
 * The names are read again in `public/before-paint.js`.
 */
export type Scheme = 'light' | 'dark' | 'auto';
/** `quiet`: the keys work, their hints are hidden. `off`: single keys do nothing (WCAG 2.1.4). */
export type KeysSetting = 'shown' | 'quiet' | 'off';

const read = (name: string): string | null => {
  try {
    return localStorage.getItem(`suivi.${name}`);
  } catch {
    return null;
  }
};
const write = (name: string, value: string) => {
  try {
    localStorage.setItem(`suivi.${name}`, value);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
};

/** The language before anybody is signed in: the last one chosen here, else the browser's. */
export const languageHere = (): Language => {
  const kept = read('language');
  if (kept === 'en' || kept === 'fr') return kept;
  return /^fr/i.test(navigator.language) ? 'fr' : 'en';
};
export const keepLanguage = (language: Language) => write('language', language);

const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** How single keys behave, for hooks and for the key listener alike. */
export function keysSetting(): KeysSetting {
  const kept = read('keys');
  return kept === 'quiet' || kept === 'off' ? kept : 'shown';
}
export function setKeys(setting: KeysSetting) {
  write('keys', setting);
  listeners.forEach((listener) => listener());
}
export const useKeysSetting = () => useSyncExternalStore(subscribe, keysSetting);

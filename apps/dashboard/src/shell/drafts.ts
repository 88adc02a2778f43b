import { containsNir } from '@suivi/rules/numbers/nir';

/**
 * What somebody had begun to write, kept in this tab until it is saved: a page that is left or loaded anew loses nothing.
 * It ends with the tab and with the session, and a text with a social security number is never kept.
 */
const PREFIX = 'suivi.draft.';

export function draftOf(name: string): string {
  try {
    return sessionStorage.getItem(PREFIX + name) ?? '';
  } catch {
    return '';
  }
}

export function keepDraft(name: string, text: string): void {
  try {
    if (text.trim() === '' || containsNir(text)) sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, text);
  } catch {
    // A browser that keeps nothing: the text stands as long as the page does.
  }
}

export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

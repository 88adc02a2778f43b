import type { Language } from '@suivi/rules/vocabulary';

/** A moment: nobody counts the first seconds. */
const JUST_NOW_SECONDS = 10;

/** How long ago, in a few words: "just now", "20 seconds ago". */
export function ago(at: string, language: Language, now = Date.now()): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(at)) / 1000));
  if (seconds < JUST_NOW_SECONDS) return language === 'fr' ? 'à l’instant' : 'just now';
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  if (seconds < 60) return format.format(-seconds, 'second');
  if (seconds < 3600) return format.format(-Math.round(seconds / 60), 'minute');
  return seconds < 86_400
    ? format.format(-Math.round(seconds / 3600), 'hour')
    : format.format(-Math.round(seconds / 86_400), 'day');
}

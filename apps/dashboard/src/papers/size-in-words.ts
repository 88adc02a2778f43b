import type { TFunction } from 'i18next';
import type { Language } from '@suivi/rules/vocabulary';
import { number } from '../shell/dates.ts';

/** 840 kB · 1.8 MB · 1,8 Mo. */
export function sizeInWords(bytes: number, language: Language, t: TFunction): string {
  const mega = bytes / 1_000_000;
  return mega < 1
    ? t('papers.add.size.kb', { n: number(Math.max(1, Math.round(bytes / 1000)), language) })
    : t('papers.add.size.mb', { n: number(Math.round(mega * 10) / 10, language) });
}

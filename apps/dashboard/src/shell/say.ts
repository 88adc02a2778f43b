import { useTranslation } from 'react-i18next';
import type { Language, Words } from '@suivi/rules/vocabulary';

/** The language on screen. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'fr' ? 'fr' : 'en';
}

/** Says a sentence that comes in both languages (a because, a reason) in the reader's. */
export function useSay(): (words: Words) => string {
  const language = useLanguage();
  return (words) => words[language];
}

import type { TFunction } from 'i18next';
import { emailNumber } from '@suivi/rules/names';
import type { EmailTemplate, Language } from '@suivi/rules/vocabulary';

/** An email's name at the desk: "Still waiting no. 2". */
export function emailName(t: TFunction, email: { template: EmailTemplate; key: string }): string {
  const name = t(`email.${email.template}`);
  const n = emailNumber(email);
  return n === null ? name : t('email.numbered', { name, n });
}

const names = new Map<string, Intl.DisplayNames>();
function namesOf(type: 'region' | 'language', language: Language, style: 'long' | 'short'): Intl.DisplayNames {
  const id = `${type} ${language} ${style}`;
  const found = names.get(id) ?? new Intl.DisplayNames(language === 'fr' ? 'fr-FR' : 'en-GB', { type, style });
  names.set(id, found);
  return found;
}

/** A country by its code; `short` where English has a usual short form (US, UK). */
export const countryName = (code: string, language: Language, short = false): string =>
  namesOf('region', language, short && language === 'en' ? 'short' : 'long').of(code) ?? code;

/** A language by its code: English, anglais. */
export const languageName = (code: string, language: Language): string =>
  namesOf('language', language, 'long').of(code) ?? code;

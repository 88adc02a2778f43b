import type { Day } from '@suivi/rules/calendar/days';
import { inWords } from '@suivi/rules/calendar/words';
import type { Words } from '@suivi/rules/vocabulary';
import { Problem } from '../platform/problem.ts';

/** Why a file is left out of a bulk action, in words that name the fact. */

export const CLOSED: Words = { en: 'The file is closed.', fr: 'Le dossier est clos.' };
export const GONE: Words = {
  en: 'The file is not one of your agency’s.',
  fr: 'Le dossier n’est pas de votre agence.',
};
export const NO_TASK: Words = { en: 'No task is open.', fr: 'Aucune tâche n’est ouverte.' };
export const CHANGED: Words = {
  en: 'Somebody changed it after this preview. Look at it, then do it again.',
  fr: 'Quelqu’un l’a modifié après cet aperçu. Regardez-le, puis recommencez.',
};
export const CHANGED_BACK: Words = {
  en: 'Somebody has changed it since. It stays as it is.',
  fr: 'Quelqu’un l’a modifié depuis. Il reste tel quel.',
};

export const alreadyTheirs = (name: string | null): Words =>
  name === null
    ? { en: 'Nobody follows it already.', fr: 'Personne ne le suit déjà.' }
    : { en: `${name} follows it already.`, fr: `${name} le suit déjà.` };

const on = (day: Day, language: 'en' | 'fr') => inWords(day, language, { weekday: true });

export const dueLater = (due: Day): Words => ({
  en: `It is due on ${on(due, 'en')}, no earlier than that.`,
  fr: `Elle est prévue le ${on(due, 'fr')}, pas avant.`,
});
/** At the last moment one looks at a task by itself: many at once stop a day before the law does. */
export const lawComesFirst = (deadline: Day): Words => ({
  en: `Its legal deadline is ${on(deadline, 'en')}: it cannot wait until then.`,
  fr: `Son échéance légale est le ${on(deadline, 'fr')} : elle ne peut pas attendre.`,
});

/**
 * What a refusal of one file says. What breaks, or is wrong with the request itself, is no reason to leave a file out.
 * @throws the error, when it is no refusal of this file
 */
export function reasonOf(error: unknown): Words {
  if (!(error instanceof Problem) || error.status >= 500 || error.type === 'invalid_event') throw error;
  if (error.type === 'stale_file') return CHANGED;
  return error.type === 'not_found' ? GONE : error.reason();
}

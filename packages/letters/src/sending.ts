import { inWords } from '@suivi/rules/calendar/words';
import type { Day } from '@suivi/rules/calendar/days';
import type { Letter } from '@suivi/rules/facts';
import type { Values } from './letter.ts';
import type { Case } from './template.ts';

/** A day as a letter has it: no weekday, always the year. */
export const dayOf = (day: Day): string => inWords(day, 'fr', { year: true });

/** The sending a letter speaks of: never a receipt that we do not hold. */
export function sendingOf(letter: Letter | undefined): { cases: Case[]; values: Values } {
  if (letter === undefined) return { cases: [], values: {} };
  const { on, method, deliveredOn, trackingNumber } = letter;
  const values: Values = {
    sentDay: dayOf(on),
    deliveredDay: deliveredOn === null ? null : dayOf(deliveredOn),
    trackingNumber,
    sentReference: referenceTo(letter),
    channel: method === 'online' ? 'en ligne' : method === 'appointment' ? 'à l’accueil' : null,
  };
  if (method !== 'registered_post') return { cases: ['filed'], values };
  return { cases: [deliveredOn === null ? 'assumed' : 'receipt'], values };
}

/** « adressé en recommandé nº …, reçu par vos services le … » */
function referenceTo({ on, method, deliveredOn, trackingNumber }: Letter): string {
  if (method === 'online') return `déposé en ligne le ${dayOf(on)}`;
  if (method === 'appointment') return `remis à votre accueil le ${dayOf(on)}`;
  const number = trackingNumber === null ? '' : ` nº ${trackingNumber}`;
  return deliveredOn === null
    ? `adressé en recommandé${number} le ${dayOf(on)}`
    : `adressé en recommandé${number}, reçu par vos services le ${dayOf(deliveredOn)}`;
}

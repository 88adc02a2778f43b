import type { Day } from '@suivi/rules/calendar/days';
import { inWords } from '@suivi/rules/calendar/words';
import { holidayName, workingDay } from '@suivi/rules/calendar/working-days';
import { weekday } from '@suivi/rules/calendar/days';
import type { Words } from '@suivi/rules/vocabulary';

// The agency works in the metropole; the client's own holidays are the plan's affair, not the snooze's.
const ZONE = 'metropole';

/** The working day on or after the day asked for, and why it is another one. */
export function snoozeDay(asked: Day): { on: Day; because: Words | null } {
  const on = workingDay(asked, ZONE);
  if (on === asked) return { on, because: null };
  const holiday = holidayName(asked, ZONE);
  if (weekday(asked) > 5 && holiday === null)
    return {
      on,
      because: {
        en: `${inWords(asked, 'en')} is a ${inWords(asked, 'en', { weekday: true }).split(' ')[0]}.`,
        fr: `Le ${inWords(asked, 'fr')} est un ${inWords(asked, 'fr', { weekday: true }).split(' ')[0]}.`,
      },
    };
  const en = inWords(asked, 'en', { weekday: true });
  const fr = inWords(asked, 'fr', { weekday: true });
  return {
    on,
    because: {
      en: `${en} is a public holiday${holiday ? `, ${holiday.en}` : ''}.`,
      fr: `Le ${fr} est férié${holiday ? ` : ${holiday.fr}` : ''}.`,
    },
  };
}

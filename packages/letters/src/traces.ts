import type { Day } from '@suivi/rules/calendar/days';
import type { Deed } from '@suivi/rules/events';
import { historyOf } from '@suivi/rules/events';
import type { Facts } from '@suivi/rules/facts';
import type { Event } from '@suivi/rules/file';
import { dayOf } from './sending.ts';

type Asked = { facts: Facts; events: readonly Event[]; after: Day; today: Day; except?: (deed: Deed) => boolean };

/** What was done after a day, oldest first, one line a deed. Notes and names of agents are never in it. */
export function tracesSince({ facts, events, after, today, except = () => false }: Asked): string[] {
  return historyOf(events)
    .days.filter(({ day }) => day > after && day <= today)
    .flatMap(({ deeds }) => deeds.filter((deed) => !except(deed)).flatMap((deed) => lineOf(deed, facts) ?? []));
}

function lineOf(deed: Deed, facts: Facts): string | null {
  const day = dayOf(deed.on);
  switch (deed.type) {
    case 'call_made':
      if (deed.outcome === 'in_progress') return `${day} : appel au 3646, le dossier étant dit en cours d’étude`;
      if (deed.outcome === 'processed') return `${day} : appel au 3646, le dossier étant dit traité`;
      if (deed.outcome === 'not_found') return `${day} : appel au 3646, le dossier étant dit introuvable`;
      return `${day} : appel au 3646`;
    case 'office_visited':
      return `${day} : démarche à votre accueil`;
    case 'ameli_message_sent':
      return `${day} : message par le compte ameli`;
    case 'letter_sent':
      return `${day} : courrier, preuve d’envoi conservée`;
    case 'supplement_sent': {
      const asked = requestOf(deed.id, facts);
      return `${day} : envoi des pièces demandées${asked === null ? '' : ` le ${dayOf(asked)}`}`;
    }
    default:
      return null;
  }
}

/** The day of the request that a supplement answered. */
export function requestOf(eventId: string, { requests }: Facts): Day | null {
  const request = requests.findLast(({ answers }) => answers.some(({ letter }) => letter.eventId === eventId));
  return request ? (request.letterOn ?? request.phoneOn ?? request.from) : null;
}

import { CAISSES } from './caisses.ts';
import { routeOf } from './eligibility.ts';
import type { Applicant } from './file.ts';
import type { PlannedCaisse } from './plan-types.ts';
import { zoneOf } from './calendar/zones.ts';

/** The department that a postcode lies in (`2A`, `971`, `24`). */
export function departmentOf(postcode: string): string {
  const zone = zoneOf(postcode);
  if (zone === 'saint_barthelemy') return '977';
  if (zone === 'saint_martin') return '978';
  if (postcode.startsWith('97') || postcode.startsWith('98')) return postcode.slice(0, 3);
  // Corsica: 200 and 201 are the south, and 207 to 209 serve Ajaccio alone. Both caisses share an address.
  if (postcode.startsWith('20')) return /^20[01789]/.test(postcode) ? '2A' : '2B';
  return postcode.slice(0, 2);
}

/** Saint-Barthélemy is served by the caisse of Guadeloupe. */
const SERVED_BY: Record<string, string> = { '977': '971' };
/** Not a CPAM and on no list of theirs: its address is entered by hand. */
const OTHER_BODIES: Record<string, string> = { '975': 'CPS de Saint-Pierre-et-Miquelon' };

export const PARIS = 'CPAM de Paris';
/** A desk of its own at CPAM Paris. */
const LANGUAGE_ASSISTANTS = [PARIS, 'SRI / Assistants de langue', '75948 Paris Cedex 19'];

const isLanguageAssistant = ({ category, hasNominationOrder }: Applicant): boolean =>
  category === 'employee' && hasNominationOrder;

/** “Passeport talent” and its family: one caisse for all of France. Those insured elsewhere register at home. */
const isTalent = ({ category, residencePermit }: Applicant): boolean =>
  residencePermit?.kind === 'talent' && ['employee', 'self_employed', 'resident', 'family_member'].includes(category);

// Every plan asks for one department of a hundred.
const BY_DEPARTMENT = new Map(
  CAISSES.map(({ department }) => [department, CAISSES.filter((caisse) => caisse.department === department)]),
);
// Several departments may share a caisse: the first that is named has its address.
const ADDRESSES = new Map(CAISSES.toReversed().map(({ shortName, address }) => [shortName, address]));
const inDepartment = (department: string) => BY_DEPARTMENT.get(SERVED_BY[department] ?? department) ?? [];

/** The names that `caisse` may hold for this applicant. */
export function caissesToChooseFrom(applicant: Applicant): string[] {
  const names = inDepartment(departmentOf(applicant.address.postcode)).map(({ shortName }) => shortName);
  const goesToParis = (isLanguageAssistant(applicant) || isTalent(applicant)) && !names.includes(PARIS);
  return goesToParis ? [...names, PARIS] : names;
}

/** The lines of the envelope (38 characters at most, six lines at most), or null when no address is known. */
export function filingAddress(shortName: string, applicant: Applicant): string[] | null {
  const byHand = applicant.caisseAddress?.filter((line) => line.trim() !== '') ?? [];
  if (byHand.length > 0) return byHand;
  if (shortName === PARIS && isLanguageAssistant(applicant)) return [...LANGUAGE_ASSISTANTS];
  const address = ADDRESSES.get(shortName);
  return address ? [...address] : null;
}

/** A name for a sentence: with the apostrophe that French prints. */
export const printed = (name: string): string => name.replaceAll("'", '’');

/** The caisse that a file goes to. `submitted`: whether it has been sent (an online file has its caisse from then on). */
export function caisseOf(applicant: Applicant, submitted: boolean): PlannedCaisse {
  const { postcode } = applicant.address;
  const department = departmentOf(postcode);
  if (routeOf(applicant) === 'online' && !submitted)
    return {
      status: 'elsewhere',
      department,
      shortName: null,
      because: {
        en: 'Students file online, on one site for all of France; no caisse is chosen before.',
        fr: 'Les dossiers étudiants se déposent en ligne, sur un site national ; pas de caisse à choisir avant.',
      },
      source: 'ameli/etudier-en-france',
    };
  if (isLanguageAssistant(applicant))
    return {
      status: 'known',
      department: '75',
      shortName: PARIS,
      because: {
        en: 'With an arrêté de nomination, CPAM Paris takes the file, whatever the address.',
        fr: 'Avec un arrêté de nomination, la CPAM de Paris prend le dossier, quelle que soit l’adresse.',
      },
      source: 'forum-ameli/3424984',
    };
  if (isTalent(applicant))
    return {
      status: 'known',
      department: '75',
      shortName: PARIS,
      because: {
        en: 'With a “talent” permit, CPAM Paris takes the file, whatever the address.',
        fr: 'Avec un titre « talent », la CPAM de Paris prend le dossier, quelle que soit l’adresse.',
      },
      source: 'welcometofrance/affiliation',
    };
  return caisseOfDepartment(applicant, department, postcode);
}

function caisseOfDepartment(applicant: Applicant, department: string, postcode: string): PlannedCaisse {
  const candidates = inDepartment(department).map(({ shortName }) => shortName);
  const shortName =
    candidates.length > 1
      ? (candidates.find((name) => name === applicant.caisse) ?? null)
      : (candidates[0] ?? OTHER_BODIES[department] ?? null);
  const found = { department, shortName, source: 'dila/annuaire' } as const;
  if (shortName === null && candidates.length > 1)
    return {
      ...found,
      status: 'choose',
      candidates,
      because: {
        en: `Department ${department} has ${candidates.length} caisses; the town decides, and it is not settled.`,
        fr: `Le département ${department} compte ${candidates.length} caisses ; la commune décide, à préciser.`,
      },
    };
  const name = printed(shortName ?? '');
  if (filingAddress(shortName ?? '', applicant) === null)
    return {
      ...found,
      status: 'address_missing',
      because:
        shortName === null
          ? {
              en: `No caisse is known for postcode ${postcode}: enter the filing address by hand.`,
              fr: `Aucune caisse connue pour le code postal ${postcode} : adresse de dépôt à saisir.`,
            }
          : {
              en: `${name}: no filing address is known. Enter it by hand.`,
              fr: `${name} : aucune adresse de dépôt connue. À saisir à la main.`,
            },
    };
  return {
    ...found,
    status: 'known',
    because:
      candidates.length > 1
        ? { en: `${name} was chosen by hand for ${postcode}.`, fr: `${name} : choisie à la main pour ${postcode}.` }
        : shortName === null
          ? {
              en: `The filing address for postcode ${postcode} was entered by hand.`,
              fr: `L’adresse de dépôt pour le code postal ${postcode} a été saisie à la main.`,
            }
          : { en: `Postcode ${postcode} belongs to ${name}.`, fr: `Le code postal ${postcode} relève de : ${name}.` },
  };
}

import type { Words } from '../vocabulary.ts';

/** Where a client lives, as far as holidays and clocks go. */
export const ZONES = [
  'metropole',
  'alsace_moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'saint_pierre_et_miquelon',
  'mayotte',
  'saint_barthelemy',
  'saint_martin',
] as const;
export type Zone = (typeof ZONES)[number];

const BY_PREFIX: Record<string, Zone> = {
  '57': 'alsace_moselle',
  '67': 'alsace_moselle',
  '68': 'alsace_moselle',
  '971': 'guadeloupe',
  '972': 'martinique',
  '973': 'guyane',
  '974': 'reunion',
  '975': 'saint_pierre_et_miquelon',
  '976': 'mayotte',
  '977': 'saint_barthelemy',
  '978': 'saint_martin',
};

/** Both islands left Guadeloupe in 2007 and kept a postcode of Guadeloupe; 977 and 978 are their department codes. */
const BY_POSTCODE: Record<string, Zone> = { '97133': 'saint_barthelemy', '97150': 'saint_martin' };

/** The zone whose holidays and clock count for a postcode. */
export function zoneOf(postcode: string): Zone {
  // Most live in metropolitan France: one look tells.
  if (!postcode.startsWith('97')) return BY_PREFIX[postcode.slice(0, 2)] ?? 'metropole';
  return BY_POSTCODE[postcode] ?? BY_PREFIX[postcode.slice(0, 3)] ?? 'metropole';
}

const PLACES: Record<Zone, Words> = {
  metropole: { en: 'metropolitan France', fr: 'France métropolitaine' },
  alsace_moselle: { en: 'Alsace-Moselle', fr: 'Alsace-Moselle' },
  guadeloupe: { en: 'Guadeloupe', fr: 'Guadeloupe' },
  martinique: { en: 'Martinique', fr: 'Martinique' },
  guyane: { en: 'French Guiana', fr: 'Guyane' },
  reunion: { en: 'Réunion', fr: 'La Réunion' },
  saint_pierre_et_miquelon: { en: 'Saint-Pierre-et-Miquelon', fr: 'Saint-Pierre-et-Miquelon' },
  mayotte: { en: 'Mayotte', fr: 'Mayotte' },
  saint_barthelemy: { en: 'Saint-Barthélemy', fr: 'Saint-Barthélemy' },
  saint_martin: { en: 'Saint-Martin', fr: 'Saint-Martin' },
};
/** The zone's name, for a sentence about a holiday that only it has. */
export const placeOf = (zone: Zone): Words => PLACES[zone];

const TIME_ZONES: Partial<Record<Zone, string>> = {
  guadeloupe: 'America/Guadeloupe',
  martinique: 'America/Martinique',
  guyane: 'America/Cayenne',
  reunion: 'Indian/Reunion',
  saint_pierre_et_miquelon: 'America/Miquelon',
  mayotte: 'Indian/Mayotte',
  saint_barthelemy: 'America/St_Barthelemy',
  saint_martin: 'America/Marigot',
};
/** The clock by which an email leaves at 9:00, as IANA names it. */
export const timeZoneOf = (zone: Zone): string => TIME_ZONES[zone] ?? 'Europe/Paris';

import { describe, expect, it } from 'vitest';
import { placeOf, timeZoneOf, zoneOf, type Zone } from './zones.ts';

describe('where a client lives', () => {
  it.each<[postcode: string, zone: Zone, clock: string, en: string, fr: string]>([
    ['75011', 'metropole', 'Europe/Paris', 'metropolitan France', 'France métropolitaine'],
    ['20000', 'metropole', 'Europe/Paris', 'metropolitan France', 'France métropolitaine'],
    ['57000', 'alsace_moselle', 'Europe/Paris', 'Alsace-Moselle', 'Alsace-Moselle'],
    ['67000', 'alsace_moselle', 'Europe/Paris', 'Alsace-Moselle', 'Alsace-Moselle'],
    ['68100', 'alsace_moselle', 'Europe/Paris', 'Alsace-Moselle', 'Alsace-Moselle'],
    ['97110', 'guadeloupe', 'America/Guadeloupe', 'Guadeloupe', 'Guadeloupe'],
    ['97200', 'martinique', 'America/Martinique', 'Martinique', 'Martinique'],
    ['97300', 'guyane', 'America/Cayenne', 'French Guiana', 'Guyane'],
    ['97400', 'reunion', 'Indian/Reunion', 'Réunion', 'La Réunion'],
    ['97500', 'saint_pierre_et_miquelon', 'America/Miquelon', 'Saint-Pierre-et-Miquelon', 'Saint-Pierre-et-Miquelon'],
    ['97600', 'mayotte', 'Indian/Mayotte', 'Mayotte', 'Mayotte'],
    ['97133', 'saint_barthelemy', 'America/St_Barthelemy', 'Saint-Barthélemy', 'Saint-Barthélemy'],
    ['97700', 'saint_barthelemy', 'America/St_Barthelemy', 'Saint-Barthélemy', 'Saint-Barthélemy'],
    ['97150', 'saint_martin', 'America/Marigot', 'Saint-Martin', 'Saint-Martin'],
    ['97800', 'saint_martin', 'America/Marigot', 'Saint-Martin', 'Saint-Martin'],
  ])('%s is in %s, by the clock of %s', (postcode, zone, clock, en, fr) => {
    expect(zoneOf(postcode)).toBe(zone);
    expect(timeZoneOf(zone)).toBe(clock);
    expect(placeOf(zone)).toEqual({ en, fr });
  });
});

// Written by scripts/generate-holidays.mjs; change that, not this file. The days are those of date-holidays 3.37.0
// (ISC AND CC-BY-3.0, https://github.com/commenthol/date-holidays), mended where the government’s list differs:
//   guadeloupe: Good Friday is on no list of public holidays there
//   martinique: Good Friday is on no list of public holidays there
//   saint_martin: slavery’s end is kept on 28 May, not on Guadeloupe’s day
import type { Zone } from './zones.ts';

/** A year’s public holidays, each with its month and day: `new_year 01-01, …`. */
type Years = Readonly<Record<number, string>>;

/** The public holidays that every zone keeps, and those that only one keeps. */
export const HOLIDAY_TABLE: { readonly everywhere: Years } & Readonly<Partial<Record<Zone, Years>>> = {
  everywhere: {
    2024: 'new_year 01-01, easter_monday 04-01, labour_day 05-01, victory_day 05-08, ascension 05-09, whit_monday 05-20, bastille_day 07-14, assumption 08-15, all_saints 11-01, armistice 11-11, christmas 12-25',
    2025: 'new_year 01-01, easter_monday 04-21, labour_day 05-01, victory_day 05-08, ascension 05-29, whit_monday 06-09, bastille_day 07-14, assumption 08-15, all_saints 11-01, armistice 11-11, christmas 12-25',
    2026: 'new_year 01-01, easter_monday 04-06, labour_day 05-01, victory_day 05-08, ascension 05-14, whit_monday 05-25, bastille_day 07-14, assumption 08-15, all_saints 11-01, armistice 11-11, christmas 12-25',
    2027: 'new_year 01-01, easter_monday 03-29, labour_day 05-01, ascension 05-06, victory_day 05-08, whit_monday 05-17, bastille_day 07-14, assumption 08-15, all_saints 11-01, armistice 11-11, christmas 12-25',
    2028: 'new_year 01-01, easter_monday 04-17, labour_day 05-01, victory_day 05-08, ascension 05-25, whit_monday 06-05, bastille_day 07-14, assumption 08-15, all_saints 11-01, armistice 11-11, christmas 12-25',
    2029: 'new_year 01-01, easter_monday 04-02, labour_day 05-01, victory_day 05-08, ascension 05-10, whit_monday 05-21, bastille_day 07-14, assumption 08-15, all_saints 11-01, armistice 11-11, christmas 12-25',
    2030: 'new_year 01-01, easter_monday 04-22, labour_day 05-01, victory_day 05-08, ascension 05-30, whit_monday 06-10, bastille_day 07-14, assumption 08-15, all_saints 11-01, armistice 11-11, christmas 12-25',
    2031: 'new_year 01-01, easter_monday 04-14, labour_day 05-01, victory_day 05-08, ascension 05-22, whit_monday 06-02, bastille_day 07-14, assumption 08-15, all_saints 11-01, armistice 11-11, christmas 12-25',
  },
  alsace_moselle: {
    2024: 'good_friday 03-29, st_stephen 12-26',
    2025: 'good_friday 04-18, st_stephen 12-26',
    2026: 'good_friday 04-03, st_stephen 12-26',
    2027: 'good_friday 03-26, st_stephen 12-26',
    2028: 'good_friday 04-14, st_stephen 12-26',
    2029: 'good_friday 03-30, st_stephen 12-26',
    2030: 'good_friday 04-19, st_stephen 12-26',
    2031: 'good_friday 04-11, st_stephen 12-26',
  },
  guadeloupe: {
    2024: 'abolition 05-27',
    2025: 'abolition 05-27',
    2026: 'abolition 05-27',
    2027: 'abolition 05-27',
    2028: 'abolition 05-27',
    2029: 'abolition 05-27',
    2030: 'abolition 05-27',
    2031: 'abolition 05-27',
  },
  martinique: {
    2024: 'abolition 05-22',
    2025: 'abolition 05-22',
    2026: 'abolition 05-22',
    2027: 'abolition 05-22',
    2028: 'abolition 05-22',
    2029: 'abolition 05-22',
    2030: 'abolition 05-22',
    2031: 'abolition 05-22',
  },
  guyane: {
    2024: 'abolition 06-10',
    2025: 'abolition 06-10',
    2026: 'abolition 06-10',
    2027: 'abolition 06-10',
    2028: 'abolition 06-10',
    2029: 'abolition 06-10',
    2030: 'abolition 06-10',
    2031: 'abolition 06-10',
  },
  reunion: {
    2024: 'abolition 12-20',
    2025: 'abolition 12-20',
    2026: 'abolition 12-20',
    2027: 'abolition 12-20',
    2028: 'abolition 12-20',
    2029: 'abolition 12-20',
    2030: 'abolition 12-20',
    2031: 'abolition 12-20',
  },
  mayotte: {
    2024: 'abolition 04-27',
    2025: 'abolition 04-27',
    2026: 'abolition 04-27',
    2027: 'abolition 04-27',
    2028: 'abolition 04-27',
    2029: 'abolition 04-27',
    2030: 'abolition 04-27',
    2031: 'abolition 04-27',
  },
  saint_barthelemy: {
    2024: 'abolition 10-09',
    2025: 'abolition 10-09',
    2026: 'abolition 10-09',
    2027: 'abolition 10-09',
    2028: 'abolition 10-09',
    2029: 'abolition 10-09',
    2030: 'abolition 10-09',
    2031: 'abolition 10-09',
  },
  saint_martin: {
    2024: 'abolition 05-28',
    2025: 'abolition 05-28',
    2026: 'abolition 05-28',
    2027: 'abolition 05-28',
    2028: 'abolition 05-28',
    2029: 'abolition 05-28',
    2030: 'abolition 05-28',
    2031: 'abolition 05-28',
  },
};

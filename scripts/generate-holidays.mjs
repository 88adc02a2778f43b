#!/usr/bin/env node
// Writes packages/rules/src/calendar/holidays.gen.ts, the public holidays of each zone, with date-holidays. The library
// is large and stays out of the browser; its three faults are mended here, and the rules' tests hold the table to the
// list that the government publishes (Etalab).
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Holidays from 'date-holidays';
import { at } from './servers/processes.mjs';

/** The years for which the government's list was there to compare with. */
const YEARS = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031];

/** Our zones, as the library names them. */
const IN_LIBRARY = {
  metropole: ['FR'],
  alsace_moselle: ['FR', '57'],
  guadeloupe: ['GP'],
  martinique: ['MQ'],
  guyane: ['GF'],
  reunion: ['RE'],
  saint_pierre_et_miquelon: ['PM'],
  mayotte: ['YT'],
  saint_barthelemy: ['BL'],
  saint_martin: ['MF'],
};

/** What a rule of the library is called here: the names people read stand in calendar/holidays.ts. */
const NAME_OF_RULE = {
  '01-01': 'new_year',
  'easter -2': 'good_friday',
  'easter 1': 'easter_monday',
  '05-01': 'labour_day',
  '05-08': 'victory_day',
  'easter 39': 'ascension',
  'easter 50': 'whit_monday',
  '07-14': 'bastille_day',
  '08-15': 'assumption',
  '11-01': 'all_saints',
  '11-11': 'armistice',
  '12-25': 'christmas',
  '12-26': 'st_stephen',
};
const ABOLITION = 'Abolition de l’esclavage';

/** What the library has otherwise than the government’s list. A fault that is gone stops the run, so that its mend goes too. */
const MENDS = [
  ...['guadeloupe', 'martinique'].map((zone) => ({
    zone,
    why: 'Good Friday is on no list of public holidays there',
    isFault: ({ name }) => name === 'good_friday',
    mended: () => null,
  })),
  {
    zone: 'saint_martin',
    why: 'slavery’s end is kept on 28 May, not on Guadeloupe’s day',
    isFault: ({ name, on }) => name === 'abolition' && on === '05-27',
    mended: (holiday) => ({ ...holiday, on: '05-28' }),
  },
];

function nameOf({ rule, name, date }) {
  const known = NAME_OF_RULE[rule] ?? (name === ABOLITION ? 'abolition' : undefined);
  if (known === undefined) throw new Error(`date-holidays keeps ${name} on ${date} by “${rule}”: give it a name here.`);
  return known;
}

/** The public holidays of a zone in a year, by day. */
function holidaysOf(zone, year) {
  let found = new Holidays(...IN_LIBRARY[zone])
    .getHolidays(year, 'fr')
    .filter(({ type }) => type === 'public')
    .map((holiday) => ({ on: holiday.date.slice(5, 10), name: nameOf(holiday) }));
  for (const { isFault, mended, why } of MENDS.filter((mend) => mend.zone === zone)) {
    if (!found.some(isFault))
      throw new Error(`date-holidays no longer has its fault in ${zone} (${why}): remove the mend.`);
    found = found.flatMap((holiday) => (isFault(holiday) ? (mended(holiday) ?? []) : holiday));
  }
  return found.sort((a, b) => (a.on < b.on ? -1 : 1)).map(({ on, name }) => `${name} ${on}`);
}

/** One line a year. */
const lines = (ofYear) => YEARS.map((year) => `    ${year}: '${ofYear(year).join(', ')}',`).join('\n');

const everywhere = Object.fromEntries(YEARS.map((year) => [year, holidaysOf('metropole', year)]));
const zones = Object.keys(IN_LIBRARY).flatMap((zone) => {
  const own = Object.fromEntries(
    YEARS.map((year) => {
      const all = holidaysOf(zone, year);
      const lacking = everywhere[year].filter((holiday) => !all.includes(holiday));
      if (lacking.length > 0) throw new Error(`date-holidays has no ${lacking.join(', ')} in ${zone} in ${year}.`);
      return [year, all.filter((holiday) => !everywhere[year].includes(holiday))];
    }),
  );
  return YEARS.every((year) => own[year].length === 0) ? [] : [`  ${zone}: {\n${lines((year) => own[year])}\n  },`];
});

const require = createRequire(import.meta.url);
const manifest = path.join(path.dirname(require.resolve('date-holidays')), '../package.json');
const { version } = JSON.parse(readFileSync(manifest, 'utf8'));

writeFileSync(
  at('packages/rules/src/calendar/holidays.gen.ts'),
  `// Written by scripts/generate-holidays.mjs; change that, not this file. The days are those of date-holidays ${version}
// (ISC AND CC-BY-3.0, https://github.com/commenthol/date-holidays), mended where the government’s list differs:
${MENDS.map(({ zone, why }) => `//   ${zone}: ${why}`).join('\n')}
import type { Zone } from './zones.ts';

/** A year’s public holidays, each with its month and day: \`new_year 01-01, …\`. */
type Years = Readonly<Record<number, string>>;

/** The public holidays that every zone keeps, and those that only one keeps. */
export const HOLIDAY_TABLE: { readonly everywhere: Years } & Readonly<Partial<Record<Zone, Years>>> = {
  everywhere: {
${lines((year) => everywhere[year])}
  },
${zones.join('\n')}
};
`,
);
console.log(`Public holidays of ${Object.keys(IN_LIBRARY).length} zones, ${YEARS[0]} to ${YEARS.at(-1)}.`);

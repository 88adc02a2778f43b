import { dated } from './figures.ts';

/** Rates in per cent and flat amounts in cents, each with its source, by day. */

/** Doctors’ visits. Seen in use with each tariff since €25 (2017); the cut outside the pathway is older. */
export const INSIDE = dated(
  ['2017-05-01', 70, 'ameli/rates', 'older'],
  ['2024-12-22', 70, 'service-public/F17042', 'older'],
);
export const OUTSIDE = dated(
  ['2017-05-01', 30, 'molinari/outside-pathway', 'older'],
  ['2024-12-22', 30, 'service-public/F17042', 'older'],
);

/** With the local scheme of Alsace-Moselle, both payers together. */
export const LOCAL_FEES = dated(['2017-05-01', 90, 'quotidien-medecin/local-scheme', 'older']);
export const LOCAL_LABORATORY = dated(['2020-08-27', 90, 'omutuelle/laboratory', 'older']);
export const LOCAL_MEDICINES = {
  // The scheme adds nothing to the lowest class.
  15: dated(['2020-08-27', 15, 'quotidien-medecin/local-scheme-2006', 'older']),
  30: dated(['2020-08-27', 80, 'quotidien-medecin/local-scheme', 'older']),
  65: dated(['2020-08-27', 90, 'quotidien-medecin/local-scheme', 'older']),
  100: dated(['2020-08-27', 100, 'service-public/F21760', 'older']),
} as const;

/** The day of the sheet on medicines; laboratory tests, whose source has no date, are held to the same. */
export const MEDICINES = {
  15: dated(['2020-08-27', 15, 'service-public/F21760', 'older']),
  30: dated(['2020-08-27', 30, 'service-public/F21760', 'older']),
  65: dated(['2020-08-27', 65, 'service-public/F21760', 'older']),
  100: dated(['2020-08-27', 100, 'service-public/F21760', 'older']),
} as const;
export const LABORATORY = dated(['2020-08-27', 60, 'omutuelle/laboratory', 'older']);

/** The sheet on stays is of 2019, without its day: it is followed from the year after. */
export const HOSPITAL = dated(['2020-01-01', 80, 'service-public/F200', 'older']);
export const LONG_ILLNESS = dated(['2017-05-01', 100, 'service-public/F165', 'older']);

/** Withheld of each visit, test or X-ray (participation forfaitaire). */
export const CONTRIBUTION = dated(
  ['2017-05-01', 1_00, 'ash/participation', 'older'],
  ['2024-05-15', 2_00, 'cbanque/participation'],
);
export const CONTRIBUTION_A_DAY = 4_00;
/** Withheld of each box of medicine (franchise médicale). */
export const FRANCHISE = dated(
  ['2020-08-27', 50, 'secu-artistes/franchise', 'older'],
  ['2024-03-31', 1_00, 'secu-artistes/franchise'],
);
/** At most a year, of either kind. */
export const WITHHELD_A_YEAR = 50_00;

/** What a patient owes for each day in hospital (forfait journalier). */
export const DAILY_CHARGE = dated(
  ['2018-01-01', 20_00, 'msa-bourgogne/daily-charge'],
  ['2026-03-01', 23_00, 'quechoisir/hospital-2026'],
);
export const DAILY_CHARGE_PSYCHIATRY = dated(
  ['2018-01-01', 15_00, 'msa-bourgogne/daily-charge'],
  ['2026-03-01', 17_00, 'quechoisir/hospital-2026'],
);

/** Emergencies without a stay (forfait patient urgences). The source of the older amounts tells them on its own day. */
export const EMERGENCY = dated(
  ['2026-02-23', 19_61, 'boursorama/hospital-2026', 'older'],
  ['2026-03-01', 23_00, 'quechoisir/hospital-2026'],
);
export const EMERGENCY_REDUCED = dated(
  ['2026-02-23', 8_49, 'boursorama/hospital-2026', 'older'],
  ['2026-03-01', 9_96, 'quechoisir/hospital-2026'],
);

/** What takes the place of the 20% share once an act of €120 or more is done. Seen in use since May 2024. */
export const HEAVY_ACT = dated(
  ['2024-05-15', 24_00, 'ameli/flat-24', 'older'],
  ['2026-04-22', 32_00, 'quechoisir/hospital-2026'],
);

import fc from 'fast-check';
import { addDays, type Day } from '../calendar/days.ts';
import { Applicant } from '../file.ts';
import { CATEGORIES, LANGUAGES, PERMIT_KINDS } from '../vocabulary.ts';

/** Applicants for tests: one to vary by hand, and any that may come in. */

const FIRST = '2018-01-01' as Day;
/** Any day of the years in which files live. */
export const days = fc.integer({ min: 0, max: 5_000 }).map((n) => addDays(FIRST, n));
const born = fc.integer({ min: 0, max: 38_000 }).map((n) => addDays('1920-01-01' as Day, n));
const country = fc.constantFrom('FR', 'DE', 'GR', 'CH', 'NO', 'GB', 'US', 'CA', 'IN', 'MA', 'TW', 'CN', 'RE');
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

/** Somebody of no category in particular; the rest has its defaults. */
export const applicantWith = (more: object = {}): Applicant =>
  Applicant.parse({
    category: 'employee',
    birthDate: '1975-05-20',
    birthCountry: 'US',
    nationalities: ['US'],
    language: 'en',
    address: { postcode: '33000' },
    ...more,
  });

/** Any applicant that `readFile` would take. */
export const applicants: fc.Arbitrary<Applicant> = fc
  .record({
    category: fc.constantFrom(...CATEGORIES),
    birthDate: born,
    birthCountry: country,
    nationalities: fc.array(country, { minLength: 1, maxLength: 2 }),
    language: fc.constantFrom(...LANGUAGES),
    arrivedOn: maybe(days),
    activityStartsOn: maybe(days),
    studiesStartOn: maybe(days),
    married: fc.boolean(),
    address: fc.record({
      postcode: fc.constantFrom(
        '24000',
        '59200',
        '67000',
        '75011',
        '97400',
        '97150',
        '97500',
        '98713',
        '20000',
        '05000',
      ),
    }),
    caisseAddress: maybe(fc.array(fc.string({ maxLength: 38 }), { maxLength: 6 })),
    residencePermit: maybe(
      fc.record({ kind: fc.constantFrom(...PERMIT_KINDS), validatedOn: maybe(days), validUntil: maybe(days) }),
    ),
    birthCertificate: maybe(
      fc.record({ country, language: fc.constantFrom('fr', 'en', 'de', 'el', 'zh', 'ar', 'pt') }),
    ),
    privateInsuranceUntil: maybe(days),
    hasEhic: fc.boolean(),
    hasNominationOrder: fc.boolean(),
    familyRoute: fc.boolean(),
    formerlyInsuredInFrance: fc.boolean(),
    members: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('c1', 'c2', 'p1'),
        relation: fc.constantFrom('partner', 'child'),
        birthDate: days,
        birthCountry: maybe(country),
      }),
      { selector: ({ id }) => id, maxLength: 3 },
    ),
  })
  .map((applicant) => Applicant.parse(applicant));

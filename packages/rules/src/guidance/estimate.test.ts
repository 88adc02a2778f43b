import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Day } from '../calendar/days.ts';
import { CITATIONS } from '../citations/citations.ts';
import { CARE_FORM_STEPS, careFormAdvice } from './care-forms.ts';
import { CHILD_ADVICE } from './children.ts';
import { estimate, insideInstead } from './estimate.ts';
import type { KnownEstimate } from './estimate-types.ts';
import { readCare, type Asked } from './read-care.ts';
import { sentenceFor } from './sentence.ts';

const TODAY = '2026-11-26' as Day;

function careOf(asked: Asked, today = TODAY) {
  const read = readCare(asked, today);
  if (!read.ok) throw new Error(read.faults.map(({ field, message }) => `${field}: ${message.en}`).join(' '));
  return read.care;
}
const made = (asked: Asked, today = TODAY) => estimate(careOf(asked, today), today);
function known(asked: Asked, today = TODAY): KnownEstimate {
  const one = made(asked, today);
  if (!one.known) throw new Error(one.because.en);
  return one;
}

type Row = [what: string, asked: Asked, paidBack: number, stays: number, why: string];

/** Worked out by hand from the sources, in euros. */
const ROWS: Row[] = [
  ['a GP visit by the sources’ own example', {}, 19, 11, '30 × 70% = 21, less 2'],
  ['the same without a declared GP', { gp: 'no' }, 7, 23, '30 × 30% = 9, less 2; not 8.40'],
  ['another GP than the declared one', { seen: 'direct' }, 7, 23, 'seen directly, and a GP is no direct access'],
  ['a GP who charges €45', { price: '45' }, 19, 26, 'the tariff counts: 9 of it, 2 withheld, 15 above it'],
  ['a GP who asks €20 only', { price: '20' }, 12, 8, '20 × 70% = 14, less 2'],
  ['a GP visit in April 2024', { on: '2024-04-10' }, 17.55, 8.95, '26.50 × 70% = 18.55, less 1: 2 come on 15 May'],
  ['a GP visit in June 2024', { on: '2024-06-10' }, 16.55, 9.95, '26.50 × 70% = 18.55, less 2'],
  ['a GP visit in 2018', { on: '2018-03-01' }, 16.5, 8.5, '25 × 70% = 17.50, less 1'],
  ['a GP in 2018 without a declared one', { on: '2018-03-01', gp: 'no' }, 6.5, 18.5, '25 × 30% = 7.50, less 1'],
  ['the last day of €26.50', { on: '2024-12-21' }, 16.55, 9.95, '26.50 until 21 December 2024'],
  ['the first day of €30', { on: '2024-12-22' }, 19, 11, '30 from 22 December 2024'],
  ['the eve of the flat €2', { on: '2024-05-14' }, 17.55, 8.95, 'less 1 still'],
  ['the day of the flat €2', { on: '2024-05-15' }, 16.55, 9.95, 'less 2'],
  ['a child of 5 at the GP', { age: '5' }, 24.5, 10.5, '35 × 70%, nothing withheld under 18'],
  ['a child of 12 without any declared GP', { age: '12', gp: 'no' }, 21, 9, 'under 16 nothing is cut: 30 × 70%'],
  ['somebody of 16 without a GP', { age: '16', gp: 'no' }, 9, 21, '30 × 30%; still nothing withheld'],
  ['somebody of 17 with one', { age: '17' }, 21, 9, '30 × 70%, nothing withheld'],
  ['somebody of 18', { age: '18' }, 19, 11, 'less 2 from 18 on'],
  ['a GP by video', { care: 'gp_teleconsultation' }, 15.5, 9.5, '25 × 70% = 17.50, less 2'],
  ['a psychiatrist, sent by the GP', { care: 'psychiatrist' }, 37.9, 19.1, '57 × 70% = 39.90, less 2'],
  [
    'a psychiatrist at 25, directly',
    { care: 'psychiatrist', age: '25', seen: 'direct' },
    37.9,
    19.1,
    '16 to 25: full rate',
  ],
  [
    'a psychiatrist at 26, directly',
    { care: 'psychiatrist', age: '26', seen: 'direct' },
    15.1,
    41.9,
    '57 × 30% = 17.10, less 2',
  ],
  [
    'a psychiatrist in 2025',
    { care: 'psychiatrist', on: '2025-09-01' },
    36.5,
    18.5,
    '55 × 70% = 38.50, less 2: no rise in July',
  ],
  ['a gynaecologist, directly', { care: 'gynaecologist', seen: 'direct' }, 26, 14, '40 × 70% = 28, less 2'],
  [
    'a gynaecologist without a GP',
    { care: 'gynaecologist', seen: 'direct', gp: 'no' },
    10,
    30,
    'direct access asks for a declared GP: 40 × 30%, less 2',
  ],
  ['a neurologist, directly', { care: 'neurologist', seen: 'direct' }, 13.6, 38.4, '52 × 30% = 15.60, less 2'],
  ['a paediatrician for a baby', { care: 'paediatrician', age: '1' }, 28, 12, '40 × 70%, nothing withheld'],
  [
    'a paediatrician for a child of 5, tariff typed',
    { care: 'paediatrician', age: '5', tariff: '35', price: '40' },
    24.5,
    15.5,
    '35 × 70%; 5 above',
  ],
  ['a geriatrician', { care: 'geriatrician', age: '83' }, 27.4, 14.6, '42 × 70% = 29.40, less 2'],
  [
    'an ophthalmologist, tariff typed',
    { care: 'ophthalmologist', seen: 'direct', tariff: '30', price: '50' },
    19,
    31,
    '30 × 70%, less 2; 20 above',
  ],
  ['a long illness', { illness: 'yes' }, 28, 2, '30 × 100%, less 2: still withheld'],
  ['the local scheme', { local: 'yes' }, 25, 5, '30 × 90% = 27, less 2'],
  ['the local scheme and a long illness', { local: 'yes', illness: 'yes' }, 28, 2, '100% already: nothing to add'],
  ['a second act that day', { acts: '1' }, 19, 11, '2 + 2 = 4: the limit is not passed'],
  ['a third act that day', { acts: '2' }, 21, 9, '4 a day with one practitioner: nothing more'],
  ['a year with €49 withheld', { withheld: '49' }, 20, 10, '50 a year: 1 is left to withhold'],
  ['a year with €50 withheld', { withheld: '50,00' }, 21, 9, '50 a year is reached'],
  ['a fifth act in 2018', { on: '2018-03-01', acts: '4' }, 17.5, 7.5, '4 a day of 1 each is reached'],
  [
    'medicines of 65%',
    { care: 'medicine', price: '12,40', boxes: '3' },
    5.06,
    7.34,
    '12.40 × 65% = 8.06, less 3 boxes',
  ],
  ['medicines of 15%', { care: 'medicine', price: '10', class: '15' }, 0.5, 9.5, '1.50, less 1'],
  [
    'a medicine cheaper than its franchise',
    { care: 'medicine', price: '2', class: '30' },
    0,
    2,
    '0.60, and never less than nothing',
  ],
  [
    'medicines in a year with €48 withheld',
    { care: 'medicine', price: '100', boxes: '5', withheld: '48' },
    63,
    37,
    '65, less 2: 50 a year is reached',
  ],
  ['medicines of 100%', { care: 'medicine', price: '80', class: '100', boxes: '2' }, 78, 2, '80, less 2 boxes'],
  [
    'medicines early in 2024',
    { care: 'medicine', price: '10', boxes: '2', on: '2024-03-30' },
    5.5,
    4.5,
    '6.50, less 2 × 0.50',
  ],
  [
    'medicines a day later',
    { care: 'medicine', price: '10', boxes: '2', on: '2024-03-31' },
    4.5,
    5.5,
    '6.50, less 2 × 1',
  ],
  ['medicines of a child', { care: 'medicine', price: '10', boxes: '2', age: '8' }, 6.5, 3.5, 'no franchise under 18'],
  ['medicines, local scheme, white label', { care: 'medicine', price: '10', local: 'yes' }, 8, 2, '90%, less 1'],
  [
    'medicines, local scheme, blue label',
    { care: 'medicine', price: '10', class: '30', local: 'yes' },
    7,
    3,
    '80%, less 1',
  ],
  [
    'medicines, local scheme, 15%',
    { care: 'medicine', price: '10', class: '15', local: 'yes' },
    0.5,
    9.5,
    'not topped up',
  ],
  [
    'medicines of 30% in a long illness',
    { care: 'medicine', price: '10', class: '30', illness: 'yes' },
    9,
    1,
    '100%, less 1',
  ],
  ['laboratory tests', { care: 'laboratory', price: '50' }, 28, 22, '50 × 60% = 30, less 2'],
  ['laboratory tests, local scheme', { care: 'laboratory', price: '50', local: 'yes' }, 43, 7, '50 × 90% = 45, less 2'],
  [
    'tests without a declared GP',
    { care: 'laboratory', price: '50', gp: 'no' },
    28,
    22,
    'prescribed: the pathway is the doctor’s',
  ],
  ['a stay of 3 days', { care: 'hospital', price: '1000' }, 800, 269, '80%; 20% and 3 × 23 stay'],
  ['a stay within one day', { care: 'hospital', price: '1000', days: '1' }, 800, 200, 'no daily charge'],
  ['a stay in psychiatry', { care: 'hospital', price: '1000', ward: 'psychiatry' }, 800, 251, '3 × 17'],
  [
    'a stay across the rise',
    { care: 'hospital', price: '1500', on: '2026-02-27', days: '4' },
    1200,
    386,
    '300, 2 × 20 and 2 × 23',
  ],
  ['a stay in 2025', { care: 'hospital', price: '1000', on: '2025-06-01', days: '2' }, 800, 240, '200 and 2 × 20'],
  ['a stay with a costly act', { care: 'hospital', price: '4000', heavy: 'yes' }, 3968, 101, '32 and 3 × 23'],
  [
    'a costly act before 22 April',
    { care: 'hospital', price: '4000', heavy: 'yes', on: '2026-04-10' },
    3976,
    93,
    '24 still, and 3 × 23',
  ],
  [
    'a costly act on 22 April',
    { care: 'hospital', price: '4000', heavy: 'yes', on: '2026-04-22' },
    3968,
    101,
    '32 from that day',
  ],
  [
    'a stay for a long illness',
    { care: 'hospital', price: '1000', illness: 'yes', heavy: 'yes' },
    1000,
    69,
    'no 20%, no flat share; 3 × 23 is owed',
  ],
  [
    'a stay under the local scheme',
    { care: 'hospital', price: '1000', local: 'yes' },
    1069,
    0,
    '100% with the daily charge',
  ],
  ['emergencies', { care: 'emergency' }, 0, 23, 'the flat fee'],
  ['emergencies with a long illness', { care: 'emergency', illness: 'yes' }, 0, 9.96, 'the reduced one'],
  ['emergencies in February 2026', { care: 'emergency', on: '2026-02-28' }, 0, 19.61, 'the eve of the rise'],
];

describe('what comes back of', () => {
  it.each(ROWS)('%s', (_, asked, paidBack, stays, why) => {
    const one = known(asked);
    expect([one.paidBack, one.stays], why).toEqual([Math.round(paidBack * 100), Math.round(stays * 100)]);
  });
});

const UNKNOWN: [what: string, asked: Asked, says: string][] = [
  ['before its sources begin', { on: '2016-01-01' }, 'its sources begin on 1 May 2017'],
  [
    'for a child at the GP before the tariff that a source tells',
    { on: '2024-06-01', age: '4' },
    'begin on 22 December 2024',
  ],
  ['for a specialist before any rate', { care: 'psychiatrist', on: '2016-01-01' }, 'begin on 1 May 2017'],
  ['for medicines before the sheet', { care: 'medicine', price: '10', on: '2019-01-01' }, 'begin on 27 August 2020'],
  [
    'for a costly act before it was seen',
    { care: 'hospital', price: '900', heavy: 'yes', on: '2022-01-01' },
    'begin on 15 May 2024',
  ],
  ['for a stay before its sheet', { care: 'hospital', price: '900', on: '2019-12-31' }, 'begin on 1 January 2020'],
  ['for tests before their sheet', { care: 'laboratory', price: '50', on: '2020-08-26' }, 'begin on 27 August 2020'],
  ['for emergencies before 2026', { care: 'emergency', on: '2025-12-31' }, 'begin on 23 February 2026'],
  ['for a long illness outside the pathway', { illness: 'yes', gp: 'no' }, 'outside the care pathway'],
  ['for the local scheme outside the pathway', { local: 'yes', gp: 'no' }, 'local scheme outside'],
  ['for a 15% medicine in a long illness', { care: 'medicine', price: '9', class: '15', illness: 'yes' }, '15%'],
  ['for a stay beyond thirty days', { care: 'hospital', price: '9000', days: '31' }, 'more than 30 days'],
  [
    'for a costly act under the local scheme',
    { care: 'hospital', price: '900', heavy: 'yes', local: 'yes' },
    'flat share',
  ],
  ['for emergencies under the local scheme', { care: 'emergency', local: 'yes' }, 'flat fee'],
];

describe('the franchise of medicines', () => {
  const told = (asked: Asked) => {
    const { back, left } = known({ care: 'medicine', price: '100', boxes: '5', ...asked });
    return [...back, ...left].map(({ because }) => because).find(({ en }) => en.includes('of each box'));
  };

  it('says when the limit of the year cuts it', () => {
    expect(told({ withheld: '48' })).toEqual({
      en: '€1.00 is withheld of each box since 31 March 2024: 5 here. The limit of €50.00 a year cuts it.',
      fr: expect.stringMatching(
        /^Retenue de 1,00.€ par boîte depuis le 31 mars 2024.: 5 ici\. Le plafond de 50,00.€ par an la réduit\.$/,
      ),
    });
  });

  it('says nothing of the limit while it is not reached', () => {
    expect(told({ withheld: '45' })?.en).toBe('€1.00 is withheld of each box since 31 March 2024: 5 here.');
    expect(told({})?.fr).not.toContain('plafond');
  });
});

describe('Suivi has no figure', () => {
  it.each(UNKNOWN)('%s, and says so', (_, asked, says) => {
    const one = made(asked);
    expect(one.known).toBe(false);
    expect(one.known ? '' : one.because.en).toContain(says);
    expect(one.known ? '' : one.because.fr).toContain('Suivi n’a pas de chiffre');
  });
});

describe('where sources differ, an estimate names the point', () => {
  it.each<[what: string, asked: Asked, differs: string[]]>([
    [
      'a specialist between the planned and the real rise',
      { care: 'neurologist', on: '2025-07-01' },
      ['specialists_2026'],
    ],
    ['a specialist on the eve of the planned rise', { care: 'neurologist', on: '2025-06-30' }, []],
    ['a specialist since the real rise', { care: 'neurologist', on: '2026-01-01' }, []],
    [
      'a costly act between 1 and 21 April 2026',
      { care: 'hospital', price: '900', heavy: 'yes', on: '2026-04-01' },
      ['heavy_acts_2026'],
    ],
    ['a costly act from 22 April on', { care: 'hospital', price: '900', heavy: 'yes', on: '2026-04-22' }, []],
    ['a GP outside the pathway', { gp: 'no' }, ['outside_pathway']],
    ['a third act of a day', { acts: '2' }, ['flat_day_cap']],
    ['a third test of a day', { care: 'laboratory', price: '50', acts: '2' }, ['flat_day_cap']],
    ['a third act of a day under 18', { acts: '2', age: '17' }, []],
    ['a third act of a day before the rise', { acts: '2', on: '2024-05-14' }, []],
    ['the usual visit', {}, []],
  ])('%s', (_, asked, differs) => {
    expect(known(asked).differs).toEqual(differs);
  });
});

describe('an estimate says', () => {
  const notes = (asked: Asked, today = TODAY) => known(asked, today).notes.map(({ because }) => because.en);

  it('that a refund smaller than what is withheld leaves a rest for later', () => {
    expect(notes({ care: 'medicine', price: '2', class: '30' })[0]).toBe(
      'The refund is smaller than what is withheld: €0.40 is taken from a later one.',
    );
  });

  const YEAR_OF_18 = 'Whoever turns 18 this year owes no flat contribution until 1 January next.';
  const NO_CONTRIBUTION = 'No flat contribution is owed with C2S or AME, or from the sixth month of pregnancy.';
  const NO_FRANCHISE = 'No franchise is owed with C2S or AME, or from the sixth month of pregnancy.';

  it.each<[what: string, asked: Asked, says: string[]]>([
    ['a visit at 18: the year of the birthday owes nothing', { age: '18' }, [YEAR_OF_18, NO_CONTRIBUTION]],
    ['tests at 18', { care: 'laboratory', price: '50', age: '18' }, [YEAR_OF_18, NO_CONTRIBUTION]],
    ['a visit at 19: who owes nothing', { age: '19' }, [NO_CONTRIBUTION]],
    ['tests', { care: 'laboratory', price: '50' }, [NO_CONTRIBUTION]],
    ['medicines', { care: 'medicine', price: '10' }, [NO_FRANCHISE]],
    ['a visit under 18: nothing, since nothing is withheld', { age: '17' }, []],
    ['a third act of a day: nothing, since nothing is withheld', { acts: '2' }, []],
  ])('of %s', (_, asked, says) => expect(notes(asked)).toEqual(says));

  it('that figures may change before care that lies ahead', () => {
    expect(notes({ on: '2026-11-27' }).at(-1)).toContain('may have changed by then');
    expect(notes({ on: '2026-11-26' })).toEqual([NO_CONTRIBUTION]);
  });

  it('who may take over what stays only where a source says so', () => {
    const left = (asked: Asked) => known(asked).left.map(({ because, source }) => [because.en, source]);
    expect(left({})).toEqual([
      ['The rest of the tariff; a complementary insurance may take it over.', 'service-public/F17042'],
      ['Withheld of the refund.', 'cbanque/participation'],
    ]);
    expect(left({ gp: 'no' })[0]).toEqual(['The rest of the tariff.', 'service-public/F17042']);
    expect(left({ care: 'medicine', price: '10' })[1]).toEqual([
      'Withheld of the refund. Complementary insurances do not pay it.',
      'quechoisir/franchise',
    ]);
  });

  it('that some stays are paid in full', () => {
    expect(notes({ care: 'hospital', price: '900' })[0]).toContain('In listed cases');
    expect(notes({ care: 'hospital', price: '900', local: 'yes' })).toEqual([]);
  });

  it('how old its figures are: the oldest reading among its sources', () => {
    expect(known({}).readOn).toBe('2026-11-26');
    expect(known({ care: 'medicine', price: '9' }).readOn).toBe('2026-09-13');
  });
});

describe('the sentence for the client', () => {
  const said = (asked: Asked) => sentenceFor(careOf(asked), known(asked));
  const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');

  it('says of what is withheld who does not owe it', () => {
    expect(said({}).en).toContain(
      'With C2S or AME, or from the sixth month of pregnancy, the €2.00 withheld is not owed.',
    );
    expect(plain(said({ on: '2018-03-01' }).fr)).toContain('la retenue de 1,00 € n’est pas due.');
    for (const asked of [{ age: '17' }, { acts: '2' }, { care: 'emergency' }])
      expect(said(asked).en).not.toContain('withheld');
  });

  it('promises no complementary insurance outside the care pathway, nor for what is withheld alone', () => {
    expect(said({}).en).toContain('a complementary insurance may take over a part of it');
    for (const asked of [{ gp: 'no' }, { illness: 'yes' }]) {
      expect(said(asked).en).toMatch(/stays with you\. /);
      expect(said(asked).fr).not.toContain('complémentaire santé peut');
    }
  });
});

describe('a visit without a figure outside the pathway', () => {
  it.each<[what: string, asked: Asked, paidBack: number | null]>([
    ['under the local scheme', { local: 'yes', gp: 'no' }, 25_00],
    ['under the local scheme, another GP', { local: 'yes', seen: 'direct' }, 25_00],
    ['for a long illness', { illness: 'yes', gp: 'no' }, 28_00],
    ['before any source', { on: '2016-01-01', local: 'yes', gp: 'no' }, null],
    ['that has its figure', { gp: 'no' }, null],
    ['that is none: emergencies', { care: 'emergency', local: 'yes' }, null],
  ])('%s has that of the pathway beside it, where there is one', (_, asked, paidBack) => {
    const inside = insideInstead(careOf(asked), TODAY);
    expect(inside?.estimate.paidBack ?? null).toBe(paidBack);
  });
});

it('every source that guidance stands on is named by an estimate or advice worked out here', () => {
  const texts = readdirSync(import.meta.dirname)
    .filter((name) => !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'));
  const used = Object.keys(CITATIONS).filter((id) => texts.some((text) => text.includes(`'${id}'`)));
  const advice = [...CARE_FORM_STEPS.flatMap((step) => careFormAdvice(step, TODAY)), ...CHILD_ADVICE];
  const named = new Set([
    ...advice.map(({ source }) => source),
    ...[...ROWS, ...UNKNOWN].flatMap(([, asked]) => {
      const one = made(asked);
      return one.known ? [one.base, ...one.back, ...one.left, ...one.notes].map(({ source }) => source) : [one.source];
    }),
  ]);
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter((id) => !named.has(id as keyof typeof CITATIONS))).toEqual([]);
});

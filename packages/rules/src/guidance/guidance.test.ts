import { describe, expect, it } from 'vitest';
import type { Day } from '../calendar/days.ts';
import { RULES } from '../register.ts';
import { STAGES } from '../vocabulary.ts';
import { CARE_FORM_STEPS, careFormAdvice, careFormStep, lastDayToSend } from './care-forms.ts';
import { CHILD_ADVICE } from './children.ts';
import { GUIDANCE_RULES } from './estimate-types.ts';
import { euros } from './euros.ts';
import { dated, figureOn } from './figures.ts';
import { readCare } from './read-care.ts';

const DAY = '2026-11-26' as Day;

describe('dated figures', () => {
  const figures = dated(['2024-01-01', 1, 'playbook'], ['2024-05-15', 2, 'playbook']);

  it('hold until the eve of the next, the last one without end', () => {
    expect(figures.map(({ validUntil }) => validUntil)).toEqual(['2024-05-14', null]);
    expect(
      ['2023-12-31', '2024-05-14', '2024-05-15', '2031-01-01'].map((day) => figureOn(figures, day as Day)?.value),
    ).toEqual([undefined, 1, 2, 2]);
  });
});

describe('an amount', () => {
  it.each([
    [0, '€0.00', '0,00\u00a0€'],
    [5, '€0.05', '0,05\u00a0€'],
    [1900, '€19.00', '19,00\u00a0€'],
    [-200, '−€2.00', '−2,00\u00a0€'],
    [123_456_789, '€1,234,567.89', '1\u202f234\u202f567,89\u00a0€'],
  ])('of %s cents is %s, %s', (cents, en, fr) => {
    expect(euros(cents)).toEqual({ en, fr });
  });
});

describe('what is typed', () => {
  it('is read as people write it', () => {
    const read = readCare({ price: ' 1 250,5 €', care: 'hospital' }, DAY);
    expect(read.ok && read.care.price).toBe(125_050);
  });

  it('has all its faults told at once, beside their fields', () => {
    const read = readCare(
      {
        care: 'spa',
        on: '2026-02-30',
        age: '-1',
        price: 'dear',
        boxes: '0',
        days: '400',
        acts: 'x',
        withheld: '51',
        gp: 'maybe',
      },
      DAY,
    );
    expect(read.ok ? [] : read.faults.map(({ field }) => field)).toEqual([
      'care',
      'on',
      'age',
      'price',
      'gp',
      'acts',
      'withheld',
      'boxes',
      'days',
    ]);
  });

  it('lacks a price only where Suivi knows no tariff', () => {
    expect(readCare({ care: 'psychiatrist' }, DAY).ok).toBe(true);
    const read = readCare({ care: 'laboratory' }, DAY);
    expect(read.ok ? '' : read.faults.map(({ field, message }) => `${field}: ${message.en}`).join()).toBe(
      'price: Enter what was charged.',
    );
  });

  it('needs the care form’s tariff where no source tells one', () => {
    const read = readCare({ care: 'ophthalmologist', price: '50' }, DAY);
    expect(read.ok ? '' : read.faults[0]?.message.en).toBe(
      'Suivi has no tariff for a visit to an ophthalmologist on 26 November 2026. Copy it from the care form.',
    );
  });

  it('misses that tariff even on a day that does not exist', () => {
    const read = readCare({ care: 'stomatologist', price: '50', on: '2026-02-30' }, DAY);
    expect(read.ok ? [] : read.faults.map(({ field }) => field)).toEqual(['on', 'tariff']);
  });

  it('does not put another tariff in the place of one that Suivi knows', () => {
    const read = readCare({ tariff: '90' }, DAY);
    expect(read.ok && read.care.tariff).toBeNull();
  });
});

describe('care forms before the card', () => {
  it.each(STAGES)('in stage %s there is advice, or nothing goes through CPAM', (stage) => {
    const step = careFormStep(stage);
    if (step === null) expect(['nothing_to_file', 'withdrawn']).toContain(stage);
    else expect(careFormAdvice(step, DAY).length).toBeGreaterThan(2);
  });

  it.each<[Parameters<typeof careFormStep>[0], ReturnType<typeof careFormStep>]>([
    ['gathering_documents', 'before_rights'],
    ['with_cpam', 'before_rights'],
    ['refused', 'before_rights'],
    ['rights_open', 'rights_open'],
    ['card_ordered', 'number_issued'],
    ['card_delivered', 'card_delivered'],
  ])('a file in %s stands at %s', (stage, step) => expect(careFormStep(stage)).toBe(step));

  it('go to the caisse within two years: the last day is worked out', () => {
    expect(lastDayToSend('2026-11-26' as Day)).toBe('2028-11-26');
    expect(lastDayToSend('2024-02-29' as Day)).toBe('2026-02-28');
    for (const step of CARE_FORM_STEPS)
      expect(careFormAdvice(step, DAY).some(({ because }) => because.en.includes('26 November 2028'))).toBe(true);
  });

  it('never ask for the number: it goes to CPAM alone', () => {
    const told = careFormAdvice('rights_open', DAY).map(({ because }) => because.en);
    expect(told.some((text) => text.includes('never to us'))).toBe(true);
    expect(
      careFormAdvice('before_rights', DAY)
        .map(({ because }) => because.en)
        .join(' '),
    ).toContain('Send nothing yet');
  });
});

describe('guidance stands on sources', () => {
  const told = [...CARE_FORM_STEPS.flatMap((step) => careFormAdvice(step, DAY)), ...CHILD_ADVICE];

  it('each piece of advice names one that its rule knows', () => {
    for (const { because, source, rule } of told) {
      expect(RULES.find(({ id }) => id === rule)?.sources, because.en).toContain(source);
      expect(because.en).toMatch(/\.$/);
      expect(because.fr).toMatch(/\.$/);
    }
  });

  it('each rule of guidance is in the register, and there is no other', () => {
    expect(RULES.filter(({ area }) => area === 'guidance').map(({ id }) => id)).toEqual([...GUIDANCE_RULES]);
  });

  it('a child’s ages run from birth to the 18th birthday without a gap', () => {
    const ages = Array.from({ length: 18 }, (_, age) => age);
    for (const age of ages) expect(CHILD_ADVICE.some(({ from, until }) => from <= age && age <= until)).toBe(true);
    expect(CHILD_ADVICE.filter(({ from }) => from === 16).map(({ source }) => source)).toEqual([
      'service-public/F265',
      'selectra/S3704',
      'service-public/F16620',
    ]);
  });
});

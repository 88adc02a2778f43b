import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../calendar/days.ts';
import { citation } from '../citations/citations.ts';
import { RULES } from '../register.ts';
import { holdsFor } from '../testing/holds.ts';
import { CARES, MEDICINE_RATES, type Care } from './care.ts';
import { estimate } from './estimate.ts';
import type { Line } from './estimate-types.ts';
import { FIELDS, readCare, type Asked, type Field } from './read-care.ts';
import { sentenceFor } from './sentence.ts';

const runs = Number(process.env['RUNS'] ?? 500);
const TODAY = '2026-11-26' as Day;

const cares: fc.Arbitrary<Care> = fc.record({
  kind: fc.constantFrom(...CARES),
  on: fc.integer({ min: 0, max: 4_500 }).map((n) => addDays('2015-06-01' as Day, n)),
  age: fc.integer({ min: 0, max: 100 }),
  price: fc.integer({ min: 0, max: 900_000 }),
  tariff: fc.option(fc.integer({ min: 0, max: 20_000 })),
  gpDeclared: fc.boolean(),
  direct: fc.boolean(),
  localScheme: fc.boolean(),
  longIllness: fc.boolean(),
  actsBefore: fc.integer({ min: 0, max: 9 }),
  withheld: fc.integer({ min: 0, max: 5_000 }),
  medicineRate: fc.constantFrom(...MEDICINE_RATES),
  boxes: fc.integer({ min: 1, max: 20 }),
  days: fc.integer({ min: 1, max: 40 }),
  psychiatric: fc.boolean(),
  heavyAct: fc.boolean(),
});
const sum = (lines: readonly Line[]) => lines.reduce((total, { amount }) => total + amount, 0);

describe('an estimate', () => {
  it('never pays back more than was paid, nor less than nothing, and its lines add up', () => {
    holdsFor(runs, cares, (care) => {
      const made = estimate(care, TODAY);
      if (!made.known) return;
      expect(made.paidBack).toBeGreaterThanOrEqual(0);
      expect(made.stays).toBeGreaterThanOrEqual(0);
      expect(sum(made.back)).toBe(made.paidBack);
      expect(sum(made.left)).toBe(made.stays);
      expect(made.paidBack + made.stays).toBe(made.cost);
      expect(made.left.every(({ amount }) => amount >= 0)).toBe(true);
      for (const { amount } of [made.base, ...made.back, ...made.left]) expect(Number.isInteger(amount)).toBe(true);
    });
  });

  it('pays back no less when more is charged, and what stays does not shrink', () => {
    const dearer = fc.tuple(cares, fc.integer({ min: 0, max: 100_000 }));
    holdsFor(runs, dearer, ([care, more]) => {
      const [one, other] = [estimate(care, TODAY), estimate({ ...care, price: care.price + more }, TODAY)];
      expect(one.known).toBe(other.known);
      if (!one.known || !other.known) return;
      expect(other.paidBack).toBeGreaterThanOrEqual(one.paidBack);
      expect(other.stays).toBeGreaterThanOrEqual(one.stays);
    });
  });

  it('pays no less inside the care pathway than outside it', () => {
    holdsFor(runs, cares, (care) => {
      const inside = estimate({ ...care, gpDeclared: true, direct: false }, TODAY);
      const outside = estimate({ ...care, gpDeclared: false }, TODAY);
      if (!inside.known || !outside.known) return;
      expect(inside.paidBack).toBeGreaterThanOrEqual(outside.paidBack);
    });
  });

  it('withholds at most €4 a day with one practitioner and €50 a year', () => {
    holdsFor(runs, cares, (care) => {
      const made = estimate(care, TODAY);
      if (!made.known) return;
      const withheld = made.back.reduce((total, { amount }) => total + Math.max(0, 0 - amount), 0);
      expect(withheld).toBeLessThanOrEqual(5_000 - care.withheld);
      if (care.kind !== 'medicine') expect(withheld).toBeLessThanOrEqual(400);
      if (care.age < 18) expect(withheld).toBe(0);
    });
  });

  it('says why in both languages, with a source that the rule of each line knows', () => {
    const rules = new Map(RULES.map((rule) => [rule.id, rule]));
    holdsFor(runs, cares, (care) => {
      const made = estimate(care, TODAY);
      const said = made.known ? [made.base, ...made.back, ...made.left, ...made.notes] : [made];
      for (const { because, source, rule } of said) {
        for (const text of [because.en, because.fr]) expect(text).toMatch(/^[^{}]+\.$/);
        expect(`${because.en}${because.fr}`).not.toMatch(/undefined|null|NaN/);
        if (source === null || rule === null) continue;
        expect(citation(source).publisher).not.toBe('');
        expect(rules.get(rule)?.sources, `${rule}: ${because.en}`).toContain(source);
      }
      if (made.known) expect(sentenceFor(care, made).en).toContain('An estimate');
    });
  });
});

describe('reading what is asked', () => {
  const asked: fc.Arbitrary<Asked> = fc
    .dictionary(
      fc.constantFrom<Field>(...FIELDS),
      fc.oneof(fc.string(), fc.constantFrom('0', '30', 'yes', 'hospital', '2026-02-30')),
    )
    .map((one) => one as Asked);

  it('never throws, and names each fault once', () => {
    holdsFor(runs, asked, (one) => {
      const read = readCare(one, TODAY);
      if (read.ok) {
        estimate(read.care, TODAY);
        return;
      }
      const fields = read.faults.map(({ field }) => field);
      expect(fields.length).toBeGreaterThan(0);
      expect(new Set(fields).size).toBe(fields.length);
    });
  });
});

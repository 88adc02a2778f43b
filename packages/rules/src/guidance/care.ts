import type { Day } from '../calendar/days.ts';

/** What Suivi can reckon. Dental care, glasses, aids, nurses and physiotherapists are not among it: no source was read. */
export const CARES = [
  'gp',
  'gp_teleconsultation',
  'psychiatrist',
  'gynaecologist',
  'neurologist',
  'paediatrician',
  'geriatrician',
  'ophthalmologist',
  'stomatologist',
  'other_specialist',
  'medicine',
  'laboratory',
  'hospital',
  'emergency',
] as const;
export type CareKind = (typeof CARES)[number];

export const isVisit = (kind: CareKind): boolean =>
  kind !== 'medicine' && kind !== 'laboratory' && kind !== 'hospital' && kind !== 'emergency';

/** Their tariff is ours to know: it is never typed. */
export const isGp = (kind: CareKind): boolean => kind === 'gp' || kind === 'gp_teleconsultation';

export const MEDICINE_RATES = [15, 30, 65, 100] as const;
export type MedicineRate = (typeof MEDICINE_RATES)[number];

/** One piece of care, as an estimate reads it. Amounts are in euro cents. */
export type Care = {
  kind: CareKind;
  /** The day of the care; of a stay, its first day. */
  on: Day;
  age: number;
  /** What was charged; of a stay, without the daily charge. */
  price: number;
  /** What the care form says that it is reckoned on, where Suivi knows no tariff. */
  tariff: number | null;
  gpDeclared: boolean;
  /** Seen without being sent by the declared GP. */
  direct: boolean;
  localScheme: boolean;
  /** The care is for a listed long illness (ALD). */
  longIllness: boolean;
  /** Acts of the same practitioner earlier that day. */
  actsBefore: number;
  /** What has been withheld of the same kind since 1 January. */
  withheld: number;
  medicineRate: MedicineRate;
  boxes: number;
  /** Calendar days of a stay, the day of leaving counted. */
  days: number;
  psychiatric: boolean;
  /** An act of €120 or more is done during the stay. */
  heavyAct: boolean;
};

import { isDay, type Day } from '../calendar/days.ts';
import type { Words } from '../vocabulary.ts';
import { CARES, isGp, isVisit, MEDICINE_RATES, type Care, type CareKind } from './care.ts';
import { euros } from './euros.ts';
import { figureOn, yearAndDay } from './figures.ts';
import { aCare } from './names.ts';
import { INSIDE, WITHHELD_A_YEAR } from './rates.ts';
import { tariffOn } from './tariffs.ts';

/** What is asked about, as text: so it stands in an address bar, and so a person types it. */
export const FIELDS = [
  'care',
  'on',
  'age',
  'price',
  'tariff',
  'gp',
  'seen',
  'local',
  'illness',
  'acts',
  'withheld',
  'class',
  'boxes',
  'days',
  'ward',
  'heavy',
] as const;
export type Field = (typeof FIELDS)[number];
export type Asked = Partial<Record<Field, string>>;

export type CareFault = { field: Field; message: Words };
export type ReadCare = { ok: true; care: Care } | { ok: false; faults: CareFault[] };

/** The worked example of the sources: an adult at the declared GP. What is left out is taken from it. */
const USUAL = {
  care: 'gp',
  age: '40',
  gp: 'yes',
  seen: 'sent',
  local: 'no',
  illness: 'no',
  acts: '0',
  withheld: '0',
  class: '65',
  boxes: '1',
  days: '3',
  ward: 'general',
  heavy: 'no',
} as const;

const DEAREST = 1_000_000_00;
const CHOICES: Partial<Record<Field, readonly string[]>> = {
  care: CARES,
  gp: ['yes', 'no'],
  seen: ['sent', 'direct'],
  local: ['yes', 'no'],
  illness: ['yes', 'no'],
  class: MEDICINE_RATES.map(String),
  ward: ['general', 'psychiatry'],
  heavy: ['yes', 'no'],
};
const WHOLE: Partial<Record<Field, readonly [least: number, most: number]>> = {
  age: [0, 120],
  acts: [0, 9],
  boxes: [1, 99],
  days: [1, 366],
};

/** An amount as people type it: `30`, `30,5`, `30.50`, `1 250,00 €`. In cents. */
function centsOf(text: string): number | null {
  const plain = text.replace(/[\s€]/g, '').replace(',', '.');
  const parts = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(plain);
  return parts === null ? null : Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}

const AMOUNT: Words = {
  en: 'This is no amount in euros. Write it as 30 or 30.50.',
  fr: 'Ce n’est pas un montant en euros. Écrivez 30 ou 30,50.',
};

function amountFault(field: Field, text: string, most: number): CareFault[] {
  const cents = centsOf(text);
  if (cents === null) return [{ field, message: AMOUNT }];
  if (cents <= most) return [];
  const limit = euros(most);
  return [{ field, message: { en: `At most ${limit.en}.`, fr: `Au plus ${limit.fr}.` } }];
}

function faultsOf(asked: Asked, field: Field, today: Day): CareFault[] {
  const text = valueOf(asked, field, today);
  const choices = CHOICES[field];
  if (choices !== undefined && !choices.includes(text))
    return [
      {
        field,
        message: { en: `Unknown. One of: ${choices.join(', ')}.`, fr: `Inconnu. Au choix : ${choices.join(', ')}.` },
      },
    ];
  const bounds = WHOLE[field];
  if (bounds !== undefined && !(/^\d{1,3}$/.test(text) && Number(text) >= bounds[0] && Number(text) <= bounds[1]))
    return [
      {
        field,
        message: {
          en: `Write a whole number from ${bounds[0]} to ${bounds[1]}.`,
          fr: `Écrivez un nombre entier de ${bounds[0]} à ${bounds[1]}.`,
        },
      },
    ];
  if (field === 'on' && !isDay(text))
    return [{ field, message: { en: 'This day does not exist.', fr: 'Ce jour n’existe pas.' } }];
  if (field === 'withheld') return amountFault(field, text, WITHHELD_A_YEAR);
  if (field === 'price' && text === '' && asked.care !== 'emergency' && !nothingKnown(asked, today))
    return [{ field, message: { en: 'Enter what was charged.', fr: 'Indiquez le prix payé.' } }];
  if (field === 'price' && text !== '' && asked.care !== 'emergency') return amountFault(field, text, DEAREST);
  if (field === 'tariff' && text !== '') return amountFault(field, text, DEAREST);
  return [];
}

const kindOf = (text: string): CareKind | undefined => CARES.find((kind) => kind === text);

/** The tariff that Suivi knows for what is asked, or null: then the care form’s is asked for. */
export function knownTariff(asked: Asked, today: Day): number | null {
  const kind = kindOf(asked.care ?? USUAL.care);
  const on = asked.on ?? today;
  const age = asked.age ?? USUAL.age;
  if (kind === undefined || !isDay(on) || !/^\d{1,3}$/.test(age)) return null;
  return tariffOn(kind, Number(age), on)?.value ?? null;
}

/** What a field says, or the usual where nothing was said: the price is then the tariff, where there is one. */
export function valueOf(asked: Asked, field: Field, today: Day): string {
  const said = asked[field];
  if (said !== undefined) return said;
  if (field === 'on') return today;
  if (field === 'tariff') return '';
  if (field !== 'price') return USUAL[field];
  const tariff = knownTariff(asked, today);
  return tariff === null ? '' : (tariff / 100).toFixed(2).replace(/\.00$/, '');
}

/** On a day before our sources begin no price would help: the estimate says so at once. */
function nothingKnown(asked: Asked, today: Day): boolean {
  const kind = kindOf(valueOf(asked, 'care', today));
  const on = valueOf(asked, 'on', today);
  if (kind === undefined || !isDay(on) || !isVisit(kind)) return false;
  return figureOn(INSIDE, on) === null || (isGp(kind) && knownTariff(asked, today) === null);
}

/** Without a tariff of ours the care form’s is needed. */
function tariffFault(asked: Asked, today: Day): CareFault[] {
  const kind = kindOf(valueOf(asked, 'care', today));
  const said = valueOf(asked, 'on', today);
  // A day that does not exist has a fault of its own; what is missing on any day is told all the same.
  const on = isDay(said) ? said : today;
  if (kind === undefined || !isVisit(kind) || valueOf(asked, 'tariff', today) !== '') return [];
  if (isGp(kind) || nothingKnown(asked, today) || knownTariff({ ...asked, on }, today) !== null) return [];
  const day = yearAndDay(on);
  return [
    {
      field: 'tariff',
      message: {
        en: `Suivi has no tariff for ${aCare[kind].en} on ${day.en}. Copy it from the care form.`,
        fr: `Suivi n’a pas de tarif pour ${aCare[kind].fr} le ${day.fr}. Reprenez celui de la feuille de soins.`,
      },
    },
  ];
}

/** Reads what was asked, or says everything that is wrong with it at once. Never throws. */
export function readCare(asked: Asked, today: Day): ReadCare {
  const faults = [...FIELDS.flatMap((field) => faultsOf(asked, field, today)), ...tariffFault(asked, today)];
  if (faults.length > 0) return { ok: false, faults };
  const text = (field: Field) => valueOf(asked, field, today);
  const kind = kindOf(text('care')) ?? USUAL.care;
  const known = knownTariff(asked, today);
  return {
    ok: true,
    care: {
      kind,
      on: text('on') as Day,
      age: Number(text('age')),
      price: kind === 'emergency' ? 0 : (centsOf(text('price')) ?? 0),
      // A tariff of ours goes before one that was typed for another day or another care.
      tariff: known === null ? centsOf(text('tariff')) : null,
      gpDeclared: text('gp') === 'yes',
      direct: text('seen') === 'direct',
      localScheme: text('local') === 'yes',
      longIllness: text('illness') === 'yes',
      actsBefore: Number(text('acts')),
      withheld: centsOf(text('withheld')) ?? 0,
      medicineRate: MEDICINE_RATES.find((rate) => String(rate) === text('class')) ?? 65,
      boxes: Number(text('boxes')),
      days: Number(text('days')),
      psychiatric: text('ward') === 'psychiatry',
      heavyAct: text('heavy') === 'yes',
    },
  };
}

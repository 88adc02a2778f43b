import type { Words } from '../vocabulary.ts';
import type { Care } from './care.ts';
import type { KnownEstimate } from './estimate-types.ts';
import { euros } from './euros.ts';
import { yearAndDay } from './figures.ts';
import { aCare } from './names.ts';

/** What a client may be told of an estimate: the two sums, that it is one, and how old its figures are. */
export function sentenceFor({ kind, on }: Care, { cost, paidBack, stays, readOn }: KnownEstimate): Words {
  const [care, day, price, back, left, read] = [
    aCare[kind],
    yearAndDay(on),
    euros(cost),
    euros(paidBack),
    euros(stays),
    yearAndDay(readOn),
  ];
  return {
    en: `An estimate: of ${price.en} for ${care.en} on ${day.en}, Assurance Maladie pays back about ${back.en}, and about ${left.en} stays with you; a complementary insurance may take over a part of it. The figures were read on ${read.en}; the caisse reckons with those of the day.`,
    fr: `Une estimation : sur ${price.fr} pour ${care.fr} le ${day.fr}, l’Assurance Maladie rembourse environ ${back.fr} et il vous reste environ ${left.fr}, dont une complémentaire santé peut prendre une partie. Chiffres lus le ${read.fr} ; la caisse compte avec ceux du jour.`,
  };
}

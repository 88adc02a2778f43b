import type { Words } from '../vocabulary.ts';
import type { Care } from './care.ts';
import type { KnownEstimate } from './estimate-types.ts';
import { euros } from './euros.ts';
import { yearAndDay } from './figures.ts';
import { aCare } from './names.ts';

const NOTHING: Words = { en: '', fr: '' };

/** What was withheld is not owed by everybody; whether the client is one of them is never asked. */
function notOwed({ back }: KnownEstimate): Words {
  const withheld = euros(back.reduce((total, { amount }) => total + Math.max(0, 0 - amount), 0));
  return {
    en: ` With C2S or AME, or from the sixth month of pregnancy, the ${withheld.en} withheld is not owed.`,
    fr: ` Avec la C2S ou l’AME, ou dès le sixième mois de grossesse, la retenue de ${withheld.fr} n’est pas due.`,
  };
}

/** What a client may be told of an estimate: the two sums, that it is one, and how old its figures are. */
export function sentenceFor({ kind, on }: Care, made: KnownEstimate): Words {
  const [care, day, price, back, left, read] = [
    aCare[kind],
    yearAndDay(on),
    euros(made.cost),
    euros(made.paidBack),
    euros(made.stays),
    yearAndDay(made.readOn),
  ];
  const covered = made.left.some(({ mayBeCovered }) => mayBeCovered)
    ? {
        en: '; a complementary insurance may take over a part of it',
        fr: ', dont une complémentaire santé peut prendre une partie',
      }
    : NOTHING;
  const owed = made.back.some(({ amount }) => amount < 0) ? notOwed(made) : NOTHING;
  return {
    en: `An estimate: of ${price.en} for ${care.en} on ${day.en}, Assurance Maladie pays back about ${back.en}, and about ${left.en} stays with you${covered.en}.${owed.en} The figures were read on ${read.en}; the caisse reckons with those of the day.`,
    fr: `Une estimation : sur ${price.fr} pour ${care.fr} le ${day.fr}, l’Assurance Maladie rembourse environ ${back.fr} et il vous reste environ ${left.fr}${covered.fr}.${owed.fr} Chiffres lus le ${read.fr} ; la caisse compte avec ceux du jour.`,
  };
}

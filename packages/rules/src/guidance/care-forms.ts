import { addMonths, type Day } from '../calendar/days.ts';
import type { Stage } from '../vocabulary.ts';
import type { Sourced } from './estimate-types.ts';
import { yearAndDay } from './figures.ts';

/** How care is paid back, by how far the file has come. */
export const CARE_FORM_STEPS = ['before_rights', 'rights_open', 'number_issued', 'card_delivered'] as const;
export type CareFormStep = (typeof CARE_FORM_STEPS)[number];

/** The step of a file; null where nothing goes through CPAM. A refusal, and an appeal, leave a file without rights. */
export function careFormStep(stage: Stage): CareFormStep | null {
  if (stage === 'nothing_to_file' || stage === 'withdrawn') return null;
  if (stage === 'rights_open' || stage === 'card_delivered') return stage;
  return stage === 'number_issued' || stage === 'card_ordered' ? 'number_issued' : 'before_rights';
}

const MONTHS_TO_SEND = 24;
/** Two years from the care, in most cases. */
export const lastDayToSend = (careOn: Day): Day => addMonths(careOn, MONTHS_TO_SEND);

const rule = 'care_form' as const;
const twoYears = (careOn: Day): Sourced => {
  const last = yearAndDay(lastDayToSend(careOn));
  const day = yearAndDay(careOn);
  return {
    because: {
      en: `A form is sent within two years, in most cases: for care on ${day.en}, by ${last.en}.`,
      fr: `Une feuille s’envoie dans les deux ans, en général : pour des soins du ${day.fr}, au plus tard le ${last.fr}.`,
    },
    source: 'service-public/F11616',
    rule,
  };
};

const KEEP: Sourced = {
  because: {
    en: 'At the doctor’s: pay, and keep the paper care form (feuille de soins) with the prescription, if there is one.',
    fr: 'Chez le médecin : payer et garder la feuille de soins papier, avec l’ordonnance s’il y en a une.',
  },
  source: 'service-public/F11616',
  rule,
};
const FILL: Sourced = {
  because: {
    en: 'The client writes their own number, birth date and address on it, and signs. The number goes to CPAM alone, never to us.',
    fr: 'Le client y écrit son numéro, sa date de naissance et son adresse, et signe. Le numéro va à la CPAM seule, jamais à nous.',
  },
  source: 'sante-pratique-paris/care-form',
  rule,
};
const SEND: Sourced = {
  because: {
    en: 'Post the form to the caisse, the prescription with it; keep a copy of both.',
    fr: 'Poster la feuille à la caisse, avec l’ordonnance ; garder une copie des deux.',
  },
  source: 'service-public/F11616',
  rule,
};
const LOST: Sourced = {
  because: {
    en: 'A form is lost: ask the doctor for a duplicate between 15 days and 3 months after.',
    fr: 'Une feuille s’est perdue : demander un duplicata au médecin entre 15 jours et 3 mois après.',
  },
  source: 'service-public/F11616',
  rule,
};
const MONTH: Sourced = {
  because: {
    en: 'A paper form is paid back in about a month, to the account whose RIB the caisse has.',
    fr: 'Une feuille papier est remboursée en un mois environ, sur le compte dont la caisse a le RIB.',
  },
  source: 'alan/paper-refund',
  rule,
};

/** What to do with care forms at a step, in the order in which it is done. */
export function careFormAdvice(step: CareFormStep, careOn: Day): Sourced[] {
  switch (step) {
    case 'before_rights':
      return [
        KEEP,
        {
          because: {
            en: 'Send nothing yet: refunds run from the attestation de droits, which comes with the first number.',
            fr: 'Ne rien envoyer encore : les remboursements courent dès l’attestation de droits, qui vient avec le premier numéro.',
          },
          source: 'connexion/attestation',
          rule,
        },
        {
          because: {
            en: 'With work in France, rights run from its first day, however late the registration: forms since then count.',
            fr: 'Avec un travail en France, les droits courent dès son premier jour, même si l’inscription tarde : les feuilles depuis lors comptent.',
          },
          source: 'welcometofrance/affiliation',
          rule,
        },
        twoYears(careOn),
        LOST,
      ];
    case 'rights_open':
      return [
        {
          because: {
            en: 'The waiting number opens refunds, by paper form; there is no card and no ameli account yet.',
            fr: 'Le numéro d’attente ouvre les remboursements, par feuille papier ; ni carte ni compte ameli encore.',
          },
          source: 'ameli/ne-etranger',
          rule,
        },
        FILL,
        SEND,
        MONTH,
        twoYears(careOn),
        LOST,
      ];
    case 'number_issued':
      return [
        {
          because: {
            en: 'Until the card is there the attestation de droits serves in its place, with a paper form each time.',
            fr: 'Tant que la carte n’est pas là, l’attestation de droits la remplace, avec une feuille papier chaque fois.',
          },
          source: 'service-public/F265',
          rule,
        },
        FILL,
        SEND,
        MONTH,
        twoYears(careOn),
        LOST,
      ];
    case 'card_delivered':
      return [
        {
          because: {
            en: 'With the card no form is needed: a refund takes five to seven days.',
            fr: 'Avec la carte, pas de feuille : le remboursement prend cinq à sept jours.',
          },
          source: 'service-public/F265',
          rule,
        },
        {
          because: {
            en: 'Forms from before the card still go by post, the prescription with each; keep copies.',
            fr: 'Les feuilles d’avant la carte partent encore par la poste, avec l’ordonnance ; garder des copies.',
          },
          source: 'service-public/F11616',
          rule,
        },
        twoYears(careOn),
      ];
  }
}

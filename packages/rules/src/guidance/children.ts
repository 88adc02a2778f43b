import type { Sourced } from './estimate-types.ts';

/** What is told about a child, and the ages (whole years) at which it matters. */
export type ChildAdvice = Sourced & { from: number; until: number };

/** Attachment to one or both parents, a card of one’s own, the 16th birthday: told here, planned nowhere. */
export const CHILD_ADVICE: readonly ChildAdvice[] = [
  {
    from: 0,
    until: 15,
    because: {
      en: 'A child is attached to one parent or to both: form S3705 (Cerfa 14445) to the caisse of each, or online from the account of the parent who has the child already.',
      fr: 'Un enfant se rattache à un parent ou aux deux : formulaire S3705 (Cerfa 14445) à la caisse de chacun, ou en ligne depuis le compte du parent qui l’a déjà.',
    },
    source: 'service-public/F16620',
    rule: 'child_attachment',
  },
  {
    from: 0,
    until: 15,
    because: {
      en: 'One paper goes with it: the family book, an extract of the birth certificate, or proof of guardianship.',
      fr: 'Une pièce l’accompagne : livret de famille, extrait d’acte de naissance ou justificatif de tutelle.',
    },
    source: 'service-public/F16620',
    rule: 'child_attachment',
  },
  {
    from: 0,
    until: 15,
    because: {
      en: 'One form may list several children; both parents sign it for a double attachment.',
      fr: 'Un formulaire peut citer plusieurs enfants ; les deux parents le signent pour un double rattachement.',
    },
    source: 'sante-pratique-paris/attachment',
    rule: 'child_attachment',
  },
  {
    from: 0,
    until: 15,
    because: {
      en: 'Attached to both, a child’s care is paid back to the parent whose card was shown.',
      fr: 'Rattaché aux deux, ses soins sont remboursés au parent dont la carte a été présentée.',
    },
    source: 'service-public/F16620',
    rule: 'child_attachment',
  },
  {
    from: 12,
    until: 15,
    because: {
      en: 'From 12, a carte Vitale of one’s own may be asked for; until then the child is on the parents’.',
      fr: 'Dès 12 ans, on peut demander une carte Vitale à son nom ; avant, l’enfant figure sur celle des parents.',
    },
    source: 'service-public/F265',
    rule: 'child_own_card',
  },
  {
    from: 16,
    until: 17,
    because: {
      en: 'At 16 there is a card of one’s own: free, with a photo and a copy of an identity paper.',
      fr: 'À 16 ans, on a sa propre carte : gratuite, avec une photo et une copie d’une pièce d’identité.',
    },
    source: 'service-public/F265',
    rule: 'child_own_card',
  },
  {
    from: 16,
    until: 17,
    because: {
      en: 'At 16 a GP is declared, or the refunds of visits fall: online by the doctor, or with form S3704.',
      fr: 'À 16 ans, un médecin traitant se déclare, sinon les consultations sont moins remboursées : en ligne par lui, ou par le formulaire S3704.',
    },
    source: 'selectra/S3704',
    rule: 'child_own_card',
  },
  {
    from: 16,
    until: 17,
    because: {
      en: 'Between 16 and 18 one may ask to be insured in one’s own right; else the attachment to the parents goes on.',
      fr: 'Entre 16 et 18 ans, on peut demander à être assuré en son nom ; sinon le rattachement aux parents continue.',
    },
    source: 'service-public/F16620',
    rule: 'child_own_card',
  },
];

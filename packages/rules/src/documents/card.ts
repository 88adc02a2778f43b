import { forCard, optional, type DocumentRule } from './rule.ts';

/** What the card and the doctor will ask for, later: nothing waits for it. */

export const photo: DocumentRule = {
  document: 'photo',
  neededFor: forCard,
  source: 'service-public/F265',
  need: () =>
    optional(
      'It is printed on the card: CPAM asks for it once the permanent number is there.',
      'Elle figure sur la carte : la CPAM la demande une fois le numéro définitif attribué.',
    ),
};

export const gpDeclaration: DocumentRule = {
  document: 'gp_declaration',
  neededFor: forCard,
  source: 'selectra/S3704',
  need: () =>
    optional(
      'With a declared doctor visits are better refunded; most doctors declare it online.',
      'Avec un médecin déclaré, les visites sont mieux remboursées ; il le fait souvent en ligne.',
    ),
};

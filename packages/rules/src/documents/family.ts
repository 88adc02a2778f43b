import { EEA_AND_SWITZERLAND, FRANCE } from '../countries.ts';
import {
  conditional,
  forSubmission,
  notListed,
  notNeeded,
  required,
  type ChildRule,
  type DocumentRule,
} from './rule.ts';

/** Papers of those who join a relative, and of children. */

export const familyReunificationProof: DocumentRule = {
  document: 'family_reunification_proof',
  neededFor: forSubmission,
  source: 'css/D160-2',
  need(situation) {
    if (!situation.joinsFamily) return notListed(situation);
    return situation.familyRoute
      ? conditional(
          'The family route is the adviser’s choice: sources differ on whether the formal procedure is needed.',
          'Voie familiale choisie à la main : les sources divergent sur la procédure formelle.',
        )
      : required('It takes the place of the three months of residence.', 'Elle remplace les trois mois de résidence.');
  },
};

export const relativeAttestation: DocumentRule = {
  document: 'relative_attestation',
  neededFor: forSubmission,
  source: 'forum-ameli/3425037',
  need: (situation) =>
    situation.joinsFamily
      ? required(
          'It shows that the relative joined is insured, with rights open today.',
          'Elle montre que le proche rejoint est assuré, droits ouverts à ce jour.',
        )
      : notListed(situation),
};

const ofChildren = (document: DocumentRule['document']): DocumentRule => ({
  document,
  neededFor: forSubmission,
  source: 'service-public/F16620',
  need: () => notNeeded('A paper of children, not of the applicant.', 'Une pièce des enfants, pas du demandeur.'),
});
export const childBirthCertificate = ofChildren('child_birth_certificate');
export const childIdentity = ofChildren('child_identity');

/** The papers of each child under 18, in the order of the vocabulary. Minors do not wait for three months. */
export const CHILD_RULES: readonly ChildRule[] = [
  {
    document: 'application_form',
    neededFor: forSubmission,
    source: 'service-public/F16620',
    need: () =>
      required(
        'Form S3705 attaches a child under 18 to one parent or both; one form may list several.',
        'Le formulaire S3705 rattache un enfant mineur à un parent ou aux deux ; un seul peut suffire.',
      ),
  },
  {
    document: 'birth_certificate_translation',
    neededFor: forSubmission,
    source: 'service-public/F16467',
    need: ({ birthCountry }) => {
      if (birthCountry !== null && (FRANCE.has(birthCountry) || EEA_AND_SWITZERLAND.has(birthCountry)))
        return notNeeded(
          `Born in ${birthCountry}: certificates of the EEA and Switzerland need no translation.`,
          `Naissance dans l’EEE ou en Suisse (${birthCountry}) : l’acte n’est pas à traduire.`,
        );
      return conditional(
        'As for adults: needed if the certificate was issued outside the EEA and is not in French.',
        'Comme pour un adulte : si l’acte vient de hors de l’EEE et n’est pas en français.',
      );
    },
  },
  {
    document: 'child_birth_certificate',
    neededFor: forSubmission,
    source: 'service-public/F16620',
    need: () =>
      required(
        'Birth certificate, family book or guardianship paper: one of them links the child to the parents.',
        'Acte de naissance, livret de famille ou tutelle : l’un d’eux rattache l’enfant.',
      ),
  },
  {
    document: 'child_identity',
    neededFor: forSubmission,
    source: 'forum-ameli/3425037',
    need: ({ birthCountry }) => {
      if (birthCountry === null)
        return conditional(
          'Asked for when the child was born abroad; the country of birth is not known yet.',
          'Demandée si l’enfant est né à l’étranger ; le pays de naissance n’est pas encore connu.',
        );
      return FRANCE.has(birthCountry)
        ? notNeeded('Born in France: not asked for.', 'Naissance en France : non demandée.')
        : required(
            `Born abroad (${birthCountry}): CPAM asks for the child’s own passport or card.`,
            `Naissance à l’étranger (${birthCountry}) : la CPAM demande le passeport ou la carte de l’enfant.`,
          );
    },
  },
];

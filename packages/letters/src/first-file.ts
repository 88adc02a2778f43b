import type { Category } from '@suivi/rules/vocabulary';
import { noCaisse } from './notes.ts';
import type { LetterText } from './template.ts';
import { kindly } from './template.ts';
import { dayOf } from './sending.ts';
import type { LetterInput } from './letter.ts';

const OPENING = 'Demande d’ouverture de droits (formulaire S1106)';

/** What is asked for, and on which ground. Students file online; frontier workers send a form of their own. */
const GROUNDS: Partial<Record<Category, { object: string; ground: string }>> = {
  employee: { object: OPENING, ground: 'son activité salariée' },
  self_employed: { object: OPENING, ground: 'son activité indépendante' },
  resident: { object: OPENING, ground: 'sa résidence stable et régulière en France' },
  s1_holder: {
    object: 'Demande d’ouverture de droits et enregistrement du formulaire S1',
    ground: 'son formulaire S1, délivré par l’organisme qui verse sa pension',
  },
  posted_worker: {
    object: 'Enregistrement du formulaire S1 (travailleur détaché)',
    ground: 'son détachement en France',
  },
  family_member: { object: OPENING, ground: 'sa venue auprès d’un proche assuré' },
  job_seeker: { object: OPENING, ground: 'sa recherche d’emploi en France' },
};

/** The first file: `registered_post:file:1`. */
export const firstFile: LetterText = {
  ...kindly,
  sender: 'agency',
  addressee: [],
  subject: '{letterObject}',
  listsEnclosures: true,
  body: [
    'En vertu du mandat dont vous trouverez la copie, j’ai l’honneur de vous adresser la demande de {clientName}, présentée au titre de {ground}.',
    'Ce dossier comprend les pièces suivantes, en copie : {enclosureList}',
    'Je vous remercie de bien vouloir :',
    {
      list: [
        'enregistrer cette demande au jour de sa réception ;',
        'attribuer à {clientName} un numéro d’attente (NIA), si le numéro définitif ne peut l’être dès maintenant ;',
        'délivrer l’attestation de droits correspondante ;',
        'm’indiquer par écrit, s’il y a lieu, toute pièce qui vous serait encore nécessaire et le délai pour la produire.',
      ],
    },
    {
      when: 'children',
      text: 'Le dossier contient également la demande de rattachement de {memberName} (formulaire S3705).',
    },
    'Vos courriers peuvent être adressés à {clientName}, à l’adresse indiquée en référence. Je me tiens à votre disposition au {adviserPhone} pour tout renseignement.',
  ],
  tell(input) {
    const found = GROUNDS[input.known.applicant.category];
    const children = childrenOf(input);
    return {
      cases: children === null ? [] : ['children'],
      values: { letterObject: found?.object ?? null, ground: found?.ground ?? null, memberName: children },
      blocked: found === undefined ? [noCaisse()] : [],
    };
  },
};

/** The children whose form goes along. Suivi knows them by their day of birth, not by name. */
function childrenOf({
  known: {
    papers: { rows },
    applicant,
  },
}: LetterInput): string | null {
  const born = applicant.members.flatMap(({ id, birthDate }) =>
    rows.some(({ need, required }) => need.member === id && need.code === 'application_form' && required)
      ? [dayOf(birthDate)]
      : [],
  );
  if (born.length === 0) return null;
  return born.length === 1
    ? `son enfant (date de naissance : ${born.join()})`
    : `ses enfants (dates de naissance : ${born.join(', ')})`;
}

import type { Applicant } from '@suivi/rules/file';
import type { Day } from '@suivi/rules/calendar/days';
import { inWords } from '@suivi/rules/calendar/words';
import type { Category, DocumentCode, Language, Words } from '@suivi/rules/vocabulary';

/** One thing that a paper must show, and what is known of it, to be compared. */
export type Point = { words: Words; known: string | null };

type Fact = 'birth' | 'address' | 'arrived' | 'work' | 'studies';
type Line = { words: Words; fact?: Fact };
const line = (en: string, fr: string, fact?: Fact): Line => ({ words: { en, fr }, fact });

const LEGIBLE = line('Legible, all corners in the picture', 'Lisible, les quatre coins visibles');
const NAME = line('The client’s own name', 'Le nom du client');

/** What the client is told that a paper must show (wording, 2.1), point by point for whoever checks it. */
const POINTS: Record<DocumentCode, readonly Line[]> = {
  application_form: [
    line('Every page, filled in', 'Toutes les pages, remplies'),
    line('The day and the client’s signature', 'La date et la signature du client'),
    LEGIBLE,
  ],
  identity: [
    line('Name and date of birth', 'Nom et date de naissance', 'birth'),
    line('The page with the photo; both sides of a card', 'La page avec la photo ; recto et verso d’une carte'),
    line('Valid on the day of sending', 'En cours de validité le jour de l’envoi'),
    LEGIBLE,
  ],
  residence_permit: [
    NAME,
    line('Both sides, valid today', 'Recto et verso, valable aujourd’hui'),
    line('For a VLS-TS: its online validation', 'Pour un VLS-TS : sa validation en ligne'),
    LEGIBLE,
  ],
  birth_certificate: [
    line('Name and date of birth', 'Nom et date de naissance', 'birth'),
    line('Place of birth and sex', 'Lieu de naissance et sexe'),
    line('Both parents’ names', 'Les noms des deux parents'),
    LEGIBLE,
  ],
  birth_certificate_translation: [
    line('The whole certificate in French', 'L’acte entier en français'),
    line('The translator’s stamp and signature', 'Le cachet et la signature du traducteur'),
    line(
      'A translator of a French court of appeal’s list, or a consulate',
      'Un traducteur inscrit près une cour d’appel française, ou un consulat',
    ),
  ],
  apostille: [
    line('The stamp of the country that issued the certificate', 'Le cachet du pays qui a établi l’acte'),
    line('On the certificate or attached to it', 'Apposée sur l’acte ou jointe'),
    LEGIBLE,
  ],
  rib: [NAME, line('The IBAN and the bank, in full', 'L’IBAN et la banque, en entier'), LEGIBLE],
  proof_of_address: [
    NAME,
    line('The present address in France', 'L’adresse actuelle en France', 'address'),
    line('A recent date', 'Une date récente'),
    LEGIBLE,
  ],
  proof_of_stable_residence: [
    NAME,
    line(
      'A lease older than three months, three rent receipts in a row, or two bills in a row',
      'Un bail de plus de trois mois, trois quittances ou deux factures successives',
      'arrived',
    ),
    LEGIBLE,
  ],
  employment_contract: [
    line('The client’s name and the employer', 'Le nom du client et l’employeur'),
    line('The first day of work', 'Le premier jour de travail', 'work'),
    line('Both signatures on a contract', 'Les deux signatures sur un contrat'),
    LEGIBLE,
  ],
  business_registration: [
    line('From INSEE or URSSAF, or a Kbis', 'De l’INSEE ou de l’URSSAF, ou un Kbis'),
    NAME,
    line('The start of the activity', 'Le début de l’activité', 'work'),
  ],
  nomination_order: [NAME, line('Signature and stamp', 'La signature et le cachet'), LEGIBLE],
  enrolment_certificate: [
    line('The client’s name and the school', 'Le nom du client et l’établissement'),
    line('The current year', 'L’année en cours', 'studies'),
    LEGIBLE,
  ],
  s1_form: [
    line('The client’s name: one form for each person', 'Le nom du client : un formulaire par personne'),
    line('The body that issued it', 'L’organisme qui l’a délivré'),
    LEGIBLE,
  ],
  s1_refusal: [
    line('From the health body of the country that was left', 'De l’organisme de santé du pays quitté'),
    line('It says that no S1 is given', 'Il dit qu’aucun S1 n’est délivré'),
  ],
  a1_certificate: [
    line('The client’s name and the employer', 'Le nom du client et l’employeur'),
    line('The time of the posting', 'La durée du détachement'),
    LEGIBLE,
  ],
  ehic: [NAME, line('A last day that covers the stay', 'Une date de fin qui couvre le séjour'), LEGIBLE],
  means_and_cover: [
    line('What the client lives on', 'Les ressources du client'),
    line(
      'A full health cover for the same time, valid in France',
      'Une couverture santé complète pour la même période, valable en France',
    ),
    LEGIBLE,
  ],
  marriage_certificate: [
    line('Both names', 'Les deux noms'),
    line('Day and place of the marriage', 'La date et le lieu du mariage'),
    LEGIBLE,
  ],
  family_reunification_proof: [
    line('The client’s name and the relative', 'Le nom du client et celui du proche'),
    line('The authority’s agreement, not the request', 'L’accord de l’autorité, non la demande'),
  ],
  relative_attestation: [
    line('The name of the relative whom the client joins', 'Le nom du proche que le client rejoint'),
    line('Rights open today', 'Des droits ouverts à ce jour'),
    line('The number is covered', 'Le numéro est caché'),
  ],
  child_birth_certificate: [
    line('The child’s name, day and place of birth', 'Le nom, la date et le lieu de naissance de l’enfant', 'birth'),
    line('Both parents’ names', 'Les noms des deux parents'),
    LEGIBLE,
  ],
  child_identity: [
    line('The child’s own name and date of birth', 'Le nom et la date de naissance de l’enfant', 'birth'),
    line('The page with the child’s photo', 'La page avec la photo de l’enfant'),
    line('Valid on the day of sending', 'En cours de validité le jour de l’envoi'),
    LEGIBLE,
  ],
  photo: [
    line('The client alone, the face in full', 'Le client seul, le visage entier'),
    line('Recent, 35 × 45 mm', 'Récente, 35 × 45 mm'),
  ],
  gp_declaration: [
    line('Form S3704', 'Le formulaire S3704'),
    line('Signed by the client and by the doctor', 'Signé par le client et par le médecin'),
    LEGIBLE,
  ],
};

const CHILDREN: readonly Line[] = [
  line('Form S3705', 'Le formulaire S3705'),
  line('Each child’s name', 'Le nom de chaque enfant'),
  line('The signature of each parent who covers the child', 'La signature de chaque parent qui rattache l’enfant'),
];
const OPTION: readonly Line[] = [
  line('The scheme chosen', 'Le régime choisi'),
  line('The day and the client’s signature', 'La date et la signature du client'),
];

function linesOf(code: DocumentCode, member: string | null, category: Category): readonly Line[] {
  if (code !== 'application_form') return POINTS[code];
  if (member !== null) return CHILDREN;
  return category === 'frontier_worker' ? OPTION : POINTS[code];
}

type Of = { document: DocumentCode; member: string | null; applicant: Applicant; street: string | null };

/** What the file knows, as it is compared with the paper. */
const KNOWN: Record<Fact, Words> = {
  birth: { en: 'In the file: born on {}', fr: 'Au dossier : naissance le {}' },
  address: { en: 'In the file: {}', fr: 'Au dossier : {}' },
  arrived: { en: 'In the file: in France since {}', fr: 'Au dossier : en France depuis le {}' },
  work: { en: 'In the file: work since {}', fr: 'Au dossier : activité depuis le {}' },
  studies: { en: 'In the file: studies since {}', fr: 'Au dossier : études depuis le {}' },
};

/** What a paper must show, with what the file knows of it beside each point. */
export function pointsOf({ document, member, applicant, street }: Of, language: Language): Point[] {
  const day = (on: Day | null): string | null => (on === null ? null : inWords(on, language, { year: true }));
  const { address } = applicant;
  const known: Record<Fact, () => string | null> = {
    birth: () =>
      day(
        member === null ? applicant.birthDate : (applicant.members.find(({ id }) => id === member)?.birthDate ?? null),
      ),
    address: () => [street, `${address.postcode} ${address.city ?? ''}`.trim()].filter(Boolean).join(', '),
    arrived: () => day(applicant.arrivedOn),
    work: () => day(applicant.activityStartsOn),
    studies: () => day(applicant.studiesStartOn),
  };
  return linesOf(document, member, applicant.category).map(({ words, fact }) => {
    const value = fact === undefined ? null : known[fact]();
    return { words, known: fact === undefined || value === null ? null : KNOWN[fact][language].replace('{}', value) };
  });
}

/** What is noted of a paper when it is checked: only days that the paper carries and the plan or a reader uses. */
export type Noted = 'issuedOn' | 'validUntil' | 'language';
const ISSUED: readonly DocumentCode[] = [
  'birth_certificate',
  'birth_certificate_translation',
  'apostille',
  'proof_of_address',
  'proof_of_stable_residence',
  'marriage_certificate',
  'child_birth_certificate',
  'enrolment_certificate',
  's1_form',
  's1_refusal',
];
const ENDS: readonly DocumentCode[] = [
  'identity',
  'residence_permit',
  'ehic',
  'a1_certificate',
  'means_and_cover',
  'relative_attestation',
  'child_identity',
];
const SPEAKS: readonly DocumentCode[] = ['birth_certificate', 'marriage_certificate', 'child_birth_certificate'];
export const notedOf = (document: DocumentCode): readonly Noted[] => [
  ...(ISSUED.includes(document) ? (['issuedOn'] as const) : []),
  ...(ENDS.includes(document) ? (['validUntil'] as const) : []),
  ...(SPEAKS.includes(document) ? (['language'] as const) : []),
];

import type { Category, DocumentCode, Words } from '../vocabulary.ts';

const words = (en: string, fr: string): Words => ({ en, fr });

/** What each paper is called. What else is read about it stands in `wording.ts`: no plan needs that. */
export const documentName: Record<DocumentCode, Words> = {
  application_form: words('Application form (S1106)', 'Formulaire de demande (S1106)'),
  identity: words('Passport or identity card', 'Passeport ou carte d’identité'),
  residence_permit: words('Visa or residence permit', 'Visa ou titre de séjour'),
  birth_certificate: words('Birth certificate', 'Acte de naissance'),
  birth_certificate_translation: words(
    'Sworn translation of the birth certificate',
    'Traduction assermentée de l’acte de naissance',
  ),
  apostille: words('Apostille or legalisation', 'Apostille ou légalisation'),
  rib: words('Bank details (RIB)', 'RIB'),
  proof_of_address: words('Proof of address', 'Justificatif de domicile'),
  proof_of_stable_residence: words(
    'Proof of more than three months in France',
    'Preuve de plus de trois mois en France',
  ),
  employment_contract: words('Work contract or pay slip', 'Contrat de travail ou bulletin de salaire'),
  business_registration: words('Proof of self-employment', 'Preuve d’activité indépendante'),
  nomination_order: words('Appointment order (arrêté de nomination)', 'Arrêté de nomination'),
  enrolment_certificate: words('Enrolment certificate or student card', 'Certificat de scolarité ou carte d’étudiant'),
  s1_form: words('S1 certificate', 'Formulaire S1'),
  s1_refusal: words('Refusal of an S1', 'Refus de formulaire S1'),
  a1_certificate: words('A1 certificate', 'Certificat A1'),
  ehic: words('European health insurance card', 'Carte européenne d’assurance maladie'),
  means_and_cover: words('Proof of means and of health cover', 'Justificatifs de ressources et de couverture santé'),
  marriage_certificate: words('Marriage certificate', 'Acte de mariage'),
  family_reunification_proof: words('Proof of family reunification', 'Preuve du regroupement familial'),
  relative_attestation: words('Your relative’s attestation de droits', 'Attestation de droits de votre proche'),
  child_birth_certificate: words(
    'Child’s birth certificate or family book',
    'Acte de naissance de l’enfant ou livret de famille',
  ),
  child_identity: words('Child’s passport or identity card', 'Passeport ou carte d’identité de l’enfant'),
  photo: words('Photo for the card', 'Photo pour la carte'),
  gp_declaration: words('Declaration of your doctor (S3704)', 'Déclaration de médecin traitant (S3704)'),
};

/** The application form is another paper for a child, and for a frontier worker. */
const FORMS = {
  children: words('Form for children (S3705)', 'Formulaire pour les enfants (S3705)'),
  frontier: words(
    'Choice of health scheme (option form)',
    'Choix du système d’assurance maladie (formulaire d’option)',
  ),
};

/** The name of a paper of this file: a child's form and a frontier worker's have names of their own. */
export function nameOf(code: DocumentCode, member: string | null, category: Category): Words {
  if (code !== 'application_form') return documentName[code];
  if (member !== null) return FORMS.children;
  return category === 'frontier_worker' ? FORMS.frontier : documentName[code];
}

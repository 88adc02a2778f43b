import type { PlannedDocument } from './plan-types.ts';
import type { Category, DeadlineKind, EmailTemplate, Language, Stage, TaskKind, Words } from './vocabulary.ts';

/** What the things of a plan are called at the desk, on every screen, in every sentence and in every command. */

export const stageNames = {
  gathering_documents: { en: 'Gathering documents', fr: 'Pièces à réunir' },
  waiting_for_eligibility: { en: 'Waiting for eligibility', fr: 'Délai de résidence' },
  ready_to_submit: { en: 'Ready to submit', fr: 'Prêt à envoyer' },
  submitted: { en: 'Submitted', fr: 'Envoyé' },
  with_cpam: { en: 'With CPAM', fr: 'Chez la CPAM' },
  documents_requested: { en: 'Documents requested', fr: 'Pièces demandées' },
  rights_open: { en: 'Rights open', fr: 'Droits ouverts' },
  number_issued: { en: 'Number issued', fr: 'Numéro attribué' },
  card_ordered: { en: 'Card ordered', fr: 'Carte commandée' },
  card_delivered: { en: 'Card delivered', fr: 'Carte reçue' },
  refused: { en: 'Refused', fr: 'Refusé' },
  appealing: { en: 'Appealing', fr: 'Recours en cours' },
  nothing_to_file: { en: 'Nothing to file', fr: 'Rien à déposer' },
  withdrawn: { en: 'Withdrawn', fr: 'Abandonné' },
} as const satisfies Record<Stage, Words>;

/** What a file in this stage waits for: of papers, how many. */
export const waitingForNames = {
  gathering_documents: { en: 'The client: documents', fr: 'Le client : des pièces' },
  gathering_count_one: { en: 'The client: {{count}} document', fr: 'Le client : {{count}} pièce' },
  gathering_count_other: { en: 'The client: {{count}} documents', fr: 'Le client : {{count}} pièces' },
  to_check: { en: 'Us: check the documents', fr: 'Nous : vérifier les pièces' },
  waiting_for_eligibility: { en: 'The day of eligibility', fr: 'Le jour du dépôt possible' },
  ready_to_submit: { en: 'Us: to be sent', fr: 'Nous : à envoyer' },
  submitted: { en: 'The receipt', fr: 'L’accusé de réception' },
  with_cpam: { en: 'The provisional number', fr: 'Le numéro provisoire' },
  documents_requested: { en: 'The documents CPAM wants', fr: 'Les pièces demandées' },
  rights_open: { en: 'The definitive number', fr: 'Le numéro définitif' },
  number_issued: { en: 'Us: order the card', fr: 'Nous : commander la carte' },
  card_ordered: { en: 'The carte Vitale', fr: 'La carte Vitale' },
  card_delivered: { en: 'Nothing', fr: 'Rien' },
  refused: { en: 'Us: the appeal', fr: 'Nous : le recours' },
  appealing: { en: 'The answer to the appeal', fr: 'La réponse au recours' },
  nothing_to_file: { en: 'Nothing', fr: 'Rien' },
  withdrawn: { en: 'Nothing', fr: 'Rien' },
} as const satisfies Record<Stage, Words> & Record<string, Words>;

export const categoryNames = {
  employee: { en: 'Employee', fr: 'Salarié' },
  self_employed: { en: 'Self-employed', fr: 'Indépendant' },
  resident: { en: 'Resident', fr: 'Résident' },
  s1_holder: { en: 'S1 holder', fr: 'Titulaire d’un S1' },
  posted_worker: { en: 'Posted worker', fr: 'Travailleur détaché' },
  student: { en: 'Student', fr: 'Étudiant' },
  family_member: { en: 'Family member', fr: 'Membre de famille' },
  job_seeker: { en: 'Job seeker', fr: 'Demandeur d’emploi' },
  frontier_worker: { en: 'Frontier worker', fr: 'Frontalier' },
} as const satisfies Record<Category, Words>;

/** A letter is named by its object, a call by its cause, a check by how many papers wait. */
export const taskNames = {
  collect_documents: { en: 'Collect documents', fr: 'Réunir les pièces' },
  check_documents: { en: 'Check the documents', fr: 'Vérifier les pièces' },
  check_count_one: { en: 'Check {{count}} document', fr: 'Vérifier {{count}} pièce' },
  check_count_other: { en: 'Check {{count}} documents', fr: 'Vérifier {{count}} pièces' },
  choose_caisse: { en: 'Choose the caisse', fr: 'Choisir la caisse' },
  post_file: { en: 'Post the file', fr: 'Envoyer le dossier' },
  post_supplement: { en: 'Send the documents CPAM asked for', fr: 'Envoyer les pièces demandées' },
  post_chase: { en: 'Formal request', fr: 'Demande formelle' },
  post_option: { en: 'Post the option form', fr: 'Envoyer le formulaire d’option' },
  post_resend: { en: 'Send the file again', fr: 'Renvoyer le dossier' },
  post_civil_status: { en: 'Send the civil-status papers again', fr: 'Renvoyer les actes d’état civil' },
  post_card: { en: 'Write about the card', fr: 'Écrire au sujet de la carte' },
  registered_post: { en: 'Send a registered letter', fr: 'Envoyer un recommandé' },
  submit_online: { en: 'Submit online', fr: 'Déposer en ligne' },
  trace_post: { en: 'Trace the registered letter', fr: 'Rechercher la lettre' },
  call_3646: { en: 'Call 3646', fr: 'Appeler le 3646' },
  call_back: { en: 'Call 3646 back', fr: 'Rappeler le 3646' },
  call_again: { en: 'Call 3646 again', fr: 'Rappeler le 3646' },
  office_visit: { en: 'Visit the CPAM office', fr: 'Se rendre à l’accueil de la CPAM' },
  ameli_message: { en: 'Ask in the ameli account', fr: 'Écrire par le compte ameli' },
  order_card: { en: 'Order the carte Vitale', fr: 'Commander la carte Vitale' },
  open_ameli_account: { en: 'Open the ameli account', fr: 'Ouvrir le compte ameli' },
  declare_gp: { en: 'Declare the GP', fr: 'Déclarer le médecin traitant' },
  file_appeal: { en: 'Send the appeal', fr: 'Envoyer le recours' },
  seize_mediator: { en: 'Write to the mediator', fr: 'Saisir le médiateur' },
  renew_cover: { en: 'Renew private cover', fr: 'Prolonger l’assurance privée' },
  review_file: { en: 'Review the file', fr: 'Faire le point' },
} as const satisfies Record<TaskKind, Words> & Record<string, Words>;

/** Emails at the desk: short, after their subjects. */
export const emailNames = {
  welcome: { en: 'Your file is open', fr: 'Votre dossier est ouvert' },
  taken_over: { en: 'We follow your file', fr: 'Nous suivons votre dossier' },
  documents_reminder: { en: 'Documents still to send', fr: 'Documents encore à envoyer' },
  document_to_redo: { en: 'A document to send again', fr: 'Un document à renvoyer' },
  too_early: { en: 'When it can go', fr: 'Quand il pourra partir' },
  ready_to_submit: { en: 'The day has come', fr: 'Le jour est venu' },
  option_ends_soon: { en: 'France or Switzerland', fr: 'France ou Suisse' },
  file_submitted: { en: 'Your file is on its way', fr: 'Votre dossier est parti' },
  receipt_missing: { en: 'No receipt yet', fr: 'L’accusé manque encore' },
  file_received: { en: 'CPAM has your file', fr: 'La CPAM a votre dossier' },
  still_waiting: { en: 'Still waiting', fr: 'Toujours en attente' },
  documents_requested: { en: 'CPAM asks for documents', fr: 'La CPAM demande des documents' },
  rights_open: { en: 'Your rights are open', fr: 'Vos droits sont ouverts' },
  number_pending: { en: 'The permanent number is on its way', fr: 'Numéro définitif attendu' },
  number_ends_soon: { en: 'The provisional number ends', fr: 'Le numéro provisoire prend fin' },
  number_issued: { en: 'Your number has come', fr: 'Votre numéro est arrivé' },
  card_to_order: { en: 'The card is to be ordered', fr: 'La carte reste à commander' },
  card_ordered: { en: 'Your card is ordered', fr: 'Votre carte est commandée' },
  card_late: { en: 'The card takes longer', fr: 'La carte tarde' },
  card_delivered: { en: 'Your card has come', fr: 'Votre carte est arrivée' },
  refused: { en: 'CPAM’s refusal', fr: 'Le refus de la CPAM' },
  appeal_sent: { en: 'Your appeal has left', fr: 'Votre recours est parti' },
  appeal_accepted: { en: 'Your appeal was accepted', fr: 'Votre recours est accepté' },
  cover_ends: { en: 'Private cover ends', fr: 'L’assurance privée prend fin' },
  permit_ends: { en: 'The permit ends', fr: 'Le titre de séjour prend fin' },
  withdrawn: { en: 'Your file is closed', fr: 'Votre dossier est fermé' },
} as const satisfies Record<EmailTemplate, Words>;

/** An email of which a file gets several. */
export const numberedEmail = { en: '{{name}} no. {{n}}', fr: '{{name}} nº {{n}}' } as const satisfies Words;

export const deadlineNames = {
  reply_to_cpam: { en: 'Answer to CPAM', fr: 'Réponse à la CPAM' },
  silence: { en: 'Two months’ silence', fr: 'Deux mois de silence' },
  appeal: { en: 'Appeal to the commission', fr: 'Recours devant la commission' },
  appeal_silence: { en: 'The commission’s silence', fr: 'Silence de la commission' },
  court: { en: 'Court', fr: 'Tribunal' },
  provisional_number_ends: { en: 'Provisional number ends', fr: 'Fin du numéro provisoire' },
  swiss_option: { en: 'Choice of scheme', fr: 'Choix du régime' },
  permit_ends: { en: 'Permit ends', fr: 'Fin du titre de séjour' },
  cover_ends: { en: 'Private cover ends', fr: 'Fin de l’assurance privée' },
  document_expires: { en: 'Document expires', fr: 'Fin de validité d’une pièce' },
  erase_papers: { en: 'Copies erased', fr: 'Effacement des copies' },
} as const satisfies Record<DeadlineKind, Words>;

export const documentStatusNames = {
  missing: { en: 'missing', fr: 'manquante' },
  not_yet: { en: 'not yet', fr: 'pas encore possible' },
  received: { en: 'to check', fr: 'à vérifier' },
  verified: { en: 'verified', fr: 'vérifiée' },
  rejected: { en: 'sent back', fr: 'à refaire' },
  expired: { en: 'expired', fr: 'périmée' },
} as const satisfies Record<PlannedDocument['status'], Words>;

type Task = { key: string; kind: TaskKind; payload?: Record<string, unknown> };
type TaskName = Exclude<keyof typeof taskNames, `check_count_${string}`> | 'check_count';

const LETTERS = ['file', 'supplement', 'chase', 'option', 'resend', 'civil_status', 'card'] as const;

/** By which of the names a task goes; with `check_count`, of how many papers. */
export function taskNameOf({ key, kind, payload }: Task): { name: TaskName; count?: number } {
  const about = key.split(':')[1];
  if (kind === 'registered_post') {
    const letter = LETTERS.find((one) => one === about);
    return { name: letter === undefined ? kind : `post_${letter}` };
  }
  if (kind === 'call_3646' && about === 'back') return { name: 'call_back' };
  if (kind === 'call_3646' && about === 'again') return { name: 'call_again' };
  if (kind === 'check_documents' && Array.isArray(payload?.documents))
    return { name: 'check_count', count: payload.documents.length };
  return { name: kind };
}

const NUMBERED = new Set<EmailTemplate>(['still_waiting', 'documents_reminder', 'number_pending']);

/** The number that tells an email from others of its template in the file; null where there is but one at a time. */
export function emailNumber({ template, key }: { template: EmailTemplate; key: string }): string | null {
  const n = key.split(':').at(-1) ?? '';
  return NUMBERED.has(template) && /^\d+$/.test(n) ? n : null;
}

/** A task's name: "Call 3646", "Check 2 documents". */
export function taskWords(task: Task): Words {
  const { name, count = 0 } = taskNameOf(task);
  if (name !== 'check_count') return taskNames[name];
  const counted = (language: Language) =>
    taskNames[count === 1 || (language === 'fr' && count === 0) ? 'check_count_one' : 'check_count_other'][
      language
    ].replace('{{count}}', String(count));
  return { en: counted('en'), fr: counted('fr') };
}

/** An email's name: "Still waiting no. 2". */
export function emailWords(email: { template: EmailTemplate; key: string }): Words {
  const name = emailNames[email.template];
  const n = emailNumber(email);
  if (n === null) return name;
  const numbered = (language: Language) =>
    numberedEmail[language].replace('{{name}}', name[language]).replace('{{n}}', n);
  return { en: numbered('en'), fr: numbered('fr') };
}

type Waiting = { stage: Stage; documentsInHand: number; documentsNeeded: number };

/** By which of the names a file waits; with `gathering_count`, for how many papers. */
export function waitingNameOf({ stage, documentsInHand, documentsNeeded }: Waiting): {
  name: Stage | 'gathering_count' | 'to_check';
  count?: number;
} {
  if (stage !== 'gathering_documents') return { name: stage };
  const count = documentsNeeded - documentsInHand;
  return count > 0 ? { name: 'gathering_count', count } : { name: 'to_check' };
}

/** What a file waits for: "The provisional number", "The client: 3 documents". */
export function waitingWords(file: Waiting): Words {
  const { name, count = 0 } = waitingNameOf(file);
  if (name !== 'gathering_count') return waitingForNames[name];
  const counted = waitingForNames[count === 1 ? 'gathering_count_one' : 'gathering_count_other'];
  return { en: counted.en.replace('{{count}}', String(count)), fr: counted.fr.replace('{{count}}', String(count)) };
}

import type { PlannedTask } from '@suivi/rules/plan-types';
import type { TaskKind, Words } from '@suivi/rules/vocabulary';

/** What the client reads of our tasks to come. The desk has its own, shorter names for them. */
const byKind: Record<Exclude<TaskKind, 'registered_post'>, Words> = {
  collect_documents: {
    en: 'we ask you for what is still missing',
    fr: 'nous vous demandons ce qui manque encore',
  },
  check_documents: { en: 'we check what you have sent', fr: 'nous vérifions ce que vous avez envoyé' },
  choose_caisse: {
    en: 'we settle which office your file goes to',
    fr: 'nous déterminons la caisse qui recevra votre dossier',
  },
  submit_online: {
    en: 'we go through the online file with you',
    fr: 'nous parcourons avec vous le dossier en ligne',
  },
  trace_post: { en: 'we look for the letter with La Poste', fr: 'nous recherchons la lettre auprès de La Poste' },
  call_3646: { en: 'we call CPAM', fr: 'nous appelons la CPAM' },
  office_visit: { en: 'we go to the CPAM office', fr: 'nous nous rendons à l’accueil de la CPAM' },
  ameli_message: {
    en: 'we ask you to send CPAM a message from your account; we write it for you',
    fr: 'nous vous proposons un message à envoyer à la CPAM depuis votre compte',
  },
  order_card: {
    en: 'we prepare the order of your card with you',
    fr: 'nous préparons avec vous la commande de votre carte',
  },
  open_ameli_account: {
    en: 'we see with you whether your ameli account is open',
    fr: 'nous voyons avec vous si votre compte ameli est ouvert',
  },
  declare_gp: {
    en: 'we see with you whether your doctor is declared',
    fr: 'nous voyons avec vous si votre médecin traitant est déclaré',
  },
  file_appeal: { en: 'the appeal is sent', fr: 'le recours est envoyé' },
  seize_mediator: { en: 'we write to CPAM’s mediator', fr: 'nous écrivons au médiateur de la CPAM' },
  renew_cover: {
    en: 'we ask you about your private cover',
    fr: 'nous faisons le point avec vous sur votre assurance privée',
  },
  review_file: {
    en: '{adviserName} goes through your whole file',
    fr: '{adviserName} reprend l’ensemble de votre dossier',
  },
};

/** Letters are told apart by the second part of their key. */
const byLetter: Record<string, Words> = {
  file: { en: 'we post your file by registered letter', fr: 'nous envoyons votre dossier en recommandé' },
  option: { en: 'we post your file by registered letter', fr: 'nous envoyons votre dossier en recommandé' },
  supplement: {
    en: 'we post the documents CPAM asked for',
    fr: 'nous envoyons les documents demandés par la CPAM',
  },
  chase: {
    en: 'we ask CPAM for a written answer, by registered letter',
    fr: 'nous demandons à la CPAM une réponse écrite, en recommandé',
  },
  resend: {
    en: 'we send your file again, with the proof that it was sent',
    fr: 'nous renvoyons votre dossier, avec la preuve du premier envoi',
  },
  civil_status: {
    en: 'we send your civil-status papers again',
    fr: 'nous renvoyons vos actes d’état civil',
  },
  card: { en: 'we write to CPAM about your card', fr: 'nous écrivons à la CPAM au sujet de votre carte' },
};

/** What we do next, as the client reads it; null for a letter of a kind that has no words yet. */
export function nextStep(task: Pick<PlannedTask, 'key' | 'kind'>): Words | null {
  if (task.kind !== 'registered_post') return byKind[task.kind];
  return byLetter[task.key.split(':')[1] ?? ''] ?? null;
}

import { inWords } from '@suivi/rules/calendar/words';
import type { Day } from '@suivi/rules/calendar/days';
import { documentName, nameOf } from '@suivi/rules/documents/names';
import type { Applicant, Event } from '@suivi/rules/file';
import type { CallOutcome, EventType, Fault, PostStatus, SubmissionMethod } from '@suivi/rules/vocabulary';

/** What happened, as the proof pack says it: in French, for whoever has to be shown it. */
const titles: Record<EventType, string> = {
  applicant_changed: 'Changement de situation',
  document_received: 'Pièce reçue',
  document_verified: 'Pièce vérifiée',
  document_rejected: 'Pièce à refaire',
  file_submitted: 'Dossier adressé à la caisse',
  post_tracked: 'Suivi de La Poste',
  post_delivered: 'Lettre distribuée',
  documents_requested: 'Pièces demandées par la caisse',
  supplement_sent: 'Pièces demandées adressées à la caisse',
  provisional_number_received: 'Numéro provisoire arrivé',
  social_security_number_received: 'Numéro définitif arrivé',
  attestation_received: 'Attestation de droits arrivée',
  photo_requested: 'Photographie demandée pour la carte',
  card_ordered: 'Carte Vitale commandée',
  card_received: 'Carte Vitale reçue',
  card_lost: 'Carte Vitale perdue ou volée',
  ameli_account_created: 'Compte ameli ouvert',
  gp_declared: 'Médecin traitant déclaré',
  call_made: 'Appel au 3646',
  office_visited: 'Démarche à l’accueil de la caisse',
  ameli_message_sent: 'Message par le compte ameli',
  letter_sent: 'Courrier adressé à la caisse',
  task_done: 'Démarche faite',
  refused: 'Refus de la caisse',
  appeal_sent: 'Recours envoyé',
  appeal_delivered: 'Recours reçu par la commission',
  mediator_accepted: 'Médiateur saisi du dossier',
  mediator_closed: 'Fin de la médiation',
  appeal_decided: 'Décision sur le recours',
  withdrawn: 'Dossier fermé',
  voided: 'Correction',
};

const outcomes: Record<CallOutcome, string> = {
  no_answer: 'Appel sans réponse.',
  in_progress: 'La caisse dit le dossier en cours d’étude.',
  not_found: 'La caisse dit ne pas trouver le dossier.',
  documents_missing: 'La caisse demande d’autres pièces.',
  processed: 'La caisse dit le dossier traité.',
  call_back_on: 'La caisse demande de rappeler.',
};
const methods: Record<SubmissionMethod | 'post', string> = {
  registered_post: 'En recommandé avec accusé de réception.',
  appointment: 'Remis à l’accueil.',
  online: 'En ligne.',
  post: 'Par courrier.',
};
const statuses: Record<PostStatus, string> = {
  taken: 'Prise en charge.',
  moving: 'En cours d’acheminement.',
  at_counter: 'En attente au guichet.',
  returned: 'Retournée à l’expéditeur.',
  undeliverable: 'Non distribuable.',
};
const faults: Record<Fault, string> = { incomplete: 'Incomplète.', incorrect: 'Inexacte.', outdated: 'Périmée.' };

export const dayInPack = (day: Day): string => inWords(day, 'fr', { year: true });
const papers = (codes: readonly (keyof typeof documentName)[]) => codes.map((code) => documentName[code].fr).join(', ');

/** What happened; of a paper, which. */
export function eventTitle(event: Event, { category }: Applicant): string {
  const title = titles[event.type];
  return 'document' in event ? `${title}\u00a0: ${nameOf(event.document, event.member, category).fr}` : title;
}

/** Whose a paper is, when it is not the client’s own. We hold no name of a child: it is known by the day of its birth. */
export function eventOf(event: Event, { members }: Applicant): string | null {
  const member = 'document' in event ? members.find(({ id }) => id === event.member) : undefined;
  return member ? `${member.relation === 'child' ? 'Enfant' : 'Conjoint'} (${dayInPack(member.birthDate)})` : null;
}

/** What an event says besides its name, line by line. */
export function eventLines(event: Event): string[] {
  const lines: string[] = [];
  if ('documents' in event && event.documents !== null && event.documents.length > 0)
    lines.push(`Pièces\u00a0: ${papers(event.documents)}.`);
  if (event.type === 'document_rejected') lines.push(faults[event.fault]);
  if ('method' in event) lines.push(methods[event.method]);
  if ('trackingNumber' in event && event.trackingNumber !== null)
    lines.push(`Recommandé nº\u00a0${event.trackingNumber}.`);
  if (event.type === 'post_tracked') lines.push(statuses[event.status]);
  if (event.type === 'call_made') {
    lines.push(outcomes[event.outcome]);
    if (event.callBackOn !== null) lines.push(`À rappeler le ${dayInPack(event.callBackOn)}.`);
  }
  if (event.type === 'documents_requested' && event.replyBy !== null)
    lines.push(`Réponse demandée pour le ${dayInPack(event.replyBy)}.`);
  if (event.type === 'refused') lines.push(`Notifié le ${dayInPack(event.notifiedOn)}.`);
  if (event.type === 'appeal_decided')
    lines.push(event.outcome === 'accepted' ? 'Recours accepté.' : 'Recours rejeté.');
  if ('validUntil' in event && event.validUntil) lines.push(`Valable jusqu’au ${dayInPack(event.validUntil)}.`);
  if ('reason' in event && event.reason) lines.push(`Motif\u00a0: ${event.reason}`);
  if ('note' in event && event.note) lines.push(`Note\u00a0: ${event.note}`);
  return lines;
}

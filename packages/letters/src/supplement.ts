import { lastOf } from '@suivi/rules/facts';
import { nameOf } from '@suivi/rules/documents/names';
import { awaitedFor } from '@suivi/rules/documents/status';
import { nothingToSend, reasonMissing, requestMissing } from './notes.ts';
import { dayOf, sendingOf } from './sending.ts';
import { blockedBy, kindly, type LetterText } from './template.ts';
import { numberOf } from './which-letter.ts';

/** The documents that CPAM asked for: `registered_post:supplement:n`. */
export const supplement: LetterText = {
  ...kindly,
  sender: 'agency',
  addressee: [],
  subject: 'réponse à votre demande de pièces du {requestDay}',
  listsEnclosures: true,
  body: [
    {
      when: 'letter',
      text: 'Par lettre du {requestDay}, vous avez demandé à {clientName} des pièces complémentaires⟨, à produire pour le {replyDay}⟩.',
    },
    {
      when: 'phone',
      text: 'Lors d’un entretien téléphonique du {requestDay}, vos services m’ont indiqué que des pièces complémentaires étaient nécessaires à l’étude de la demande de {clientName}.',
    },
    {
      when: 'papers',
      text: 'Agissant en vertu du mandat joint, je vous les adresse ci-après, en copie : {enclosureList}',
    },
    {
      when: 'no_paper',
      text: 'Agissant en vertu du mandat joint, je vous informe que ces pièces ne peuvent être produites à ce jour. Motif : {reasonAlone}.',
    },
    {
      each: 'partial',
      text: 'La pièce suivante ne peut être produite à ce jour : {docName}. Motif : {reason}. Je vous l’adresserai dès qu’elle sera disponible et vous demande de bien vouloir poursuivre l’étude du dossier dans l’intervalle.',
    },
    {
      when: 'papers',
      text: 'Cette demande complète le dossier {sentReference}. Je vous remercie de bien vouloir joindre ces pièces au dossier, en reprendre l’étude et me confirmer par écrit qu’il est désormais complet ou, à défaut, m’indiquer précisément ce qui manquerait encore.',
    },
    {
      when: 'no_paper',
      text: 'Cette réponse concerne le dossier {sentReference}. Je vous remercie de bien vouloir l’y joindre, ne pas le classer dans l’attente de ces pièces et m’indiquer par écrit le délai pour les produire.',
    },
    'Je vous remercie également d’adresser à {clientName} l’attestation de droits dès qu’elle sera établie.',
  ],
  tell({ known, taskKey, reason }) {
    const {
      facts,
      papers: { rows },
      applicant,
    } = known;
    const request = facts.requests.find(({ n }) => n === numberOf(taskKey));
    if (request === undefined) return blockedBy(requestMissing());
    const sent = new Set(request.answers.flatMap(({ letter, documents }) => (letter.returnedOn ? [] : documents)));
    const partial = awaitedFor(request, rows)
      .filter(({ need }) => !sent.has(need.code))
      .map(({ need }) => nameOf(need.code, need.member, applicant.category).fr);
    const requestDay = dayOf(request.letterOn ?? request.phoneOn ?? request.from);
    return {
      cases: [request.letterOn === null ? 'phone' : 'letter'],
      values: {
        requestDay,
        replyDay: request.replyBy === null ? null : dayOf(request.replyBy),
        // Said of each paper, where the request names them.
        reasonAlone: partial.length === 0 ? reason : null,
        sentReference: sendingOf(lastOf(facts.postings)).values['sentReference'] ?? null,
      },
      partial: partial.map((docName) => ({ docName, reason })),
      warnings: reason === null ? partial.map(reasonMissing) : [],
      // An answer without a paper is an answer only if it says why: it keeps CPAM from closing the file on its day.
      blockedWithoutPaper: reason === null ? [nothingToSend()] : [],
    };
  },
};

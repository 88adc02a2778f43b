import { lastOf } from '@suivi/rules/facts';
import { postingMissing } from './notes.ts';
import { dayOf, sendingOf } from './sending.ts';
import { blockedBy, firmly, type LetterText } from './template.ts';
import { requestOf, tracesSince } from './traces.ts';

/** The formal request after silence: `registered_post:chase:r`. */
export const chase: LetterText = {
  ...firmly,
  sender: 'agency',
  addressee: [],
  subject: 'demande d’ouverture de droits restée sans réponse ; demande de réponse écrite',
  listsEnclosures: false,
  body: [
    {
      when: 'receipt',
      text: 'Par lettre recommandée⟨ nº {trackingNumber}⟩ du {sentDay}, reçue par vos services le {deliveredDay} ainsi qu’en atteste la preuve de distribution jointe, j’ai déposé au nom de {clientName} une demande d’ouverture de droits à l’assurance maladie.',
    },
    {
      when: 'assumed',
      text: 'Par lettre recommandée⟨ nº {trackingNumber}⟩ du {sentDay}, dont la preuve de dépôt est jointe, j’ai adressé à vos services au nom de {clientName} une demande d’ouverture de droits à l’assurance maladie. L’avis de réception ne m’est pas revenu à ce jour.',
    },
    {
      when: 'filed',
      text: 'Le {deliveredDay}, la demande d’ouverture de droits de {clientName} a été déposée {channel} auprès de vos services.',
    },
    {
      when: 'supplement',
      text: 'Les pièces demandées⟨ le {requestDay}⟩ vous ont été adressées le {supplementDay}.',
    },
    'À la date de la présente, aucune réponse n’est parvenue à {clientName} ni à moi-même. Démarches effectuées depuis : {tracesList}',
    'L’article L. 160-1 du code de la sécurité sociale prévoit la prise en charge des frais de santé de toute personne qui travaille en France ou y réside de manière stable et régulière. Je vous demande en conséquence, par une réponse écrite et dans le délai d’un mois :',
    {
      list: [
        'd’attribuer à {clientName} un numéro d’attente (NIA) et de délivrer l’attestation de droits ;',
        'si une pièce manque, de la désigner précisément ;',
        'si la demande est rejetée, de notifier une décision motivée, avec les voies et délais de recours.',
      ],
    },
    'Le dossier envoyé comprenait : {sentList}',
    'À défaut de réponse, le médiateur de la {caisse} sera saisi, sans préjudice des autres voies de recours.',
  ],
  tell({ known, events, today }) {
    const { facts, round } = known;
    const posting = lastOf(facts.postings);
    if (posting === undefined) return blockedBy(postingMissing());
    const { cases, values } = sendingOf(posting);
    const papers = round?.letter?.kind === 'supplement' ? round.letter : null;
    const asked = papers && requestOf(papers.eventId, facts);
    return {
      cases: papers ? [...cases, 'supplement'] : cases,
      values: {
        ...values,
        requestDay: asked && dayOf(asked),
        supplementDay: papers && dayOf(papers.on),
        tracesList: tracesSince({
          facts,
          events,
          today,
          after: posting.on,
          except: (deed) => deed.id === papers?.eventId,
        }),
      },
    };
  },
};

import { limitOf } from '@suivi/rules/ladders/limits';
import { appealOver, clientCompletes, refusalMissing } from './notes.ts';
import { dayOf } from './sending.ts';
import { blockedBy, type LetterText } from './template.ts';
import { numberOf } from './which-letter.ts';

/**
 * The appeal to the commission: `file_appeal:n`. A frame and no legal advice: the client fills in the reason, decides and
 * signs; the agency types, encloses and posts.
 */
export const appeal: LetterText = {
  sender: 'client',
  addressee: ['Commission de recours amiable'],
  subject: 'saisine de la commission de recours amiable, décision notifiée le {refusalDay}',
  greeting: 'Madame, Monsieur les membres de la commission,',
  close:
    'Je vous prie d’agréer, Madame, Monsieur les membres de la commission, l’expression de ma considération distinguée.',
  listsEnclosures: true,
  body: [
    'Par décision notifiée le {refusalDay}, dont copie est jointe, la {caisse} a rejeté ma demande d’ouverture de droits à l’assurance maladie, au motif suivant : …………………………………………',
    'Je conteste cette décision et vous saisis dans le délai de deux mois, qui court jusqu’au {appealDay}.',
    'Les faits : j’habite en France⟨ depuis le {arrivedDay}⟩, à l’adresse indiquée en référence. Ma demande a été adressée le {sentDay}.',
    'Mes raisons : …………………………………………………………………………………………………………',
    'À l’appui, je joins les pièces suivantes : {enclosureList}',
    'Je vous demande en conséquence d’annuler la décision contestée et d’ouvrir mes droits à compter du …………………… .',
    'Je vous remercie d’accuser réception de ce recours et de me notifier votre décision par écrit, avec ses motifs. J’autorise ⟨{adviserName}, ⟩{agencyName}, à s’informer de la suite donnée à ce recours, selon le mandat joint.',
  ],
  tell({ known, taskKey, today }) {
    const { facts, applicant } = known;
    const refusal = facts.refusals.find(({ n }) => n === numberOf(taskKey));
    if (refusal === undefined) return blockedBy(refusalMissing());
    const sent = facts.postings.findLast(({ on }) => on <= refusal.on);
    const limit = limitOf('appeal', refusal, known);
    const over = limit.suspendedSince === null && limit.on < today;
    return {
      cases: [],
      values: {
        refusalDay: dayOf(refusal.notifiedOn),
        // Past its end, or while the mediator holds it, the letter names no day and claims none.
        appealDay: over || limit.suspendedSince !== null ? null : dayOf(limit.on),
        arrivedDay: applicant.arrivedOn !== null && applicant.arrivedOn <= today ? dayOf(applicant.arrivedOn) : null,
        sentDay: sent ? dayOf(sent.on) : null,
      },
      warnings: over ? [appealOver(), clientCompletes()] : [clientCompletes()],
    };
  },
};

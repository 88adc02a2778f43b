import type { FileRow } from '@suivi/contracts/files';
import type { WorkItem } from '@suivi/contracts/tasks';
import type { Day } from '@suivi/rules/calendar/days';

/** The invented clients of the mock-ups; the day is Thursday 21 May 2026. */
export const TODAY = '2026-05-21' as Day;
export const CLAIRE = '018f0000-0000-7000-8000-0000000000c1';
export const IDRISS = '018f0000-0000-7000-8000-0000000000c2';
export const MAUD = '018f0000-0000-7000-8000-0000000000c3';
export const MEMBERS = [
  {
    userId: CLAIRE,
    name: 'Claire Fontanel',
    role: 'admin' as const,
    active: true,
    work: { overdue: 2, today: 20, week: 9 },
    absence: null,
  },
  {
    userId: IDRISS,
    name: 'Idriss Lahlou',
    role: 'adviser' as const,
    active: true,
    work: { overdue: 2, today: 17, week: 9 },
    absence: null,
  },
  {
    userId: MAUD,
    name: 'Maud Kerbrat',
    role: 'lead' as const,
    active: true,
    work: { overdue: 2, today: 14, week: 9 },
    absence: null,
  },
];
const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const named = (userId: string) => ({ userId, name: MEMBERS.find((m) => m.userId === userId)?.name ?? '' });

type Line = [
  ref: number,
  name: string,
  town: string,
  caisse: string,
  stage: FileRow['stage'],
  step: number,
  since: string,
  key: string,
  due: string,
  docs: [number, number],
  adviser: string,
  en: string,
  fr: string,
  trouble?: true,
  payload?: Record<string, unknown>,
];
// prettier-ignore
const LINES: Line[] = [
  [32, 'Priya Venkataraman', 'Roubaix', 'CPAM de Roubaix-Tourcoing', 'with_cpam', 3, '2026-04-01', 'office_visit:with_cpam:1', '2026-05-18', [9, 9], CLAIRE, 'Received on 1 April; 45 days without news on 16 May, a Saturday: due the next working day.', 'Reçu le 1ᵉʳ avril ; 45 jours sans nouvelles le 16 mai, un samedi : reporté au jour ouvré suivant.'],
  [40, 'Maarten van der Heijden', 'Bordeaux', 'CPAM de Gironde', 'submitted', 2, '2026-05-12', 'trace_post:file:1', '2026-05-20', [7, 7], CLAIRE, 'Posted on 12 May; no delivery after 5 working days (14 May is a holiday).', 'Envoyée le 12 mai ; pas de distribution après 5 jours ouvrés (le 14 mai est férié).'],
  [30, 'Carol Washburn', 'Périgueux', 'CPAM de Dordogne', 'with_cpam', 3, '2026-04-21', 'call_3646:with_cpam:1', '2026-05-21', [9, 9], CLAIRE, 'CPAM received the file on 21 April; 30 days without news.', 'La CPAM a reçu le dossier le 21 avril ; 30 jours sans nouvelles.'],
  [53, 'Bronwen Featherstonehaugh-Lloyd', 'Lyon', 'CPAM du Rhône', 'gathering_documents', 1, '2026-05-04', 'collect_documents:1', '2026-05-28', [6, 8], CLAIRE, 'Two documents are missing since 4 May.', 'Deux pièces manquent depuis le 4 mai.', true],
  [26, 'Yassine El Idrissi', 'Lyon', 'CPAM du Rhône', 'documents_requested', 3, '2026-05-04', 'registered_post:supplement:1', '2026-05-21', [8, 9], CLAIRE, 'CPAM wants proof of stable residence by 26 May; sent 5 days before.', 'La CPAM attend le justificatif de résidence avant le 26 mai ; envoi 5 jours avant.'],
  [45, 'Haruka Watanabe', 'Lyon', 'CPAM du Rhône', 'ready_to_submit', 1, '2026-05-21', 'registered_post:file:1', '2026-05-21', [9, 9], CLAIRE, 'In France since 20 February: 3 months and 1 day are reached today. 9 of 9 documents verified.', 'En France depuis le 20 février : 3 mois et 1 jour atteints aujourd’hui. 9 pièces vérifiées sur 9.'],
  [1, 'João Gonçalves', 'Saint-Lô', 'CPAM de la Manche', 'gathering_documents', 1, '2026-05-04', 'check_documents:1', '2026-05-21', [6, 8], CLAIRE, 'Lease and RIB came this morning at 8:12, from the status page.', 'Bail et RIB reçus ce matin à 8 h 12 par la page de suivi.', undefined, { documents: ['proof_of_address', 'rib'] }],
  [33, 'Bruce Culliver', 'Nice', 'CPAM des Alpes-Maritimes', 'rights_open', 4, '2026-04-29', 'call_3646:back:1', '2026-05-21', [8, 8], CLAIRE, 'On 12 May the agent asked us to call back on 21 May.', 'Le 12 mai, l’agent a demandé de rappeler le 21 mai.'],
  [38, 'Maude Bélanger', 'Toulon', 'CPAM du Var', 'number_issued', 5, '2026-05-11', 'order_card:1', '2026-05-21', [9, 9], CLAIRE, 'CPAM’s letter asking for a photo came today.', 'La lettre de la CPAM demandant une photo est arrivée aujourd’hui.'],
  [22, 'Åsa Ångström', 'Bordeaux', 'CPAM de Gironde', 'with_cpam', 3, '2026-04-22', 'call_3646:with_cpam:1', '2026-05-22', [7, 7], CLAIRE, 'CPAM received the file on 22 April; 30 days without news.', 'La CPAM a reçu le dossier le 22 avril ; 30 jours sans nouvelles.'],
  [14, 'Conceição Gonçalves', 'Angoulême', 'CPAM de Charente', 'card_ordered', 6, '2026-05-08', 'ameli_message:card:1', '2026-05-22', [9, 9], CLAIRE, 'Card ordered online on 8 May; not here after 14 days.', 'Carte commandée en ligne le 8 mai ; rien reçu après 14 jours.'],
  [6, 'Annegret Müller-Lüdenscheidt', 'Nice', 'CPAM des Alpes-Maritimes', 'gathering_documents', 1, '2026-03-23', 'review_file:documents:1', '2026-05-22', [3, 8], CLAIRE, 'No document for 60 days, after three reminders.', 'Aucune pièce depuis 60 jours, après trois relances.'],
  [41, 'Gordon Bélanger', 'Angoulême', 'CPAM de Charente', 'refused', 3, '2026-04-13', 'file_appeal:1', '2026-05-22', [9, 9], MAUD, 'Refused on 13 April; the appeal must leave before 13 June.', 'Refus notifié le 13 avril ; le recours doit partir avant le 13 juin.'],
  [4, 'Nigel Ap Rhys', 'Bergerac', 'CPAM de Dordogne', 'waiting_for_eligibility', 1, '2026-05-04', 'registered_post:file:1', '2026-05-28', [6, 6], CLAIRE, 'In France since 27 February: 3 months and 1 day are reached on 28 May.', 'En France depuis le 27 février : 3 mois et 1 jour atteints le 28 mai.'],
];

const source = (key: string) => (key.startsWith('registered_post:file') ? 'css/L160-1' : 'playbook');

export const FILES: FileRow[] = LINES.map(
  ([ref, name, town, caisse, stage, step, since, key, due, docs, adviser, , , trouble]) => ({
    id: id(ref),
    reference: `F-${String(ref).padStart(4, '0')}`,
    clientName: name,
    town,
    caisse,
    category: 'resident',
    language: 'en',
    stage,
    step,
    stageSince: since as Day,
    nextTask: { key, kind: key.split(':')[0] as WorkItem['kind'], dueOn: due as Day },
    documentsInHand: docs[0],
    documentsNeeded: docs[1],
    adviser: named(adviser),
    emailTrouble: trouble === true,
    version: 3,
  }),
);

export const WORK: WorkItem[] = LINES.map(
  ([ref, name, , caisse, stage, , , key, due, , adviser, en, fr, , payload]) => ({
    id: id(1000 + ref),
    key,
    kind: key.split(':')[0] as WorkItem['kind'],
    state: 'open',
    dueOn: due as Day,
    snoozedUntil: null,
    assignee: null,
    because: { en, fr },
    source: source(key),
    payload: payload ?? {},
    answeredBy: null,
    file: {
      id: id(ref),
      reference: `F-${String(ref).padStart(4, '0')}`,
      clientName: name,
      caisse,
      stage,
      version: 3,
      adviser,
    },
    note: null,
  }),
);

/** A long list, to see paging and virtual rows. */
export const MANY: FileRow[] = Array.from({ length: 398 }, (_, i) => ({
  ...(FILES[i % FILES.length] as FileRow),
  id: id(5000 + i),
  reference: `F-${1000 + i}`,
  clientName: `${['Smith', 'Okafor', 'Nguyễn', 'Łukasz', 'Dupont'][i % 5]} ${['Anna', 'Bjørn', 'Chloé', 'Dmitri'][i % 4]}`,
  nextTask: {
    key: 'call_3646:with_cpam:1',
    kind: 'call_3646',
    dueOn: `2026-0${6 + (i % 4)}-${String(1 + (i % 28)).padStart(2, '0')}` as Day,
  },
}));

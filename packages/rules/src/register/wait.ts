import { words, type Rule } from './rule.ts';

/** From the first paper to the first answer of CPAM. */
export const waitRules: readonly Rule[] = [
  {
    id: 'hello',
    area: 'gathering',
    title: words('The first word to the client', 'Le premier mot au client'),
    says: words(
      'On the opening day the client gets a welcome, whatever the stage. A file taken over with a history gets another one instead, and no email of the past.',
      'Le jour de l’ouverture, le client reçoit un message d’accueil, quelle que soit l’étape. Un dossier repris en cours en reçoit un autre, et aucun courriel du passé.',
    ),
    sources: ['playbook'],
    makes: ['email:welcome', 'email:taken_over'],
  },
  {
    id: 'collect_documents',
    area: 'gathering',
    title: words('Only a complete file leaves', 'Seul un dossier complet part'),
    says: words(
      'While a required paper is not verified the file waits, and what is missing is asked for. CPAM sends an incomplete file back, and the wait begins again.',
      'Tant qu’une pièce nécessaire n’est pas vérifiée, le dossier attend et le manque est demandé. La CPAM renvoie un dossier incomplet, et l’attente recommence.',
    ),
    sources: ['ameli/ne-etranger', 'service-public/F32388'],
    makes: ['collect_documents'],
  },
  {
    id: 'documents_reminders',
    area: 'gathering',
    title: words('Reminders of missing papers', 'Relances des pièces manquantes'),
    says: words(
      'While papers are missing and nothing comes, the client is reminded after {reminderAfterDays} days, {remindersAtMost} times in all. After {documentsReviewAfterDays} days a person looks at the file.',
      'Tant qu’il manque des pièces et que rien ne vient, le client est relancé après {reminderAfterDays} jours, {remindersAtMost} fois en tout. Après {documentsReviewAfterDays} jours, une personne fait le point.',
    ),
    sources: ['playbook'],
    makes: ['email:documents_reminder', 'review_file:documents'],
  },
  {
    id: 'check_documents',
    area: 'gathering',
    title: words('Each paper is looked at', 'Chaque pièce est regardée'),
    says: words(
      'A paper counts once a person has verified it. One that is sent back is told to the client the same day, with what was wrong.',
      'Une pièce compte une fois vérifiée par une personne. Si elle est à refaire, le client le sait le jour même, avec la raison.',
    ),
    sources: ['playbook'],
    makes: ['check_documents', 'email:document_to_redo'],
  },
  {
    id: 'document_expires',
    area: 'gathering',
    title: words('A paper that ends before sending', 'Une pièce qui expire avant l’envoi'),
    says: words(
      'Papers are valid on the day of sending. One that ends before is missing again from the day after.',
      'Les pièces sont valables le jour de l’envoi. Une pièce qui expire avant manque à nouveau dès le lendemain.',
    ),
    sources: ['ameli/ne-etranger'],
    makes: ['deadline:document_expires'],
  },
  {
    id: 'post_the_file',
    area: 'sending',
    title: words('Sent by registered post, at once', 'Envoi en recommandé, aussitôt'),
    says: words(
      'As soon as all is verified and the first possible day has come, the file is posted, registered with a receipt. A client who has waited is told.',
      'Dès que tout est vérifié et que le premier jour possible est venu, le dossier part en recommandé avec accusé. Le client qui attendait en est informé.',
    ),
    sources: ['service-public/F34308'],
    makes: ['registered_post:file', 'email:ready_to_submit', 'email:file_submitted'],
  },
  {
    id: 'no_receipt',
    area: 'sending',
    title: words('When no receipt comes', 'Quand l’accusé ne vient pas'),
    says: words(
      'A registered letter without a receipt is traced after {tracePostAfterWorkingDays} and 20 working days, and the file is sent again after 40 days. Meanwhile the wait is counted from {assumedDeliveryWorkingDays} working days after the posting, and said to be assumed.',
      'Une lettre sans accusé est recherchée après {tracePostAfterWorkingDays} et 20 jours ouvrés, et le dossier est renvoyé après 40 jours. Entre-temps l’attente se compte de {assumedDeliveryWorkingDays} jours ouvrés après l’envoi, et se dit supposée.',
    ),
    sources: ['playbook', 'fresh-square/accuse'],
    makes: [
      'trace_post:file',
      'trace_post:supplement',
      'trace_post:appeal',
      'email:receipt_missing',
      'registered_post:resend',
    ],
  },
  {
    id: 'at_the_counter',
    area: 'sending',
    title: words('A letter at the counter, or back', 'Une lettre au guichet, ou revenue'),
    says: words(
      'A registered letter waits 15 days at the post office, then comes back; a task says so the same day. A letter that came back is as if it had not been sent, and goes again the next working day.',
      'Une lettre recommandée attend 15 jours au bureau de poste, puis revient ; une tâche le dit le jour même. Une lettre revenue est comme non envoyée, et repart le jour ouvré suivant.',
    ),
    sources: ['laposte/recommande'],
    makes: ['trace_post:counter', 'registered_post:file', 'registered_post:option', 'registered_post:supplement'],
  },
  {
    id: 'file_received',
    area: 'waiting',
    title: words('Received: told once', 'Reçu : dit une fois'),
    says: words(
      'The working day after a real delivery, or after CPAM has shown that it has the file, the client is told. An assumed delivery is never told as a real one.',
      'Le jour ouvré après une vraie distribution, ou après que la CPAM a montré qu’elle a le dossier, le client est informé. Une réception supposée n’est jamais dite réelle.',
    ),
    sources: ['playbook'],
    makes: ['email:file_received'],
  },
  {
    id: 'first_call',
    area: 'waiting',
    title: words('First call after a month', 'Premier appel après un mois'),
    says: words(
      'After {firstCallAfterDays} days without news CPAM is called, and again after {mediatorAfterMonths} months. Calls tell where a file stands; letters have effect.',
      'Après {firstCallAfterDays} jours sans nouvelles, la CPAM est appelée, et de nouveau après {mediatorAfterMonths} mois. Un appel renseigne ; une lettre produit effet.',
    ),
    sources: ['playbook', 'service-public/F34308', 'ameli/contacter'],
    makes: ['call_3646:with_cpam'],
  },
  {
    id: 'what_a_call_says',
    area: 'waiting',
    title: words('What a call says', 'Ce que dit un appel'),
    says: words(
      'Nobody answered: called again the next working day at another hour. Said to be handled: looked at after 10 days. Not found: sent again the next working day, with the proof of the first sending.',
      'Sans réponse : rappel le jour ouvré suivant à une autre heure. Dit traité : point après 10 jours. Introuvable : renvoyé le jour ouvré suivant, avec la preuve du premier envoi.',
    ),
    sources: ['playbook', 'ameli/contacter'],
    makes: ['call_3646:again', 'call_3646:back', 'review_file:processed', 'registered_post:resend'],
  },
  {
    id: 'still_waiting',
    area: 'waiting',
    title: words('News of the wait', 'Des nouvelles de l’attente'),
    says: words(
      'Every {stillWaitingEveryDays} days without an answer the client hears how things stand, {stillWaitingAtMost} times at most. Such an email gives way to any other of the same days.',
      'Tous les {stillWaitingEveryDays} jours sans réponse, le client sait où en est le dossier, {stillWaitingAtMost} fois au plus. Ce courriel s’efface devant tout autre des mêmes jours.',
    ),
    sources: ['playbook'],
    makes: ['email:still_waiting'],
  },
  {
    id: 'office_visit',
    area: 'waiting',
    title: words('A visit to the office', 'Un passage à l’accueil'),
    says: words(
      'After {visitAfterDays} days without an answer somebody goes to the CPAM office.',
      'Après {visitAfterDays} jours sans réponse, quelqu’un se rend à l’accueil de la CPAM.',
    ),
    sources: ['playbook'],
    makes: ['office_visit:with_cpam'],
  },
  {
    id: 'two_months_silence',
    area: 'waiting',
    title: words('What two months’ silence means', 'Ce que valent deux mois de silence'),
    says: words(
      'Two months of silence are a ground to press, and probably an implied refusal: a client is never told that silence accepts. After {chaseAfterMonths} months a formal request leaves by registered post.',
      'Deux mois de silence permettent d’insister, et valent sans doute refus implicite : on ne dit jamais à un client que le silence accepte. Après {chaseAfterMonths} mois, une demande formelle part en recommandé.',
    ),
    sources: ['tripalio/silence-2016', 'service-public/F32388', 'playbook'],
    differs: ['silence'],
    makes: ['deadline:silence', 'registered_post:chase'],
  },
  {
    id: 'mediator',
    area: 'waiting',
    title: words('The mediator', 'Le médiateur'),
    says: words(
      'After {mediatorAfterMonths} months, and a month after the formal request, the mediator can be asked: free of charge, without a binding decision. Once he takes up a case, the time to appeal is suspended, and a person looks again after 30 days.',
      'Après {mediatorAfterMonths} mois, et un mois après la demande formelle, le médiateur peut être saisi : gratuit, sans décision obligatoire. Une fois saisi, le délai de recours est suspendu, et un point est fait après 30 jours.',
    ),
    sources: ['ameli/mediateur'],
    makes: ['seize_mediator', 'review_file:mediator'],
  },
  {
    id: 'whole_file',
    area: 'waiting',
    title: words('The whole file after four months', 'Tout le dossier après quatre mois'),
    says: words(
      'After {reviewAfterMonths} months without an answer a person looks at every way left. A review that was answered comes back after {reviewAgainAfterDays} days while nothing has changed.',
      'Après {reviewAfterMonths} mois sans réponse, une personne examine toutes les voies. Un point déjà fait revient après {reviewAgainAfterDays} jours tant que rien ne change.',
    ),
    sources: ['playbook'],
    makes: ['review_file:with_cpam'],
  },
  {
    id: 'cpam_asks',
    area: 'requests',
    title: words('CPAM asks for papers', 'La CPAM demande des pièces'),
    says: words(
      'The client is told the same day, and reminded after 7 and 18 days. The papers leave within {supplementWithinDays} days, or 5 days before the day that CPAM named; without one, a month is usual.',
      'Le client le sait le jour même, et est relancé après 7 et 18 jours. Les pièces partent sous {supplementWithinDays} jours, ou 5 jours avant la date fixée par la CPAM ; sans date, un mois est l’usage.',
    ),
    sources: ['service-public/F32388', 'playbook'],
    // Any paper that CPAM asks for becomes required.
    makes: [
      'document',
      'email:documents_requested',
      'email:documents_reminder:supplement',
      'collect_documents:supplement',
      'registered_post:supplement',
      'deadline:reply_to_cpam',
    ],
  },
  {
    id: 'supplement_call',
    area: 'requests',
    title: words('Papers sent: what became of them', 'Pièces envoyées : la suite'),
    says: words(
      '{supplementCallAfterDays} days after CPAM received the papers it is called. Their delivery begins a new round of the wait.',
      '{supplementCallAfterDays} jours après la réception des pièces, la CPAM est appelée. Leur distribution ouvre un nouveau cycle d’attente.',
    ),
    sources: ['playbook'],
    makes: ['call_3646:supplement'],
  },
];

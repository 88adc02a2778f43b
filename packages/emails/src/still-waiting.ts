import type { Template } from './template.ts';

/** CPAM is silent. The number sets the tone: 1 to 4, then 5, and `last` for the last the playbook allows. */
export const stillWaiting = {
  en: {
    subject: 'Still waiting for CPAM: news of {todayDay}',
    preheader: 'What we have done, and what we do next.',
    'happened[receipt]': 'CPAM received your file on {deliveredDay}, {days} days ago, and has not answered yet.',
    'happened[shown]':
      'We posted your file on {sentDay}; CPAM showed on {shownDay} that it has it, and has not answered yet.',
    'happened[supplement]':
      'CPAM received the documents it asked for on {supplementDeliveredDay}, and has not answered yet.',
    done: 'Since our last email: {doneList}',
    'done[nothing]': 'Since we last wrote, nothing was due and nothing has come.',
    'do[1]': 'Nothing for now. If CPAM writes to you, tell us through your page, even if the letter seems unimportant.',
    'do[2]':
      'Nothing for now. Check that your name is on your letterbox, and ask at your last address whether a letter came there.',
    'do[3]':
      'Nothing for now. Tell us of any change of address, work, family or permit: CPAM must have the same facts as we do.',
    'do[4]':
      'Send us news if you have any. If a doctor or a hospital asks for your rights, call {adviserName} at {adviserPhone}.',
    'do[5]': 'Let us talk: answer this email with two times that suit you, or call {adviserName} at {adviserPhone}.',
    'do[last]': 'Let us talk: answer this email with two times that suit you, or call {adviserName} at {adviserPhone}.',
    'next[1]': 'A few months is common. If nothing comes, these are our next steps: {stepList}',
    'next[2]': 'It is slow, and we now insist. Every step leaves a trace on your file: {stepList}',
    'next[3]':
      'It is long, and calls are no longer enough: letters count more, and we keep the proof of each. Our next steps: {stepList}',
    'next[4]':
      'It is longer than it should be. {adviserName} goes through the whole file, and looks at every way that is left: {stepList}',
    'next[5]':
      'You have waited too long for an answer. There are still ways to ask for one, and we choose among them with you: {stepList}',
    'next[last]':
      'This is the last email of this kind: from now on we write when something has moved. The work goes on, and your page shows it: {stepList}',
    again: 'On {lookAgainDay} at the latest.',
    'meanwhile[1]':
      'Pay at the doctor’s, and keep each brown care form (“feuille de soins”): you have two years to send it.',
    'meanwhile[2]': 'Keep your private cover. Yours ends on {coverDay}; we warn you before.',
    'meanwhile[3]': 'Keep every care form (“feuille de soins”) together: you have two years to send each.',
    'meanwhile[4]': 'Keep paying at the doctor’s and keeping the care forms, and keep your private cover.',
    'meanwhile[5]': 'Look at the dates of your first care forms: each must be sent within two years.',
    'meanwhile[last]':
      'Look at the dates of your first care forms: each must be sent within two years. Keep your private cover.',
    why: 'your file is at step 3 and CPAM has not answered.',
  },
  fr: {
    subject: 'Toujours en attente de la CPAM : point du {todayDay}',
    preheader: 'Ce que nous avons fait, et ce que nous ferons.',
    'happened[receipt]':
      'La CPAM a reçu votre dossier le {deliveredDay}, il y a {days} jours, et n’a pas encore répondu.',
    'happened[shown]':
      'Nous avons envoyé votre dossier le {sentDay} ; la CPAM a montré le {shownDay} qu’elle l’a, et n’a pas encore répondu.',
    'happened[supplement]':
      'La CPAM a reçu le {supplementDeliveredDay} les documents qu’elle demandait, et n’a pas encore répondu.',
    done: 'Depuis notre dernier courriel : {doneList}',
    'done[nothing]': 'Depuis notre dernier message, rien n’était à faire et rien n’est arrivé.',
    'do[1]':
      'Rien pour l’instant. Si la CPAM vous écrit, dites-le-nous par votre page, même si la lettre semble sans importance.',
    'do[2]':
      'Rien pour l’instant. Vérifiez que votre nom figure sur votre boîte aux lettres, et demandez à votre ancienne adresse si une lettre y est arrivée.',
    'do[3]':
      'Rien pour l’instant. Signalez-nous tout changement d’adresse, de travail, de famille ou de titre de séjour : la CPAM doit avoir les mêmes informations que nous.',
    'do[4]':
      'Donnez-nous des nouvelles si vous en avez. Si un médecin ou un hôpital demande vos droits, appelez {adviserName} au {adviserPhone}.',
    'do[5]':
      'Parlons-en : répondez à ce courriel en proposant deux moments, ou appelez {adviserName} au {adviserPhone}.',
    'do[last]':
      'Parlons-en : répondez à ce courriel en proposant deux moments, ou appelez {adviserName} au {adviserPhone}.',
    'next[1]': 'Quelques mois sont courants. Si rien ne vient, voici nos prochaines étapes : {stepList}',
    'next[2]': 'C’est lent, et désormais nous insistons. Chaque étape laisse une trace dans votre dossier : {stepList}',
    'next[3]':
      'C’est long, et les appels ne suffisent plus : les lettres comptent davantage, et nous gardons la preuve de chacune. Nos prochaines étapes : {stepList}',
    'next[4]':
      'C’est plus long que cela ne devrait. {adviserName} reprend l’ensemble du dossier et examine toutes les voies qui restent : {stepList}',
    'next[5]':
      'Vous attendez une réponse depuis trop longtemps. Il reste des moyens de l’obtenir, et nous choisissons parmi eux avec vous : {stepList}',
    'next[last]':
      'C’est le dernier courriel de ce type : nous vous écrirons désormais quand quelque chose aura bougé. Le travail continue, et votre page le montre : {stepList}',
    again: 'Au plus tard le {lookAgainDay}.',
    'meanwhile[1]': 'Chez le médecin, payez et gardez chaque feuille de soins : vous avez deux ans pour l’envoyer.',
    'meanwhile[2]': 'Gardez votre assurance privée. La vôtre prend fin le {coverDay} ; nous vous préviendrons avant.',
    'meanwhile[3]': 'Gardez ensemble toutes vos feuilles de soins : vous avez deux ans pour envoyer chacune.',
    'meanwhile[4]':
      'Continuez à payer chez le médecin et à garder les feuilles de soins, et gardez votre assurance privée.',
    'meanwhile[5]':
      'Regardez les dates de vos premières feuilles de soins : chacune doit être envoyée dans les deux ans.',
    'meanwhile[last]':
      'Regardez les dates de vos premières feuilles de soins : chacune doit être envoyée dans les deux ans. Gardez votre assurance privée.',
    why: 'votre dossier est à l’étape 3 et la CPAM n’a pas répondu.',
  },
} satisfies Template<'receipt' | 'shown' | 'supplement' | '1' | '2' | '3' | '4' | '5' | 'last' | 'nothing'>;

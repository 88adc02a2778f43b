import type { Words } from '../vocabulary.ts';

/**
 * The scripts of calls to 3646, as data: what is said in French, with its gloss. `{variables}` are facts of the file;
 * what names one that is not known is left out.
 */

/** A sentence to say, and what it means. */
export type Said = { say: string; gloss: string };

/** Which script a call takes. */
export type ScriptId = 'first' | 'second' | 'resent' | 'supplement' | 'rights_open' | 'card' | 'back' | 'any';

type ScriptData = {
  /** What the call is about, after the client's name; the first of which every fact is known. `about` stands after the mandate. */
  topic: readonly (Said & { joins: 'about' | 'whose' })[];
  /** Said after it, when its facts are known. */
  then?: readonly Said[];
  asks: readonly Said[];
  writeDown: Words | null;
  advice: Words | null;
  /** The agent will ask for the number: only the client reads it out. */
  needsClient: boolean;
};

const MISSING: Said = { say: 'Manque-t-il une pièce ?', gloss: 'Is a document missing?' };

export const SCRIPTS: Record<ScriptId, ScriptData> = {
  first: {
    topic: [
      {
        joins: 'about',
        say: 'au sujet de sa demande d’ouverture de droits, reçue chez vous le {deliveredDay}',
        gloss: 'about the request to open rights, received on {deliveredDay}',
      },
      {
        joins: 'about',
        say: 'au sujet de sa demande d’ouverture de droits, envoyée le {sentDay}',
        gloss: 'about the request to open rights, sent on {sentDay}',
      },
      {
        joins: 'about',
        say: 'au sujet de sa demande d’ouverture de droits',
        gloss: 'about the request to open rights',
      },
    ],
    asks: [
      {
        say: 'Le dossier est-il bien enregistré ? À quelle date ?',
        gloss: 'Is the file on record? Since what day?',
      },
      {
        say: 'Manque-t-il une pièce ? Laquelle, et jusqu’à quand ?',
        gloss: 'Is a document missing? Which one, and by when?',
      },
      { say: 'Un numéro d’attente a-t-il été attribué ?', gloss: 'Has a waiting number been given?' },
      {
        say: 'L’adresse et le RIB enregistrés sont-ils les bons ?',
        gloss: 'Are the address and bank details on record the right ones?',
      },
      { say: 'Quel est le délai de traitement aujourd’hui ?', gloss: 'How long does it take at present?' },
    ],
    writeDown: {
      en: 'day of record, delay told (as told, never as a promise)',
      fr: 'jour d’enregistrement, délai annoncé (tel qu’annoncé, jamais comme une promesse)',
    },
    advice: {
      en: '“In progress” is the usual one; “Processed” if a waiting number has been given and is in the post.',
      fr: '« En cours » est le plus courant ; « Traité » si un numéro d’attente a été attribué et part par courrier.',
    },
    needsClient: false,
  },
  second: {
    topic: [
      {
        joins: 'whose',
        say: 'dont les pièces demandées, reçues chez vous le {supplementDeliveredDay}, sont sans réponse depuis {months}',
        gloss: 'whose documents, asked for and received on {supplementDeliveredDay}, have had no answer for {months}',
      },
      {
        joins: 'whose',
        say: 'dont les pièces demandées, envoyées le {supplementDay}, sont sans réponse depuis {months}',
        gloss: 'whose documents, asked for and sent on {supplementDay}, have had no answer for {months}',
      },
      {
        joins: 'whose',
        say: 'dont le recours a été accepté le {acceptedDay}, et qui est sans réponse depuis {months}',
        gloss: 'whose appeal was accepted on {acceptedDay}, and who has had no answer for {months}',
      },
      {
        joins: 'whose',
        say: 'dont la demande, reçue le {deliveredDay}, est sans réponse depuis {months}',
        gloss: 'whose request, received on {deliveredDay}, has had no answer for {months}',
      },
      {
        joins: 'whose',
        say: 'dont la demande, envoyée le {sentDay}, est sans réponse depuis {months}',
        gloss: 'whose request, sent on {sentDay}, has had no answer for {months}',
      },
      { joins: 'whose', say: 'dont la demande est sans réponse', gloss: 'whose request has had no answer' },
    ],
    then: [
      {
        say: 'Une demande formelle vous a été adressée le {chaseDay}.',
        gloss: 'A formal request was sent to you on {chaseDay}.',
      },
    ],
    asks: [
      { say: 'Quelle est l’étape exacte du dossier ?', gloss: 'At which step exactly is the file?' },
      {
        say: 'Notre demande écrite du {chaseDay} est-elle enregistrée ? Qui y répond ?',
        gloss: 'Is our written request of {chaseDay} on record? Which team answers it?',
      },
      {
        say: 'Une décision a-t-elle été prise ? Une lettre est-elle partie, et quand ?',
        gloss: 'Has a decision been taken? Has a letter left, and when?',
      },
      {
        say: 'Qu’est-ce qui bloque, et que pouvons-nous fournir ?',
        gloss: 'What holds it up, and what can we provide?',
      },
      {
        say: 'Pouvez-vous faire une réclamation et m’en donner la référence ?',
        gloss: 'Can you record a complaint and give me its reference?',
      },
      {
        say: 'Comment saisir le médiateur de votre caisse ?',
        gloss: 'How does one reach your caisse’s mediator?',
      },
    ],
    writeDown: {
      en: 'the reference of the complaint; whether a letter has left',
      fr: 'la référence de la réclamation ; si une lettre est partie',
    },
    advice: {
      en: 'A refusal told by telephone is not yet a refusal: choose “Processed”, and record “Refused” when the letter has come.',
      fr: 'Un refus annoncé au téléphone n’est pas encore un refus : choisir « Traité », et noter « Refus » à l’arrivée de la lettre.',
    },
    needsClient: false,
  },
  resent: {
    topic: [
      {
        joins: 'whose',
        say: 'dont le dossier, introuvable lors de notre appel du {notFoundDay}, vous a été renvoyé le {sentDay}',
        gloss: 'whose file, not found when we called on {notFoundDay}, was sent to you again on {sentDay}',
      },
      {
        joins: 'whose',
        say: 'dont le dossier vous a été renvoyé le {sentDay}',
        gloss: 'whose file was sent to you again on {sentDay}',
      },
    ],
    asks: [
      {
        say: 'Le second envoi est-il enregistré ? À quelle date ?',
        gloss: 'Is the second sending on record? Since what day?',
      },
      {
        say: 'Le premier dossier a-t-il été retrouvé ? Les deux sont-ils réunis ?',
        gloss: 'Has the first been found? Have the two been put together?',
      },
      { say: 'Quelle date de demande est retenue ?', gloss: 'Which day counts as the day of the request?' },
      MISSING,
      {
        say: 'À quelle adresse exacte devons-nous écrire, si besoin ?',
        gloss: 'To which exact address should we write, if need be?',
      },
    ],
    writeDown: { en: 'the day retained', fr: 'la date retenue' },
    advice: {
      en: '“Not found” a second time: a visit or the mediator says more than a third posting; note it for the review.',
      fr: '« Introuvable » une deuxième fois : un passage à l’accueil ou le médiateur en disent plus qu’un troisième envoi ; à noter pour le point.',
    },
    needsClient: false,
  },
  supplement: {
    topic: [
      {
        joins: 'about',
        say: 'au sujet des pièces que vous avez demandées le {requestDay}, reçues chez vous le {supplementDeliveredDay}',
        gloss: 'about the documents you asked for on {requestDay}, received on {supplementDeliveredDay}',
      },
      {
        joins: 'about',
        say: 'au sujet des pièces que vous avez demandées le {requestDay}, envoyées le {supplementDay}',
        gloss: 'about the documents you asked for on {requestDay}, sent on {supplementDay}',
      },
      {
        joins: 'about',
        say: 'au sujet des pièces que vous avez demandées',
        gloss: 'about the documents you asked for',
      },
    ],
    asks: [
      { say: 'Les pièces sont-elles jointes au dossier ?', gloss: 'Have the documents been put with the file?' },
      { say: 'Le dossier est-il maintenant complet ?', gloss: 'Is the file now complete?' },
      {
        say: 'Si l’une d’elles ne convient pas : laquelle, et pourquoi ?',
        gloss: 'If one will not do: which one, and why?',
      },
      { say: 'L’étude a-t-elle repris ? Depuis quand ?', gloss: 'Has the study begun again? Since when?' },
      { say: 'Quel est le délai, désormais ?', gloss: 'How long does it take from here?' },
    ],
    writeDown: {
      en: 'whether the file is called complete, in these words',
      fr: 'si le dossier est dit complet, en ces termes',
    },
    advice: {
      en: '“Documents missing” for a paper still or again asked for; “In progress” when it is complete.',
      fr: '« Pièces manquantes » pour une pièce encore ou de nouveau demandée ; « En cours » quand il est complet.',
    },
    needsClient: false,
  },
  rights_open: {
    topic: [
      {
        joins: 'whose',
        say: 'qui a reçu un numéro provisoire le {rightsDay}, valable jusqu’au {provisionalEndsDay}',
        gloss: 'who received a provisional number on {rightsDay}, valid until {provisionalEndsDay}',
      },
      {
        joins: 'whose',
        say: 'qui a reçu une attestation de droits le {attestationDay}, sans numéro',
        gloss: 'who received an attestation de droits on {attestationDay}, without a number',
      },
    ],
    then: [{ say: 'J’appelle au sujet du numéro définitif.', gloss: 'I am calling about the permanent number.' }],
    asks: [
      {
        say: 'Les pièces d’état civil sont-elles bien au dossier ?',
        gloss: 'Are the civil-status papers in the file?',
      },
      {
        say: 'Ont-elles été transmises pour l’attribution du numéro définitif ? À quelle date ?',
        gloss: 'Have they been passed on for the permanent number? On what day?',
      },
      {
        say: 'Faut-il une traduction, une apostille ou une autre copie ?',
        gloss: 'Is a translation, an apostille or another copy needed?',
      },
      {
        say: 'Que se passe-t-il si le numéro n’est pas attribué avant le {provisionalEndsDay} ?',
        gloss: 'What happens if the number is not given by {provisionalEndsDay}?',
      },
      { say: 'Le RIB est-il enregistré ?', gloss: 'Are the bank details on record?' },
    ],
    writeDown: { en: 'the day the papers were passed on', fr: 'le jour où les pièces ont été transmises' },
    advice: {
      en: '“Processed” if the permanent number is said to be given; it is recorded when the client has the letter.',
      fr: '« Traité » si le numéro définitif est dit attribué ; il se note quand le client a la lettre.',
    },
    needsClient: true,
  },
  card: {
    topic: [
      {
        joins: 'whose',
        say: 'dont la carte Vitale, commandée {channel} le {orderDay}, n’est pas arrivée',
        gloss: 'whose carte Vitale, ordered {channel} on {orderDay}, has not come',
      },
    ],
    asks: [
      { say: 'La commande est-elle enregistrée ?', gloss: 'Is the order on record?' },
      {
        say: 'La photo et la pièce d’identité sont-elles acceptées ?',
        gloss: 'Have the photo and the identity document been accepted?',
      },
      {
        say: 'La carte a-t-elle été fabriquée et expédiée ? Quand ?',
        gloss: 'Has the card been made and sent? When?',
      },
      { say: 'À quelle adresse ?', gloss: 'To which address?' },
      {
        say: 'Est-elle revenue chez vous ? Peut-elle être renvoyée ?',
        gloss: 'Has it come back to you? Can it be sent again?',
      },
    ],
    writeDown: {
      en: 'the day it was sent, whether the address is right (not the card’s number)',
      fr: 'le jour d’envoi, si l’adresse est la bonne (pas le numéro de la carte)',
    },
    advice: {
      en: '“Not found”: no order on record, order again. “Documents missing”: photo or identity document to send again. “Processed”: the card has left.',
      fr: '« Introuvable » : pas de commande enregistrée, commander de nouveau. « Pièces manquantes » : photo ou pièce d’identité à renvoyer. « Traité » : la carte est partie.',
    },
    needsClient: true,
  },
  back: {
    topic: [],
    asks: [
      {
        say: 'La réponse à ma question du {callDay} est-elle arrivée ?',
        gloss: 'Has the answer to my question of {callDay} come?',
      },
      { say: 'Qu’est-ce qui a changé depuis ?', gloss: 'What has changed since?' },
      MISSING,
      { say: 'Quelle est la prochaine étape, et à quelle date ?', gloss: 'What is the next step, and on what day?' },
      { say: 'Si vous ne pouvez pas me répondre, qui le peut ?', gloss: 'If you cannot tell me, which team can?' },
    ],
    writeDown: { en: 'the reference of that call, the day named', fr: 'la référence de cet appel, le jour annoncé' },
    advice: {
      en: '“Call back on” a second time for the same question: accept one more day, then write.',
      fr: '« Rappeler le » une deuxième fois pour la même question : accepter un jour de plus, puis écrire.',
    },
    needsClient: false,
  },
  // A call that answers no step of a ladder: asked where the file stands.
  any: {
    topic: [{ joins: 'about', say: 'au sujet de son dossier', gloss: 'about the file' }],
    asks: [
      { say: 'Quelle est l’étape exacte du dossier ?', gloss: 'At which step exactly is the file?' },
      MISSING,
      { say: 'Quelle est la prochaine étape, et à quelle date ?', gloss: 'What is the next step, and on what day?' },
    ],
    writeDown: null,
    advice: null,
    needsClient: false,
  },
};

/** Asked first when nobody answered the last time. */
export const AGAIN: readonly Said[] = [
  { say: 'Y a-t-il une heure où l’attente est plus courte ?', gloss: 'Is there an hour when the wait is shorter?' },
  { say: 'Peut-on être rappelé ?', gloss: 'Can one be called back?' },
];
export const AGAIN_ADVICE: Words = {
  en: 'Another hour than last time. After three times “No answer”, prefer the visit or the letter.',
  fr: 'Une autre heure que la dernière fois. Après trois « Pas de réponse », préférer le passage à l’accueil ou la lettre.',
};

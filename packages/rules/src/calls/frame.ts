import type { Words } from '../vocabulary.ts';
import type { Said } from './scripts.ts';

/** The words that every call has in common, as data. */

/** How a call opens. */
export const OPENING = {
  here: { say: 'Bonjour, ici {adviserName}, de {agencyName}.', gloss: 'Hello, this is {adviserName} of {agencyName}.' },
  hereAfter: { say: 'Ici {adviserName}, de {agencyName}.', gloss: 'This is {adviserName} of {agencyName}.' },
  again: {
    say: 'Bonjour, j’ai essayé de vous joindre le {callDay}, sans réponse.',
    gloss: 'Hello, I tried to reach you on {callDay}, without success.',
  },
  back: {
    say: 'Bonjour, vous m’avez demandé, le {callDay}, de rappeler aujourd’hui au sujet du dossier de {clientName}.',
    gloss: 'Hello, on {callDay} you asked me to call again today about {clientName}’s file.',
  },
  mandate: { say: 'J’ai son mandat écrit.', gloss: 'I have a written mandate.' },
} as const satisfies Record<string, Said>;

/** For whom the call is, with the mandate that we hold, or without. */
export const CALLING = {
  about: {
    held: {
      say: 'J’appelle pour {clientName}, avec son mandat écrit, {topic}.',
      gloss: 'I am calling for {clientName}, with a written mandate, {topic}.',
    },
    none: { say: 'J’appelle pour {clientName}, {topic}.', gloss: 'I am calling for {clientName}, {topic}.' },
  },
  whose: {
    held: {
      say: 'J’appelle, avec son mandat écrit, pour {clientName}, {topic}.',
      gloss: 'I am calling, with a written mandate, for {clientName}, {topic}.',
    },
    none: { say: 'J’appelle pour {clientName}, {topic}.', gloss: 'I am calling for {clientName}, {topic}.' },
  },
} as const;

/** Who the client is; said by the adviser, or by the client. */
export const IDENTITY = {
  adviser: [
    { say: 'Date de naissance : le {birthDay}, à {birthPlace}.', gloss: 'Born on {birthDay} in {birthPlace}.' },
    {
      say: 'Date de naissance : le {birthDay} ; pays de naissance : {birthCountry}.',
      gloss: 'Born on {birthDay}; country of birth: {birthCountry}.',
    },
  ],
  client: [
    {
      say: 'Ma date de naissance : le {birthDay}, à {birthPlace}.',
      gloss: 'My date of birth: {birthDay}, in {birthPlace}.',
    },
    {
      say: 'Ma date de naissance : le {birthDay} ; mon pays de naissance : {birthCountry}.',
      gloss: 'My date of birth: {birthDay}; my country of birth: {birthCountry}.',
    },
  ],
  adviserAddress: { say: 'Adresse : {clientAddress}.', gloss: 'Address: {clientAddress}.' },
  clientAddress: { say: 'Mon adresse : {clientAddress}.', gloss: 'My address: {clientAddress}.' },
} as const;

/** What the client reads aloud. */
export const CLIENT_ALLOWS: Said = {
  say: 'Bonjour, je suis {clientName}. J’autorise {adviserName} à parler en mon nom au sujet de mon dossier.',
  gloss: 'Hello, I am {clientName}. I allow {adviserName} to speak for me about my file.',
};

/** What the agent may say, and the answer. */
export const ANSWERS = {
  numberNone: {
    when: { en: 'They ask for a number', fr: 'On demande un numéro' },
    lines: [
      {
        say: 'Il n’y a pas encore de numéro : c’est l’objet de la demande. Pouvez-vous chercher par le nom et la date de naissance ?',
        gloss: 'There is no number yet: that is what we ask for. Can you search by name and day of birth?',
      },
    ],
  },
  numberRead: {
    when: { en: 'They ask for the number', fr: 'On demande le numéro' },
    lines: [
      {
        say: '{clientName} est en ligne et vous le donne. Je ne le conserve pas.',
        gloss: '{clientName} is on the line and gives it to you. I do not keep it.',
      },
    ],
  },
  cannotSee: {
    when: { en: '“I cannot see this file”', fr: '« Je ne vois pas ce dossier »' },
    lines: [
      {
        say: 'Je comprends : les dossiers papier ne se voient pas toujours. Celui-ci est parti le {sentDay}, en recommandé nº {trackingNumber}. La Poste confirme sa distribution chez vous le {receiptDay}. Pouvez-vous transmettre ma question au service qui les traite, et me donner une référence ?',
        gloss:
          'I understand: paper files cannot always be seen. This one left on {sentDay}, registered number {trackingNumber}. La Poste confirms its delivery to you on {receiptDay}. Can you pass my question to the team that handles them, and give me a reference?',
      },
    ],
  },
  insuredOnly: {
    when: { en: '“I may only talk to the insured person”', fr: '« Je ne peux parler qu’à l’assuré »' },
    lines: [
      {
        say: 'C’est entendu. Je vous passe {clientName}, et je reste en ligne pour aider, si vous êtes d’accord.',
        gloss: 'Understood. I put {clientName} through to you, and stay on the line to help, if you agree.',
      },
    ],
  },
  clientAbsent: {
    when: {
      en: 'They want the client, who cannot be reached',
      fr: 'On veut parler au client, injoignable',
    },
    lines: [
      {
        say: 'Quand puis-je rappeler avec {clientName} en ligne ? Le mandat peut-il vous être envoyé ? À quelle adresse ?',
        gloss: 'When may I call again with {clientName} on the line? May I send you the mandate? To which address?',
      },
    ],
  },
  clientAbsentWithoutMandate: {
    when: {
      en: 'They want the client, who cannot be reached',
      fr: 'On veut parler au client, injoignable',
    },
    lines: [
      {
        say: 'Quand puis-je rappeler avec {clientName} en ligne ?',
        gloss: 'When may I call again with {clientName} on the line?',
      },
    ],
  },
} as const satisfies Record<string, { when: Words; lines: readonly Said[] }>;

export const CLOSING: Said = {
  say: 'Je résume : … Est-ce exact ? Cet appel a-t-il une référence ? Merci, bonne journée.',
  gloss: 'To sum up: … Is that right? Has this call a reference? Thank you, good day.',
};

/** What is written down of every call, before what its script adds. */
export const WRITE_DOWN: Words = {
  en: 'what CPAM said, in its words; the day on which the file was recorded; each document named and its last day; the reference of the call',
  fr: 'ce que la CPAM a dit, dans ses mots ; le jour d’enregistrement du dossier ; chaque pièce nommée et sa date limite ; la référence de l’appel',
};
export const NEVER: Words = {
  en: 'Never: a social security number, a health fact, the agent’s name.',
  fr: 'Jamais : un numéro de sécurité sociale, une donnée de santé, le nom de l’agent.',
};

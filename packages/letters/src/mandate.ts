import type { LetterNote, LetterPart } from '@suivi/contracts/letters';
import { addDays, addMonths, type Day } from '@suivi/rules/calendar/days';
import { inWords } from '@suivi/rules/calendar/words';
import type { Language } from '@suivi/rules/vocabulary';
import { fillBody } from './fill.ts';
import type { LetterInput, Values } from './letter.ts';
import { agencyAddressMissing, clientAddressMissing } from './notes.ts';
import { agencyCity, clientAddress, commonValues } from './people.ts';
import type { Piece } from './template.ts';
import { typeset } from '@suivi/rules/typeset';

/** One year from its first day: signed on 21 May, it lasts to 20 May. */
export const mandateEnds = (signedOn: Day): Day => addDays(addMonths(signedOn, 12), -1);

export type MandateText = {
  language: Language;
  title: string;
  subtitle: string | null;
  body: LetterPart[];
  signatures: string[];
};

const TEXTS: Record<Language, { title: string; subtitle: string | null; body: readonly Piece[] }> = {
  fr: {
    title: 'MANDAT',
    subtitle: '(articles 1984 et suivants du code civil)',
    body: [
      'Je, {clientName} (date et lieu de naissance : {birthDay}, {birthPlace} ; domicile : {clientAddress}), donne mandat à {agencyName}, {agencyAddress}⟨, représentée par {adviserName}⟩, d’accomplir en mon nom, auprès de la {caisse} et de toute caisse qui lui succéderait, les démarches suivantes, relatives à mon inscription à l’assurance maladie et à celle de mes enfants mineurs :',
      {
        list: [
          'préparer et envoyer ma demande et les pièces demandées ;',
          'demander par téléphone, par lettre ou à l’accueil où en est le dossier, et recevoir les réponses ;',
          'relancer la caisse par écrit et saisir son médiateur.',
        ],
      },
      'Ce mandat ne permet ni d’utiliser mes comptes en ligne ou mes mots de passe, ni de conserver mon numéro de sécurité sociale, ni de recevoir un paiement, ni de former un recours sans ma signature.',
      'Il vaut un an, du {mandateDay} au {mandateEndDay}. Je peux y mettre fin à tout moment, par un simple écrit à {agencyName}.',
      '{agencyName} ne recueille que ce que ces démarches exigent, en garde le secret et efface mes papiers quand ils ne sont plus nécessaires.',
      'Fait à ……………………, le {mandateDay}.',
    ],
  },
  en: {
    title: 'MANDATE',
    subtitle: '(articles 1984 and following of the French civil code)',
    body: [
      'I, {clientName}, born on {birthDay} in {birthPlace}, living at {clientAddress}, appoint {agencyName}, {agencyAddress}⟨, represented by {adviserName}⟩, to take in my name, with {caisse} and any caisse that follows it, these steps for my registration with the French health insurance and that of my minor children:',
      {
        list: [
          'to prepare and send my request and the documents asked for;',
          'to ask by telephone, by letter or at the office where the file stands, and to receive the answers;',
          'to press the caisse in writing, and to go to its mediator.',
        ],
      },
      'This mandate does not allow the agency to use my online accounts or passwords, to keep my social security number, to receive a payment, or to appeal without my signature. It runs for one year, from {mandateDay} to {mandateEndDay}. I may end it at any time, by a few written words to {agencyName}. {agencyName} gathers only what these steps need, keeps it secret, and erases my papers when they are no longer needed.',
    ],
  },
};

const countryNames = {
  en: new Intl.DisplayNames(['en'], { type: 'region' }),
  fr: new Intl.DisplayNames(['fr'], { type: 'region' }),
};

/** The mandate to be signed, or its English for reading: the French text is the one signed. */
export function writeMandate(input: LetterInput, language: Language): MandateText {
  const { title, subtitle, body } = TEXTS[language];
  const { applicant } = input.known;
  const day = (on: Day) => inWords(on, language, { year: true });
  const values: Values = {
    ...commonValues(input),
    birthDay: day(applicant.birthDate),
    birthPlace: countryNames[language].of(applicant.birthCountry) ?? null,
    mandateDay: day(input.today),
    mandateEndDay: day(mandateEnds(input.today)),
  };
  return {
    language,
    title,
    subtitle,
    body: fillBody(body, { cases: [], values, partial: [] }).parts.map((part) =>
      language === 'en'
        ? part
        : part.kind === 'text'
          ? { kind: 'text', text: typeset(part.text) }
          : { kind: 'list', lines: part.lines.map(typeset) },
    ),
    signatures: language === 'fr' ? ['Signature de la personne représentée :', 'Signature pour l’agence :'] : [],
  };
}

/** What keeps the mandate from being printed. The caisse may still be open: it names the one that is known. */
export const mandateFaults = (input: LetterInput): LetterNote[] => [
  ...(clientAddress(input) === null ? [clientAddressMissing()] : []),
  ...(agencyCity(input) === null ? [agencyAddressMissing()] : []),
];

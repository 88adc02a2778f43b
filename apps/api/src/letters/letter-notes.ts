import type { LetterNote } from '@suivi/contracts/letters';
import { Problem } from '../platform/problem.ts';
import type { PrintFault } from './pdf/print-job.ts';

/** What is said of a letter besides what its text lacks. */

export const noMandate = (): LetterNote => ({
  code: 'no_mandate',
  at: 'mandate',
  say: {
    en: 'No valid mandate is recorded, and the letter speaks of its copy. Have it signed and record it before posting.',
    fr: 'Aucun mandat en cours n’est noté, et la lettre parle de sa copie. Faites-le signer et notez-le avant l’envoi.',
  },
});
export const mandateNotScanned = (): LetterNote => ({
  code: 'mandate_not_scanned',
  at: 'mandate',
  say: {
    en: 'The mandate is recorded without a scan: put a copy of it into the envelope.',
    fr: 'Le mandat est noté sans numérisation\u00a0: joignez-en une copie à l’enveloppe.',
  },
});
export const notScanned = (name: string): LetterNote => ({
  code: 'enclosure_by_hand',
  at: 'documents',
  say: {
    en: `No scan is kept of “${name}”: put it into the envelope.`,
    fr: `«\u00a0${name}\u00a0» n’est pas numérisé\u00a0: joignez-le à l’enveloppe.`,
  },
});
export const editedBefore = (): LetterNote => ({
  code: 'edited_before',
  at: 'letter',
  say: {
    en: 'The wording was changed before the last news of this file. Compare it with the template, or go back to that.',
    fr: 'Le texte a été modifié avant les dernières nouvelles du dossier. Comparez-le au modèle, ou revenez-y.',
  },
});

const ALL_THE_SAME = {
  en: 'Upload it again, or leave it out of this letter.',
  fr: 'Déposez-la de nouveau, ou retirez-la de cette lettre.',
};

/** Why the printing process could not print it, for whoever has to do something about it. */
export function unprintable({ fault, at, detail }: PrintFault, names: readonly string[]): LetterNote {
  const name = at === null ? undefined : names[at];
  if (fault === 'unwritable_sign')
    return {
      code: 'unwritable_sign',
      at: 'letter',
      say: {
        en: `The letter holds “${detail}”, a sign that its font cannot write. Write the word in Latin letters.`,
        fr: `La lettre contient «\u00a0${detail}\u00a0», un signe que sa police n’a pas. Écrivez le mot en lettres latines.`,
      },
    };
  if (name === undefined)
    return {
      code: 'letter_too_heavy',
      at: 'documents',
      say: {
        en: 'The letter could not be put together: one of its enclosures is too heavy. Leave them out one by one, the biggest first.',
        fr: 'La lettre n’a pas pu être assemblée\u00a0: une pièce est trop lourde. Retirez-les une à une, la plus lourde d’abord.',
      },
    };
  const why = {
    encrypted: { en: 'is protected by a password', fr: 'est protégée par un mot de passe' },
    broken: { en: 'is damaged', fr: 'est endommagée' },
    too_many_pages: { en: `has more than ${detail} pages`, fr: `a plus de ${detail} pages` },
    no_page: { en: 'has no page', fr: 'n’a aucune page' },
    too_heavy: { en: 'is too heavy', fr: 'est trop lourde' },
  }[fault];
  return {
    code: `enclosure_${fault}`,
    at: 'documents',
    say: {
      en: `“${name}” ${why.en} and cannot be merged. ${ALL_THE_SAME.en}`,
      fr: `La pièce «\u00a0${name}\u00a0» ${why.fr} et ne peut être jointe. ${ALL_THE_SAME.fr}`,
    },
  };
}

/** The refusal to print what is blocked: it says everything that is wrong at once. */
export const letterBlocked = (notes: readonly LetterNote[]): Problem =>
  new Problem(
    422,
    'letter_blocked',
    { en: notes.map(({ say }) => say.en).join(' '), fr: notes.map(({ say }) => say.fr).join(' ') },
    { errors: notes.map(({ code, say }) => ({ path: code, message: say })) },
  );

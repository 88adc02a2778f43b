import type { PaperWithNumber } from '@suivi/contracts/papers';
import { PAPERS_WITH_NUMBER } from '@suivi/contracts/papers';
import type { Words } from '@suivi/rules/vocabulary';
import { Problem } from '../platform/problem.ts';
import type { DecoderRefusal } from './decode/verdict.ts';
import { LIMITS } from './decode/verdict.ts';
import type { Found } from './sniff.ts';

export type Refusal = DecoderRefusal | Found | 'too_much_work';

const MOVING: Words = {
  en: 'This is a moving picture. Take a photo of the paper, or upload a PDF.',
  fr: 'C’est une image animée. Photographiez la pièce, ou déposez un PDF.',
};

/** Why a file is no paper, and what to do: each says it to the person who holds the file. */
const WORDS: Record<Refusal, Words> = {
  empty: {
    en: 'The file is empty. Choose it again, or take the photo anew.',
    fr: 'Le fichier est vide. Choisissez-le de nouveau, ou reprenez la photo.',
  },
  word: {
    en: 'This is a text document. Save it as PDF, then upload the PDF.',
    fr: 'C’est un document de traitement de texte. Enregistrez-le en PDF, puis déposez le PDF.',
  },
  archive: {
    en: 'This is an archive. Take the papers out of it, then upload each of them.',
    fr: 'C’est une archive. Sortez-en les pièces, puis déposez chacune d’elles.',
  },
  moving: MOVING,
  moving_picture: MOVING,
  web: {
    en: 'This is a web page or a drawing. Print it as PDF, then upload the PDF.',
    fr: 'C’est une page web ou un dessin. Imprimez-la en PDF, puis déposez le PDF.',
  },
  other_picture: {
    en: 'Pictures of this kind cannot be read. Save it as JPEG or PNG, then upload that.',
    fr: 'Ce format d’image est illisible. Enregistrez-la en JPEG ou en PNG, puis déposez-la.',
  },
  unknown: {
    en: 'This is neither a picture nor a PDF. Upload a photo (JPEG, PNG, HEIC) or a PDF.',
    fr: 'Ce n’est ni une image ni un PDF. Déposez une photo (JPEG, PNG, HEIC) ou un PDF.',
  },
  unreadable_picture: {
    en: 'The picture breaks off or is damaged. Take the photo again, or send it from the phone once more.',
    fr: 'L’image est incomplète ou endommagée. Reprenez la photo, ou renvoyez-la depuis le téléphone.',
  },
  picture_too_large: {
    en: `The picture has more than ${LIMITS.pixels / 1_000_000} million points. Save it smaller, then upload it again.`,
    fr: `L’image a plus de ${LIMITS.pixels / 1_000_000} millions de points. Réduisez-la, puis déposez-la de nouveau.`,
  },
  encrypted_pdf: {
    en: 'This PDF asks for a password. Open it, print it as PDF without one, then upload that.',
    fr: 'Ce PDF demande un mot de passe. Ouvrez-le, imprimez-le en PDF sans mot de passe, puis déposez celui-ci.',
  },
  unreadable_pdf: {
    en: 'This PDF is damaged. Open it, print it as PDF, then upload that; or take a photo of each page.',
    fr: 'Ce PDF est endommagé. Ouvrez-le, imprimez-le en PDF, puis déposez celui-ci ; ou photographiez chaque page.',
  },
  too_many_pages: {
    en: `There are more than ${LIMITS.pages} pages. Upload only those that are asked for.`,
    fr: `Il y a plus de ${LIMITS.pages} pages. Ne déposez que celles qui sont demandées.`,
  },
  unflattened_pdf: {
    en: 'This PDF is a form that only its own program shows. Open it there, print it as PDF, then upload that.',
    fr: 'Ce PDF est un formulaire que seul son programme affiche. Ouvrez-le avec lui, imprimez-le en PDF, puis déposez celui-ci.',
  },
  too_much_work: {
    en: 'This file takes too much work to read. Take a photo of each page, or print it as PDF, then upload that.',
    fr: 'Ce fichier est trop lourd à lire. Photographiez chaque page, ou imprimez-le en PDF, puis déposez celui-ci.',
  },
};

const refused = (words: Words, status = 422) =>
  new Problem(status, 'paper_refused', words, { errors: [{ path: 'file', message: words }] });

export const notTaken = (refusal: Refusal) => refused(WORDS[refusal]);

export const tooLarge = (megabytes: number) =>
  refused(
    {
      en: `The file is larger than ${megabytes} MB. Save it smaller, or take a photo of each page.`,
      fr: `Le fichier dépasse ${megabytes} Mo. Réduisez-le, ou photographiez chaque page.`,
    },
    413,
  );

export const tooMany = (files: number) =>
  refused(
    {
      en: `These are too many or too large for one paper: ${files} files at most. Upload a PDF of all pages instead.`,
      fr: `C’est trop pour une seule pièce : ${files} fichiers au plus. Déposez plutôt un PDF de toutes les pages.`,
    },
    413,
  );

export const brokeOff = () =>
  refused(
    {
      en: 'The upload stopped half-way. Nothing was kept: upload it again.',
      fr: 'Le dépôt s’est arrêté en chemin. Rien n’a été gardé : déposez-la de nouveau.',
    },
    408,
  );

/** For an upload that was not read at all. */
export const tooBusy = () =>
  new Problem(503, 'too_busy', {
    en: 'Many documents are coming in at once, and this one was not read. Send it again in a minute.',
    fr: 'Beaucoup de pièces arrivent en même temps, et celle-ci n’a pas été lue. Renvoyez-la dans une minute.',
  });

/** @param name what the scanner calls it */
export const infected = (name: string) =>
  refused({
    en: `The virus scanner found ${name} in it. It was not kept: ask the client for another copy, and tell them.`,
    fr: `L’antivirus y a trouvé ${name}. Elle n’a pas été gardée : demandez une autre copie au client, et prévenez-le.`,
  });

/** For what nothing scans later: it waits for the scanner. */
export const scannerSilent = () =>
  new Problem(503, 'scanner_unreachable', {
    en: 'The virus scanner does not answer, and nothing was kept. Try again in a few minutes.',
    fr: 'L’antivirus ne répond pas, et rien n’a été gardé. Réessayez dans quelques minutes.',
  });

/** For pictures and scans, which no program searches. */
export const sayNoNumber = () => {
  const words: Words = {
    en: 'Look at every page, and say that no social security number is to be seen. Cover it if there is one.',
    fr: 'Regardez chaque page et confirmez qu’aucun numéro de sécurité sociale n’y figure. S’il y en a un, masquez-le.',
  };
  return new Problem(422, 'say_no_number', words, { errors: [{ path: 'noNumberShown', message: words }] });
};

/** The number stands in the text of a PDF. */
export const showsNumber = (soundsLike: readonly PaperWithNumber[], isRelatives: boolean) =>
  isRelatives
    ? new Problem(422, 'paper_bears_number', {
        en: 'A social security number stands in it, and Suivi may not keep that. Cover the number, and upload a photo of that copy.',
        fr: 'Un numéro de sécurité sociale y figure, et Suivi ne peut pas le conserver. Masquez-le, puis déposez une photo de cette copie.',
      })
    : new Problem(
        422,
        'paper_bears_number',
        {
          en: 'A social security number stands in it, and Suivi may not keep that: the paper was not taken. Record that it came, or upload a copy with the number covered.',
          fr: 'Un numéro de sécurité sociale y figure, et Suivi ne peut pas le conserver : la pièce n’a pas été prise. Notez plutôt sa réception, ou déposez une copie où le numéro est masqué.',
        },
        { record: offered(soundsLike.length > 0 ? soundsLike : ['attestation', 'number_letter']) },
      );

/** A paper that bears the number by its nature. */
export const bearsNumber = (paper: PaperWithNumber) =>
  new Problem(
    422,
    'paper_bears_number',
    {
      en: 'This paper bears the social security number, which Suivi may not keep: it is not taken. Record that it came; the client keeps the paper.',
      fr: 'Cette pièce porte le numéro de sécurité sociale, que Suivi ne peut pas conserver : elle n’est pas prise. Notez sa réception ; le client garde la pièce.',
    },
    { record: offered([paper]) },
  );

const offered = (papers: readonly PaperWithNumber[]) => [...new Set(papers.map((paper) => PAPERS_WITH_NUMBER[paper]))];

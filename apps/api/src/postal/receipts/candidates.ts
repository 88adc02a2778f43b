import type { Receipt, Sending } from '@suivi/contracts/receipts';
import { addDays } from '@suivi/rules/calendar/days';
import { inWords } from '@suivi/rules/calendar/words';
import type { Words } from '@suivi/rules/vocabulary';

type Candidate = Receipt['candidates'][number];
export type Judged = Pick<Receipt, 'sure' | 'candidates' | 'note'>;

const SHOWN = 5;
/** A letter, a digit or two misread: 13 characters that differ in more are another number. */
const CLOSE = 2;

/**
 * Which letters a receipt may belong to, and why. Pure: what was read off it, the letter that has this number, and the
 * letters that are on their way.
 */
export function judgeReceipt(numberRead: string | null, named: Sending | null, underWay: readonly Sending[]): Judged {
  if (numberRead !== null && named !== null)
    return {
      sure: true,
      candidates: [
        {
          sending: named,
          reason: {
            en: `The number on it is ${numberRead}: this letter’s.`,
            fr: `Le numéro lu est ${numberRead} : celui de cette lettre.`,
          },
        },
      ],
      note: known(named),
    };
  const close = numberRead === null ? [] : underWay.flatMap((sending) => misread(numberRead, sending));
  const others = underWay.filter(({ id }) => !close.some(({ sending }) => sending.id === id));
  return {
    sure: false,
    candidates: [...close, ...others.map((sending) => ({ sending, reason: whyIt(sending, underWay) }))].slice(0, SHOWN),
    note:
      numberRead === null
        ? {
            en: 'No number could be read. Choose its letter, or search by name.',
            fr: 'Aucun numéro n’a pu être lu. Choisissez sa lettre, ou cherchez par nom.',
          }
        : {
            en: `No letter here has the number ${numberRead}. Choose its letter, record its posting first, or discard it.`,
            fr: `Aucune lettre n’a le numéro ${numberRead}. Choisissez sa lettre, notez d’abord son envoi, ou écartez-le.`,
          },
  };
}

/** Delivered already, or receipted: it is kept as proof, and changes no day. */
function known({ deliveredOn, receipts }: Sending): Words | null {
  if (receipts > 0)
    return {
      en: 'This letter has a receipt already. Discard this one if it is the same; confirmed, it is kept beside it.',
      fr: 'Cette lettre a déjà un accusé. Écartez celui-ci si c’est le même ; confirmé, il est gardé à côté.',
    };
  if (deliveredOn === null) return null;
  return {
    en: `It is known to have arrived on ${inWords(deliveredOn, 'en', { year: true })}. Confirmed, this is kept as its proof; the day stays.`,
    fr: `Son arrivée le ${inWords(deliveredOn, 'fr', { year: true })} est connue. Confirmé, l’accusé est gardé comme preuve ; le jour reste.`,
  };
}

function misread(numberRead: string, sending: Sending): Candidate[] {
  const number = sending.trackingNumber;
  if (number === null || number.length !== numberRead.length) return [];
  const differing = [...number].filter((character, at) => character !== numberRead[at]).length;
  if (differing > CLOSE) return [];
  return [
    {
      sending,
      reason: {
        en: `Its number, ${number}, differs in ${differing === 1 ? 'one character' : 'two characters'} from what was read.`,
        fr: `Son numéro, ${number}, diffère de ${differing === 1 ? 'un caractère' : 'deux caractères'} de celui lu.`,
      },
    },
  ];
}

/** Why a letter on its way may be meant, as far as that narrows it down. */
function whyIt(sending: Sending, underWay: readonly Sending[]): Words {
  const { caisse, postedOn } = sending;
  const name = (caisse ?? '').replaceAll("'", '’');
  if (underWay.length === 1) return { en: 'The only letter on its way.', fr: 'La seule lettre en route.' };
  const sameWeek = underWay.filter(
    (other) =>
      other.caisse === caisse && other.postedOn >= addDays(postedOn, -7) && other.postedOn <= addDays(postedOn, 7),
  );
  if (caisse !== null && sameWeek.length === 1)
    return {
      en: `The only letter to ${name} posted about ${inWords(postedOn, 'en')}.`,
      fr: `La seule lettre à ${name} envoyée vers le ${inWords(postedOn, 'fr')}.`,
    };
  return {
    en: `Posted on ${inWords(postedOn, 'en')}, and no receipt has come.`,
    fr: `Envoyée le ${inWords(postedOn, 'fr')}, sans accusé de réception.`,
  };
}

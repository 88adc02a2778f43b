import type { Enclosure } from '@suivi/contracts/letters';
import { nameOf } from '@suivi/rules/documents/names';
import { isInHand, rowsFor, type PaperRow } from '@suivi/rules/documents/status';
import { lastOf, type Letter } from '@suivi/rules/facts';
import type { DocumentCode } from '@suivi/rules/vocabulary';
import type { LetterInput } from './letter.ts';
import { dayOf } from './sending.ts';
import { numberOf } from './which-letter.ts';

/** Something that goes along, before it is known whether a scan of it is kept. */
export type Wanted = {
  /** Stable within the letter. */
  id: string;
  name: string;
  source: Enclosure['source'];
  /** A paper of the file. */
  paper?: { code: DocumentCode; member: string | null };
  /** The receipt of the sending that this event recorded. */
  receiptOf?: string;
  /** The printed letter that this task asked for. */
  letterOf?: string;
};

const MANDATE: Wanted = { id: 'mandate', name: 'Copie du mandat', source: 'mandate' };
const CIVIL_STATUS: readonly DocumentCode[] = [
  'birth_certificate',
  'birth_certificate_translation',
  'apostille',
  'marriage_certificate',
  'child_birth_certificate',
];

/** What a letter is to enclose, in its order, the copy of the mandate first. */
export function wantedFor(input: LetterInput): Wanted[] {
  const { known, template, taskKey } = input;
  const {
    facts,
    papers: { rows },
  } = known;
  const posting = lastOf(facts.postings);
  switch (template) {
    case 'first_file':
    case 'option':
      return [MANDATE, ...fileOf(input)];
    case 'resend':
      return [MANDATE, ...proofsOf(posting), ...fileOf(input)];
    case 'supplement': {
      const request = facts.requests.find(({ n }) => n === numberOf(taskKey));
      return [MANDATE, ...(request ? papers(input, rowsFor(request, rows).filter(isInHand)) : [])];
    }
    case 'civil_status':
      return [
        MANDATE,
        ...papers(
          input,
          rows.filter((row) => isInHand(row) && CIVIL_STATUS.includes(row.need.code)),
        ),
      ];
    case 'chase':
      return [MANDATE, ...proofsOf(posting)];
    case 'mediator': {
      const chase = `registered_post:chase:${numberOf(taskKey)}`;
      const sent = facts.answered.get(chase);
      return [
        MANDATE,
        ...proofsOf(posting),
        ...(sent
          ? [
              {
                id: `hand:${chase}`,
                name: `Copie de la demande formelle du ${dayOf(sent.on)}`,
                source: 'letter' as const,
                letterOf: chase,
              },
            ]
          : []),
      ];
    }
    case 'appeal': {
      const refusal = facts.refusals.find(({ n }) => n === numberOf(taskKey));
      return [
        MANDATE,
        ...(refusal
          ? [
              {
                id: `hand:decision:${refusal.n}`,
                name: `Copie de la décision notifiée le ${dayOf(refusal.notifiedOn)}`,
                source: 'paper' as const,
              },
            ]
          : []),
        ...fileOf(input),
      ];
    }
    case 'card':
      return [MANDATE];
    case 'lost_card':
    case 'mandate':
      return [];
  }
}

/** What the file held when it was sent: for a letter that speaks of it. */
export const sentPapers = (input: LetterInput): string[] => fileOf(input).map(({ name }) => name);

/** The papers of the whole file: what is in hand and not without use here. The photo and the doctor's form come later. */
const fileOf = (input: LetterInput): Wanted[] =>
  papers(
    input,
    input.known.papers.rows.filter(
      (row) => isInHand(row) && row.need.neededFor !== 'card' && (row.required || row.need.need !== 'not_needed'),
    ),
  );

function papers({ known: { applicant } }: LetterInput, rows: readonly PaperRow[]): Wanted[] {
  return rows.map(({ need: { code, member } }) => {
    const born = applicant.members.find(({ id }) => id === member)?.birthDate;
    const { fr } = nameOf(code, member, applicant.category);
    const several = applicant.members.filter(({ relation }) => relation === 'child').length > 1;
    return {
      id: `hand:${code}${member === null ? '' : `:${member}`}`,
      name: born && several ? `${fr} (enfant, date de naissance : ${dayOf(born)})` : fr,
      source: 'paper',
      paper: { code, member },
    };
  });
}

/** The proof of posting, which is paper in our hands, and the receipt where one has come. */
function proofsOf(letter: Letter | undefined): Wanted[] {
  if (letter === undefined || letter.method !== 'registered_post') return [];
  const { on, trackingNumber, deliveredOn, eventId } = letter;
  const number = trackingNumber === null ? '' : ` nº ${trackingNumber}`;
  return [
    { id: `hand:posted:${eventId}`, name: `Preuve de dépôt du recommandé${number} du ${dayOf(on)}`, source: 'receipt' },
    ...(deliveredOn === null
      ? []
      : [
          {
            id: `hand:receipt:${eventId}`,
            name: `Preuve de distribution du ${dayOf(deliveredOn)}`,
            source: 'receipt' as const,
            receiptOf: eventId,
          },
        ]),
  ];
}

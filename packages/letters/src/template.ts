import type { LetterNote } from '@suivi/contracts/letters';
import type { LetterInput, Values } from './letter.ts';

/** The conditional parts of `letters.md`. `silent` is a second sending of which no call said anything. */
export type Case =
  | 'receipt'
  | 'assumed'
  | 'filed'
  | 'supplement'
  | 'letter'
  | 'phone'
  | 'children'
  | 'not_found'
  | 'returned'
  | 'silent'
  | 'same'
  | 'moved'
  | 'in_time'
  /** Whether any paper goes along besides the mandate’s copy; known of every letter. */
  | 'papers'
  | 'no_paper';

/**
 * A paragraph. `{name}` is a variable: a sentence one of whose variables is not known is left out. What stands in ⟨ ⟩ is
 * left out alone.
 */
export type Piece =
  | string
  /** Stands when one of these cases holds. */
  | { when: Case | readonly Case[]; text: string }
  /** Once for each of the letter's papers that cannot be sent. */
  | { each: 'partial'; text: string }
  | { list: readonly string[] };

/** What a letter knows besides what all letters know. */
export type Told = {
  cases: readonly Case[];
  values: Values;
  partial?: readonly Values[];
  blocked?: readonly LetterNote[];
  /** What keeps it from going when no paper goes along. */
  blockedWithoutPaper?: readonly LetterNote[];
  warnings?: readonly LetterNote[];
};

/** A letter that lacks what it is about. */
export const blockedBy = (note: LetterNote): Told => ({ cases: [], values: {}, blocked: [note] });

export type LetterText = {
  /** Who signs and sends it: the agency by its mandate, or the client. */
  sender: 'agency' | 'client';
  /** Lines of the address before those of the caisse. */
  addressee: readonly string[];
  subject: string;
  greeting: string;
  body: readonly Piece[];
  close: string;
  /** Whether the body names the enclosures: then the foot has their number alone. */
  listsEnclosures: boolean;
  tell: (input: LetterInput) => Told;
};

const GREETING = 'Madame, Monsieur,';
export const kindly = {
  greeting: GREETING,
  close: 'Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.',
} as const;
export const firmly = {
  greeting: GREETING,
  close: 'Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.',
} as const;

import type { Problem as ProblemBody } from '@suivi/contracts/problem';
import type { Language, Words } from '@suivi/rules/vocabulary';
import { typeset } from '@suivi/rules/typeset';
import { inFrench } from './french.ts';

/** The kinds of refusal, each with the title that all of its kind share. */
const TITLES: Record<string, Words> = {
  invalid_request: { en: 'The request cannot be read', fr: 'La demande est illisible' },
  invalid_file: { en: 'The file cannot be as it was sent', fr: 'Le dossier ne peut pas être ainsi' },
  invalid_event: { en: 'The event cannot be as it was sent', fr: 'Le fait ne peut pas être ainsi' },
  impossible_event: { en: 'This cannot have happened', fr: 'Cela n’a pas pu se passer' },
  not_signed_in: { en: 'Nobody is signed in', fr: 'Personne n’est connecté' },
  not_allowed: { en: 'Your role does not allow this', fr: 'Votre rôle ne le permet pas' },
  foreign_origin: { en: 'The request came from another site', fr: 'La demande vient d’un autre site' },
  not_found: { en: 'There is nothing here', fr: 'Il n’y a rien ici' },
  too_many_requests: { en: 'Too many requests', fr: 'Trop de demandes' },
  stale_file: { en: 'The file has changed meanwhile', fr: 'Le dossier a changé entre-temps' },
  stale_task: { en: 'The task has changed meanwhile', fr: 'La tâche a changé entre-temps' },
  stale_note: { en: 'The note has changed meanwhile', fr: 'La note a changé entre-temps' },
  stale_letter: { en: 'The letter has changed meanwhile', fr: 'La lettre a changé entre-temps' },
  note_exists: { en: 'The note is there already', fr: 'La note existe déjà' },
  needs_confirmation: { en: 'Somebody has to confirm this first', fr: 'Quelqu’un doit d’abord le confirmer' },
  equal_event: { en: 'This has been recorded already', fr: 'C’est déjà enregistré' },
  event_exists: { en: 'This event has been recorded already', fr: 'Ce fait est déjà enregistré' },
  number_used: { en: 'The number is another letter’s', fr: 'Ce numéro est celui d’une autre lettre' },
  task_not_open: { en: 'The task is not open', fr: 'La tâche n’est plus ouverte' },
  idempotency_key_reused: { en: 'The key was used for another request', fr: 'La clé a servi à une autre demande' },
  message_not_waiting: { en: 'The email is past that', fr: 'Le courriel n’en est plus là' },
  reference_taken: { en: 'The reference is taken', fr: 'La référence est prise' },
  unreadable_spreadsheet: { en: 'The spreadsheet cannot be read', fr: 'Le tableau est illisible' },
  incomplete_mapping: { en: 'A column is not settled', fr: 'Une colonne n’est pas réglée' },
  import_busy: { en: 'The import is being worked on', fr: 'L’import est en cours' },
  import_over: { en: 'The import has ended', fr: 'L’import est terminé' },
  faulty_rows: { en: 'Some rows are faulty', fr: 'Des lignes sont fautives' },
  receipt_settled: { en: 'The receipt is settled', fr: 'L’accusé est réglé' },
  nothing_to_print: { en: 'Nothing was printed', fr: 'Rien n’a été imprimé' },
  stale_address: { en: 'The address has changed meanwhile', fr: 'L’adresse a changé entre-temps' },
  stale_playbook: { en: 'The playbook has changed meanwhile', fr: 'Les réglages ont changé entre-temps' },
  not_rehearsed: { en: 'It has not been tried yet', fr: 'Cela n’a pas encore été essayé' },
  too_many_views: { en: 'There are many views already', fr: 'Il y a déjà beaucoup de vues' },
  view_exists: { en: 'This view exists already', fr: 'Cette vue existe déjà' },
  nothing_to_publish: { en: 'Nothing has changed', fr: 'Rien n’a changé' },
  store_unreachable: { en: 'Documents cannot be reached', fr: 'Les pièces sont inaccessibles' },
  damaged_object: { en: 'The document is damaged', fr: 'La pièce est endommagée' },
  too_busy: { en: 'Too much is asked for at once', fr: 'Trop de demandes à la fois' },
  scanner_unreachable: { en: 'The virus scanner does not answer', fr: 'L’antivirus ne répond pas' },
  paper_refused: { en: 'The paper was not taken', fr: 'La pièce n’a pas été prise' },
  paper_bears_number: {
    en: 'The paper shows a social security number',
    fr: 'La pièce montre un numéro de sécurité sociale',
  },
  say_no_number: { en: 'Nobody has looked for a number yet', fr: 'Personne n’a encore cherché de numéro' },
  paper_settled: { en: 'The paper has been checked already', fr: 'La pièce est déjà vérifiée' },
  letter_blocked: { en: 'The letter cannot be printed yet', fr: 'La lettre ne peut pas encore être imprimée' },
  mandate_recorded: { en: 'The mandate is recorded already', fr: 'Le mandat est déjà noté' },
  link_expired: { en: 'The address has expired', fr: 'L’adresse n’est plus valable' },
  unexpected: { en: 'Something broke on our side', fr: 'Quelque chose a cassé chez nous' },
};

/** A fault of one field. What the schemas say is English, and gets its French here. */
export type FieldFault = { path: string; message: string | Words };
type Details = Omit<Pick<ProblemBody, 'version' | 'changes' | 'record' | 'reference'>, never> & {
  errors?: FieldFault[];
};

/** Nobody reads on; a body of nothing but faults must not become an answer a hundred times its size. */
const MOST_ERRORS = 100;

function said(text: string | Words, language: Language): string {
  const words = typeof text === 'string' ? { en: text, fr: inFrench(text) } : text;
  return language === 'fr' ? typeset(words.fr) : words.en;
}

/** A refusal that speaks to the person who can act. Thrown where the fault is found; one filter turns it into HTTP. */
export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly detail: string | Words;
  readonly details: Details;

  /** @param detail says what to do now */
  constructor(status: number, type: string, detail: string | Words, details: Details = {}) {
    super(said(detail, 'en'));
    this.name = 'Problem';
    this.status = status;
    this.type = type;
    this.detail = detail;
    this.details = details;
  }

  /** Why, in both languages: the fault of the first field, else what to do. */
  reason(): Words {
    const why = this.details.errors?.[0]?.message ?? this.detail;
    return { en: said(why, 'en'), fr: said(why, 'fr') };
  }

  /** What the person reads. */
  body(language: Language): ProblemBody {
    const { errors, ...rest } = this.details;
    return {
      type: this.type,
      title: said(TITLES[this.type] ?? this.type, language),
      status: this.status,
      detail: said(this.detail, language),
      ...rest,
      ...(errors && {
        errors: errors.slice(0, MOST_ERRORS).map(({ path, message }) => ({ path, message: said(message, language) })),
      }),
    };
  }
}

const THINGS = {
  file: { en: 'This file does', fr: 'Ce dossier' },
  task: { en: 'This task does', fr: 'Cette tâche' },
  email: { en: 'This email does', fr: 'Ce courriel' },
  note: { en: 'This note does', fr: 'Cette note' },
  caisse: { en: 'This caisse does', fr: 'Cette caisse' },
  import: { en: 'This import does', fr: 'Cet import' },
  rehearsal: { en: 'This trial does', fr: 'Cet essai' },
  paper: { en: 'This paper does', fr: 'Cette pièce' },
  view: { en: 'This view does', fr: 'Cette vue' },
  letter: { en: 'This letter does', fr: 'Cette lettre' },
  mandate: { en: 'This mandate does', fr: 'Ce mandat' },
  receipt: { en: 'This receipt does', fr: 'Cet accusé' },
  person: { en: 'This person does', fr: 'Cette personne' },
} as const;
export type Thing = keyof typeof THINGS;

/** The one answer for what does not exist and for what belongs to another agency. */
export const notFound = (what: Thing) =>
  new Problem(404, 'not_found', {
    en: `${THINGS[what].en} not exist, or is not one of your agency’s. Go back to the list.`,
    fr: `${THINGS[what].fr} n’existe pas, ou n’est pas de votre agence. Revenez à la liste.`,
  });

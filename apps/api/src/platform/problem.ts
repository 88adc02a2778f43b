import type { Problem as ProblemBody } from '@suivi/contracts/problem';

/** The kinds of refusal, each with the title that all of its kind share. */
const TITLES = {
  invalid_request: 'The request cannot be read',
  invalid_file: 'The file cannot be as it was sent',
  not_signed_in: 'Nobody is signed in',
  not_allowed: 'Your role does not allow this',
  foreign_origin: 'The request came from another site',
  not_found: 'There is nothing here',
  too_many_requests: 'Too many requests',
  stale_file: 'The file has changed meanwhile',
  equal_event: 'This has been recorded already',
  event_exists: 'An event with this id exists',
  task_not_open: 'The task is not open',
  impossible_event: 'This cannot have happened',
  idempotency_key_reused: 'The key was used for another request',
  message_not_waiting: 'The email is past that',
  reference_taken: 'The reference is taken',
  unexpected: 'Something broke on our side',
} as const;
export type ProblemType = keyof typeof TITLES;

type Details = Pick<ProblemBody, 'errors' | 'version' | 'changes' | 'reference'>;

/** A refusal that speaks to the person who can act. Thrown where the fault is found; one filter turns it into HTTP. */
export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly details: Details;

  /** @param detail says what to do now */
  constructor(status: number, type: ProblemType | (string & {}), detail: string, details: Details = {}) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.type = type;
    this.details = details;
  }

  body(): ProblemBody {
    const title = TITLES[this.type as ProblemType] ?? this.type;
    return { type: this.type, title, status: this.status, detail: this.message, ...this.details };
  }
}

/** The one answer for what does not exist and for what belongs to another agency. */
export const notFound = (what: string) =>
  new Problem(404, 'not_found', `This ${what} does not exist, or is not one of your agency’s. Go back to the list.`);

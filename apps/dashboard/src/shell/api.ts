import type { paths } from '@suivi/contracts/api';
import type { Problem } from '@suivi/contracts/problem';
import type { Day } from '@suivi/rules/calendar/days';
import createClient from 'openapi-fetch';
import { connectionBack, connectionLost } from './connection.ts';

/** A refused request: the API's problem details, or one of ours when nothing answered. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
  get status(): number {
    return this.problem.status;
  }
  get type(): string {
    return this.problem.type;
  }
}

/** Nothing answered. `status` 0, `type` `no_connection`. */
const noConnection = (): ApiProblem =>
  new ApiProblem({
    type: 'no_connection',
    title: 'No connection',
    status: 0,
    detail: 'The connection broke. Try again.',
  });

/** `fetch`, and beside it whether anything answers at all. */
async function fetchOrSay(request: Request): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    connectionLost();
    throw noConnection();
  }
  // A proxy in front of a stopped API answers 502 to 504: for the person it is the same as no connection.
  if (answer.status >= 502 && answer.status <= 504 && !saysWhy(answer)) {
    connectionLost();
    throw noConnection();
  }
  connectionBack();
  return answer;
}

/** A refusal of our own: a store or a scanner that does not answer, too many at once. What to do stands in it. */
const saysWhy = ({ headers }: Response): boolean =>
  (headers.get('content-type') ?? '').startsWith('application/problem+json');

/** The API as its description has it: `answerOf(client.GET('/api/work', { params: { query } }))`. */
export const client = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: fetchOrSay,
  // Lists go as the API reads them: stage=submitted,refused
  querySerializer: { array: { style: 'form', explode: false } },
});

/** A description knows days as text; whoever reads our answers knows them as days. Nothing else may differ. */
type AsText<T> = T extends Day
  ? string
  : T extends (infer Item)[]
    ? AsText<Item>[]
    : T extends object
      ? { [K in keyof T]: AsText<T[K]> }
      : T;

type Answer<Data> = Promise<{ data?: Data; error?: unknown; response: Response }>;

/**
 * What the API answered, as the contract's type. A field renamed there fails to compile here.
 * @throws ApiProblem for every answer that is no success, and when nothing answers
 */
export async function answerOf<T>(sent: Answer<AsText<T>>): Promise<T> {
  const { data, error, response } = await sent;
  if (response.ok) return data as T;
  throw new ApiProblem(
    typeof error === 'object' && error !== null && 'type' in error && 'detail' in error
      ? (error as Problem)
      : {
          type: 'unexpected',
          title: response.statusText,
          status: response.status,
          detail: `The server answered ${response.status}.`,
        },
  );
}

/** What went wrong, as a problem, whatever was thrown. */
export const asProblem = (error: unknown): Problem =>
  error instanceof ApiProblem
    ? error.problem
    : {
        type: 'unexpected',
        title: 'Unexpected',
        status: 0,
        detail: error instanceof Error ? error.message : String(error),
      };

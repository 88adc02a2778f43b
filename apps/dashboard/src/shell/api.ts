import type { Problem } from '@suivi/contracts/problem';
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

type Query = Record<string, string | number | boolean | readonly string[] | undefined>;
type Options = { query?: Query; body?: unknown; idempotencyKey?: string; signal?: AbortSignal };

const address = (path: string, query: Query = {}): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    search.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  return search.size === 0 ? path : `${path}?${search}`;
};

const problemOf = async (answer: Response): Promise<Problem> => {
  const body: unknown = await answer.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'type' in body && 'detail' in body) return body as Problem;
  return {
    type: 'unexpected',
    title: answer.statusText,
    status: answer.status,
    detail: `The server answered ${answer.status}.`,
  };
};

/**
 * One request to our API.
 * @throws ApiProblem for every answer that is no success, and when nothing answers
 */
export async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const headers: Record<string, string> = {};
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  if (options.idempotencyKey !== undefined) headers['idempotency-key'] = options.idempotencyKey;
  let answer: Response;
  try {
    answer = await fetch(address(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: options.signal,
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    connectionLost();
    throw noConnection();
  }
  // A proxy in front of a stopped API answers 502 to 504: for the person it is the same as no connection.
  if (answer.status >= 502 && answer.status <= 504) {
    connectionLost();
    throw noConnection();
  }
  connectionBack();
  if (!answer.ok) throw new ApiProblem(await problemOf(answer));
  if (answer.status === 204 || answer.headers.get('content-length') === '0') return undefined as T;
  return (await answer.json()) as T;
}

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => request<T>('GET', path, { query, signal }),
  post: <T>(path: string, body?: unknown, idempotencyKey?: string) =>
    request<T>('POST', path, { body, idempotencyKey }),
  put: <T>(path: string, body: unknown) => request<T>('PUT', path, { body }),
  patch: <T>(path: string, body: unknown) => request<T>('PATCH', path, { body }),
  delete: <T>(path: string) => request<T>('DELETE', path),
};

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

import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { ThrottlerException } from '@nestjs/throttler';
import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { safeError } from './logging.ts';
import { Problem } from './problem.ts';

/** Turns whatever was thrown into problem details. What nobody foresaw gets a reference and no words of its own. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log: Logger;
  constructor(log: Logger) {
    this.#log = log;
  }

  catch(error: unknown, host: ArgumentsHost) {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    const problem = this.#problemOf(error, request);
    if (response.headersSent) return void response.end();
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem.body()));
  }

  #problemOf(error: unknown, request: Request): Problem {
    if (error instanceof Problem) return error;
    if (error instanceof ThrottlerException)
      return new Problem(429, 'too_many_requests', 'Wait a minute, then try again.');
    if (isBodyFault(error))
      return error.status === 413
        ? new Problem(413, 'invalid_request', 'The request is too large.')
        : new Problem(400, 'invalid_request', 'The body is not JSON that can be read.');
    if (error instanceof HttpException) {
      const status = error.getStatus();
      if (status === 404) return new Problem(404, 'not_found', 'There is nothing at this address.');
      if (status < 500) return new Problem(status, 'invalid_request', error.message);
    }
    const reference = randomBytes(6).toString('hex');
    this.#log.error({ reference, method: request.method, path: request.path, ...safeError(error) }, 'request failed');
    return new Problem(
      500,
      'unexpected',
      `Nothing was saved. Try again; if it happens again, tell us the reference ${reference}.`,
      {
        reference,
      },
    );
  }
}

/** What the body parser throws. */
const isBodyFault = (error: unknown): error is Error & { status: number } =>
  error instanceof Error &&
  'type' in error &&
  'status' in error &&
  typeof error.status === 'number' &&
  error.status < 500;

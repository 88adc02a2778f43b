import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { ThrottlerException } from '@nestjs/throttler';
import type { Language } from '@suivi/rules/vocabulary';
import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { safeError } from './logging.ts';
import { Problem } from './problem.ts';

const RETRY_AFTER_SECONDS = 30;

/** A request whose person the guard may have found already. */
type RequestOfSomebody = Request & { person?: { language: Language } };

/** Turns whatever was thrown into problem details. What nobody foresaw gets a reference and no words of its own. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log: Logger;
  constructor(log: Logger) {
    this.#log = log;
  }

  catch(error: unknown, host: ArgumentsHost) {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<RequestOfSomebody>();
    const problem = this.#problemOf(error, request);
    if (response.headersSent) return void response.end();
    const language = request.person?.language ?? (request.acceptsLanguages('en', 'fr') === 'fr' ? 'fr' : 'en');
    // What does not answer, or has its hands full, may do better by then.
    if (problem.status === 503) response.setHeader('Retry-After', RETRY_AFTER_SECONDS);
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(problem.body(language)));
  }

  #problemOf(error: unknown, request: Request): Problem {
    if (error instanceof Problem) return error;
    if (error instanceof ThrottlerException)
      return new Problem(429, 'too_many_requests', {
        en: 'Wait a minute, then try again.',
        fr: 'Attendez une minute, puis réessayez.',
      });
    const status = error instanceof HttpException ? error.getStatus() : isBodyFault(error) ? error.status : 500;
    if (status < 500) return UNREADABLE[status] ?? unreadable(status);
    if (isUnkeepableText(error)) return UNKEEPABLE;
    const reference = randomBytes(6).toString('hex');
    this.#log.error({ reference, method: request.method, path: request.path, ...safeError(error) }, 'request failed');
    return new Problem(
      500,
      'unexpected',
      {
        en: `Nothing was saved. Try again; if it happens again, tell us the reference ${reference}.`,
        fr: `Rien n’a été enregistré. Réessayez ; si cela se répète, donnez-nous la référence ${reference}.`,
      },
      { reference },
    );
  }
}

/** What the framework and the body's parser refuse. Their own words quote what was sent, so they are left out. */
const UNREADABLE: Partial<Record<number, Problem>> = {
  404: new Problem(404, 'not_found', {
    en: 'There is nothing at this address.',
    fr: 'Il n’y a rien à cette adresse.',
  }),
  413: new Problem(413, 'invalid_request', {
    en: 'The request is too large.',
    fr: 'La demande est trop volumineuse.',
  }),
};
const unreadable = (status: number) =>
  new Problem(status, 'invalid_request', {
    en: 'The address or the body cannot be read: the body must be JSON in UTF-8.',
    fr: 'L’adresse ou le contenu est illisible : le contenu doit être du JSON en UTF-8.',
  });

const UNKEEPABLE = new Problem(422, 'invalid_request', {
  en: 'A text holds a character that cannot be kept. Type it again instead of pasting it.',
  fr: 'Un texte contient un caractère qui ne peut pas être conservé. Saisissez-le au lieu de le coller.',
});

/** PostgreSQL keeps every character but NUL and half of a pair. */
const isUnkeepableText = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === '22021' || error.code === '22P05');

/** What the body parser throws. */
const isBodyFault = (error: unknown): error is Error & { status: number } =>
  error instanceof Error &&
  'type' in error &&
  'status' in error &&
  typeof error.status === 'number' &&
  error.status < 500;

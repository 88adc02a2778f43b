import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Problem } from './problem.ts';

type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined };

const pathOf = ({ path }: Issue) =>
  (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');

/** A body or query that its schema refuses: every fault at once, each with its field. */
export const invalidRequest = (issues: readonly Issue[]) =>
  new Problem(
    422,
    'invalid_request',
    {
      en: 'Put right what is named below, then send it again.',
      fr: 'Corrigez ce qui est indiqué ci-dessous, puis renvoyez.',
    },
    {
      errors: issues.map((issue) => ({ path: pathOf(issue), message: issue.message })),
    },
  );

/** Checks each parameter that is declared with a zod schema. */
export const validation = () => new StandardSchemaValidationPipe({ exceptionFactory: invalidRequest });

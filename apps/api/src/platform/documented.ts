import { applyDecorators } from '@nestjs/common';
import { ApiCreatedResponse, ApiDefaultResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Problem } from '@suivi/contracts/problem';
import type { z } from 'zod';

const refused = ApiDefaultResponse({ description: 'Refused', standardSchema: Problem });

/** What a route answers, for the description that the dashboard's client is made from. */
export const Answers = (schema: z.ZodType) => applyDecorators(ApiOkResponse({ standardSchema: schema }), refused);
export const AnswersCreated = (schema: z.ZodType) =>
  applyDecorators(ApiCreatedResponse({ standardSchema: schema }), refused);
export const AnswersNothing = () => applyDecorators(ApiNoContentResponse(), refused);

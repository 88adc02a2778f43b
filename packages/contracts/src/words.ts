import { z } from 'zod';
import type { Day } from '@suivi/rules/calendar/days';
import { isDay } from '@suivi/rules/calendar/days';

/** A sentence in both languages. */
export const Words = z.object({ en: z.string(), fr: z.string() }).meta({ id: 'Words' });

/** A plain day in Paris, `2026-06-21`. */
export const DayText = z
  .string()
  .refine((text) => isDay(text), 'This day does not exist. Write it as YYYY-MM-DD.')
  .transform((text) => text as Day)
  .meta({ type: 'string', format: 'date' });

/** An instant, UTC. */
export const Instant = z.iso.datetime().meta({ type: 'string', format: 'date-time' });

export const Id = z.uuid();

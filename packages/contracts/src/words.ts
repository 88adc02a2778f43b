import { z } from 'zod';
import type { Day } from '@suivi/rules/calendar/days';
import { isDay } from '@suivi/rules/calendar/days';

/** A sentence in both languages. */
export const Words = z.object({ en: z.string(), fr: z.string() }).meta({ id: 'Words' });

/** A plain day in Paris, `2026-06-21`. */
export const DayText = z
  .string()
  .refine((text) => isDay(text), 'This day does not exist. Write it as YYYY-MM-DD.')
  .meta({ format: 'date' }) as unknown as z.ZodType<Day, string>;

/** An instant, UTC. */
export const Instant = z.iso.datetime();

export const Id = z.uuid();

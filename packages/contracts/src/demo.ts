import { z } from 'zod';
import { DayText, Words } from './words.ts';

export const AdvanceDemo = z.strictObject({ days: z.int().min(1).max(400) }).meta({ id: 'AdvanceDemo' });
export type AdvanceDemo = z.infer<typeof AdvanceDemo>;

/** The demo clock of an agency: where it stands, and how far an advance under way has come. */
export const DemoClock = z
  .object({
    day: DayText,
    advancing: z.object({ from: DayText, to: DayText, reviewed: z.int(), sent: z.int() }).nullable(),
    /** Why the last advance ended before its day. */
    stopped: Words.nullable().optional(),
    /** No worker answers: the clock cannot move. */
    workersRunning: z.boolean(),
  })
  .meta({ id: 'DemoClock' });
export type DemoClock = z.infer<typeof DemoClock>;

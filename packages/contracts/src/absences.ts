import { z } from 'zod';
import { DayText, Id } from './words.ts';

/** When somebody is away, and who does their work meanwhile. */
export const EnterAbsence = z
  .strictObject({
    from: DayText,
    /** The last day; null as long as it is not known. */
    to: DayText.nullable(),
    substitute: Id.nullable(),
  })
  .meta({ id: 'EnterAbsence' });
export type EnterAbsence = z.infer<typeof EnterAbsence>;

export const Absence = z
  .object({
    from: DayText,
    to: DayText.nullable(),
    substitute: z.object({ userId: Id, name: z.string() }).nullable(),
  })
  .meta({ id: 'Absence' });
export type Absence = z.infer<typeof Absence>;

/** Open tasks of one person by the day that counts, what is late included. */
export const Workload = z.object({ days: z.array(z.object({ on: DayText, tasks: z.int() })) }).meta({ id: 'Workload' });
export type Workload = z.infer<typeof Workload>;

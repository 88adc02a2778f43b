import { z } from 'zod';
import { LANGUAGES } from '@suivi/rules/vocabulary';
import { Absence } from './absences.ts';
import { DayText, Id } from './words.ts';

export const ROLES = ['adviser', 'lead', 'admin', 'operator'] as const;
export type Role = (typeof ROLES)[number];

export const MemberOfAgency = z
  .object({
    userId: Id,
    name: z.string(),
    role: z.enum(ROLES),
    active: z.boolean(),
    /** Open tasks that are theirs: late, of today, of the seven days after. */
    work: z.object({ overdue: z.int(), today: z.int(), week: z.int() }),
    /** Now or to come; null for whoever is there. */
    absence: Absence.nullable(),
  })
  .meta({ id: 'MemberOfAgency' });
export type MemberOfAgency = z.infer<typeof MemberOfAgency>;

/** Who is signed in, and what day it is for the agency (its demo day in demo mode). An operator has no agency. */
export const Me = z
  .object({
    userId: Id,
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    mayOperate: z.boolean(),
    language: z.enum(LANGUAGES),
    agency: z.object({ id: Id, name: z.string(), demo: z.boolean(), sendingPaused: z.boolean() }).nullable(),
    today: DayText.nullable(),
    /** What waits for this person: tasks of today, letters, calls, and documents in the checking round. */
    counts: z
      .object({ today: z.int(), openFiles: z.int(), letters: z.int(), calls: z.int(), checks: z.int() })
      .nullable(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

/** The settings a person keeps for themselves. */
export const ChangeMe = z.strictObject({ language: z.enum(LANGUAGES) }).meta({ id: 'ChangeMe' });
export type ChangeMe = z.infer<typeof ChangeMe>;

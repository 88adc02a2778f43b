import { z } from 'zod';
import { TASK_KINDS } from '@suivi/rules/vocabulary';
import { LetterStanding } from './letters.ts';
import { DayText, Id, Instant, Words } from './words.ts';

/** How La Poste's tracking is doing. `heardAt`: its last answer for this agency; `trouble`: what is wrong now, and what to do. */
export const LaPosteState = z
  .object({ configured: z.boolean(), heardAt: Instant.nullable(), trouble: Words.nullable() })
  .meta({ id: 'LaPosteState' });
export type LaPosteState = z.infer<typeof LaPosteState>;

export const PostRoundQuery = z.strictObject({ scope: z.enum(['mine', 'team']).default('mine') });
export type PostRoundQuery = z.infer<typeof PostRoundQuery>;

/** Why a letter cannot be posted yet, before there is any: what the file itself lacks. */
export const POST_BLOCKS = ['no_address', 'choose_caisse'] as const;

/** One letter that is due, in the order in which it is printed and its number asked for. */
export const PostLetter = z
  .object({
    taskId: Id,
    key: z.string(),
    kind: z.enum(TASK_KINDS),
    dueOn: DayText,
    because: Words,
    source: z.string(),
    payload: z.record(z.string(), z.unknown()),
    blocked: z.enum(POST_BLOCKS).nullable(),
    file: z.object({
      id: Id,
      reference: z.string(),
      clientName: z.string(),
      caisse: z.string().nullable(),
      version: z.int(),
    }),
    /** What will be printed; null for one that is blocked before there is a letter. */
    letter: LetterStanding.nullable(),
  })
  .meta({ id: 'PostLetter' });
export type PostLetter = z.infer<typeof PostLetter>;

export const PostRound = z
  .object({
    today: DayText,
    letters: z.array(PostLetter),
    /** More are due than are shown (200 at most). */
    more: z.boolean(),
    scopes: z.object({ mine: z.int(), team: z.int() }),
    /** For the empty state: when a letter is due next. */
    nextDueOn: DayText.nullable(),
    laPoste: LaPosteState,
  })
  .meta({ id: 'PostRound' });
export type PostRound = z.infer<typeof PostRound>;

const tasks = z.array(Id).min(1).max(200);
export const PrintRound = z.strictObject({ taskIds: tasks }).meta({ id: 'PrintRound' });
export type PrintRound = z.infer<typeof PrintRound>;

/** Whose letter has a number. */
export const NumberQuery = z.strictObject({ number: z.string().trim().min(1).max(100) });
export const NumberUse = z
  .object({
    usedBy: z
      .object({ fileId: Id, reference: z.string(), clientName: z.string(), on: DayText, words: Words })
      .nullable(),
  })
  .meta({ id: 'NumberUse' });
export type NumberUse = z.infer<typeof NumberUse>;

import { z } from 'zod';
import { SLOTS } from '@suivi/rules/calls/hours';
import { ZONES } from '@suivi/rules/calendar/zones';
import { CALL_OUTCOMES } from '@suivi/rules/vocabulary';
import { FileView } from './files.ts';
import { DayText, Id, Words } from './words.ts';

export const CallRoundQuery = z.strictObject({ scope: z.enum(['mine', 'team']).default('mine') });
export type CallRoundQuery = z.infer<typeof CallRoundQuery>;

/** Minutes after midnight, by the clock of the caisse. */
const Span = z.object({ from: z.int(), to: z.int() });

/** When 3646 answers a caisse today. `unknown`: its hours are published nowhere we know. */
const Opening = z.discriminatedUnion('state', [
  Span.extend({ state: z.literal('open') }),
  z.object({ state: z.literal('unknown') }),
  z.object({ state: z.literal('closed'), holiday: Words.nullable() }),
]);

/** How likely somebody answers in a part of the day, and from what that is known. */
const Chance = z.object({
  slot: z.enum(SLOTS),
  span: Span,
  chance: z.number(),
  calls: z.int(),
  answered: z.int(),
  basis: z.enum(['published', 'all', 'caisse']),
});

export const CallOfRound = z
  .object({
    taskId: Id,
    key: z.string(),
    dueOn: DayText,
    because: Words,
    file: z.object({ id: Id, reference: z.string(), clientName: z.string(), version: z.int() }),
    /** Parts of the day in which nobody answered this call. */
    tried: z.array(z.enum(SLOTS)),
    /** The best hour for this very call: another than was tried. */
    best: Chance.nullable(),
    /** Made today: how it went; null: still to be made. */
    outcome: z.enum(CALL_OUTCOMES).nullable(),
  })
  .meta({ id: 'CallOfRound' });
export type CallOfRound = z.infer<typeof CallOfRound>;

export const CallGroup = z
  .object({
    caisse: z.string().nullable(),
    zone: z.enum(ZONES),
    /** How far its clock is ahead of UTC today, in minutes. */
    utcOffset: z.int(),
    opening: Opening,
    chances: z.array(Chance),
    best: Chance.nullable(),
    calls: z.array(CallOfRound),
  })
  .meta({ id: 'CallGroup' });
export type CallGroup = z.infer<typeof CallGroup>;

/** Today's calls, by caisse, in the order in which they are best made. */
export const CallRound = z
  .object({
    today: DayText,
    groups: z.array(CallGroup),
    /** More calls are due than are shown. */
    more: z.boolean(),
    /** When a call is due next, after today. */
    nextDueOn: DayText.nullable(),
    scopes: z.object({ mine: z.int(), team: z.int() }),
  })
  .meta({ id: 'CallRound' });
export type CallRound = z.infer<typeof CallRound>;

/** All that stands on the screen of one call. */
export const CallToMake = z
  .object({
    taskId: Id,
    key: z.string(),
    because: Words,
    source: z.string(),
    dueOn: DayText,
    file: FileView,
    /** The mandate that holds today; else the last one, which has ended. */
    mandate: z.object({ signedOn: DayText, endsOn: DayText, holds: z.boolean() }).nullable(),
    /** Of what was sent: the letter as it was printed and the scan of its receipt, where they are kept. */
    proofs: z.array(z.object({ eventId: Id, letterId: Id.nullable(), receiptId: Id.nullable() })),
  })
  .meta({ id: 'CallToMake' });
export type CallToMake = z.infer<typeof CallToMake>;

import { z } from 'zod';
import { EMAIL_TEMPLATES, LANGUAGES } from '@suivi/rules/vocabulary';
import { DayText, Id, Instant, Words } from './words.ts';

export const MESSAGE_STATES = [
  'planned',
  'held',
  'queued',
  'sending',
  'sent',
  'failed',
  'uncertain',
  'cancelled',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** What holds an email back: a person, its being late, or something that it lacks. */
export const HELD_REASONS = ['by_person', 'late', 'no_address', 'not_known'] as const;

/** A planned or sent email of a file. */
export const Message = z
  .object({
    id: Id,
    key: z.string(),
    template: z.enum(EMAIL_TEMPLATES),
    state: z.enum(MESSAGE_STATES),
    sendOn: DayText,
    sendAt: Instant,
    sentAt: Instant.nullable(),
    because: Words,
    /** Why it is held, failed or uncertain, in words for the adviser. */
    reason: Words.nullable(),
    /** What holds it back; null for one that is not held, nor comes back held. */
    heldReason: z.enum(HELD_REASONS).nullable(),
    heldBy: z.string().nullable(),
    /** Cancelled for good: a newer late email of the file said more. */
    superseded: z.boolean(),
    resent: z.boolean(),
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof Message>;

/** The text: as it was sent, or as it will leave if nothing happens until its day. */
export const MessageText = z
  .object({
    /** Null for an email that is foreseen and not yet planned. */
    id: Id.nullable(),
    language: z.enum(LANGUAGES),
    subject: z.string(),
    html: z.string(),
    text: z.string(),
    asSent: z.boolean(),
    /** The day for which it is written. */
    on: DayText,
    missing: z.array(z.string()),
  })
  .meta({ id: 'MessageText' });
export type MessageText = z.infer<typeof MessageText>;

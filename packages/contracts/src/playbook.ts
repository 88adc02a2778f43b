import { z } from 'zod';
import { Playbook } from '@suivi/rules/playbook';
import { DayText, Id, Instant, Words } from './words.ts';

/** All settings, as an agency has them. */
const Settings = Playbook.meta({ id: 'PlaybookSettings' });

/** One published version. Version 0 is what every agency starts with: nobody published it. */
const PlaybookVersion = z
  .object({
    version: z.int(),
    settings: Settings,
    publishedBy: z.string().nullable(),
    publishedAt: Instant.nullable(),
  })
  .meta({ id: 'PlaybookVersion' });
export type PlaybookVersion = z.infer<typeof PlaybookVersion>;

/** The settings that hold, and how the agency came to them. */
export const PlaybookView = z
  .object({
    present: PlaybookVersion,
    /** Newest first, the present one among them, fifty at most; version 0 last. */
    history: z.array(PlaybookVersion),
    rulesVersion: z.string(),
    openFiles: z.int(),
    /** Open files planned by another version of the rules or the playbook, and not yet marked to be planned anew. */
    behind: z.int(),
    /** Open files that are being planned anew. */
    marked: z.int(),
  })
  .meta({ id: 'PlaybookView' });
export type PlaybookView = z.infer<typeof PlaybookView>;

/** Settings to try on all open files: some or all of them; what is left out stays as it is. None: the present rules. */
export const StartRehearsal = z
  .strictObject({ settings: z.record(z.string().max(100), z.unknown()).default({}) })
  .meta({ id: 'StartRehearsal' });
export type StartRehearsal = z.infer<typeof StartRehearsal>;

const Changes = z.object({ added: z.int(), dropped: z.int(), moved: z.int() });

export const RehearsalResult = z
  .object({
    /** Open files that were looked at, and those of them whose plan changes. */
    files: z.int(),
    changed: z.int(),
    /** Files that could not be planned: a fault of ours, which changes nothing of them. */
    broken: z.int(),
    stages: z.int(),
    /** Tasks due today or before. */
    due: z.object({ before: z.int(), after: z.int() }),
    tasks: Changes,
    /** `now`: would leave at once. `skipped`: late, a newer one says more. `held`: would wait for a person. */
    emails: Changes.extend({ now: z.int(), skipped: z.int(), held: z.int() }),
    deadlines: Changes,
    kinds: z.array(Changes.extend({ of: z.enum(['task', 'email', 'deadline']), name: Words })),
    samples: z.array(
      z.object({
        fileId: Id,
        reference: z.string(),
        clientName: z.string(),
        lines: z.array(Words),
        /** Further sentences of this file. */
        more: z.int(),
      }),
    ),
  })
  .meta({ id: 'RehearsalResult' });
export type RehearsalResult = z.infer<typeof RehearsalResult>;

/** A changed playbook on all open files: how far it has come, then what would become of them. Nothing is changed by it. */
export const Rehearsal = z
  .object({
    id: Id,
    state: z.enum(['running', 'done', 'failed']),
    /** Running, and nothing has moved for a minute and a half: no worker may be at it. */
    stalled: z.boolean(),
    settings: Settings,
    /** The version it is compared with. */
    baseVersion: z.int(),
    rulesVersion: z.string(),
    on: DayText,
    progress: z.object({ done: z.int(), of: z.int() }),
    result: RehearsalResult.nullable(),
  })
  .meta({ id: 'Rehearsal' });
export type Rehearsal = z.infer<typeof Rehearsal>;

/** Publishes what a rehearsal tried. Whoever does so has seen what it found, and says it. */
export const PublishPlaybook = z
  .strictObject({
    rehearsal: Id,
    expectedVersion: z.int().nonnegative(),
    seen: z.strictObject({ changed: z.int(), emailsNow: z.int() }),
  })
  .meta({ id: 'PublishPlaybook' });
export type PublishPlaybook = z.infer<typeof PublishPlaybook>;

import { z } from 'zod';
import { Id } from '@suivi/contracts/words';

export const QUEUES = ['reviews', 'emails', 'imports', 'postal', 'documents', 'maintenance'] as const;
export type QueueName = (typeof QUEUES)[number];

export type JobDefinition<Name extends string = string, Payload extends z.ZodType = z.ZodType> = {
  name: Name;
  queue: QueueName;
  /** Ids only, never people or text: what is true is read from the database when the job runs. */
  payload: Payload;
  /** How often the queue tries. What the business row itself retries (an email refused for now) is not counted here. */
  attempts: number;
  backoff: { delayMs: number; jitter: number };
  /** Whether a job that has failed for good stays in the queue's list. Our own table of failures keeps it in any case. */
  keepFailed: boolean;
  /** Where its handler stands, below apps/api/src. */
  handledIn: string;
};

const defineJob = <Name extends string, Payload extends z.ZodType>(job: JobDefinition<Name, Payload>) => job;

/** Plans one file anew, because its day has come. */
export const reviewFileJob = defineJob({
  name: 'reviews.review',
  queue: 'reviews',
  payload: z.strictObject({ agencyId: Id, fileId: Id }),
  attempts: 4,
  backoff: { delayMs: 5_000, jitter: 0.5 },
  keepFailed: false, // the sweep takes the file up again; a dead job of yesterday says nothing
  handledIn: 'reviews/review-file.ts',
});

/** Sends one message. Replies of the mail server are retried by the message's own row; this is for our own faults. */
export const sendEmailJob = defineJob({
  name: 'emails.send',
  queue: 'emails',
  payload: z.strictObject({ agencyId: Id, messageId: Id }),
  attempts: 8,
  backoff: { delayMs: 30_000, jitter: 0.5 },
  keepFailed: true,
  handledIn: 'emails/send-email.ts',
});

/** Reads the rows of an uploaded spreadsheet and says which can be imported. */
export const checkImportJob = defineJob({
  name: 'imports.check',
  queue: 'imports',
  payload: z.strictObject({ agencyId: Id, importId: Id }),
  attempts: 3,
  backoff: { delayMs: 2_000, jitter: 0.5 },
  keepFailed: true,
  handledIn: 'imports/check-import.ts',
});

/** Turns the good rows of a checked import into files. */
export const runImportJob = defineJob({
  name: 'imports.run',
  queue: 'imports',
  payload: z.strictObject({ agencyId: Id, importId: Id }),
  attempts: 3,
  backoff: { delayMs: 2_000, jitter: 0.5 },
  keepFailed: true,
  handledIn: 'imports/run-import.ts',
});

/** Asks La Poste what has become of some letters of an agency, in one request. */
export const askLaPosteJob = defineJob({
  name: 'postal.ask',
  queue: 'postal',
  payload: z.strictObject({ agencyId: Id, sendingIds: z.array(Id).min(1).max(10) }),
  attempts: 3,
  backoff: { delayMs: 30_000, jitter: 0.5 },
  keepFailed: false, // the sweep takes its letters up again
  handledIn: 'postal/ask-la-poste.ts',
});

/** Tries a changed playbook on all open files of an agency, and says what would become of them. */
export const rehearsePlaybookJob = defineJob({
  name: 'playbook.rehearse',
  queue: 'maintenance',
  payload: z.strictObject({ agencyId: Id, rehearsalId: Id }),
  attempts: 3,
  backoff: { delayMs: 2_000, jitter: 0.5 },
  keepFailed: true,
  handledIn: 'playbook/run-rehearsal.ts',
});

/** Tells the unsent files of a caisse its corrected address, each in a transaction of its own. */
export const tellCaisseAddressJob = defineJob({
  name: 'caisses.tell',
  queue: 'maintenance',
  payload: z.strictObject({ agencyId: Id, shortName: z.string().max(60), version: z.int() }),
  attempts: 4,
  backoff: { delayMs: 2_000, jitter: 0.5 },
  keepFailed: true,
  handledIn: 'caisses/tell-files.ts',
});

/** Has a paper looked at by the virus scanner, that was down when it came. */
export const scanPaperJob = defineJob({
  name: 'documents.scan',
  queue: 'documents',
  payload: z.strictObject({ agencyId: Id, paperId: Id }),
  attempts: 6,
  backoff: { delayMs: 30_000, jitter: 0.5 },
  keepFailed: true,
  handledIn: 'documents/scan-paper.ts',
});

/** Moves a demo agency's day forward, a day at a time. */
export const advanceDemoJob = defineJob({
  name: 'demo.advance',
  queue: 'maintenance',
  payload: z.strictObject({ agencyId: Id }),
  attempts: 3,
  backoff: { delayMs: 2_000, jitter: 0.5 },
  keepFailed: true,
  handledIn: 'demo/advance-demo.ts',
});

/** All jobs there are. A worker refuses to start when one of them has no handler, or two. */
export const JOBS = [
  reviewFileJob,
  sendEmailJob,
  checkImportJob,
  runImportJob,
  askLaPosteJob,
  scanPaperJob,
  rehearsePlaybookJob,
  tellCaisseAddressJob,
  advanceDemoJob,
] as const;
export type Job = (typeof JOBS)[number];
export type JobName = Job['name'];
export type PayloadOf<J extends JobDefinition> = z.output<J['payload']>;

/** The job of that name; undefined when it belongs to another release. */
export const jobNamed = (name: string): Job | undefined => JOBS.find((job) => job.name === name);

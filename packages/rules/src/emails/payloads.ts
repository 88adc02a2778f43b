import type { Day } from '../calendar/days.ts';
import type { DocumentCode, EmailTemplate, Fault } from '../vocabulary.ts';

/**
 * What the cause of each email knows of its text: which variant, and the days, numbers and codes the text names.
 * What only the moment of sending knows (people, bodies, the step, the next day we look again, lists of papers, of
 * what was done and of what comes) is not here: it is filled in when the email is written, from the plan of that day.
 *
 * A value that is `null` is not known. The sentence with it is left out, or the email is held: see `@suivi/emails/write`.
 * No names, notes or other free text: payloads are stored beside the plan, in the clear.
 */
export type EmailPayloads = {
  /** `documents`: a needed paper is not in hand. `ehic`: nothing has to be filed. */
  welcome: { variant: 'documents' | 'nothing' | 'ehic' };
  taken_over: Usual;
  /** `returned`: the file was complete and a paper is needed again. `third`: from the third of a series on. */
  documents_reminder:
    | { variant: 'gathering' | 'returned'; third: boolean }
    | ({ variant: 'requested'; third: boolean; requestDay: Day; documents: DocumentCode[] } & Supplement);
  /** All that was rejected on one day. `requested`: while CPAM waits for papers. */
  document_to_redo: { variant: 'one' | 'several'; rejected: RejectedPaper[] } & (
    { requested: false } | ({ requested: true } & Supplement)
  );
  /** `residence`: three months and a day. `visa`: its validation is later. `start`: work, studies, S1 or family. */
  too_early:
    | { variant: 'residence'; arrivedDay: Day; earliestDay: Day }
    | { variant: 'visa'; earliestDay: Day }
    | { variant: 'start'; startDay: Day; earliestDay: Day }
    | { variant: 'unknown'; missingFact: MissingFact };
  ready_to_submit: { variant: 'post' | 'online'; earliestDay: Day };
  /** `startDay`: the later of work and arrival. */
  option_ends_soon: { variant: 'usual'; startDay: Day; optionDay: Day };
  /** `returned`: the letter before came back. `not_found`: CPAM did not find it. `refused`: a new request. */
  file_submitted:
    | { variant: 'first' | 'returned' | 'not_found' | 'option'; sentDay: Day; trackingNumber: string | null }
    | { variant: 'refused'; sentDay: Day; trackingNumber: string | null; appealDay: Day | null };
  receipt_missing: { variant: 'usual'; sentDay: Day };
  /** `signed`: the signed receipt itself is on file. `resent`: the delivery of a posting that was not the first. */
  file_received:
    | {
        variant: 'receipt' | 'signed' | 'online' | 'appointment' | 'supplement' | 'resent';
        deliveredDay: Day;
      }
    | { variant: 'shown'; shownDay: Day }
    | { variant: 'appeal'; decisionDay: Day };
  /** `n`: its number in the file's life. `last`: the last that the playbook allows. */
  still_waiting: { n: number; last: boolean } & (
    | { variant: 'receipt'; deliveredDay: Day }
    | { variant: 'shown'; sentDay: Day; shownDay: Day }
    | { variant: 'supplement'; supplementDeliveredDay: Day }
  );
  /**
   * `letter` and `phone`: how CPAM asked. `unnamed`: it named no paper. `more`: its letter names more than its call did.
   * `usual`: CPAM named no day, and `replyDay` is counted as one month.
   */
  documents_requested: {
    variant: 'letter' | 'phone' | 'unnamed' | 'more';
    usual: boolean;
    requestDay: Day;
    documents: DocumentCode[];
  } & Supplement;
  rights_open:
    { variant: 'number'; rightsDay: Day; provisionalEndsDay: Day } | { variant: 'attestation'; rightsDay: Day };
  /** `n`: 1 at three months, 2 at six. `provisionalEndsDay` is null when only an attestation has come. */
  number_pending: { variant: 'usual'; n: 1 | 2; rightsDay: Day; provisionalEndsDay: Day | null };
  /** `rightsDay`: the day of the provisional number. */
  number_ends_soon: { variant: 'usual'; rightsDay: Day; provisionalEndsDay: Day };
  number_issued: { variant: 'usual'; numberDay: Day };
  card_to_order:
    { variant: 'account'; numberDay: Day } | { variant: 'letter'; photoDay: Day } | { variant: 'lost'; lostDay: Day };
  card_ordered: { variant: 'online' | 'post'; orderDay: Day };
  card_late: { variant: 'usual'; orderDay: Day };
  card_delivered: { variant: 'usual'; cardDay: Day; eraseDay: Day };
  refused:
    { variant: 'refusal'; refusalDay: Day; appealDay: Day } | { variant: 'appeal'; decisionDay: Day; courtDay: Day };
  appeal_sent: { variant: 'usual'; appealSentDay: Day };
  appeal_accepted: { variant: 'usual'; decisionDay: Day };
  cover_ends: { variant: 'usual'; coverDay: Day };
  /** `filed`: the file has been sent. */
  permit_ends: { variant: 'filed' | 'before'; permitDay: Day };
  withdrawn: { variant: 'usual'; withdrawnDay: Day; eraseDay: Day };
};

/** A template with one text only. */
type Usual = { variant: 'usual' };

/** The answer to CPAM's request: the day we post it, and the day until which it is awaited. */
type Supplement = { supplementDay: Day | null; replyDay: Day | null };

/** The fact without which the first possible day is not known. */
export type MissingFact = 'arrival' | 'work' | 'studies' | 'visa';

/** A paper to send again; the checker's note is read from the event when the email is written. */
export type RejectedPaper = { document: DocumentCode; member: string | null; fault: Fault };

/** A template with its payload, for every template: what the plan's emails are made of. */
export type EmailCause = { [T in EmailTemplate]: { template: T; payload: EmailPayloads[T] } }[EmailTemplate];

import type { SourceId } from './citations/citations.ts';
import type { Day } from './calendar/days.ts';
import type { EmailCause } from './emails/payloads.ts';
import type { DeadlineKind, DocumentCode, Stage, TaskKind, WarningCode, Words } from './vocabulary.ts';

/** What `plan` gives: what is due next for one file, and why. The shape is that of the contract, section 4. */
export type Plan = {
  file: string;
  today: Day;
  rulesVersion: string;
  stage: Stage;
  progress: { step: number; of: 7 };
  route: 'post' | 'online' | 'option_form' | 'none';
  caisse: PlannedCaisse;
  eligibility: PlannedEligibility;
  documents: PlannedDocument[];
  tasks: PlannedTask[];
  emails: PlannedEmail[];
  deadlines: PlannedDeadline[];
  warnings: PlannedWarning[];
  /** The first later day on which something listed falls due or this plan would differ with no new event; null when none. */
  nextReviewOn: Day | null;
};

export type PlannedCaisse = {
  status: 'known' | 'choose' | 'address_missing' | 'elsewhere';
  department: string;
  shortName: string | null;
  /** Several caisses in the department: the names to choose from. */
  candidates?: string[];
  because: Words;
  source: SourceId;
};

export type PlannedEligibility = {
  status: 'eligible' | 'not_yet' | 'uncertain' | 'not_this_route';
  earliestSubmissionOn: Day | null;
  because: Words;
  source: SourceId;
};

export type PlannedDocument = {
  code: DocumentCode;
  /** null: the applicant's; else the id of the member. */
  member: string | null;
  need: 'required' | 'conditional' | 'optional' | 'not_needed';
  neededFor: 'submission' | 'number' | 'card';
  status: 'missing' | 'not_yet' | 'received' | 'verified' | 'rejected' | 'expired';
  availableOn: Day | null;
  because: Words;
  source: SourceId;
};

export type PlannedTask = {
  key: string;
  kind: TaskKind;
  dueOn: Day;
  because: Words;
  source: SourceId;
  /** What the person needs at hand: a call's number and hours, a letter's kind … */
  payload: Record<string, unknown>;
};

/** Template and payload belong together: what the cause knows of the text, by variable name, days as YYYY-MM-DD. */
export type PlannedEmail = EmailCause & {
  key: string;
  sendOn: Day;
  because: Words;
};

export type PlannedDeadline = {
  key: string;
  kind: DeadlineKind;
  on: Day;
  suspended: boolean;
  because: Words;
  source: SourceId;
};

export type PlannedWarning = { code: WarningCode; because: Words; source: SourceId };

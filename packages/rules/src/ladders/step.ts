import type { Day } from '../calendar/days.ts';
import type { SourceId } from '../citations/citations.ts';
import type { Context } from '../context.ts';
import type { EmailPayloads } from '../emails/payloads.ts';
import { STAGES, type DeadlineKind, type EmailTemplate, type Stage, type TaskKind, type Words } from '../vocabulary.ts';

/** The day of a step: before it was moved to a working day, and as it stands. */
export type At = { raw: Day; day: Day };

type Common<I> = {
  key: (item: I, c: Context) => string;
  /** The day, unmoved; null when the step does not stand. */
  on: (item: I, c: Context) => Day | null;
  because: (item: I, c: Context, at: At) => Words;
};

export type TaskStep<I> = Common<I> & {
  does: 'task';
  kind: TaskKind;
  source: SourceId;
  /** It must meet a limit of the law: it moves back, but not before this day, on which it was raised. */
  raisedOn?: (item: I, c: Context) => Day;
  /** Its own day counts, though it was answered: only facts end it. */
  endedByFacts?: true;
  /** Reviews come back after they were answered, unless told otherwise. */
  returns?: 'never' | 'yearly' | ((item: I, c: Context) => boolean);
  payload?: (item: I, c: Context, at: At) => Record<string, unknown>;
};

export type EmailStep<I, T extends EmailTemplate = EmailTemplate> = Common<I> & {
  does: 'email';
  template: T;
  payload: (item: I, c: Context, at: At) => EmailPayloads[T];
  /** Settled at the end of its unmoved day, whatever comes before it leaves. */
  settled?: true;
};

export type DeadlineStep<I> = Common<I> & {
  does: 'deadline';
  kind: DeadlineKind;
  source: SourceId;
  /** Fixed by law, as against told by the client. */
  legal?: true;
  suspended?: (item: I, c: Context) => boolean;
};

export type Step<I> = TaskStep<I> | EmailStep<I> | DeadlineStep<I>;

export type Ladder<I> = {
  /** The stages in which it may stand; without it, any. A day is planned without a look at the others. */
  while?: readonly Stage[];
  /** The one thing that the ladder stands on, or null; many ladders stand on one. */
  one?: (c: Context) => I | null;
  /** The several things that it stands on: each gets all the steps. */
  each?: (c: Context) => readonly I[];
  /** Those of them about which anything is still to be written; without it, all. */
  writesOf?: (c: Context) => readonly I[];
  /** Taken over half-way, one step stays of those whose day lies before: the choice is made once for each of these. */
  oneStays?: (item: I, c: Context) => string;
  steps: readonly Step<I>[];
};

/** A ladder whose items are nobody else's business. */
export type AnyLadder = Ladder<unknown>;
/** The emails of a ladder, and its tasks and deadlines: they are asked for apart. */
export type EmailLadder = Pick<AnyLadder, 'while' | 'one' | 'each'> & { steps: readonly EmailStep<unknown>[] };
export type DeedLadder = Pick<AnyLadder, 'while' | 'one' | 'each' | 'oneStays'> & {
  steps: readonly (TaskStep<unknown> | DeadlineStep<unknown>)[];
};

export const ladder = <I>(of: Ladder<I>): AnyLadder => of as unknown as AnyLadder;

// Each kind of step names all that it may have, in one order: a plan asks thousands of times, and V8 reads what is alike
// in form much faster.

export const task = <I>(kind: TaskKind, step: Omit<TaskStep<I>, 'does' | 'kind'>): TaskStep<I> => ({
  does: 'task',
  kind,
  key: step.key,
  on: step.on,
  because: step.because,
  source: step.source,
  raisedOn: step.raisedOn,
  endedByFacts: step.endedByFacts,
  returns: step.returns,
  payload: step.payload,
});

export const email = <I, T extends EmailTemplate>(
  template: T,
  step: Omit<EmailStep<I, T>, 'does' | 'template'>,
): Step<I> => {
  const whole: EmailStep<I, T> = {
    does: 'email',
    template,
    key: step.key,
    on: step.on,
    because: step.because,
    payload: step.payload,
    settled: step.settled,
  };
  return whole as unknown as EmailStep<I>;
};

export const deadline = <I>(kind: DeadlineKind, step: Omit<DeadlineStep<I>, 'does' | 'kind'>): DeadlineStep<I> => ({
  does: 'deadline',
  kind,
  key: step.key,
  on: step.on,
  because: step.because,
  source: step.source,
  legal: step.legal,
  suspended: step.suspended,
});

/** The stages of a ladder that stands until the client closes the file. */
export const NOT_WITHDRAWN: readonly Stage[] = STAGES.filter((stage) => stage !== 'withdrawn');

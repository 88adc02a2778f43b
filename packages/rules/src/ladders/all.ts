import * as calls from './calls.ts';
import * as card from './card.ts';
import * as cardToOrder from './card-to-order.ts';
import * as gathering from './gathering.ts';
import * as opening from './opening.ts';
import * as ready from './ready.ts';
import * as refusals from './refusals.ts';
import * as requests from './requests.ts';
import * as rights from './rights.ts';
import type { AnyLadder, DeedLadder, EmailLadder } from './step.ts';
import * as submitted from './submitted.ts';
import * as supplements from './supplements.ts';
import * as swissOption from './swiss-option.ts';
import * as waiting from './waiting.ts';
import { STAGES, type Stage, type TaskKind } from '../vocabulary.ts';
import * as withCpam from './with-cpam.ts';

/** Every ladder, in the order of the contract. Each knows itself when it stands. */
export const LADDERS: readonly AnyLadder[] = [
  opening.hello,
  gathering.gathering,
  gathering.documentReminders,
  gathering.redo,
  gathering.checking,
  gathering.expiries,
  ready.whichCaisse,
  ready.waiting,
  ready.ready,
  swissOption.swissOption,
  swissOption.optionWithoutDay,
  submitted.submitted,
  withCpam.withCpam,
  waiting.received,
  waiting.stillWaiting,
  calls.callAgain,
  calls.callBack,
  calls.resend,
  calls.processed,
  calls.moved,
  calls.otherCategory,
  calls.mediator,
  requests.requests,
  supplements.supplementCalls,
  supplements.otherTraces,
  rights.rightsOpen,
  rights.provisionalNumber,
  cardToOrder.cardToOrder,
  cardToOrder.accountAndDoctor,
  card.cardOrdered,
  card.cardDelivered,
  refusals.refusalEmails,
  refusals.refused,
  refusals.appealSent,
  refusals.silenceOfCommission,
  refusals.court,
  refusals.appealAccepted,
  opening.cover,
  opening.permit,
  opening.nothingToFile,
  opening.withdrawn,
];

type InEachStage<L> = (stage: Stage) => readonly L[];

function inEachStage<L extends Pick<AnyLadder, 'while'>>(ladders: readonly L[]): InEachStage<L> {
  const byStage = new Map(
    STAGES.map((stage) => [stage, ladders.filter((ladder) => ladder.while?.includes(stage) ?? true)]),
  );
  return (stage) => byStage.get(stage) ?? [];
}

/** The emails of all that may stand in a stage, and the tasks and deadlines: most ladders have one or the other. */
export const withEmails: InEachStage<EmailLadder> = inEachStage(
  LADDERS.map((ladder) => ({
    while: ladder.while,
    one: ladder.one,
    each: ladder.writesOf ?? ladder.each,
    steps: ladder.steps.filter((step) => step.does === 'email'),
  })).filter(({ steps }) => steps.length > 0),
);
export const withDeeds: InEachStage<DeedLadder> = inEachStage(
  LADDERS.map((ladder) => ({
    while: ladder.while,
    one: ladder.one,
    each: ladder.each,
    oneStays: ladder.oneStays,
    steps: ladder.steps.filter((step) => step.does !== 'email'),
  })).filter(({ steps }) => steps.length > 0),
);

/** The ladders on which tasks of some kinds may stand, and those that choose one step of several half-way. */
export const withTasksOf = (kinds: ReadonlySet<TaskKind>, stage: Stage): DeedLadder[] =>
  withDeeds(stage).filter(
    ({ oneStays, steps }) =>
      oneStays !== undefined || steps.some((step) => step.does === 'task' && kinds.has(step.kind)),
  );

import * as calls from './calls.ts';
import * as card from './card.ts';
import * as gathering from './gathering.ts';
import * as opening from './opening.ts';
import * as ready from './ready.ts';
import * as refusals from './refusals.ts';
import * as requests from './requests.ts';
import * as rights from './rights.ts';
import type { AnyLadder } from './step.ts';
import * as submitted from './submitted.ts';
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
  ready.swissOption,
  ready.optionWithoutDay,
  submitted.submitted,
  withCpam.withCpam,
  withCpam.received,
  withCpam.stillWaiting,
  calls.callAgain,
  calls.callBack,
  calls.resend,
  calls.processed,
  calls.moved,
  calls.otherCategory,
  calls.mediator,
  requests.requests,
  requests.supplementCalls,
  requests.otherTraces,
  rights.rightsOpen,
  rights.provisionalNumber,
  card.cardToOrder,
  card.accountAndDoctor,
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

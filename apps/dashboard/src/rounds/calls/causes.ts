import type { Day } from '@suivi/rules/calendar/days';
import { addDays } from '@suivi/rules/calendar/days';
import type { PlannedEmail, PlannedTask } from '@suivi/rules/plan-types';
import type { CallOutcome, DocumentCode } from '@suivi/rules/vocabulary';
import type { FileModel } from '../../file/model.ts';
import type { Effects } from '../../record/effect.ts';
import { effectsOf } from '../../record/effect.ts';
import { emailsSoFar } from '../../record/emails-so-far.ts';

/** What was typed about a call. */
export type CallDraft = {
  outcome: CallOutcome | null;
  documents: DocumentCode[];
  callBackOn: Day | null;
  note: string;
  clientOnLine: boolean;
};
export const EMPTY_DRAFT: CallDraft = {
  outcome: null,
  documents: [],
  callBackOn: null,
  note: '',
  clientOnLine: false,
};

/** The contract's event of a call that answers this task. */
export const callEvent = (draft: CallDraft & { outcome: CallOutcome }, on: Day, about: string) => ({
  type: 'call_made' as const,
  on,
  outcome: draft.outcome,
  documents: draft.outcome === 'documents_missing' ? draft.documents : null,
  callBackOn: draft.outcome === 'call_back_on' ? draft.callBackOn : null,
  about,
  note: draft.note.trim() || null,
});

/** What an outcome causes first, for its button. */
export type Cause = {
  /** The step it raises: the same call again, the file sent again, a review, a call back; null: none. */
  raises: PlannedTask | null;
  /** The email that it brings within a week; null: none. */
  email: PlannedEmail | null;
  /** No step comes, goes or moves but the one that is answered. */
  stands: boolean;
  /** The first step that is then listed. */
  next: PlannedTask | null;
};

const RAISED: Record<CallOutcome, RegExp> = {
  no_answer: /^call_3646:again:/,
  in_progress: /^$/,
  not_found: /^registered_post:resend:/,
  documents_missing: /^registered_post:supplement:/,
  processed: /^review_file:processed:/,
  call_back_on: /^call_3646:back:/,
};
/** What leaves weeks from now hangs on what comes before. */
const SOON_DAYS = 7;

/** What one outcome causes, by the plan with one event more. Null when the rules cannot read it so. */
export function causeOf(outcome: CallOutcome, effects: Effects, today: Day): Cause | null {
  if (!effects.ok) return null;
  const { changes, added, dropped, after } = effects;
  const raised = [...added, ...changes].flatMap((effect) =>
    effect.kind === 'task' || effect.kind === 'taskMoved' ? [effect.task] : [],
  );
  const emails = added.flatMap((effect) =>
    effect.kind === 'email' && (effect.fate === 'planned' || effect.fate === 'now') ? [effect.email] : [],
  );
  return {
    raises: raised.find(({ key }) => RAISED[outcome].test(key)) ?? null,
    email: emails.find(({ sendOn }) => sendOn <= addDays(today, SOON_DAYS)) ?? null,
    stands: raised.length === 0 && dropped.every(({ kind }) => kind !== 'taskDropped'),
    next: after.tasks.find(({ kind }) => kind !== 'collect_documents') ?? after.tasks[0] ?? null,
  };
}

/** The paper that stands for any, while none is chosen: the papers change the letter, not its days. */
const ANY_PAPER: DocumentCode = 'rib';

/** Plans the file with each outcome: with what was typed for it, or as it would be on its own. */
export function causesOf(model: FileModel, key: string, draft: CallDraft): Record<CallOutcome, Cause | null> {
  const { file, today, view } = model;
  const of = (outcome: CallOutcome) =>
    causeOf(
      outcome,
      effectsOf({
        file,
        today,
        soFar: emailsSoFar(view),
        events: [
          callEvent(
            {
              ...draft,
              outcome,
              note: '',
              documents: draft.documents.length > 0 ? draft.documents : [ANY_PAPER],
            },
            today,
            key,
          ),
        ],
      }),
      today,
    );
  return {
    no_answer: of('no_answer'),
    in_progress: of('in_progress'),
    not_found: of('not_found'),
    documents_missing: of('documents_missing'),
    processed: of('processed'),
    call_back_on: of('call_back_on'),
  };
}

/** What keeps a draft from being saved; the words are `callRound.fault.*`. */
export type CallFault = 'outcome' | 'documents' | 'callBack';
export function faultOf({ outcome, documents, callBackOn }: CallDraft): CallFault | null {
  if (outcome === null) return 'outcome';
  if (outcome === 'documents_missing' && documents.length === 0) return 'documents';
  return outcome === 'call_back_on' && callBackOn === null ? 'callBack' : null;
}

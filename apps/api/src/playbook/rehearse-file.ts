import { difference } from '@suivi/rules/difference';
import type { PlanDifference } from '@suivi/rules/difference';
import type { Fate } from '@suivi/rules/emails/late';
import { fatesOf } from '@suivi/rules/emails/late';
import { planWithAnswers } from '@suivi/rules/plan';
import type { Plan, PlannedDeadline, PlannedEmail, PlannedTask } from '@suivi/rules/plan-types';
import type { Playbook } from '@suivi/rules/playbook';
import { SUPERSEDED } from '../emails/message-reasons.ts';
import type { StoredFile, StoredMessage } from '../files/stored-file.ts';

/** What would become of one file: the difference, and where its emails that have not left would go. */
export type FileRehearsed = {
  found: PlanDifference;
  fates: ReadonlyMap<string, Fate>;
  /** Tasks due today or before. */
  due: { before: number; after: number };
};

/**
 * Plans a file by other settings and compares that with what stands in the tables, which is what a review would do.
 * So it answers for the present rules, too, whatever version the standing plan was made by. Writes nothing.
 */
export function rehearseFile(stored: StoredFile, playbook: Playbook): FileRehearsed {
  const { today } = stored;
  const { answered, ...after } = planWithAnswers({ ...stored.file, playbook }, today);
  const found = difference(standingPlan(stored, after), after, answered);
  const rows = new Map(stored.messages.map((message) => [message.key, message]));
  const heldAhead = new Set(stored.foreseen.flatMap(({ key, heldBy }) => (heldBy === null ? [] : [key])));
  const mayLeave = after.emails.filter(({ key }) => !heldAhead.has(key) && canLeave(stored, rows.get(key)));
  const heldLate = after.emails.filter(({ key }) => isHeldLate(rows.get(key)));
  const isDue = ({ dueOn }: PlannedTask) => dueOn <= today;
  return {
    found,
    fates: fatesOf(mayLeave, today, heldLate),
    due: {
      before: stored.tasks.filter(({ state, dueOn }) => state === 'open' && dueOn <= today).length,
      after: after.tasks.filter(isDue).length,
    },
  };
}

/** From here on the plan has no say any more. */
const LEFT = new Set(['sending', 'sent', 'failed', 'uncertain']);

const isSettled = ({ state, failure }: StoredMessage) => LEFT.has(state) || failure === SUPERSEDED;

/** Whether an email waits for nothing but its hour, or would when it is planned. One cancelled may keep its hold. */
const canLeave = ({ client }: StoredFile, row: StoredMessage | undefined): boolean =>
  client.email !== null &&
  (row === undefined || (!isSettled(row) && row.state !== 'held' && row.heldReason !== 'by_person'));

const isHeldLate = (row: StoredMessage | undefined): boolean => row?.state === 'held' && row.heldReason === 'late';

/** The plan that the tables show. What they do not hold apart is taken from the new one: it is no change. */
function standingPlan(stored: StoredFile, after: Plan): Plan {
  const planned = new Map(after.emails.map((email) => [email.key, email]));
  const emails = stored.messages.flatMap((message): PlannedEmail[] => {
    const wanted = planned.get(message.key);
    // Sent is sent: neither a plan that drops it nor one that moves it changes that.
    if (isSettled(message)) return wanted === undefined ? [] : [wanted];
    if (message.state === 'cancelled') return [];
    const { key, template, sendOn, because, payload } = message;
    return [{ key, template, sendOn, because, payload } as PlannedEmail];
  });
  return {
    ...after,
    stage: stored.stage,
    tasks: stored.tasks.filter(({ state }) => state === 'open') as unknown as PlannedTask[],
    emails,
    deadlines: stored.deadlines as unknown as PlannedDeadline[],
  };
}

import type { FileView } from '@suivi/contracts/files';
import type { Message, MessageState } from '@suivi/contracts/messages';
import type { Day } from '@suivi/rules/calendar/days';
import type { Fate } from '@suivi/rules/emails/late';
import { fatesOf } from '@suivi/rules/emails/late';
import type { PlannedEmail } from '@suivi/rules/plan-types';

/** What became of a file's emails so far: what a change of its plan does to them hangs on it. */
export type EmailsSoFar = {
  messages: readonly Pick<Message, 'key' | 'state' | 'heldReason' | 'superseded'>[];
  heldAhead: FileView['heldAhead'];
  /** Nothing can leave without one. */
  hasAddress: boolean;
};

export const emailsSoFar = ({ messages, heldAhead, client }: FileView): EmailsSoFar => ({
  messages,
  heldAhead,
  hasAddress: client.email !== null,
});

/** What becomes of an email that is planned anew: it may be held by a person, or for want of an address, as well. */
export type EmailFate = Fate | 'heldByPerson' | 'noAddress';

/** Of these, the plan has no say any more. */
const LEFT = new Set<MessageState>(['sending', 'sent', 'failed', 'uncertain']);
/** Of one that failed nobody says that it has left. */
const SENT = new Set<MessageState>(['sending', 'sent', 'uncertain']);
const WAITING = new Set<MessageState>(['planned', 'queued', 'sending']);

/** Who holds what no person of the agency holds: as the server names them. */
const NOBODY = 'Suivi';

const keysOf = ({ messages }: EmailsSoFar, which: (message: EmailsSoFar['messages'][number]) => boolean) =>
  new Set(messages.filter(which).map(({ key }) => key));

/** The emails that have left. */
export const sentKeys = (soFar: EmailsSoFar): ReadonlySet<string> => keysOf(soFar, ({ state }) => SENT.has(state));

/** Those that no change of the plan sends, moves or cancels: they have left, or failed, or gave way for good. */
export const settledKeys = (soFar: EmailsSoFar): ReadonlySet<string> =>
  keysOf(soFar, ({ state, superseded }) => LEFT.has(state) || superseded);

export type WithFate = { email: PlannedEmail; fate: EmailFate; heldBy: string | null };

/**
 * What becomes of each email that a change plans anew, as the server will decide it: those that have left or gave way
 * for good are none of it, and of several late ones only the newest leaves, whichever plan brought it.
 * @param emails all emails of the plan after the change
 * @param added those of them that the change plans
 */
export function fatesOfAdded(
  soFar: EmailsSoFar,
  emails: readonly PlannedEmail[],
  added: readonly PlannedEmail[],
  today: Day,
): WithFate[] {
  const settled = settledKeys(soFar);
  // A hold that is nobody's stays with the message while it is cancelled.
  const nobodys = keysOf(soFar, ({ state, heldReason }) => state === 'cancelled' && heldReason === 'by_person');
  const heldBy = new Map([...nobodys].map((key) => [key, NOBODY]));
  for (const held of soFar.heldAhead) heldBy.set(held.key, held.heldBy);
  const news = added.filter(({ key }) => !settled.has(key));
  const newKeys = new Set(news.map(({ key }) => key));
  const waiting = keysOf(soFar, ({ state }) => WAITING.has(state));
  const late = keysOf(soFar, ({ state, heldReason }) => state === 'held' && heldReason === 'late');
  const fates = fatesOf(
    emails.filter(({ key }) => (newKeys.has(key) || waiting.has(key)) && !heldBy.has(key)),
    today,
    emails.filter(({ key }) => late.has(key)),
  );
  return news.map((email) => {
    const by = heldBy.get(email.key) ?? null;
    if (by !== null) return { email, fate: 'heldByPerson', heldBy: by };
    return { email, fate: soFar.hasAddress ? (fates.get(email.key) ?? 'planned') : 'noAddress', heldBy: null };
  });
}

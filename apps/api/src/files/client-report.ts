import { Problem } from '../platform/problem.ts';
import type { Reconciled } from './reconcile.ts';
import type { StoredFile } from './stored-file.ts';

/** What is asked of the client is answered by the client: a paper that comes is one paper less to ask for. */
const ASKED_OF_THE_CLIENT = /^(?:collect_documents|email:documents_reminder|email:document_to_redo):/;

/**
 * Nothing that a client does ends, cancels or puts off a follow-up by itself, neither a thank-you nor "I have received my
 * card": a caisse that has promised has not yet delivered. What would is a report, which a person confirms; the event is
 * then theirs.
 * @throws Problem 409 `needs_confirmation`
 */
export function refuseUnconfirmed(before: StoredFile, { tasks, messages }: Reconciled): void {
  const open = new Map(before.tasks.filter(({ state }) => state === 'open').map((task) => [task.key, task]));
  const waiting = new Map(before.messages.map((message) => [message.key, message]));
  const ended = [
    ...tasks.changed.filter(({ key, state, dueOn }) => {
      const task = open.get(key);
      return task !== undefined && (state !== 'open' || dueOn > task.dueOn);
    }),
    ...messages.changed.filter(({ key, was, state, sendOn }) => {
      const message = waiting.get(key);
      return was !== 'cancelled' && message !== undefined && (state === 'cancelled' || sendOn > message.sendOn);
    }),
  ].filter(({ key }) => !ASKED_OF_THE_CLIENT.test(key));
  if (ended.length > 0)
    throw new Problem(409, 'needs_confirmation', {
      en: 'This would end what is planned for the file. It is kept as a report until somebody of the agency confirms it.',
      fr: 'Cela mettrait fin à ce qui est prévu pour le dossier. C’est un signalement, jusqu’à ce que l’agence le confirme.',
    });
}

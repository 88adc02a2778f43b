import type { MessageText } from '@suivi/contracts/messages';
import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import { later } from '@suivi/rules/calendar/days';
import { DAYS_AHEAD, forecast } from '@suivi/rules/forecast';
import { plan } from '@suivi/rules/plan';
import type { Plan, PlannedEmail } from '@suivi/rules/plan-types';
import type { Words } from '@suivi/rules/vocabulary';
import { EMAIL_TEMPLATES } from '@suivi/rules/vocabulary';
import { applicantOn } from '../files/applicant-on.ts';
import type { StoredFile, StoredMessage } from '../files/stored-file.ts';
import { notFound, Problem } from '../platform/problem.ts';
import { HAS_LEFT, SUPERSEDED } from './message-reasons.ts';
import type { ToWrite } from './write-message.ts';
import { readCorrespondents, writeMessage } from './write-message.ts';

/** The states in which a message has still to leave. */
export const STILL_TO_LEAVE = new Set<string>(['planned', 'held', 'queued']);

/**
 * An email that has still to leave, as it will leave if nothing happens until its day: with what the file will be by
 * then, and what the client will have been written before. With the values that its text still lacks, it would be held.
 * @throws Problem 404 for what is no email, 409 `message_not_waiting` when it has left meanwhile, or is planned no more
 */
export async function letterAhead(tx: Tx, stored: StoredFile, key: string): Promise<MessageText> {
  refuseWhatIsOver(stored, key);
  const message = stored.messages.find((one) => one.key === key && one.state !== 'cancelled');
  const foreseen = emailAhead(stored, key);
  const email = foreseen ?? message;
  if (email === undefined) throw noLongerAhead(key);
  const on = later(email.sendOn, stored.today);
  const then = plan(stored.file, on);
  // What the text names may be known by then, or be other papers.
  const { template, payload } = then.emails.find((one) => one.key === key) ?? email;
  const lastEmail = lastBefore(stored, then, key, on);
  return unsentText(tx, stored, { id: message?.id ?? null, template, payload, lastEmail }, on);
}

/** The text of a message as it would leave on a day, or the values that it would lack. */
export async function unsentText(tx: Tx, stored: StoredFile, message: ToWrite, on: Day): Promise<MessageText> {
  const { language } = applicantOn(stored.file, on);
  const base = { id: message.id, language, asSent: false, on };
  const written = writeMessage(stored, message, await readCorrespondents(tx, stored.adviserId), on);
  if (written.held) return { ...base, subject: '', html: '', text: '', missing: written.missing };
  const { subject, html, text } = written;
  return { ...base, subject, html, text, missing: [] };
}

/** Whether a message will not leave any more: it has, or is leaving, or gave way to a newer one for good. */
const isOver = ({ state, failure }: StoredMessage): boolean =>
  failure === SUPERSEDED || (state !== 'cancelled' && !STILL_TO_LEAVE.has(state));

/**
 * The plan may have an email for a later day that has left, or gave way for good.
 * @throws Problem 409 `message_not_waiting`
 */
export function refuseWhatIsOver({ messages }: StoredFile, key: string): void {
  const over = messages.find((message) => message.key === key && isOver(message));
  if (over !== undefined) throw new Problem(409, 'message_not_waiting', whyOver(over));
}

const whyOver = ({ failure }: StoredMessage): Words =>
  failure === SUPERSEDED
    ? {
        en: 'A newer email of this file says more: this one is not sent any more. The file’s page shows what left.',
        fr: 'Un courriel plus récent de ce dossier en dit plus : celui-ci ne part plus. La page du dossier montre ce qui est parti.',
      }
    : HAS_LEFT;

/**
 * Whoever names it has read it in a list, before something else happened to the file; a key that names no email was in
 * none.
 */
export const noLongerAhead = (key: string): Problem =>
  EMAIL_TEMPLATES.some((template) => key.startsWith(`email:${template}:`))
    ? new Problem(409, 'message_not_waiting', {
        en: 'This email is not planned any more: something has happened to the file. The file’s page shows what is planned now.',
        fr: 'Ce courriel n’est plus prévu : il s’est passé quelque chose dans le dossier. La page du dossier montre ce qui est prévu maintenant.',
      })
    : notFound('email');

/** The email of that key that will fall due in the days ahead if nothing happens. */
export function emailAhead({ file, today }: StoredFile, key: string): PlannedEmail | undefined {
  for (const one of forecast(file, today, DAYS_AHEAD).coming)
    if (one.what === 'email' && one.email.key === key) return one.email;
  return undefined;
}

/** The last email that will have left by then, when that is one that has not left today. */
function lastBefore({ messages, foreseen, today }: StoredFile, then: Plan, key: string, on: Day) {
  // One that was cancelled will be planned again by then, unless it gave way for good.
  const over = new Set(
    messages.filter(({ state, failure }) => state === 'sent' || failure === SUPERSEDED).map((message) => message.key),
  );
  const held = new Set(messages.filter(({ state }) => state === 'held').map((message) => message.key));
  for (const row of foreseen) if (row.heldBy !== null) held.add(row.key);
  const last = then.emails.findLast(
    (email) =>
      email.key !== key &&
      email.sendOn >= today &&
      email.sendOn < on &&
      // A held one may not have left; what has left already is known by its instant.
      !held.has(email.key) &&
      !over.has(email.key),
  );
  return last && { template: last.template, on: last.sendOn };
}

import type { Day } from '../calendar/days.ts';
import type { Context } from '../context.ts';
import { withEmails } from '../ladders/all.ts';
import { emailOf, keyOf, standingEmails, type EmailDraft } from '../ladders/engine.ts';
import type { PlannedEmail } from '../plan-types.ts';
import type { End } from '../facts.ts';
import { reminderOn, settleEnd } from '../progress.ts';
import { givesWay, isCourtesy } from './courtesy.ts';

/**
 * The emails of a file that is walked from day to day. Each is caused by what was true on its day, so it is kept as it
 * fell due. Most days nothing leaves: only then is an email given its key, and put into words.
 */
export class Outbox {
  /** What has left. */
  readonly sent: PlannedEmail[] = [];
  private readonly sentKeys = new Set<string>();
  /** The days of those sent that are no courtesy. */
  private readonly othersOn = new Set<Day>();
  /** Settled, and not yet sent. */
  private settled: PlannedEmail[] = [];
  /** What stands at the end of the day. */
  private standing: EmailDraft[] = [];

  /** Sees what stands at the end of a day. */
  see(c: Context): void {
    this.standing = standingEmails(withEmails(c.stage), c);
  }

  /** Settles and sends what falls due on the day that was seen, and asks for a look on the days of the others. */
  close(c: Context): void {
    const { day, openedOn, playbook, progress, wake } = c;
    let due: EmailDraft[] | null = null;
    for (const draft of this.standing) {
      const { step, raw, sendOn } = draft;
      // Some emails are settled at the end of their unmoved day: they leave whatever comes in between.
      if (step.settled) {
        if (raw === day && day >= openedOn && this.isNew(keyOf(draft, c))) this.settled.push(emailOf(draft, c));
        wake(raw);
      }
      if (sendOn === day) (due ??= []).push(draft);
      else wake(sendOn);
    }
    closeEnd(progress.cover, playbook.coverReminderDaysBefore, day, wake);
    closeEnd(progress.permit, playbook.permitReviewDaysBefore, day, wake);
    if (due !== null) due = due.filter((draft) => this.isComing(draft, c));
    if (this.settled.length > 0) this.sendSettled(day, wake);
    if (due !== null) this.send(due, c);
  }

  /** The emails ahead, as seen at the end of the day. */
  ahead(c: Context): PlannedEmail[] {
    const drafts = this.standing.filter((draft) => draft.sendOn > c.day && this.isComing(draft, c));
    const own = drafts.filter((draft) => !courteous(draft));
    const ahead = [...this.settled, ...own.map((draft) => emailOf(draft, c))];
    if (own.length === drafts.length) return ahead;
    const others = new Set(this.othersOn);
    for (const { sendOn } of ahead) others.add(sendOn);
    for (const draft of drafts)
      if (courteous(draft) && !givesWay(draft.step.template, draft.sendOn, others, c.facts.toldOn))
        ahead.push(emailOf(draft, c));
    return ahead;
  }

  private isNew(key: string): boolean {
    return !this.sentKeys.has(key) && !this.settled.some((email) => email.key === key);
  }

  /** Whether an email is still to come, or falls due on this day. */
  private isComing(draft: EmailDraft, c: Context): boolean {
    const { step, raw, sendOn } = draft;
    const { day, openedOn } = c;
    const inTime = step.settled ? raw > day : sendOn >= day && (day < openedOn || sendOn >= openedOn);
    return inTime && this.isNew(keyOf(draft, c));
  }

  private sendSettled(day: Day, wake: (day: Day) => void): void {
    const left: PlannedEmail[] = [];
    for (const email of this.settled)
      if (email.sendOn === day) this.record(email);
      else {
        left.push(email);
        wake(email.sendOn);
      }
    this.settled = left;
  }

  private send(due: readonly EmailDraft[], c: Context): void {
    const { day, openedOn, facts } = c;
    for (const draft of due)
      if (!courteous(draft)) {
        if (day >= openedOn) this.record(emailOf(draft, c));
        noteSent(draft, c);
      }
    // Courtesy comes last: it gives way to what leaves on the same day.
    for (const draft of due)
      if (courteous(draft)) {
        if (day >= openedOn && !givesWay(draft.step.template, day, this.othersOn, facts.toldOn))
          this.record(emailOf(draft, c));
        else this.sentKeys.add(keyOf(draft, c));
        noteSent(draft, c);
      }
  }

  private record(email: PlannedEmail): void {
    this.sent.push(email);
    if (!isCourtesy(email.template)) this.othersOn.add(email.sendOn);
    this.sentKeys.add(email.key);
  }
}

/** Settles an end whose reminder has had its day, or asks for a look on that day. */
function closeEnd(end: End, daysBefore: number, day: Day, wake: (day: Day) => void): void {
  const on = reminderOn(end, daysBefore);
  if (on === null) return;
  if (on > day) wake(on);
  else settleEnd(end);
}

const courteous = (draft: EmailDraft): boolean => isCourtesy(draft.step.template);

/** Numbers are used up when their day passes, whether the email left or gave way. */
function noteSent(draft: EmailDraft, c: Context): void {
  const { progress } = c;
  const { step, item } = draft;
  if (step.template === 'documents_reminder' && !keyOf(draft, c).startsWith('email:documents_reminder:supplement:'))
    progress.remindersUsed += 1;
  if (step.template === 'still_waiting')
    progress.waitingUsed = Math.max(progress.waitingUsed, (item as { n: number }).n);
  if (step.template === 'too_early' && c.day >= c.openedOn) progress.toldEarliest = { day: c.earliestSubmissionOn };
}

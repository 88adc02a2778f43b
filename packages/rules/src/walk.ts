import { addDays, earlier, type Day } from './calendar/days.ts';
import { LONGEST_CLOSURE_DAYS } from './calendar/working-days.ts';
import { ClientDays } from './calendar/client-days.ts';
import { caisseOf } from './caisse.ts';
import { firstChangeDay } from './change-days.ts';
import type { Context } from './context.ts';
import { documentNeeds, type DocumentNeed } from './documents/needs.ts';
import { paperRows, papersOf, type Papers } from './documents/status.ts';
import { earliestSubmissionOf, routeOf } from './eligibility.ts';
import { Outbox } from './emails/outbox.ts';
import { historyOf, type Deed, type History } from './events.ts';
import { againKey, backKey, factsOf, lastOf, type Facts } from './facts.ts';
import type { Applicant, File } from './file.ts';
import { foldDay, foldMoves, wasSent } from './history/fold.ts';
import { activeRound, isResendDue, RESEND_AFTER_DAYS, type ActiveRound } from './history/letters.ts';
import { answerable, noteAnswers, openTasks } from './answers.ts';
import { withDeeds, withTasksOf } from './ladders/all.ts';
import { standingDeeds, type Deeds, type TaskDraft } from './ladders/engine.ts';
import type { PlannedCaisse, PlannedEmail } from './plan-types.ts';
import { advance, progressFrom, type Progress } from './progress.ts';
import { sentStage, unsentStage } from './stage.ts';
import type { Stage } from './vocabulary.ts';

/** The end of a walked day. */
export type Walked = {
  /** The day that was walked to: the last on which anything was read lies on it, or before. */
  today: Day;
  context: Context;
  deeds: Deeds;
  /** What fell due up to this day. */
  sent: readonly PlannedEmail[];
  /** What is still ahead, as seen on this day. */
  ahead: readonly PlannedEmail[];
};

/**
 * Walks a file from its first event, day by day; only days on which something happens or may change are read.
 * Emails are caused by what was true on their day, so each is kept as it fell due.
 */
export class Walk {
  private readonly file: File;
  private readonly history: History;
  private readonly facts: Facts;
  private readonly progress: Progress;
  private readonly outbox = new Outbox();
  private nextEvent = 0;
  private next: Day;
  private standing: Deeds | null = null;
  /** The tasks that the deeds of the coming day may answer, as they stand before it. */
  private open: readonly TaskDraft[] | null = null;
  private context: Context | null = null;
  private known: Known | null = null;
  private standingPapers: StandingPapers | null = null;
  private course: Course | null = null;
  /** The applicant without the European card that has ended. */
  private cardOver: { before: Applicant; now: Applicant } | null = null;

  constructor(file: File) {
    this.file = file;
    this.history = historyOf(file.events);
    const first = this.history.days[0]?.day ?? file.openedOn;
    this.next = earlier(first, file.openedOn);
    this.facts = factsOf(file.applicant, new ClientDays(file.applicant.address.postcode));
    this.progress = progressFrom(this.next);
  }

  /** The days on which something was recorded twice, up to a day. */
  duplicatesUpTo(day: Day): Day[] {
    return this.history.duplicatesOn.filter((on) => on <= day);
  }

  /** The next day to be read, or null when nothing can change any more. */
  nextDay(): Day | null {
    return this.next === NEVER ? null : this.next;
  }

  /** Walks to the end of a day. */
  to(day: Day): Walked {
    do {
      while (this.next <= day) this.step();
      if (this.context === null) throw new Error(`the walk of ${this.file.id} begins after ${day}`);
      // Tasks may ask for a look on a day that has passed unread: only then is the walk at its end.
      this.deeds(this.context);
    } while (this.next <= day);
    const { context, outbox } = this;
    return { today: day, context, deeds: this.deeds(context), sent: outbox.sent, ahead: outbox.ahead(context) };
  }

  /** Reads the next day; before one that may answer tasks, it must be known which of them stand. */
  private step(): void {
    const coming = this.history.days[this.nextEvent];
    if (this.context !== null && this.open === null && coming?.day === this.next)
      // A task may ask for a look before that day.
      this.open = this.tasksFor(coming.deeds, this.context);
    else this.read(this.next);
  }

  private deeds(context: Context): Deeds {
    return (this.standing ??= standingDeeds(withDeeds(context.stage), context));
  }

  /** The tasks that deeds may answer, and those beside them on a ladder: few, on most days none. */
  private tasksFor(deeds: readonly Deed[], context: Context): readonly TaskDraft[] {
    const kinds = answerable(deeds);
    return kinds.size === 0 ? [] : standingDeeds(withTasksOf(kinds, context.stage), context).tasks;
  }

  private read(day: Day): void {
    const deeds = this.deedsOf(day);
    const { facts, progress } = this;
    const before = this.open ?? [];
    this.open = null;
    if (deeds.length > 0) this.fold(day, deeds);
    this.next = NEVER;
    const context = this.contextOf(day);
    this.context = context;
    this.standing = null;
    advance(progress, context, deeds);
    this.outbox.see(context);
    const now = this.tasksFor(deeds, context);
    if (before.length > 0 || now.length > 0) noteAnswers(facts, deeds, openTasks(before, now), this.raisedOn(day));
    this.noteDue(context);
    this.outbox.close(context);
    this.lookAhead(day);
  }

  private fold(day: Day, deeds: readonly Deed[]): void {
    const { facts } = this;
    if (facts.withdrawnOn === null)
      foldDay(facts, day, deeds, {
        playbook: this.file.playbook,
        route: () => routeOf(this.applicantOn(day)),
        earliestSubmissionOn: () => earliestSubmissionOf(this.applicantOn(day)),
      });
    else foldMoves(facts, deeds);
    this.course = null;
    if (deeds.some(isAboutPapers)) this.standingPapers = null;
  }

  private deedsOf(day: Day): readonly Deed[] {
    const entry = this.history.days[this.nextEvent];
    if (entry?.day !== day) return [];
    this.nextEvent += 1;
    return entry.deeds;
  }

  private contextOf(day: Day): Context {
    const { facts, file } = this;
    const { days } = facts;
    const known = this.knownOn(day);
    const { applicant, earliestSubmissionOn, route } = known;
    const papers = this.papersOn(day, known);
    const { round, sentAs, wasSent } = (this.course ??= this.courseOf());
    const stage = sentAs ?? unsentStage(route, papers.holdBack, earliestSubmissionOn, day);
    return {
      day,
      openedOn: file.openedOn,
      facts,
      applicant,
      playbook: file.playbook,
      days,
      stage,
      needs: known.needs,
      papers,
      earliestSubmissionOn,
      route,
      caisse: this.caisseOn(known, wasSent),
      round,
      progress: this.progress,
      longAgo: addDays(day, -LONGEST_CLOSURE_DAYS),
      wake: (on) => this.wake(day, on),
    };
  }

  /** How far the file has come since it was sent: it changes by what happens alone. */
  private courseOf(): Course {
    const { facts } = this;
    const round = activeRound(facts);
    // A later round counts on from the highest number used when it begins.
    const begun = round === null ? undefined : facts.rounds.findLast(({ r }) => r === round.r);
    if (begun) begun.waitingBase ??= this.progress.waitingUsed;
    return { round, sentAs: sentStage(facts, round), wasSent: wasSent(facts) };
  }

  /** Where each paper stands; on a day on which nothing happens it stands where it did, until one ends or may exist. */
  private papersOn(day: Day, known: Known): Papers {
    const { standingPapers: standing } = this;
    if (standing !== null && standing.known === known && day < standing.next) {
      this.wake(day, standing.next);
      return standing.papers;
    }
    let next = NEVER;
    const wake = (on: Day): void => {
      if (on > day && on < next) next = on;
    };
    const { applicant, earliestSubmissionOn } = known;
    const papers = papersOf(paperRows(known.needs, this.facts, { day, wake, applicant, earliestSubmissionOn }));
    this.wake(day, next);
    this.standingPapers = { known, next, papers };
    return papers;
  }

  /** The applicant as of a day: a European card of which a copy is in hand covers the stay until its last day. */
  private applicantOn(day: Day): Applicant {
    const { applicant, papers } = this.facts;
    const card = applicant.hasEhic ? papers.get('ehic') : undefined;
    if (!card?.validUntil || card.status === 'rejected') return applicant;
    if (card.validUntil >= day) {
      this.wake(day, addDays(card.validUntil, 1));
      return applicant;
    }
    if (this.cardOver?.before !== applicant)
      this.cardOver = { before: applicant, now: { ...applicant, hasEhic: false } };
    return this.cardOver.now;
  }

  /** What the applicant's facts say; it changes with them, and on few days besides. */
  private knownOn(day: Day): Known {
    const applicant = this.applicantOn(day);
    const { known } = this;
    if (known !== null && known.applicant === applicant && day < known.next) {
      if (known.next < this.next) this.next = known.next;
      return known;
    }
    const earliestSubmissionOn = earliestSubmissionOf(applicant);
    const next = firstChangeDay(applicant, day, earliestSubmissionOn) ?? NEVER;
    if (next < this.next) this.next = next;
    this.known = {
      applicant,
      next,
      needs: documentNeeds(applicant, this.file.playbook, day),
      earliestSubmissionOn,
      route: routeOf(applicant),
      caisse: known?.applicant === applicant ? known.caisse : null,
    };
    return this.known;
  }

  private caisseOn(known: Known, submitted: boolean): PlannedCaisse {
    if (known.caisse?.submitted !== submitted)
      known.caisse = { submitted, planned: caisseOf(known.applicant, submitted) };
    return known.caisse.planned;
  }

  private raisedOn(day: Day): Set<string> {
    const keys = new Set<string>();
    for (const { n, on } of this.facts.again) if (on === day) keys.add(againKey(n));
    for (const { n, on } of this.facts.back) if (on === day) keys.add(backKey(n));
    return keys;
  }

  /** A resend that has fallen due keeps its number, whatever is said of the letter later. */
  private noteDue({ stage, facts, day }: Context): void {
    const letter = lastOf(facts.postings);
    if (stage !== 'submitted' || letter === undefined || facts.resend !== null || letter.silentResend !== null) return;
    if (isResendDue(facts, letter, day)) letter.silentResend = facts.resends += 1;
    else if (letter.returnedOn === null) this.wake(day, facts.days.onOrAfter(addDays(letter.on, RESEND_AFTER_DAYS)));
  }

  private wake(day: Day, on: Day): void {
    if (on > day && on < this.next) this.next = on;
  }

  /** The first day after this one on which anything may be otherwise. */
  private lookAhead(day: Day): void {
    const event = this.history.days[this.nextEvent];
    if (event !== undefined) this.wake(day, event.day);
    // The eve of the opening decides whether the file has a history.
    this.wake(day, addDays(this.file.openedOn, -1));
    this.wake(day, this.file.openedOn);
  }
}

const NEVER: Day = '9999-12-31' as Day;

type Known = {
  applicant: Applicant;
  next: Day;
  needs: readonly DocumentNeed[];
  earliestSubmissionOn: Day | null;
  route: Context['route'];
  caisse: { submitted: boolean; planned: PlannedCaisse } | null;
};

/** The papers as they stand until a day. */
type StandingPapers = { known: Known; next: Day; papers: Papers };

type Course = { round: ActiveRound | null; sentAs: Stage | null; wasSent: boolean };

/** Whether a deed brings a paper, or has CPAM ask for some: all others leave the papers as they stand. */
const isAboutPapers = (deed: Deed): boolean =>
  'document' in deed ||
  deed.type === 'documents_requested' ||
  (deed.type === 'call_made' && deed.outcome === 'documents_missing');

import type { RehearsalResult } from '@suivi/contracts/playbook';
import type { Day } from '@suivi/rules/calendar/days';
import type { PlanDifference } from '@suivi/rules/difference';
import { differenceInWords } from '@suivi/rules/difference-words';
import type { Fate } from '@suivi/rules/emails/late';
import { deadlineNames, emailNames, taskWords } from '@suivi/rules/names';
import type { Words } from '@suivi/rules/vocabulary';
import type { FileRehearsed } from './rehearse-file.ts';

/** What is kept of a rehearsal: counts, and samples that name a file by its id alone. */
export type Tally = Omit<RehearsalResult, 'samples'> & { samples: { fileId: string; lines: Words[]; more: number }[] };

/** Of each kind of change, so many files are shown. */
const SAMPLES_OF_A_KIND = 4;
const SAMPLES_AT_MOST = 24;
const LINES_OF_A_FILE = 6;

/** Adds up what would become of the files, one after the other. */
export class Counting {
  readonly #today: Day;
  readonly #kinds = new Map<string, Tally['kinds'][number]>();
  readonly #shown = new Map<string, number>();
  readonly #tally: Tally = {
    files: 0,
    changed: 0,
    broken: 0,
    stages: 0,
    due: { before: 0, after: 0 },
    tasks: { added: 0, dropped: 0, moved: 0 },
    emails: { added: 0, dropped: 0, moved: 0, now: 0, skipped: 0, held: 0 },
    deadlines: { added: 0, dropped: 0, moved: 0 },
    kinds: [],
    samples: [],
  };

  constructor(today: Day) {
    this.#today = today;
  }

  /** A file that cannot be planned. */
  addBroken(): void {
    this.#tally.files += 1;
    this.#tally.broken += 1;
  }

  add(fileId: string, { found, fates, due }: FileRehearsed): void {
    const tally = this.#tally;
    tally.files += 1;
    tally.due.before += due.before;
    tally.due.after += due.after;
    const { tasks, emails, deadlines, stage } = found;
    if (stage !== null) tally.stages += 1;
    this.#count('tasks', tasks, ({ key, kind }) => ['task', taskWords({ key, kind })]);
    this.#count('emails', emails, ({ template }) => ['email', emailNames[template]]);
    this.#count('deadlines', deadlines, ({ kind }) => ['deadline', deadlineNames[kind]]);
    const leaving = this.#fates(found, fates);
    for (const fate of leaving) tally.emails[fate] += 1;
    const signs = signsOf(found, leaving);
    if (signs.length === 0) return;
    tally.changed += 1;
    const lines = this.#isSample(signs) ? differenceInWords(found, { today: this.#today, fates }) : [];
    if (lines.length === 0) return;
    for (const sign of signs) this.#shown.set(sign, (this.#shown.get(sign) ?? 0) + 1);
    tally.samples.push({
      fileId,
      lines: lines.slice(0, LINES_OF_A_FILE),
      more: Math.max(0, lines.length - LINES_OF_A_FILE),
    });
  }

  result(): Tally {
    const weight = ({ added, dropped, moved }: Tally['kinds'][number]) => added + dropped + moved;
    return { ...this.#tally, kinds: [...this.#kinds.values()].sort((a, b) => weight(b) - weight(a)) };
  }

  #count<Item>(
    what: 'tasks' | 'emails' | 'deadlines',
    changes: { added: Item[]; dropped: Item[]; moved: { after: Item }[] },
    named: (item: Item) => ['task' | 'email' | 'deadline', Words],
  ): void {
    const all = [
      ...changes.added.map((item) => ['added', item] as const),
      ...changes.dropped.map((item) => ['dropped', item] as const),
      ...changes.moved.map(({ after }) => ['moved', after] as const),
    ];
    for (const [how, item] of all) {
      const [of, name] = named(item);
      const id = `${of} ${name.en}`;
      const kind = this.#kinds.get(id) ?? { of, name, added: 0, dropped: 0, moved: 0 };
      kind[how] += 1;
      this.#kinds.set(id, kind);
      this.#tally[what][how] += 1;
    }
  }

  /** Of the emails that this change brings into the past or to today, what becomes of each. */
  #fates({ emails }: PlanDifference, fates: ReadonlyMap<string, Fate>): ('now' | 'skipped' | 'held')[] {
    const come = [
      ...emails.added,
      ...emails.moved.filter(({ before }) => before.sendOn > this.#today).map(({ after }) => after),
    ];
    return come.flatMap(({ key, sendOn }) => {
      const fate = fates.get(key);
      if (fate === undefined || sendOn > this.#today) return [];
      return [fate === 'planned' ? 'now' : fate];
    });
  }

  #isSample(signs: readonly string[]): boolean {
    if (this.#tally.samples.length >= SAMPLES_AT_MOST) return false;
    return signs.some((sign) => (this.#shown.get(sign) ?? 0) < SAMPLES_OF_A_KIND);
  }
}

/** In which ways a file changes; none: it stays as it is. */
function signsOf({ stage, tasks, emails, deadlines }: PlanDifference, leaving: readonly string[]): string[] {
  const lists = { tasks, emails, deadlines };
  return [
    ...(stage === null ? [] : ['stage']),
    ...leaving,
    ...Object.entries(lists).flatMap(([what, changes]) =>
      Object.entries(changes).flatMap(([how, items]) => (items.length > 0 ? [`${what} ${how}`] : [])),
    ),
  ];
}

import type { BulkLine } from '@suivi/contracts/bulk';
import type { Day } from '@suivi/rules/calendar/days';
import type { EmailTemplate, Stage, Words } from '@suivi/rules/vocabulary';

/** Files that are left out for one reason. */
export type LeftOut = { why: Words; names: string[] };

export type Summary = {
  /** Those that it will be done to. */
  files: readonly BulkLine[];
  names: string[];
  leftOut: LeftOut[];
  /** The day all their tasks are due on, or null when there are several. */
  from: Day | null;
  tasks: number;
  tasksByHand: number;
  stages: { from: Stage; to: Stage; count: number }[];
  tasksClosed: number;
  tasksOpened: number;
  emailsToday: { template: EmailTemplate; count: number }[];
  emailsLater: { count: number; first: Day } | null;
  emailsHeld: number;
  emailsCancelled: number;
};

const sum = (lines: readonly BulkLine[], of: (line: BulkLine) => number) =>
  lines.reduce((total, line) => total + of(line), 0);

/** What a preview comes to, in numbers and names. */
export function summaryOf(lines: readonly BulkLine[], today: Day): Summary {
  const files = lines.filter(({ leftOut }) => leftOut === null);
  const dues = new Set(files.flatMap(({ task }) => (task === null ? [] : [task.due])));
  const emails = files.flatMap(({ effect }) => effect?.emails ?? []);
  const leaving = emails.filter(({ fate }) => fate === 'now' || fate === 'planned');
  const later = leaving.filter(({ on }) => on > today).map(({ on }) => on);
  return {
    files,
    names: files.map(({ clientName }) => clientName),
    leftOut: reasons(lines),
    from: dues.size === 1 ? ([...dues][0] ?? null) : null,
    tasks: sum(files, ({ tasks }) => tasks),
    tasksByHand: sum(files, ({ tasksByHand }) => tasksByHand),
    stages: changes(files),
    tasksClosed: sum(files, ({ effect }) => effect?.tasksClosed.length ?? 0),
    tasksOpened: sum(files, ({ effect }) => effect?.tasksOpened.length ?? 0),
    emailsToday: counted(leaving.filter(({ on }) => on <= today).map(({ template }) => template)).map(
      ([template, count]) => ({ template, count }),
    ),
    emailsLater: later.length === 0 ? null : { count: later.length, first: later.reduce((a, b) => (a < b ? a : b)) },
    emailsHeld: emails.filter(({ fate }) => fate === 'held').length,
    emailsCancelled: sum(files, ({ effect }) => effect?.emailsCancelled ?? 0),
  };
}

/** Files by why they are left out, the most frequent reason first. */
export function reasons(lines: readonly Pick<BulkLine, 'leftOut' | 'clientName'>[]): LeftOut[] {
  const found = new Map<string, LeftOut>();
  for (const { leftOut: why, clientName } of lines) {
    if (why === null) continue;
    const known = found.get(why.en);
    if (known === undefined) found.set(why.en, { why, names: [clientName] });
    else known.names.push(clientName);
  }
  return [...found.values()].sort((a, b) => b.names.length - a.names.length);
}

function changes(files: readonly BulkLine[]): Summary['stages'] {
  const moves = files.flatMap(({ effect }) => (effect && effect.stage.from !== effect.stage.to ? [effect.stage] : []));
  return counted(moves.map(({ from, to }) => `${from} ${to}`)).map(([move, count]) => {
    const [from, to] = move.split(' ') as [Stage, Stage];
    return { from, to, count };
  });
}

function counted<T>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

import type { Client } from '@suivi/contracts/files';
import type { Day } from '@suivi/rules/calendar/days';
import { later } from '@suivi/rules/calendar/days';
import type { Applicant } from '@suivi/rules/file';
import type { Plan } from '@suivi/rules/plan-types';
import type { Category, Language, Stage, TaskKind } from '@suivi/rules/vocabulary';
import { searchText } from './search-text.ts';

/** What lists search and sort by, kept beside the file so that no list has to plan. */
export type FileColumns = {
  version: number;
  town: string | null;
  caisse: string | null;
  department: string | null;
  category: Category;
  language: Language;
  stage: Stage;
  step: number;
  stageSince: Day | null;
  closed: boolean;
  nextTaskKey: string | null;
  nextTaskKind: TaskKind | null;
  nextDueOn: Day | null;
  documentsInHand: number;
  documentsNeeded: number;
  searchText: string;
  nextReviewOn: Day | null;
  plannedOn: Day;
  rulesVersion: string;
  playbookVersion: number;
};

const CLOSED = new Set<Stage>(['card_delivered', 'withdrawn', 'nothing_to_file']);
/** Whether nothing is left to do in a file of this stage. */
export const isClosed = (stage: Stage): boolean => CLOSED.has(stage);

type Known = {
  version: number;
  reference: string;
  client: Client;
  /** As known today. */
  applicant: Applicant;
  stageSince: Day | null;
  playbookVersion: number;
  /** Until when a task is snoozed, by its key. */
  snoozed?: ReadonlyMap<string, Day | null>;
};

export function fileColumns(plan: Plan, known: Known): FileColumns {
  const { version, reference, client, applicant, stageSince, playbookVersion, snoozed } = known;
  const due = plan.tasks.map((task) => ({ ...task, dueOn: later(task.dueOn, snoozed?.get(task.key) ?? task.dueOn) }));
  const next = due.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.key < b.key ? -1 : 1))[0];
  const needed = plan.documents.filter(({ need }) => need === 'required');
  return {
    version,
    town: applicant.address.city,
    caisse: plan.caisse.shortName,
    department: plan.caisse.department,
    category: applicant.category,
    language: applicant.language,
    stage: plan.stage,
    step: plan.progress.step,
    stageSince,
    closed: isClosed(plan.stage),
    nextTaskKey: next?.key ?? null,
    nextTaskKind: next?.kind ?? null,
    nextDueOn: next?.dueOn ?? null,
    documentsInHand: needed.filter(({ status }) => status === 'received' || status === 'verified').length,
    documentsNeeded: needed.length,
    searchText: searchText({ ...client, reference, town: applicant.address.city }),
    nextReviewOn: plan.nextReviewOn,
    plannedOn: plan.today,
    rulesVersion: plan.rulesVersion,
    playbookVersion,
  };
}

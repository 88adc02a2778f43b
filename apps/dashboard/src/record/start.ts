import type { Day } from '@suivi/rules/calendar/days';
import type { Deed } from '@suivi/rules/events';
import type { Applicant } from '@suivi/rules/file';
import type { Plan, PlannedTask } from '@suivi/rules/plan-types';
import type { EventType } from '@suivi/rules/vocabulary';
import { EVENT_TYPES } from '@suivi/rules/vocabulary';
import { factsOf } from '../applicant/facts.ts';
import type { Draft } from './draft.ts';
import { likelyEvents } from './likely.ts';
import { answerable, documentsOf } from './propose.ts';

/** What the form is opened with. */
export type Asked = { record: string; about?: string; document?: string; member?: string };
export type Known = { plan: Plan; deeds: readonly Deed[]; applicant: Applicant; today: Day };

/** The task whose answer is proposed: the one asked for, else the most pressing. */
export function taskProposed(
  { plan, today }: Pick<Known, 'plan' | 'today'>,
  { about }: Asked,
): PlannedTask | undefined {
  if (about !== undefined) return plan.tasks.find(({ key }) => key === about);
  return plan.tasks.find(({ dueOn }) => dueOn <= today);
}

/** The number of the last letter: what La Poste says is said of it. */
export const lastTracking = (deeds: readonly Deed[]): string => {
  const letter = deeds.findLast((deed) => 'method' in deed && 'trackingNumber' in deed && deed.trackingNumber !== null);
  return letter !== undefined && 'trackingNumber' in letter ? (letter.trackingNumber ?? '') : '';
};

const OF_LAST_LETTER = new Set<EventType>(['post_tracked', 'post_delivered']);

/** The draft with another type: what is typed stays, what only that type knows is filled in. */
export function withType(draft: Draft, type: EventType, { plan, deeds, today }: Known): Draft {
  const last = lastTracking(deeds);
  const tracking = OF_LAST_LETTER.has(type) ? draft.trackingNumber || last : draft.trackingNumber;
  const answers = answerable(type, plan.tasks);
  const supplement = plan.tasks.find(({ key }) => key.startsWith('registered_post:supplement'));
  return {
    ...draft,
    type,
    trackingNumber: !OF_LAST_LETTER.has(type) && tracking === last ? '' : tracking,
    about: answers.some(({ key }) => key === draft.about)
      ? draft.about
      : (answers.find(({ dueOn }) => dueOn <= today)?.key ?? null),
    documents:
      type === 'supplement_sent' && draft.documents.length === 0 && supplement !== undefined
        ? documentsOf(supplement)
        : draft.documents,
    papers:
      type === 'document_verified' && draft.papers.length === 0
        ? plan.documents.filter(({ status }) => status === 'received').map(paperValue)
        : draft.papers,
  };
}

export const paperValue = ({ code, member }: { code: string; member: string | null }): string =>
  member === null ? code : `${code}:${member}`;

/** The form as it opens: the event asked for, else the one that answers what is due, else what the stage waits for. */
export function startDraft(known: Known, asked: Asked): Draft {
  const { applicant, today, plan } = known;
  const task = taskProposed(known, asked);
  const [likely] = likelyEvents(task === undefined ? [] : [task], plan.stage);
  const type = EVENT_TYPES.find((one) => one === asked.record) ?? likely ?? 'document_received';
  const empty: Draft = {
    type,
    on: today,
    history: false,
    papers: asked.document === undefined ? [] : [paperValue({ code: asked.document, member: asked.member ?? null })],
    fault: null,
    method: plan.route === 'online' ? 'online' : 'registered_post',
    cardMethod: 'online',
    outcome: null,
    decision: null,
    status: null,
    documents: [],
    trackingNumber: '',
    callBackOn: null,
    replyBy: null,
    validUntil: null,
    notifiedOn: null,
    facts: factsOf(applicant),
    about: task !== undefined && answerable(type, [task]).length > 0 ? task.key : null,
    voids: null,
    note: '',
  };
  return withType(empty, type, known);
}

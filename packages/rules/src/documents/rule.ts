import type { SourceId } from '../citations/citations.ts';
import type { Applicant } from '../file.ts';
import type { PlannedDocument } from '../plan-types.ts';
import type { Category, DocumentCode, Words } from '../vocabulary.ts';
import type { Situation } from './situation.ts';

export type Need = {
  need: PlannedDocument['need'];
  because: Words;
  /** Where this answer stands, when not where the rule does. */
  source?: SourceId;
  /** The point on which another source says otherwise, for the warning. */
  sourcesDiffer?: Words;
};

/** A paper, when it is needed, and where that stands. The two sentences stand where the decision is made. */
export type DocumentRule = {
  document: DocumentCode;
  neededFor: (situation: Situation) => PlannedDocument['neededFor'];
  source: SourceId;
  need: (situation: Situation) => Need;
};

export type Child = Applicant['members'][number];

/** The same, for a paper of a child. */
export type ChildRule = Omit<DocumentRule, 'need'> & { need: (child: Child) => Need };

export const forSubmission = (): 'submission' => 'submission';
export const forCard = (): 'card' => 'card';

export const required = (en: string, fr: string, more: Partial<Need> = {}): Need => ({
  need: 'required',
  because: { en, fr },
  ...more,
});
export const conditional = (en: string, fr: string, more: Partial<Need> = {}): Need => ({
  need: 'conditional',
  because: { en, fr },
  ...more,
});
export const optional = (en: string, fr: string, more: Partial<Need> = {}): Need => ({
  need: 'optional',
  because: { en, fr },
  ...more,
});
export const notNeeded = (en: string, fr: string, more: Partial<Need> = {}): Need => ({
  need: 'not_needed',
  because: { en, fr },
  ...more,
});

/** What a category is called inside a sentence. */
export const categoryName: Record<Category, Words> = {
  employee: { en: 'an employee', fr: 'une activité salariée' },
  self_employed: { en: 'the self-employed', fr: 'une activité indépendante' },
  resident: { en: 'a resident without work', fr: 'une résidence sans activité' },
  s1_holder: { en: 'an S1 holder', fr: 'une personne avec S1' },
  posted_worker: { en: 'a posted worker', fr: 'un détachement' },
  student: { en: 'a student', fr: 'des études' },
  family_member: { en: 'a family member', fr: 'la famille d’un assuré' },
  job_seeker: { en: 'a job seeker', fr: 'une recherche d’emploi' },
  frontier_worker: { en: 'a frontier worker', fr: 'un travail frontalier' },
};

/** The paper is on no list for this category. */
export const notListed = ({ category }: Situation): Need =>
  notNeeded(
    `Not among the documents asked of ${categoryName[category].en}.`,
    `Ne fait pas partie des pièces demandées pour ${categoryName[category].fr}.`,
  );

const BY_S1106: ReadonlySet<Category> = new Set([
  'employee',
  'self_employed',
  'resident',
  's1_holder',
  'family_member',
  'job_seeker',
]);
/** Whether the request is made on form S1106. */
export const filesS1106 = ({ category }: { category: Category }): boolean => BY_S1106.has(category);

import type { Plan } from './plan-types.ts';

export type PlanDifference = { stage: { from: Plan['stage']; to: Plan['stage'] } | null };

/** What changes from one plan to the next. */
export function difference(before: Plan, after: Plan): PlanDifference {
  throw new Error(`not written yet: ${before.file} ${after.file}`);
}

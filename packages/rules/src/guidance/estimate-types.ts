import type { Day } from '../calendar/days.ts';
import type { SourceId } from '../citations/citations.ts';
import type { DisagreementId } from '../citations/disagreements.ts';
import type { Words } from '../vocabulary.ts';

/** The rules of the register (area `guidance`) that a line stands on. */
export const GUIDANCE_RULES = [
  'care_gp',
  'care_specialists',
  'care_pathway',
  'care_contribution',
  'care_medicines',
  'care_laboratory',
  'care_hospital',
  'care_daily_charge',
  'care_heavy_act',
  'care_emergency',
  'care_long_illness',
  'care_local_scheme',
  'care_form',
  'child_attachment',
  'child_own_card',
] as const;
export type GuidanceRule = (typeof GUIDANCE_RULES)[number];

/** A sentence that stands on a source. */
export type Sourced = { because: Words; source: SourceId; rule: GuidanceRule };

/** One line of a sum, in euro cents. */
export type Line = Sourced & {
  label: Words;
  amount: number;
  /** Set where a source says that a complementary insurance may take it over. */
  mayBeCovered?: true;
};

export type Estimate =
  | { known: false; because: Words; source: SourceId | null; rule: GuidanceRule | null }
  | {
      known: true;
      /** What the care cost, the daily charge of a stay included. */
      cost: number;
      /** What the rate is taken of. */
      base: Line;
      /** They add up to `paidBack`; what is withheld is negative. */
      back: Line[];
      paidBack: number;
      /** They add up to `stays`; `paidBack` and `stays` make the cost. */
      left: Line[];
      stays: number;
      notes: Sourced[];
      /** Points on which sources differ that matter to this care on this day. */
      differs: DisagreementId[];
      /** The oldest day on which one of its figures was read. */
      readOn: Day;
    };
export type KnownEstimate = Extract<Estimate, { known: true }>;

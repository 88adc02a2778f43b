import type { Day } from '../calendar/days.ts';
import { isVisit, type Care } from './care.ts';
import type { Estimate, KnownEstimate } from './estimate-types.ts';
import { yearAndDay } from './figures.ts';
import { estimateEmergency, estimateStay } from './hospital.ts';
import { estimateLaboratory, estimateMedicine } from './prescribed.ts';
import { estimateVisit } from './visits.ts';

function reckoned(care: Care): Estimate {
  if (isVisit(care.kind)) return estimateVisit(care);
  if (care.kind === 'medicine') return estimateMedicine(care);
  if (care.kind === 'laboratory') return estimateLaboratory(care);
  return care.kind === 'hospital' ? estimateStay(care) : estimateEmergency(care);
}

/**
 * What Assurance Maladie pays back of one piece of care, line by line, or why Suivi has no figure. An estimate from
 * public sources: what the care is for, and any complementary insurance, is not looked at.
 * @param today figures of a later day are not known yet, and the estimate says so
 */
export function estimate(care: Care, today: Day): Estimate {
  const made = reckoned(care);
  if (!made.known || care.on <= today) return made;
  const read = yearAndDay(made.readOn);
  const note = {
    because: {
      en: `The care lies ahead: the figures are those read on ${read.en}, and may have changed by then.`,
      fr: `Les soins sont à venir : les chiffres sont ceux lus le ${read.fr} et peuvent changer d’ici là.`,
    },
    source: made.base.source,
    rule: made.base.rule,
  };
  return { ...made, notes: [...made.notes, note] };
}

export type Reckoned = { care: Care; estimate: KnownEstimate };

/**
 * The same visit inside the care pathway, where only the pathway leaves it without a figure: what it comes to once a GP
 * is declared, or has sent there. Null where that would not help, or is not needed.
 */
export function insideInstead(care: Care, today: Day): Reckoned | null {
  if (!isVisit(care.kind) || estimate(care, today).known) return null;
  const inside = { ...care, gpDeclared: true, direct: false };
  const made = estimate(inside, today);
  return made.known ? { care: inside, estimate: made } : null;
}

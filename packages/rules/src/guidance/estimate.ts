import type { Day } from '../calendar/days.ts';
import { isVisit, type Care } from './care.ts';
import type { Estimate } from './estimate-types.ts';
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

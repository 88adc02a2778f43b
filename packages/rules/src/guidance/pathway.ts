import type { Care, CareKind } from './care.ts';
import type { Sourced } from './estimate-types.ts';
import { percent } from './euros.ts';
import type { Figure } from './figures.ts';

/** The care pathway (parcours de soins coordonnés) counts from this age on. */
export const PATHWAY_FROM = 16;

/** Doctors whom anybody with a declared GP may see first; a psychiatrist between 16 and 25. */
export const isDirectAccess = (kind: CareKind, age: number): boolean =>
  kind === 'gynaecologist' ||
  kind === 'ophthalmologist' ||
  kind === 'stomatologist' ||
  (kind === 'psychiatrist' && age >= 16 && age <= 25);

/** Whether a visit is paid back at the full rate. */
export const isInside = ({
  kind,
  age,
  gpDeclared,
  direct,
}: Pick<Care, 'kind' | 'age' | 'gpDeclared' | 'direct'>): boolean =>
  age < PATHWAY_FROM || (gpDeclared && (!direct || isDirectAccess(kind, age)));

/** Why a visit has its rate. */
export function pathwayOf({ kind, age, gpDeclared, direct }: Care, { value, source }: Figure): Sourced {
  const rule = 'care_pathway';
  const rate = percent(value);
  if (age < PATHWAY_FROM)
    return {
      because: {
        en: 'Under 16 the care pathway does not lower a refund.',
        fr: 'Avant 16 ans, le parcours de soins ne réduit aucun remboursement.',
      },
      source: 'masante/under-16',
      rule,
    };
  if (!gpDeclared)
    return {
      because: {
        en: `Outside the care pathway: no GP is declared, so the rate is ${rate.en}.`,
        fr: `Hors du parcours de soins : aucun médecin traitant déclaré, le taux est de ${rate.fr}.`,
      },
      source,
      rule,
    };
  if (!direct)
    return {
      because: {
        en: 'Inside the care pathway: the declared GP, or a doctor they sent to.',
        fr: 'Dans le parcours de soins : le médecin traitant, ou un médecin vers qui il a orienté.',
      },
      source,
      rule,
    };
  if (isDirectAccess(kind, age))
    return {
      because: {
        en: 'With a declared GP, this specialist may be seen directly at the full rate.',
        fr: 'Avec un médecin traitant déclaré, ce spécialiste se consulte directement au taux plein.',
      },
      source: 'service-public/F1069',
      rule,
    };
  return {
    because: {
      en: `Outside the care pathway: seen without the declared GP, so the rate is ${rate.en}.`,
      fr: `Hors du parcours de soins : consulté sans le médecin traitant, le taux est de ${rate.fr}.`,
    },
    source,
    rule,
  };
}

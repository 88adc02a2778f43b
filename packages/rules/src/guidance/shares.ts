import type { SourceId } from '../citations/citations.ts';
import type { GuidanceRule, Line, Sourced } from './estimate-types.ts';
import { percent } from './euros.ts';
import type { Figure } from './figures.ts';
import { partLabel } from './reckoning.ts';

/** The lines that several kinds of care share. */

/** What the local scheme of Alsace-Moselle adds to the general rate. */
export const localLine = (general: number, { value, source }: Figure, base: number, amount: number): Line => ({
  label: partLabel(value - general, base),
  amount,
  because: {
    en: `The local scheme of Alsace-Moselle tops the rate up to ${percent(value).en}.`,
    fr: `Le régime local d’Alsace-Moselle porte le taux à ${percent(value).fr}.`,
  },
  source,
  rule: 'care_local_scheme',
});

/**
 * The part of the tariff that is not paid back (ticket modérateur); none when all of it is.
 * @param covered no source of ours says that a complementary insurance takes over what is left outside the pathway
 */
export function ownShare(
  amount: number,
  rate: number,
  base: number,
  source: SourceId,
  rule: GuidanceRule,
  covered: boolean,
): Line[] {
  if (amount === 0) return [];
  const line = { label: partLabel(100 - rate, base), amount, source, rule };
  return [
    covered
      ? {
          ...line,
          because: {
            en: 'The rest of the tariff; a complementary insurance may take it over.',
            fr: 'Le reste du tarif ; une complémentaire santé peut le prendre en charge.',
          },
          mayBeCovered: true,
        }
      : { ...line, because: { en: 'The rest of the tariff.', fr: 'Le reste du tarif.' } },
  ];
}

/** What was charged above the tariff. */
export const aboveTariff = (amount: number): Line[] =>
  amount === 0
    ? []
    : [
        {
          label: { en: 'Above the tariff', fr: 'Dépassement d’honoraires' },
          amount,
          because: {
            en: 'Assurance Maladie reckons on the tariff, whatever was charged.',
            fr: 'L’Assurance Maladie compte sur le tarif, quel que soit le prix payé.',
          },
          source: 'service-public/F17042',
          rule: 'care_pathway',
        },
      ];

/** Care for a listed long illness. */
export const forLongIllness = ({ source }: Figure): Sourced => ({
  because: {
    en: 'Care for a listed long illness is paid back at the whole tariff.',
    fr: 'Les soins d’une affection de longue durée de la liste sont remboursés au tarif entier.',
  },
  source,
  rule: 'care_long_illness',
});

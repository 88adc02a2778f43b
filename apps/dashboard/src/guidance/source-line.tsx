import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SourceId } from '@suivi/rules/citations/citations';
import { citation } from '@suivi/rules/citations/citations';
import type { GuidanceRule } from '@suivi/rules/guidance/estimate-types';
import { dayTyped } from '../shell/dates.ts';
import classes from './guidance.module.css';

/** Who says it, in a few words: “Service-public.fr”. The whole stands with the rule, and in the tooltip. */
const shortName = (publisher: string): string => publisher.split(/ \(|, /)[0] ?? publisher;

type Props = {
  source: SourceId;
  rule: GuidanceRule;
  /** Beside advice, where no amount hangs on the day it was read. */ brief?: boolean;
};

/** Where a figure stands in public, the day it was read, and the rule in What Suivi believes. */
export function SourceLine({ source, rule, brief = false }: Props) {
  const { t } = useTranslation();
  const { address, title, publisher, readOn } = citation(source);
  const whole = `${publisher}, ${title}`;
  return (
    <span className={classes.source}>
      {address.startsWith('https:') ? (
        <a href={address} target="_blank" rel="noreferrer" title={whole}>
          {shortName(publisher)}
        </a>
      ) : (
        <span title={whole}>{shortName(publisher)}</span>
      )}
      {!brief && `, ${t('guidance.readShort', { day: dayTyped(readOn) })}`} ·{' '}
      <Link to={`/believes#${rule}`}>{t('guidance.rule')}</Link>
    </span>
  );
}

/** The publishers of a side, one after the other. */
export function SourceNames({ sources }: { sources: readonly SourceId[] }) {
  return <span className={classes.source}>{sources.map((id) => shortName(citation(id).publisher)).join(' · ')}</span>;
}

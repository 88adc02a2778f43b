import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedDocument } from '@suivi/rules/plan-types';
import { RuleLine } from '../shell/explained.tsx';
import { useSay } from '../shell/say.ts';
import classes from './documents.module.css';

/** What another source says against the one that a rule follows, both side by side; null where none does. */
export function useContradicted({ code, source }: PlannedDocument): ReactNode | null {
  const { t } = useTranslation();
  const say = useSay();
  const sides = useQuery({
    queryKey: ['disagreement', code, source],
    // The tables are long and seldom asked for: they come with the first point on which sources differ.
    queryFn: async () => {
      const [{ citation }, { disagreementsOf, ruleById }] = await Promise.all([
        import('@suivi/rules/citations/citations'),
        import('@suivi/rules/register'),
      ]);
      const rule = ruleById(code);
      const points = rule === undefined ? [] : disagreementsOf(rule);
      const point = points.find(({ followed }) => followed.sources.some((id) => id === source));
      if (point === undefined) return null;
      return [point.followed, point.other].map(({ says, sources }) => ({ words: says, by: citation(sources[0]) }));
    },
    staleTime: Infinity,
  }).data;
  if (sides == null) return null;
  return (
    <>
      {sides.map(({ words, by }, i) => (
        <span key={by.address} className={classes.source}>
          <b>{t(i === 0 ? 'file.documents.follow' : 'file.documents.other')}</b> {say(words)}{' '}
          <a href={by.address} target="_blank" rel="noreferrer">
            {by.title}
          </a>
        </span>
      ))}
      <RuleLine of={`document:${code}`} source={source} />
    </>
  );
}

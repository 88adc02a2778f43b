import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Citation } from '@suivi/rules/citations/citations';
import { useLanguage } from '../shell/say.ts';
import classes from './documents.module.css';

/** What another source says against the one that a rule follows, both side by side; null where none does. */
export function useContradicted(source: string): ReactNode | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const citations = useQuery({
    queryKey: ['citations'],
    queryFn: async () => (await import('@suivi/rules/citations/citations')).CITATIONS as Record<string, Citation>,
    staleTime: Infinity,
  }).data;
  const followed = citations?.[source];
  const others = (followed?.conflictsWith ?? []).flatMap((id) => citations?.[id] ?? []);
  if (followed === undefined || others.length === 0) return null;
  return (
    <>
      {[followed, ...others].map((citation, i) => (
        <span key={citation.address} className={classes.source}>
          <b>{t(i === 0 ? 'file.documents.follow' : 'file.documents.other')}</b> {citation.says[language]}{' '}
          <a href={citation.address} target="_blank" rel="noreferrer">
            {citation.title}
          </a>
        </span>
      ))}
    </>
  );
}

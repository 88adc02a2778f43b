import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Paper } from '@suivi/contracts/papers';
import classes from './document-papers.module.css';

type Props = { papers: readonly Paper[]; onOpen: (paper: Paper) => void };

/** The scans of one document: each opens in place. */
export function DocumentPapers({ papers, onOpen }: Props) {
  const { t } = useTranslation();
  if (papers.length === 0) return null;
  return (
    <ul className={classes.papers}>
      {papers.map((paper) => (
        <li key={paper.id} data-state={paper.state}>
          <button
            type="button"
            className={classes.paper}
            aria-label={t('papers.view.open', { name: paper.name })}
            title={paper.name}
            onClick={() => onOpen(paper)}
          >
            <IconPaperclip aria-hidden="true" />
            <span className="one-line">{paper.name}</span>
          </button>
          <span className={`${classes.state} no-wrap`} data-scan={paper.scan}>
            {paper.scan === 'infected'
              ? t('papers.view.scan.infected')
              : paper.state === 'verified'
                ? t('papers.view.pages', { count: paper.pages.length })
                : t(`papers.view.state.${paper.state}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

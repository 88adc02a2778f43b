import {
  IconChevronLeft,
  IconChevronRight,
  IconLayoutSidebarRight,
  IconRefresh,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Paper } from '@suivi/contracts/papers';
import { useLanguage } from '../shell/say.ts';
import classes from './page-tools.module.css';
import { sizeInWords } from './size-in-words.ts';
import type { Pages } from './use-pages.ts';

type Props = { paper: Paper; pages: Pages; onBlackOut?: () => void };

/** Above a page: what the file is, whether a scanner has seen it, and how to turn, enlarge and leaf through it. */
export function PageTools({ paper, pages, onBlackOut }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const tool = (Icon: Icon, name: string, act: () => void, disabled = false) => (
    <button type="button" className="icon-button" aria-label={name} title={name} disabled={disabled} onClick={act}>
      <Icon aria-hidden="true" />
    </button>
  );
  return (
    <div className={classes.bar} role="group" aria-label={paper.name}>
      <span className="small strong one-line" title={paper.name}>
        {paper.name}
      </span>
      <span className={`${classes.about} tiny dim nums`}>
        {t('papers.view.pageOf', { page: pages.page + 1, of: paper.pages.length })} ·{' '}
        {sizeInWords(paper.size, language, t)} ·{' '}
        <span className={classes.scan} data-scan={paper.scan}>
          {t(`papers.view.scan.${paper.scan}`)}
        </span>
      </span>
      <span className="grow" />
      {paper.pages.length > 1 && (
        <>
          {tool(IconChevronLeft, t('papers.view.previous'), pages.previous, pages.page === 0)}
          {tool(IconChevronRight, t('papers.view.next'), pages.next, pages.page === paper.pages.length - 1)}
        </>
      )}
      {tool(IconZoomOut, t('papers.view.zoomOut'), pages.zoomOut)}
      {tool(IconZoomIn, t('papers.view.zoomIn'), pages.zoomIn)}
      {tool(IconRefresh, t('papers.view.turn'), pages.turn)}
      {onBlackOut !== undefined && tool(IconLayoutSidebarRight, t('papers.view.blackOut'), onBlackOut)}
    </div>
  );
}

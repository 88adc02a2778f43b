import { IconCircleCheck, IconAlertCircle, IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../shell/key-cap.tsx';
import { useLanguage } from '../../shell/say.ts';
import type { FileToCheck, Outcomes } from './round.ts';
import classes from './strip.module.css';

type Props = {
  file: FileToCheck;
  at: string;
  outcomes: Outcomes;
  seen: ReadonlySet<string>;
  goTo: (id: string) => void;
  verifyAll: () => void;
};

/** All new documents of this client, at the foot of the page that is looked at. */
export function Strip({ file, at, outcomes, seen, goTo, verifyAll }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <nav className={classes.strip} aria-label={t('checks.hers', { count: file.papers.length })}>
      <span className={`${classes.whose} tiny dim at-desk`}>{t('checks.hers', { count: file.papers.length })}</span>
      <ul>
        {file.papers.map((paper) => {
          const outcome = outcomes[paper.id]?.verdict;
          return (
            <li key={paper.id}>
              <button type="button" aria-current={paper.id === at ? 'true' : undefined} onClick={() => goTo(paper.id)}>
                <IconFileText aria-hidden="true" />
                <span className="one-line">{paper.documentName[language]}</span>
                {outcome === 'verified' ? (
                  <IconCircleCheck className={classes.verified} role="img" aria-label={t('checks.verified')} />
                ) : outcome === 'rejected' ? (
                  <IconAlertCircle className={classes.rejected} role="img" aria-label={t('checks.rejected')} />
                ) : (
                  seen.has(paper.id) && paper.id !== at && <span className="tiny dim">{t('checks.seen')}</span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      <span className="grow" />
      <button type="button" className={classes.all} onClick={verifyAll}>
        <span className={`${classes.keys} at-desk`}>
          <KeyCap keys="Shift+v" />
        </span>
        {t('checks.allSeen')}
      </button>
    </nav>
  );
}

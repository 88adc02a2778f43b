import { useTranslation } from 'react-i18next';
import type { PostRound } from '@suivi/contracts/post';
import { timeOf } from '../../shell/dates.ts';
import { useLanguage } from '../../shell/say.ts';
import classes from './post.module.css';
import { isPostable } from './use-lines.ts';

/** What has been printed and when, and the print of all. */
export function PrintBar({ round }: { round: PostRound }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const letters = round.letters.filter(isPostable);
  const printed = letters.flatMap(({ letter }) => letter?.printed ?? []);
  const last = printed
    .map(({ printedAt }) => printedAt)
    .sort()
    .at(-1);
  const pages = printed.reduce((sum, one) => sum + one.pages, 0);
  return (
    <div className={classes.print}>
      <p className="grow small">
        {last === undefined || printed.length < letters.length ? (
          <span className="strong">{t('post.toPrint', { count: letters.length - printed.length })}</span>
        ) : (
          <>
            <span className="strong">{t('post.printed', { count: printed.length, time: timeOf(last, language) })}</span>
            {t('post.printedDetail', { pages })} <span className="dim">{t('post.keptOnFile')}</span>
          </>
        )}
      </p>
    </div>
  );
}

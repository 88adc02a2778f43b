import { useTranslation } from 'react-i18next';
import type { PostLetter } from '@suivi/contracts/post';
import { useSay } from '../../shell/say.ts';
import classes from './post.module.css';

/** The letter at hand, as it will lie in its envelope. */
export function LetterSheet({ letter, n, of }: { letter: PostLetter | undefined; n: number; of: number }) {
  const { t } = useTranslation();
  const say = useSay();
  if (letter === undefined)
    return (
      <aside className={`${classes.sheetSide} at-desk`} aria-label={t('post.sheetNone')}>
        <p className="small dim">{t('post.sheetNone')}</p>
      </aside>
    );
  return (
    <aside className={`${classes.sheetSide} at-desk`} aria-label={t('post.sheet', { n, of })} tabIndex={0}>
      <div className={classes.sheetHead}>
        <h2>{t('post.sheet', { n, of })}</h2>
      </div>
      <p className="small dim">{say(letter.because)}</p>
    </aside>
  );
}

import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Mark } from '../shell/brand.tsx';
import { ConnectionBar } from '../shell/connection-bar.tsx';
import { useKeys } from '../shell/keys.ts';
import classes from './round-frame.module.css';

/** What stands above every round: its name, how far one is, what else is to know, and the way out. There is no side bar. */
export function RoundFrame({
  title,
  done,
  of,
  beside,
  aside,
  children,
}: {
  title: string;
  done: number;
  of: number;
  beside?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const leave = () => void navigate('/today');
  useKeys([{ keys: 'Escape', act: leave, words: t('rounds.leave'), inFields: true, quiet: true }]);
  useEffect(() => {
    document.title = `${title} · Suivi`;
  }, [title]);
  const share = of === 0 ? 0 : (100 * done) / of;
  return (
    <>
      <header className={classes.top}>
        <Mark />
        <h1 className={classes.title}>{title}</h1>
        {of > 0 && (
          <>
            <div
              className={`${classes.bar} at-desk`}
              role="progressbar"
              aria-label={t('rounds.progress')}
              aria-valuemin={0}
              aria-valuenow={done}
              aria-valuemax={of}
            >
              <i style={{ width: `${share}%` }} />
            </div>
            <span className={`${classes.done} small nums`}>{t('rounds.done', { done, of })}</span>
          </>
        )}
        {beside !== undefined && <span className="dim small one-line nums at-desk">{beside}</span>}
        <span className="grow" />
        {aside}
        <button type="button" className={classes.leave} onClick={leave}>
          <span>{t('rounds.leave')}</span>
          <kbd aria-hidden="true" className="at-desk">
            Esc
          </kbd>
        </button>
      </header>
      <ConnectionBar />
      <div className={classes.round}>{children}</div>
    </>
  );
}

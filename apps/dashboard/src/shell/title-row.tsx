import { IconMenu2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ConnectionBar } from './connection-bar.tsx';
import { DemoClock } from './demo-clock.tsx';
import { openSideDrawer } from './side-drawer.ts';
import classes from './title-row.module.css';

/** The way to the menu on a phone; for screens with a title row of their own. */
export function MenuButton() {
  const { t } = useTranslation();
  return (
    <button type="button" className={`icon-button on-phone`} aria-label={t('nav.menu')} onClick={openSideDrawer}>
      <IconMenu2 aria-hidden="true" />
    </button>
  );
}

/** The page's own title row, 52 high, and under it the bar that says when nothing answers. */
export function TitleRow({ title, beside, children }: { title: string; beside?: ReactNode; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Suivi`;
  }, [title]);
  return (
    <>
      <header className={classes.row}>
        <MenuButton />
        <h1 className={classes.title}>{title}</h1>
        {beside !== undefined && <span className="dim small one-line nums">{beside}</span>}
        <span className="grow" />
        <DemoClock />
        {children}
      </header>
      <ConnectionBar />
    </>
  );
}

import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { Suspense, lazy, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { ApiProblem } from './api.ts';
import { Boundary } from './boundary.tsx';
import classes from './frame.module.css';
import { KeyHints } from './key-hints.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { useKeys } from './keys.ts';
import { speak } from './language.ts';
import { UndoKey } from './notify.tsx';
import { openPalette, paletteStore } from './palette-store.ts';
import { Problem } from './problem.tsx';
import { useMe } from './queries.ts';
import { SideBar } from './side-bar.tsx';
import { closeSideDrawer, useSideDrawer } from './side-drawer.ts';
import { RowsToCome } from './waiting.tsx';

const Palette = lazy(() => import('./palette.tsx').then(({ Palette }) => ({ default: Palette })));

/**
 * What stands around every screen of an adviser: side bar, page, its keys, palette. Asks for sign-in first. A round has
 * the whole width, without the side bar.
 */
export function Frame({ operatorHome }: { operatorHome: ReactNode }) {
  const { t } = useTranslation();
  const me = useMe();
  const location = useLocation();
  const navigate = useNavigate();
  const drawerOut = useSideDrawer();
  const paletteAsked = usePaletteAsked();
  useKeys(
    [
      { keys: 'mod+k', act: openPalette, words: t('keys.find'), inFields: true },
      { keys: 'g t', act: () => void navigate('/today'), words: t('keys.today') },
      { keys: 'g a', act: () => void navigate('/ahead'), words: t('keys.ahead') },
      { keys: 'g f', act: () => void navigate('/files'), words: t('keys.files') },
      { keys: 'g c', act: () => void navigate('/rounds/calls'), words: t('callRound.keys.round') },
      { keys: 'g v', act: () => void navigate('/rounds/checks'), words: t('checks.title') },
      { keys: 'g p', act: () => void navigate('/rounds/post'), words: t('post.title') },
      { keys: 'g r', act: () => void navigate('/rounds/arrivals'), words: t('arrivals.title') },
      ...(me.data?.agency == null
        ? []
        : [{ keys: 'c', act: () => void navigate('/files/new'), words: t('keys.newFile') }]),
    ],
    'everywhere',
  );
  const inRound = location.pathname.startsWith('/rounds/');
  const language = me.data?.language;
  useEffect(() => {
    if (language !== undefined) speak(language);
  }, [language]);

  if (me.error instanceof ApiProblem && me.error.status === 401) {
    const from = location.pathname + location.search;
    // What stands behind the # is no server's business: it stays there on the way.
    const door = from === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(from)}`;
    return <Navigate replace to={door + location.hash} />;
  }
  if (me.isPending) return <RowsToCome />;
  if (me.data === undefined) return <Problem error={me.error} retry={() => void me.refetch()} level={1} />;
  return (
    <div className={inRound ? classes.bare : classes.frame}>
      <a className={classes.skip} href="#page">
        {t('nav.skip')}
      </a>
      {!inRound && (
        <div className={`${classes.side} at-desk`}>
          <SideBar me={me.data} />
        </div>
      )}
      <Drawer
        opened={drawerOut}
        onClose={closeSideDrawer}
        position="left"
        size={280}
        withCloseButton={false}
        padding={0}
        title={t('nav.menu')}
        classNames={{ body: classes.drawer, header: 'unseen' }}
      >
        <SideBar me={me.data} />
      </Drawer>
      <main className={classes.page} id="page" tabIndex={-1}>
        <Boundary key={location.pathname}>
          <Suspense fallback={<RowsToCome />}>{me.data.agency === null ? operatorHome : <Outlet />}</Suspense>
        </Boundary>
        <KeyHints />
      </main>
      <KeysSheet />
      <UndoKey />
      {paletteAsked && (
        <Suspense>
          <Palette />
        </Suspense>
      )}
    </div>
  );
}

/** The palette's code comes when the page rests, or when it is first opened. */
function usePaletteAsked(): boolean {
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(true), 2_000);
    const stop = paletteStore.subscribe(() => paletteStore.getState().opened && setAsked(true));
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return asked;
}

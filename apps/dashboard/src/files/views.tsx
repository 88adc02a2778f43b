import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { SavedView, ViewAsked } from '@suivi/contracts/views';
import { number } from '../shell/dates.ts';
import { useKeys } from '../shell/keys.ts';
import { useMe } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import { sameView, searchOf, viewOf } from './asked.ts';
import { PLAIN_VIEWS, plainView, plainViewOf } from './built-in-views.ts';
import classes from './files.module.css';
import { useViews } from './queries.ts';
import { SaveView } from './save-view.tsx';
import { ViewMenu } from './view-menu.tsx';

type Tab = {
  id: string;
  words: string;
  why: string | undefined;
  asked: ViewAsked;
  on: boolean;
  count?: number;
  saved?: SavedView;
};

/** How many tabs have a key: those of everybody 1 to 6, then the first saved ones. */
const KEYS = 9;

/** The views that everybody has, the closed files, then one's own and what colleagues share. */
export function Views({ keysRest }: { keysRest: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const me = useMe().data?.userId;
  const views = useViews().data;
  const [search, setSearch] = useSearchParams();
  const asked = viewOf(search);
  const chosen = views?.saved.find(({ id }) => id === search.get('view'));
  const plain = chosen === undefined ? plainViewOf(asked, me) : null;
  const tabs: Tab[] = [
    ...PLAIN_VIEWS.map((id) => ({
      id,
      words: t(`filesList.view.${id}`),
      why: t(`filesList.viewWhy.${id}`),
      asked: plainView(id, me),
      on: id === plain,
      count: views?.builtIn.find((view) => view.id === id)?.count,
    })),
    ...(views?.saved ?? []).map((saved) => ({
      id: saved.id,
      words: saved.name,
      why: saved.mine ? undefined : t('filesList.sharedBy', { name: saved.ownerName }),
      asked: saved.asked,
      on: saved === chosen,
      count: saved.count,
      saved,
    })),
  ];
  const searchFor = (tab: Tab) => searchOf(tab.asked, tab.saved?.id ?? null).toString();
  const withKeys = tabs.filter(({ id }) => id !== 'closed').slice(0, KEYS);
  useKeys(
    keysRest
      ? []
      : withKeys.map((tab, i) => ({
          keys: String(i + 1),
          act: () => setSearch(searchFor(tab), { replace: true }),
          words: t('filesList.keys.views'),
        })),
  );
  // The tab that is open is seen, however many stand before it.
  const bar = useRef<HTMLElement>(null);
  const open = tabs.find(({ on }) => on)?.id;
  useEffect(() => {
    bar.current?.querySelector('[data-on]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [open]);
  const edited = chosen !== undefined && !sameView(chosen.asked, asked);
  const own = (views?.saved ?? []).filter(({ mine }) => mine);
  return (
    <nav className={classes.views} ref={bar} aria-label={t('filesList.views')}>
      {tabs.map((tab) => (
        <span key={tab.id} className={classes.tab} data-on={tab.on || undefined}>
          <Link to={{ search: searchFor(tab) }} replace aria-current={tab.on ? 'page' : undefined} title={tab.why}>
            {tab.words}
            {tab.on && edited && <i>{t('filesList.edited')}</i>}{' '}
            {tab.count !== undefined && (
              <span className="nums">{tab.count > 500 ? '500+' : number(tab.count, language)}</span>
            )}
          </Link>
          {tab.on && tab.saved && (
            <ViewMenu
              view={tab.saved}
              asked={asked}
              edited={edited}
              place={own.findIndex(({ id }) => id === tab.id)}
              own={own.length}
            />
          )}
        </span>
      ))}
      <SaveView asked={asked} />
    </nav>
  );
}

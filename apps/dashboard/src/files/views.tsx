import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useKeys } from '../shell/keys.ts';
import { number } from '../shell/dates.ts';
import { useMe } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import type { FilesAsked } from './asked.ts';
import { withAsked } from './asked.ts';
import classes from './files.module.css';

type Props = { asked: FilesAsked; change: (part: Partial<FilesAsked>) => void };

/** The two views that everybody has, and the closed files. */
export function Views({ asked, change }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const me = useMe().data;
  const [search] = useSearchParams();
  const mine = me === undefined ? [] : [me.userId];
  const isMine = mine.length === 1 && asked.adviser.length === 1 && asked.adviser[0] === mine[0];
  const open = me?.counts?.openFiles;
  const views: { id: string; words: string; part: Partial<FilesAsked>; on: boolean; count?: number }[] = [
    {
      id: 'open',
      words: t('filesList.allOpen'),
      part: { state: 'open', adviser: [] },
      on: asked.state === 'open' && !isMine,
      count: open,
    },
    {
      id: 'mine',
      words: t('filesList.mine'),
      part: { state: 'open', adviser: mine },
      on: asked.state === 'open' && isMine,
    },
    {
      id: 'closed',
      words: t('filesList.closed'),
      part: { state: 'closed', adviser: [] },
      on: asked.state === 'closed',
    },
  ];
  useKeys(
    views.map(({ part }, i) => ({ keys: String(i + 1), act: () => change(part), words: t('filesList.keys.views') })),
  );
  return (
    <nav className={classes.views} aria-label={t('filesList.views')}>
      {views.map(({ id, words, part, on, count }) => (
        <Link
          key={id}
          to={{ search: withAsked(search, part).toString() }}
          replace
          aria-current={on ? 'page' : undefined}
        >
          {words}{' '}
          {count !== undefined && <span className="nums">{count > 500 ? '500+' : number(count, language)}</span>}
        </Link>
      ))}
    </nav>
  );
}

import { Alert, Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconEdit, IconList } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterView } from '@suivi/contracts/letters';
import type { PostLetter } from '@suivi/contracts/post';
import { Problem } from '../../shell/problem.tsx';
import { useSay } from '../../shell/say.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { EditLetter } from './edit-letter.tsx';
import { Enclosures } from './enclosures.tsx';
import { useLetter } from './queries.ts';
import classes from './sheet.module.css';

const MOST_LINES = 6;

/** The letter at hand, as it will lie in its envelope, with what may be changed about it. */
export function LetterSheet({ letter, n, of }: { letter: PostLetter | undefined; n: number; of: number }) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState<'wording' | 'enclosures' | null>(null);
  const query = useLetter(letter);
  const view = query.data;
  if (letter === undefined)
    return (
      <aside className={classes.side} aria-label={t('post.sheetNone')}>
        <p className="small dim">{t('post.sheetNone')}</p>
      </aside>
    );
  return (
    <aside className={classes.side} aria-label={t('post.sheet', { n, of })}>
      <div className={classes.head}>
        <h2>{t('post.sheet', { n, of })}</h2>
        {view !== undefined && <Fit view={view} />}
      </div>
      {view === undefined ? (
        query.isError ? (
          <Problem error={query.error} retry={() => void query.refetch()} />
        ) : (
          <Waiting>
            <Skeleton height={480} radius="sm" />
          </Waiting>
        )
      ) : (
        <>
          <div className={classes.paper} tabIndex={0} role="group" aria-label={view.subject}>
            <Notes notes={view.blocked} color="cachet" />
            <Sheet view={view} />
            <Notes notes={view.warnings} color="ambre" />
          </div>
          <div className={classes.acts}>
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconEdit aria-hidden="true" />}
              onClick={() => setChanging('wording')}
            >
              {t('post.edit')}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconList aria-hidden="true" />}
              onClick={() => setChanging('enclosures')}
            >
              {t('post.enclosures', { count: view.enclosures })}
            </Button>
          </div>
          {changing === 'wording' && <EditLetter view={view} onClose={() => setChanging(null)} />}
          {changing === 'enclosures' && <Enclosures view={view} onClose={() => setChanging(null)} />}
        </>
      )}
    </aside>
  );
}

function Fit({ view: { to, blocked } }: { view: LetterView }) {
  const { t } = useTranslation();
  const fits = to.length > 0 && to.length <= MOST_LINES && !blocked.some(({ line }) => line !== undefined);
  return (
    <span className={fits ? 'dim tiny' : 'due tiny'}>
      {fits ? t('post.fits', { count: to.length }) : t('post.fitsNot')}
    </span>
  );
}

/** What keeps it from being printed, or what should be known before it is. */
function Notes({ notes, color }: { notes: LetterView['blocked']; color: 'cachet' | 'ambre' }) {
  const say = useSay();
  return notes.map(({ code, say: words }) => (
    <Alert key={`${code} ${words.en}`} color={color} variant="light" icon={<IconAlertTriangle aria-hidden="true" />}>
      {say(words)}
    </Alert>
  ));
}

/** The page itself: French, in ink on paper, whatever the scheme. */
function Sheet({ view }: { view: LetterView }) {
  return (
    <div className={classes.sheet} lang="fr">
      <Lines of={view.from} />
      <div className={classes.window}>
        <Lines of={view.to} />
      </div>
      <p className={classes.place}>{view.place}</p>
      {view.registered !== null && <p className={classes.bold}>{view.registered}</p>}
      <p className={classes.bold}>{view.subject}</p>
      {view.references !== null && <p>{view.references}</p>}
      {view.body.map((part, at) =>
        part.kind === 'text' ? (
          <p key={at}>{part.text}</p>
        ) : (
          <ul key={at} className={classes.list}>
            {part.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ),
      )}
      <div className={classes.signature}>
        <Lines of={view.signature} />
      </div>
      {view.enclosed !== '' && <p>{view.enclosed}</p>}
    </div>
  );
}

const Lines = ({ of }: { of: readonly string[] }) => (
  <div>
    {of.map((line, at) => (
      <div key={at}>{line}</div>
    ))}
  </div>
);

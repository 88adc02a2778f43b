import { Alert, Button, Modal, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconEdit, IconList } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LetterView } from '@suivi/contracts/letters';
import type { PostLetter } from '@suivi/contracts/post';
import { ChangeProblem } from '../../letters/change-problem.tsx';
import { EnclosureList } from '../../letters/enclosure-list.tsx';
import { LetterSheet } from '../../letters/letter-sheet.tsx';
import { useChangeLetter, useLetter } from '../../letters/queries.ts';
import { Wording } from '../../letters/wording.tsx';
import { Problem } from '../../shell/problem.tsx';
import { useSay } from '../../shell/say.ts';
import { Waiting } from '../../shell/waiting.tsx';
import classes from './sheet.module.css';

const MOST_LINES = 6;

/** What of a letter is being changed. */
export type Changing = 'wording' | 'enclosures' | null;
type Props = {
  letter: PostLetter | undefined;
  n: number;
  of: number;
  changing: Changing;
  onChanging: (what: Changing) => void;
};

/** The letter at hand, as it will lie in its envelope, with what may be changed about it. */
export function LetterAtHand({ letter, n, of, changing, onChanging }: Props) {
  const { t } = useTranslation();
  const query = useLetter(letter?.taskId);
  const change = useChangeLetter(letter?.taskId ?? '');
  const view = query.data;
  const close = () => {
    onChanging(null);
    change.reset();
  };
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
            <LetterSheet letter={view} narrow />
            <Notes notes={view.warnings} color="ambre" />
          </div>
          <div className={classes.acts}>
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconEdit aria-hidden="true" />}
              onClick={() => onChanging('wording')}
            >
              {t('post.edit')}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconList aria-hidden="true" />}
              onClick={() => onChanging('enclosures')}
            >
              {t('post.enclosures', { count: view.enclosures })}
            </Button>
            {view.edited && (
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconArrowBackUp aria-hidden="true" />}
                loading={change.isPending}
                onClick={() => change.mutate({ began: view, edit: { subject: null, body: null } })}
              >
                {t('letters.drawer.reset')}
              </Button>
            )}
          </div>
          {changing === null && <ChangeProblem letter={view} change={change} />}
          <Modal opened={changing === 'wording'} onClose={close} size={760} title={<b>{t('post.edit')}</b>}>
            <Wording letter={view} onDone={close} />
          </Modal>
          <Modal
            opened={changing === 'enclosures'}
            onClose={close}
            size={560}
            title={<b>{t('post.enclosures', { count: view.enclosures })}</b>}
          >
            <EnclosureList
              letter={view}
              busy={change.isPending}
              onChange={(enclosures) => change.mutate({ began: view, edit: { enclosures } })}
            />
            <ChangeProblem letter={view} change={change} />
          </Modal>
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

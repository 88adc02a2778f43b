import { Button, Drawer, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterNote, LetterView } from '@suivi/contracts/letters';
import type { Task } from '@suivi/contracts/tasks';
import { useKeys } from '../shell/keys.ts';
import { useNotify } from '../shell/notify.tsx';
import { FormProblem, Problem } from '../shell/problem.tsx';
import { useSay } from '../shell/say.ts';
import { useTaskName } from '../shell/task-name.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { ChangeProblem } from './change-problem.tsx';
import { EnclosureList } from './enclosure-list.tsx';
import { LetterSheet } from './letter-sheet.tsx';
import classes from './letters.module.css';
import { useChangeLetter, useLetter, useOpenLetter, usePrint } from './queries.ts';
import { Wording } from './wording.tsx';

type Props = { task: Task; fileId: string; clientName: string; onClose: () => void };

/** A letter before it is printed: its words, its enclosures, what keeps it from going, and the print. */
export function LetterDrawer({ task, fileId, clientName, onClose }: Props) {
  const { t } = useTranslation();
  const nameOf = useTaskName();
  const letter = useLetter(task.id);
  const title = t('letters.drawer.title', { letter: nameOf(task), client: clientName });
  return (
    <Drawer
      opened
      onClose={onClose}
      size={900}
      title={<b>{title}</b>}
      closeButtonProps={{ 'aria-label': t('letters.drawer.close') }}
    >
      {letter.data !== undefined ? (
        <LetterDesk letter={letter.data} fileId={fileId} />
      ) : letter.isError ? (
        <Problem error={letter.error} retry={() => void letter.refetch()} />
      ) : (
        <Waiting>
          <Skeleton height={420} radius="md" />
        </Waiting>
      )}
    </Drawer>
  );
}

function LetterDesk({ letter, fileId }: { letter: LetterView; fileId: string }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [editing, setEditing] = useState(false);
  const print = usePrint(fileId);
  const open = useOpenLetter(fileId);
  const change = useChangeLetter(letter.taskId);
  const possible = letter.blocked.length === 0 && !editing;
  const go = () => {
    if (!possible || print.isPending) return;
    print.mutate(
      { taskId: letter.taskId },
      {
        onSuccess: ({ id, pages }) => {
          notify.done(t('letters.drawer.printed', { pages: t('letters.pages', { count: pages }) }));
          open.mutate(id);
        },
      },
    );
  };
  useKeys([{ keys: 'p', act: go, words: t('letters.drawer.print') }], 'dialog');
  const { printed } = letter;
  return (
    <div className={classes.desk}>
      <div className={classes.paper}>
        {editing ? <Wording letter={letter} onDone={() => setEditing(false)} /> : <LetterSheet letter={letter} />}
      </div>
      <div className={classes.side}>
        <Notes kind="blocked" notes={letter.blocked} />
        <Notes kind="warnings" notes={letter.warnings} />
        {/* A change of it makes a new revision: not under the hands of whoever is at the words. */}
        <EnclosureList
          letter={letter}
          busy={editing || change.isPending}
          onChange={(enclosures) => change.mutate({ began: letter, edit: { enclosures } })}
        />
        {!editing && (
          <div className={classes.tools}>
            {letter.edited && <p className="small dim">{t('letters.drawer.edited')}</p>}
            <Button variant="default" disabled={change.isPending} onClick={() => setEditing(true)}>
              {t('letters.drawer.edit')}
            </Button>
            {letter.edited && (
              <Button
                variant="subtle"
                loading={change.isPending}
                onClick={() => change.mutate({ began: letter, edit: { subject: null, body: null } })}
              >
                {t('letters.drawer.reset')}
              </Button>
            )}
          </div>
        )}
        {!editing && <ChangeProblem letter={letter} change={change} />}
        <div className={classes.print}>
          {printed !== null && (
            <p className="small dim">
              {letter.unchanged
                ? t('letters.drawer.unchanged', { n: printed.version })
                : t('letters.drawer.changed', { n: printed.version, next: printed.version + 1 })}
            </p>
          )}
          <FormProblem error={print.error ?? open.error} />
          {possible && (
            <Button
              component="a"
              href={`/api/tasks/${letter.taskId}/letter.pdf`}
              target="_blank"
              rel="noopener"
              variant="default"
              leftSection={<IconFileTypePdf aria-hidden="true" />}
            >
              {t('letters.drawer.preview')}
            </Button>
          )}
          <Button
            disabled={!possible}
            loading={print.isPending}
            leftSection={<IconPrinter aria-hidden="true" />}
            rightSection={<kbd>P</kbd>}
            onClick={go}
          >
            {t(letter.unchanged ? 'letters.drawer.again' : 'letters.drawer.print')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function Notes({ kind, notes }: { kind: 'blocked' | 'warnings'; notes: readonly LetterNote[] }) {
  const { t } = useTranslation();
  const say = useSay();
  if (notes.length === 0) return null;
  const Icon = kind === 'blocked' ? IconBan : IconAlertTriangle;
  return (
    <section className={classes.notes} data-kind={kind}>
      <h3>
        <Icon aria-hidden="true" /> {t(`letters.drawer.${kind}`)}
      </h3>
      <ul>
        {notes.map((note) => (
          <li key={`${note.code} ${note.say.en}`}>{say(note.say)}</li>
        ))}
      </ul>
    </section>
  );
}

import { Button, Drawer, Select } from '@mantine/core';
import type { FormEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_LONGEST } from '@suivi/contracts/notes';
import type { Note } from '@suivi/contracts/notes';
import type { Task } from '@suivi/contracts/tasks';
import { draftOf, keepDraft } from '../shell/drafts.ts';
import { useKeys } from '../shell/keys.ts';
import { NoteField, noteIsClean } from '../shell/note-field.tsx';
import { onSaveKey } from '../shell/save-key.ts';
import { useTaskName } from '../shell/task-name.tsx';
import classes from './notes.module.css';
import { draftName, useNotesOfFile } from './use-notes-of-file.ts';

type Props = {
  fileId: string;
  clientName: string;
  /** One's own note that is to be changed; null for a new one. */
  note: Note | null;
  /** The task it is about, to begin with. */
  taskKey: string | null;
  /** What a new note may stand beside. */
  tasks: readonly Task[];
  onClose: () => void;
  /** Opens it once more, with the text as it was. */
  onAgain: () => void;
};
const FILE = 'file';
/** From here on the room that is left is told. */
const NEARLY = 500;

/** Writes a note, or changes one's own. What is typed is kept in this tab until it is saved. */
export function NoteComposer({ fileId, clientName, note, taskKey, tasks, onClose, onAgain }: Props) {
  const { t } = useTranslation();
  const nameOf = useTaskName();
  const name = draftName(fileId, note);
  const [begun] = useState(() => draftOf(name));
  const [text, setText] = useState(begun || (note?.text ?? ''));
  const [about, setAbout] = useState(taskKey ?? FILE);
  const [tried, setTried] = useState(false);
  const { save } = useNotesOfFile(fileId);
  /** The same note keeps its id, so that saving again after a broken connection writes it once. */
  const id = useRef(crypto.randomUUID());
  const dirty = text.trim() !== '' && text !== note?.text;
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);

  const change = (next: string) => {
    setText(next);
    keepDraft(name, next === note?.text ? '' : next);
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (text.trim() === '' || !noteIsClean(text)) return;
    if (note !== null && text.trim() === note.text) return onClose();
    void save(
      note === null
        ? { kind: 'new', id: id.current, taskKey: about === FILE ? null : about, text: text.trim() }
        : { kind: 'change', note, text: text.trim(), revision: note.revision },
      onAgain,
    );
    onClose();
  };
  useKeys([{ keys: 'mod+Enter', act: () => submit(), inFields: true }], 'dialog');
  const left = NOTE_LONGEST - text.length;
  return (
    <Drawer
      opened
      onClose={onClose}
      size={460}
      title={
        <>
          <b className={classes.title}>{t(note === null ? 'notes.new' : 'notes.edit')}</b>{' '}
          <span className={`${classes.client} small dim`}>{clientName}</span>
        </>
      }
    >
      <form className={classes.form} noValidate onSubmit={submit} onKeyDownCapture={onSaveKey(() => submit())}>
        {begun !== '' && text === begun && (
          <p className={`${classes.kept} small`} role="status">
            <span className="grow">{t('notes.kept')}</span>
            <Button size="compact-sm" variant="default" onClick={() => change(note?.text ?? '')}>
              {t('notes.anew')}
            </Button>
          </p>
        )}
        <NoteField
          label={t('notes.text')}
          value={text}
          onChange={change}
          longest={NOTE_LONGEST}
          rows={6}
          autoFocus
          error={tried && text.trim() === '' ? t('notes.empty') : undefined}
          hint={left <= NEARLY ? t('notes.left', { count: left }) : t('notes.hint')}
        />
        {note === null && (
          <Select
            label={t('notes.beside')}
            allowDeselect={false}
            value={about}
            onChange={(next) => setAbout(next ?? FILE)}
            data={[
              { value: FILE, label: t('notes.file') },
              ...tasks.map((task) => ({ value: task.key, label: nameOf(task) })),
            ]}
          />
        )}
        <div className={classes.foot}>
          <Button variant="subtle" color="gray" onClick={onClose} rightSection={<kbd>Esc</kbd>}>
            {t('notes.cancel')}
          </Button>
          <Button type="submit" rightSection={<kbd>Ctrl Enter</kbd>}>
            {t('notes.save')}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}

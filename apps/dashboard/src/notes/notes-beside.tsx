import { useTranslation } from 'react-i18next';
import type { Note } from '@suivi/contracts/notes';
import type { Day } from '@suivi/rules/calendar/days';
import { NoteActs, NoteBy, NoteText } from './note-text.tsx';
import classes from './notes.module.css';
import type { ShownNote } from './queries.ts';

type Props = {
  notes: readonly ShownNote[];
  today: Day;
  onChange: (note: Note) => void;
  onDelete: (note: Note) => void;
};

/** The notes that stand beside a task, on its card. */
export function NotesBeside({ notes, today, onChange, onDelete }: Props) {
  const { t } = useTranslation();
  if (notes.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('notes.of')}>
      {notes.map((note) => (
        <li key={note.id} className={classes.beside} data-new={note.saving}>
          <div className="grow">
            <NoteText note={note} />
            <NoteBy note={note} today={today} />
          </div>
          <NoteActs note={note} today={today} onChange={() => onChange(note)} onDelete={() => onDelete(note)} />
        </li>
      ))}
    </ul>
  );
}

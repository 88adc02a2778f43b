import { IconDotsVertical } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { ChoiceMenu } from '../shell/choice-menu.tsx';
import { dayInSentence, dayShort, timeOf } from '../shell/dates.ts';
import { Explained } from '../shell/explained.tsx';
import { useMe } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import classes from './notes.module.css';
import type { ShownNote } from './queries.ts';

/** Longer ones are folded: a note must not push the plan out of sight. */
const FOLD_AFTER = 280;

/** What a note says, folded when it is long. */
export function NoteText({ note }: { note: ShownNote }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const long = note.text.length > FOLD_AFTER || note.text.split('\n').length > 5;
  return (
    <>
      <p className={classes.text} data-folded={(long && !open) || undefined}>
        {note.text}
      </p>
      {long && (
        <button type="button" className={classes.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'notes.less' : 'notes.more')}
        </button>
      )}
    </>
  );
}

/** When it was written, and whether it was changed since. */
export function NoteWhen({ note, today }: { note: ShownNote; today: Day }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const instant = (at: string) => ({
    day: dayInSentence(at.slice(0, 10) as Day, today, language),
    time: timeOf(at, language),
  });
  return (
    <>
      {t('notes.written', { name: note.author.name, ...instant(note.writtenAt) })}{' '}
      {note.changedAt !== null && t('notes.changedAt', instant(note.changedAt))}
    </>
  );
}

/** Whose it is and of which day, which explains itself. */
export function NoteBy({ note, today }: { note: ShownNote; today: Day }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (note.saving === true) return <span className="tiny dim">{t('notes.savingNow')}</span>;
  return (
    <span className="tiny dim">
      <Explained explanation={<NoteWhen note={note} today={today} />}>
        {t('notes.by', { name: note.author.name, day: dayShort(note.on, today, language) })}
      </Explained>
    </span>
  );
}

type ActsProps = { note: ShownNote; today: Day; onChange: () => void; onDelete: () => void; className?: string };

/** One's own notes alone are changed and deleted. */
export function NoteActs({ note, today, onChange, onDelete, className = '' }: ActsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const me = useMe().data;
  const [menu, setMenu] = useState(false);
  if (note.author.userId !== me?.userId || note.saving === true) return null;
  const label = t('notes.actions', { day: dayShort(note.on, today, language) });
  const act = (what: () => void) => () => {
    setMenu(false);
    what();
  };
  return (
    <ChoiceMenu
      opened={menu}
      onClose={() => setMenu(false)}
      label={label}
      choices={[
        { id: 'change', words: t('notes.change'), act: act(onChange) },
        { id: 'delete', words: t('notes.delete'), act: act(onDelete) },
      ]}
    >
      <button
        type="button"
        className={`icon-button ${className}`}
        aria-label={label}
        aria-expanded={menu}
        data-open={menu || undefined}
        onClick={() => setMenu(!menu)}
      >
        <IconDotsVertical aria-hidden="true" />
      </button>
    </ChoiceMenu>
  );
}

import { Badge } from '@mantine/core';
import { IconDotsVertical, IconNote } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordedEvent } from '@suivi/contracts/files';
import type { Note } from '@suivi/contracts/notes';
import type { Event } from '@suivi/rules/file';
import { NoteActs, NoteText } from '../notes/note-text.tsx';
import type { ShownNote } from '../notes/queries.ts';
import { useNotesOfFile } from '../notes/use-notes-of-file.ts';
import { ChoiceMenu } from '../shell/choice-menu.tsx';
import { dayInList, dayInSentence, lateness, timeOf } from '../shell/dates.ts';
import { Explained } from '../shell/explained.tsx';
import { useLanguage, useSay } from '../shell/say.ts';
import { useTaskName } from '../shell/task-name.tsx';
import { emailName } from '../shell/vocabulary.ts';
import { askedForTask } from '../record/propose.ts';
import type { AxisEntry } from './axis.ts';
import { emailAheadOf, EmailOnAxis, ForeseenOnAxis, IfNothingHappens, Standing } from './axis-ahead.tsx';
import classes from './axis.module.css';
import { whenOf } from './sent-when.ts';
import { EventDetail } from './event-detail.tsx';
import { useEventName } from './event-name.ts';
import type { Asked } from './file.tsx';
import { isFixedByLaw } from './fixed-by-law.ts';
import type { FileModel } from './model.ts';
import { WhyThisDay } from './why-this-day.tsx';

const VoidEvent = lazy(() => import('./void-event.tsx').then(({ VoidEvent }) => ({ default: VoidEvent })));

type Props = {
  entry: AxisEntry;
  model: FileModel;
  ahead: boolean;
  isNew: boolean;
  onRecord: (asked: Asked) => void;
  onRead: (entry: AxisEntry) => void;
  onHold: (entry: AxisEntry) => void;
  onNote: (note: Note) => void;
};

/** One thing on the axis: its day (which explains itself), what it is, why. */
export function AxisItem(props: Props) {
  const { entry, model, ahead, isNew } = props;
  const language = useLanguage();
  const { today } = model;
  const at = entry.kind === 'email' && ahead && entry.on === today ? whenOf(entry.message, model.demo).at : null;
  // 9:00 is the hour of every email: another one is worth its place.
  const time = at === null || timeOf(at, language) === timeOf(NINE, language) ? '' : ` ${timeOf(at, language)}`;
  const late = entry.kind === 'task' && entry.late;
  const isDeadline = entry.kind === 'deadline' || (entry.kind === 'foreseen' && entry.coming.what === 'deadline');
  const isEmail = entry.kind === 'email' || (entry.kind === 'foreseen' && entry.coming.what === 'email');
  return (
    <li
      className={classes.entry}
      data-entry=""
      data-ahead={ahead || undefined}
      data-small={entry.small || undefined}
      data-foreseen={entry.kind === 'foreseen' || undefined}
      data-away={entry.awayFrom !== undefined || undefined}
      data-deadline={isDeadline || undefined}
      data-suspended={(entry.kind === 'deadline' && entry.deadline.suspended) || undefined}
      data-voided={(entry.kind === 'events' && entry.events[0].voided) || undefined}
      data-new={isNew || undefined}
      data-email={(isEmail && entry.id) || undefined}
      tabIndex={-1}
      // Of an entry that has the focus itself, Enter opens the text; elsewhere it does the task.
      onKeyDown={(event) => {
        if (!isEmail || event.key !== 'Enter' || event.target !== event.currentTarget) return;
        event.preventDefault();
        props.onRead(entry);
      }}
    >
      <span className={classes.date}>
        <Explained explanation={<WhyThisDay entry={entry} model={model} />} late={late}>
          <time dateTime={entry.on}>
            {late ? lateness(entry.on, today, language) : dayInList(entry.on, today, language)}
            {time}
          </time>
        </Explained>
      </span>
      <Content {...props} />
    </li>
  );
}
const NINE = '2026-01-05T08:00:00Z';

function Content({ entry, model, onRecord, onRead, onHold, onNote }: Props): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useSay();
  const nameOf = useTaskName();
  const { today } = model;
  if (entry.kind === 'events') return <Events events={entry.events} model={model} small={entry.small} />;
  if (entry.kind === 'note') return <NoteOnAxis note={entry.note} model={model} onNote={onNote} />;
  const ahead = emailAheadOf(entry, model);
  if (ahead !== null)
    return (
      <EmailOnAxis
        email={ahead}
        entry={entry}
        model={model}
        onRead={() => onRead(entry)}
        onHold={() => onHold(entry)}
      />
    );
  if (entry.kind === 'foreseen') return <ForeseenOnAxis entry={entry} model={model} />;
  if (entry.kind === 'email') {
    const { message } = entry;
    const name = emailName(t, message);
    return (
      <>
        <div className={classes.what}>
          <button type="button" className={classes.title} data-light="" onClick={() => onRead(entry)}>
            {message.state === 'sending'
              ? t('file.axis.email', { name })
              : t('file.axis.emailState', { name, state: t(`messageState.${message.state}`) })}
          </button>
        </div>
        {message.state !== 'sent' && <div className={classes.why}>{say(message.reason ?? message.because)}</div>}
      </>
    );
  }
  if (entry.kind === 'task') {
    const { task } = entry;
    return (
      <>
        <div className={classes.what}>
          <button type="button" className={classes.title} onClick={() => onRecord(askedForTask(task))}>
            {nameOf(task)}
          </button>
          <Standing entry={entry} />
        </div>
        <div className={classes.why}>
          {say(task.because)}
          {task.snoozedUntil !== null && task.snoozedUntil === entry.on && (
            <>
              {' '}
              {t('file.axis.snoozed', {
                day: dayInSentence(task.snoozedUntil, today, language),
                due: dayInSentence(task.dueOn, today, language),
              })}
            </>
          )}
          <IfNothingHappens entry={entry} model={model} />
        </div>
      </>
    );
  }
  const { deadline } = entry;
  return (
    <>
      <div className={classes.what}>
        <b className={classes.title}>{t(`deadline.${deadline.kind}`)}</b>
        {deadline.suspended ? (
          <Badge color="gray" variant="light" className={classes.badge}>
            {t('file.axis.suspended')}
          </Badge>
        ) : entry.passed ? (
          <Badge color="cachet" variant="light" className={classes.badge}>
            {t('file.axis.passed')}
          </Badge>
        ) : (
          isFixedByLaw(deadline) && (
            <Badge color="cachet" variant="light" className={classes.badge}>
              {t('file.axis.legal')}
            </Badge>
          )
        )}
      </div>
      <div className={classes.why}>
        {say(deadline.because)}
        <IfNothingHappens entry={entry} model={model} />
      </div>
    </>
  );
}

/** What somebody wrote, and beside what. */
function NoteOnAxis({ note, model, onNote }: { note: ShownNote; model: FileModel; onNote: (note: Note) => void }) {
  const { t } = useTranslation();
  const nameOf = useTaskName();
  const { remove } = useNotesOfFile(model.view.id);
  const task = model.view.tasks.find(({ key }) => key === note.taskKey);
  return (
    <>
      <div className={`${classes.what} ${classes.noteLine}`}>
        <span className={classes.note}>
          <IconNote aria-hidden="true" />
          <span>{t('notes.noteOf', { name: note.author.name })}</span>
        </span>
        {task !== undefined && <span className="tiny dim">{t('notes.on', { task: nameOf(task) })}</span>}
        {note.saving === true && <span className="tiny dim">{t('notes.savingNow')}</span>}
        <NoteActs
          note={note}
          today={model.today}
          className={`${classes.more} ${classes.atEnd}`}
          onChange={() => onNote(note)}
          onDelete={() => remove(note)}
        />
      </div>
      <NoteText note={note} />
    </>
  );
}

/** The contract's event, as the server checked it when it was recorded. */
const eventIn = ({ event }: RecordedEvent): Event => event as Event;

function Events({
  events,
  model,
  small,
}: {
  events: readonly [RecordedEvent, ...RecordedEvent[]];
  model: FileModel;
  small: boolean;
}) {
  const { t } = useTranslation();
  const nameOf = useEventName(model.caisse);
  const [menu, setMenu] = useState(false);
  const [voiding, setVoiding] = useState<RecordedEvent | null>(null);
  const [first, ...others] = events;
  const all: readonly [Event, ...Event[]] = [eventIn(first), ...others.map(eventIn)];
  const name = nameOf(all);
  return (
    <>
      <div className={classes.what}>
        {small ? <span>{name}</span> : <b className={classes.title}>{name}</b>}
        {first.voided && (
          <Badge color="gray" variant="light" className={classes.badge}>
            {t('file.axis.voided')}
          </Badge>
        )}
        {!first.voided && (
          <ChoiceMenu
            opened={menu}
            onClose={() => setMenu(false)}
            label={t('file.axis.actions', { event: name })}
            choices={events.map((recorded) => ({
              id: recorded.id,
              words: t('file.void.one', { event: nameOf([eventIn(recorded)]) }),
              act: () => {
                setMenu(false);
                setVoiding(recorded);
              },
            }))}
          >
            <button
              type="button"
              className={`icon-button ${classes.more}`}
              aria-label={t('file.axis.actions', { event: name })}
              aria-expanded={menu}
              data-open={menu || undefined}
              onClick={() => setMenu(!menu)}
            >
              <IconDotsVertical aria-hidden="true" />
            </button>
          </ChoiceMenu>
        )}
      </div>
      <div className={classes.why}>
        <EventDetail events={all} today={model.today} />
      </div>
      {voiding !== null && (
        <Suspense>
          <VoidEvent
            model={model}
            recorded={voiding}
            name={nameOf([eventIn(voiding)])}
            onClose={() => setVoiding(null)}
          />
        </Suspense>
      )}
    </>
  );
}

import { Suspense, lazy, useEffect, useMemo, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { FileView } from '@suivi/contracts/files';
import type { Note } from '@suivi/contracts/notes';
import { addDays } from '@suivi/rules/calendar/days';
import { DAYS_AHEAD } from '@suivi/rules/forecast';
import { usePresence } from '../beside/use-presence.ts';
import { notesKey, useNotes } from '../notes/queries.ts';
import { draftName } from '../notes/use-notes-of-file.ts';
import { asProblem } from '../shell/api.ts';
import { draftOf } from '../shell/drafts.ts';
import { useKeys } from '../shell/keys.ts';
import { Problem } from '../shell/problem.tsx';
import { fileChanged, useMe } from '../shell/queries.ts';
import { TitleRow } from '../shell/title-row.tsx';
import { Axis } from './axis.tsx';
import { axisOf, taskDay } from './axis.ts';
import { Documents } from './documents.tsx';
import { Emails } from './emails.tsx';
import { useForecast } from './forecast.ts';
import { FileToCome } from './file-to-come.tsx';
import classes from './file.module.css';
import { Letters } from '../letters/letters.tsx';
import { Header } from './header.tsx';
import { MainAction } from './main-action.tsx';
import { modelOf } from './model.ts';
import { neighboursOf } from './neighbours.ts';
import { useWatchedFile } from './queries.ts';
import { openTasks, ToDo } from './to-do.tsx';
import { Warnings } from './warnings.tsx';

const RecordEvent = lazy(() => import('../record/record.tsx').then(({ RecordEvent }) => ({ default: RecordEvent })));
const noteComposer = () => import('../notes/note-composer.tsx');
const NoteComposer = lazy(() => noteComposer().then(({ NoteComposer }) => ({ default: NoteComposer })));
const Contact = lazy(() => import('./contact.tsx').then(({ Contact }) => ({ default: Contact })));

/** All about one client: where the file stands, what to do, what was and what will be. */
export function File() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const file = useWatchedFile(id);
  if (file.data !== undefined) return <FileDesk key={id} view={file.data} />;
  if (file.isError)
    return (
      <>
        <TitleRow title={asProblem(file.error).status === 404 ? t('filesList.title') : t('file.axis.title')} />
        <Problem error={file.error} retry={() => void file.refetch()} />
      </>
    );
  return <FileToCome />;
}

const TABS = ['documents', 'timeline', 'tasks', 'emails'] as const;
type Tab = (typeof TABS)[number];

/** What the address bar asks to be recorded: an event, for a task, of a paper. */
const ASKED = ['record', 'about', 'document', 'member'] as const;
/** Other things that an address asks for: a note (on a task), who follows the file. */
const NOTE = 'note';
const ASSIGN = 'assign';
export type Asked = Partial<Record<(typeof ASKED)[number], string>>;

function FileDesk({ view }: { view: FileView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const demo = useMe().data?.agency?.demo === true;
  const model = useMemo(() => modelOf(view, demo), [view, demo]);
  const forecast = useForecast(model);
  const notes = useNotes(view.id).data;
  const axis = useMemo(() => axisOf(view, view.today, forecast, notes), [view, forecast, notes]);
  const [tab, setTab] = useState<Tab>('timeline');
  const [editing, setEditing] = useState(false);
  const [search, setSearch] = useSearchParams();
  const asked = search.get('record');
  const set = (name: string, value: string | null) =>
    setSearch(
      (before) => {
        if (value === null) before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: value === null },
    );
  const [changingNote, setChangingNote] = useState<Note | null>(null);
  const noteOn = search.get(NOTE);
  const writing = noteOn !== null || changingNote !== null;
  const beside = usePresence(view.id, view.mark, asked !== null ? 'recording' : writing ? 'writing' : 'looking', () => {
    void fileChanged(client, view.id);
    void client.invalidateQueries({ queryKey: notesKey(view.id) });
  });
  const changedTasks = useMemo(() => new Set(beside.unseen.flatMap(({ task }) => task ?? [])), [beside.unseen]);
  const columns = useRef<HTMLDivElement>(null);
  /** What somebody else did, brought into view: the last new thing on the axis, where there is one. */
  const show = () => {
    beside.see();
    setTab('timeline');
    setTimeout(() => {
      const last = [...(columns.current?.querySelectorAll<HTMLElement>('[data-entry][data-new]') ?? [])].at(-1);
      last?.scrollIntoView({ block: 'center' });
      last?.focus({ preventScroll: true });
    }, 60);
  };
  const record = (what: Asked = { record: '' }) =>
    setSearch((before) => {
      for (const name of ASKED) before.delete(name);
      for (const [name, value] of Object.entries(what)) before.set(name, value);
      return before;
    });
  const close = () =>
    setSearch(
      (before) => {
        for (const name of ASKED) before.delete(name);
        return before;
      },
      { replace: true },
    );
  const goTo = (side: 'previous' | 'next') => () => {
    const other = neighboursOf(client, view.id)[side];
    if (other !== null) void navigate(`/files/${other}`);
  };
  useKeys([
    { keys: 'n', act: () => set(NOTE, ''), words: t('notes.key') },
    { keys: 'e', act: () => record(), words: t('file.keys.event') },
    { keys: '[', act: goTo('previous'), words: t('file.keys.beside') },
    { keys: ']', act: goTo('next'), words: t('file.keys.beside') },
  ]);
  // At hand before N is pressed: what is typed next is meant for it.
  useEffect(() => void noteComposer(), []);
  useEffect(() => {
    document.title = `${model.clientName} · Suivi`;
  }, [model.clientName]);

  const due = view.tasks.filter((task) => task.state === 'open' && taskDay(task) <= view.today).length;
  const names: Record<Tab, string> = {
    documents: t('file.documents.title'),
    timeline: t('file.axis.tab'),
    tasks: due === 0 ? t('file.tasks.tab') : t('file.tasks.tabCount', { count: due }),
    emails: t('file.emails.title'),
  };
  return (
    <>
      <Header
        model={model}
        beside={beside}
        assigning={search.get(ASSIGN) !== null}
        noteBegun={!writing && draftOf(draftName(view.id, null)) !== ''}
        onAssigning={(on) => set(ASSIGN, on ? '' : null)}
        onRecord={record}
        onNote={() => set(NOTE, '')}
        onContact={() => setEditing(true)}
        onShow={show}
      />
      <nav className={classes.tabs} aria-label={t('file.parts')}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            data-tab={one}
            aria-current={tab === one ? 'true' : undefined}
            onClick={() => setTab(one)}
          >
            {names[one]}
          </button>
        ))}
      </nav>
      <div className={classes.columns} data-tab={tab} ref={columns}>
        <section className={classes.documents} aria-label={t('file.documents.title')} tabIndex={0}>
          <Documents model={model} onRecord={record} />
        </section>
        <Axis
          model={model}
          axis={axis}
          until={addDays(view.today, DAYS_AHEAD)}
          className={classes.timeline}
          changed={changedTasks}
          notesHere={notes !== undefined}
          onRecord={record}
          onNote={setChangingNote}
        />
        <section className={classes.right} aria-label={t('file.tasks.all')} tabIndex={0}>
          <div className={classes.tasks}>
            <ToDo
              model={model}
              notes={notes ?? []}
              changed={changedTasks}
              onRecord={record}
              onNote={(key) => set(NOTE, key)}
              onChangeNote={setChangingNote}
            />
            <Warnings warnings={model.plan.warnings} />
          </div>
          <div className={classes.emails}>
            <Emails model={model} forecast={forecast} onContact={() => setEditing(true)} />
            <Letters
              fileId={view.id}
              today={view.today}
              cardLost={model.deeds.findLast(({ type }) => type.startsWith('card_'))?.type === 'card_lost'}
            />
          </div>
        </section>
      </div>
      <MainAction model={model} onRecord={record} />
      <Suspense>
        {asked !== null && (
          <RecordEvent
            key={`${asked} ${search.get('about')}`}
            model={model}
            asked={{
              record: asked,
              about: search.get('about') ?? undefined,
              document: search.get('document') ?? undefined,
              member: search.get('member') ?? undefined,
            }}
            beside={beside}
            onClose={close}
          />
        )}
        {writing && (
          <NoteComposer
            key={changingNote?.id ?? noteOn}
            fileId={view.id}
            clientName={model.clientName}
            note={changingNote}
            taskKey={noteOn === '' ? null : noteOn}
            tasks={openTasks(model)}
            onClose={() => {
              setChangingNote(null);
              set(NOTE, null);
            }}
            onAgain={() => (changingNote === null ? set(NOTE, noteOn) : setChangingNote(changingNote))}
          />
        )}
        {editing && <Contact model={model} beside={beside} onClose={() => setEditing(false)} />}
      </Suspense>
    </>
  );
}

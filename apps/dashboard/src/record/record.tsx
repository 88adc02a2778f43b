import { Button, Checkbox, Drawer } from '@mantine/core';
import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Event } from '@suivi/rules/file';
import { CALL_OUTCOMES } from '@suivi/rules/vocabulary';
import { inWords } from '@suivi/rules/calendar/words';
import { Conflict } from '../beside/conflict.tsx';
import type { Beside } from '../beside/use-presence.ts';
import { eventName } from '../file/event-name.ts';
import type { FileModel } from '../file/model.ts';
import { ApiProblem } from '../shell/api.ts';
import { dayInSentence } from '../shell/dates.ts';
import { DayField } from '../shell/day-field.tsx';
import { toFirstFault } from '../shell/first-fault.ts';
import { useKeys } from '../shell/keys.ts';
import { noteIsClean } from '../shell/note-field.tsx';
import { FormProblem } from '../shell/problem.tsx';
import { onSaveKey } from '../shell/save-key.ts';
import { useLanguage } from '../shell/say.ts';
import type { Draft, Field, Wrong } from './draft.ts';
import { eventsOf, faultsOf, fieldAt, fieldsOf } from './draft.ts';
import { effectsOf } from './effect.ts';
import { emailsSoFar } from './emails-so-far.ts';
import { RecordField } from './fields.tsx';
import { LiveEffect } from './live-effect.tsx';
import classes from './record.module.css';
import type { Asked } from './start.ts';
import { startDraft, withType } from './start.ts';
import { TypeField } from './type-field.tsx';
import { useRecord } from './use-record.ts';

type Props = { model: FileModel; asked: Asked; beside: Beside; onClose: () => void };

/** One form for every event of the contract, beside it what saving will cause. */
export function RecordEvent({ model, asked, beside, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { view, today, applicant, file } = model;
  const [draft, setDraft] = useState<Draft>(() => startDraft(model, asked));
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const { save, saving, problem, forget } = useRecord(model, onClose);

  /** A posting begins with its number; elsewhere keys count first (1 to 6 say what CPAM said). */
  const [opensAt] = useState<Field | null>(() =>
    fieldsOf(draft).includes('method') && draft.trackingNumber === '' ? 'trackingNumber' : null,
  );
  const context = { today, openedOn: file.openedOn, applicant };
  const faults = faultsOf(draft, context);
  const events = eventsOf(draft, applicant);
  const ready = Object.keys(faults).length === 0 && noteIsClean(draft.note);
  const change = (part: Partial<Draft>) => {
    forget();
    setDraft((before) => ({ ...before, ...part }));
  };
  const mine = useMine(draft, events, model);
  const submit = (version?: number) => {
    setTried(true);
    if (!ready) {
      toFirstFault(form.current);
      return;
    }
    if (saving) return;
    // What somebody else did is seen first; which version is meant says that it has been.
    if (version === undefined && beside.unseen.length > 0) {
      form.current?.querySelector<HTMLElement>('[data-conflict]')?.focus();
      return;
    }
    const name = model.clientName;
    const said =
      events.length > 1
        ? t('record.savedMany', { count: events.length, name })
        : t('record.saved', { event: t(`event.${draft.type}`), name });
    const effects = effectsOf({ file, events, today, soFar: emailsSoFar(view) });
    void save({ events, said, history: draft.history, next: effects.ok ? effects.after.tasks[0] : undefined, version });
  };
  useKeys(
    [
      { keys: 'mod+Enter', act: () => submit(), inFields: true },
      ...(draft.type === 'call_made'
        ? CALL_OUTCOMES.map((outcome, i) => ({ keys: String(i + 1), act: () => change({ outcome }) }))
        : []),
    ],
    'dialog',
  );
  const { at, general } = useFaults(problem?.errors ?? [], draft);
  const wrong = (field: Field | 'on'): string | undefined => {
    const fault = faults[field];
    if (fault !== undefined && (tried || fault === 'ahead' || fault === 'history')) return sayWrong(fault);
    return at[field];
  };
  const sayWrong = (fault: Wrong): string =>
    t(`record.wrong.${fault}`, {
      day: draft.on === null ? '' : dayInSentence(draft.on, today, language),
      opened: inWords(file.openedOn, language, { year: true }),
    });
  const dayHint = useDayHint(draft, model);
  const stale = problem?.type === 'stale_file';
  return (
    <Drawer
      opened
      onClose={onClose}
      size={900}
      padding={0}
      transitionProps={{ duration: 160 }}
      classNames={{ header: classes.header, body: classes.body, title: classes.titles, content: classes.content }}
      title={
        <>
          <b className={classes.title}>{t('record.title')}</b>
          <span className={`${classes.whose} small dim one-line`}>
            {[model.clientName, view.reference, model.caisse].filter(Boolean).join(' · ')}
          </span>
        </>
      }
    >
      <div className={classes.both}>
        <form
          id="record-event"
          ref={form}
          tabIndex={-1}
          data-autofocus={opensAt === null || undefined}
          className={classes.form}
          noValidate
          onKeyDownCapture={onSaveKey(() => submit())}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            submit();
          }}
        >
          <TypeField
            draft={draft}
            model={model}
            asked={asked}
            onType={(type) => change(withType(draft, type, model))}
          />
          {draft.type !== 'voided' && (
            <DayField
              label={t(draft.type === 'applicant_changed' ? 'record.dayChange' : 'record.day')}
              value={draft.on}
              onChange={(on) => change({ on })}
              today={today}
              error={wrong('on')}
              hint={dayHint}
            />
          )}
          {draft.on !== null && draft.on < file.openedOn && draft.type !== 'voided' && (
            <Checkbox
              size="xs"
              label={t('record.history', { day: inWords(file.openedOn, language, { year: true }) })}
              checked={draft.history}
              onChange={(event) => change({ history: event.currentTarget.checked })}
            />
          )}
          {fieldsOf(draft).map((field) => (
            <RecordField
              key={field}
              field={field}
              draft={draft}
              change={change}
              model={model}
              error={wrong(field)}
              factErrors={Object.fromEntries(
                Object.entries(at).flatMap(([path, message]) =>
                  path.startsWith('facts.') ? [[path.slice('facts.'.length), message]] : [],
                ),
              )}
              submit={() => submit()}
              autoFocus={field === opensAt}
            />
          ))}
          {stale || beside.unseen.length > 0 ? (
            <Conflict
              changes={stale ? (problem.changes ?? []) : beside.unseen}
              mine={t('record.conflict.yours', { event: mine })}
              kind={ready ? 'both' : 'unready'}
              today={today}
              saving={saving}
              onMine={() => {
                beside.see();
                forget();
                if (ready) submit(stale ? (problem.version ?? view.version) : view.version);
              }}
              onDrop={onClose}
            />
          ) : (
            problem !== null &&
            (general.length > 0 || Object.keys(at).length === 0) && (
              <FormProblem
                error={new ApiProblem(general.length > 0 ? { ...problem, detail: general.join(' ') } : problem)}
              />
            )
          )}
        </form>
        <LiveEffect draft={draft} model={model} ready={ready} />
      </div>
      <div className={classes.foot}>
        <span className={`${classes.footNote} tiny dim grow`}>{t('record.foot')}</span>
        <Button variant="subtle" color="gray" onClick={onClose} rightSection={<kbd>Esc</kbd>}>
          {t('record.cancel')}
        </Button>
        <Button
          type="submit"
          form="record-event"
          loading={saving}
          loaderProps={{ size: 14 }}
          className={classes.save}
          rightSection={
            <span className={classes.keys}>
              <kbd>Ctrl</kbd>
              <kbd>Enter</kbd>
            </span>
          }
        >
          {saving ? t('record.saving') : t(saveWords(draft), { count: events.length })}
        </Button>
      </div>
    </Drawer>
  );
}

function saveWords({ type, method, papers }: Draft) {
  if (type === 'call_made') return 'record.saveCall' as const;
  if (type === 'voided') return 'record.saveVoid' as const;
  if (type === 'file_submitted' && method === 'registered_post') return 'record.savePosting' as const;
  return papers.length > 1 && type.startsWith('document_') ? ('record.saveMany' as const) : ('record.save' as const);
}

/** What is about to be recorded, in words: "3646 called: in progress". */
function useMine(draft: Draft, [first, ...others]: ReturnType<typeof eventsOf>, { caisse }: FileModel): string {
  const { t } = useTranslation();
  const language = useLanguage();
  if (first === undefined || (draft.type === 'call_made' && draft.outcome === null)) return t(`event.${draft.type}`);
  return eventName([first as unknown as Event, ...others.map((event) => event as unknown as Event)], {
    t,
    language,
    caisse,
  });
}

/** The server's faults by field; those of no field stand above the button. */
function useFaults(errors: readonly { path: string; message: string }[], draft: Draft) {
  const at: Record<string, string> = {};
  const general: string[] = [];
  for (const { path, message } of errors) {
    const field = fieldAt(path, draft);
    if (field === null) general.push(message);
    else at[field] ??= message;
  }
  return { at, general };
}

/** For a posting: since when, or from when, it is possible. */
function useDayHint(draft: Draft, { plan, today }: FileModel): string | undefined {
  const { t } = useTranslation();
  const language = useLanguage();
  const day = plan.eligibility.earliestSubmissionOn;
  if (draft.type !== 'file_submitted' || day === null) return undefined;
  return t(day <= today ? 'record.eligibleSince' : 'record.eligibleFrom', {
    day: inWords(day, language, { year: today }),
  });
}

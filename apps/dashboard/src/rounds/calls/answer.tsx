import { Button, MultiSelect } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallGroup, CallOfRound, CallToMake } from '@suivi/contracts/calls';
import { documentName } from '@suivi/rules/documents/names';
import type { CallOutcome, DocumentCode } from '@suivi/rules/vocabulary';
import { CALL_OUTCOMES, DOCUMENTS } from '@suivi/rules/vocabulary';
import type { FileModel } from '../../file/model.ts';
import { afterPaint } from '../../shell/after-paint.ts';
import { DayField } from '../../shell/day-field.tsx';
import { useKeys } from '../../shell/keys.ts';
import { NoteField, noteIsClean } from '../../shell/note-field.tsx';
import { FormProblem } from '../../shell/problem.tsx';
import { onSaveKey } from '../../shell/save-key.ts';
import { useLanguage } from '../../shell/say.ts';
import classes from './calls.module.css';
import { causesOf, faultOf, type CallDraft } from './causes.ts';
import { Outcomes } from './outcomes.tsx';
import { TimerView } from './timer-view.tsx';
import { useSaveCall } from './use-save-call.ts';
import type { CallTime } from './use-timer.ts';

type Props = {
  call: CallToMake;
  model: FileModel;
  item: CallOfRound;
  group: CallGroup;
  /** The client that comes next; null: this is the last. */
  nextName: string | null;
  draft: CallDraft;
  change: (part: Partial<CallDraft>) => void;
  time: CallTime;
  onTimer: () => void;
  onSaved: () => void;
};

/** How long it takes, what CPAM said, what that causes, and on to the next. */
export function Answer({ call, model, item, group, nextName, draft, change, time, onTimer, onSaved }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = model;
  const panel = useRef<HTMLElement>(null);
  const chosenAt = useRef<number | null>(null);
  const [tried, setTried] = useState(false);
  const { save, saving, error } = useSaveCall(call, model.clientName, today, onSaved);

  const planned = useAfterPaint(model, draft.callBackOn, draft.documents);
  const causes = useMemo(
    () => (planned === null ? null : causesOf(planned.model, call.key, { ...NOTHING, ...planned })),
    [planned, call.key],
  );
  const fault = faultOf(draft);
  const choose = (outcome: CallOutcome) => {
    chosenAt.current = Date.now();
    change({ outcome });
  };
  const submit = () => {
    setTried(true);
    if (fault !== null || draft.outcome === null || !noteIsClean(draft.note) || saving) return;
    save({ draft: { ...draft, outcome: draft.outcome }, time, chosenAt: chosenAt.current });
  };
  const toNote = () => panel.current?.querySelector('textarea')?.focus();
  useKeys([
    ...CALL_OUTCOMES.map((outcome, i) => ({
      keys: String(i + 1),
      act: () => choose(outcome),
      words: t('callRound.keys.outcome'),
    })),
    { keys: 't', act: onTimer, words: t('callRound.keys.timer') },
    { keys: 'n', act: toNote, words: t('callRound.keys.note') },
    { keys: 'Enter', act: submit, words: t('callRound.keys.save') },
  ]);
  // The papers and the day are asked for where the outcome needs them.
  useEffect(() => setTried(false), [draft.outcome]);
  const said = (which: typeof fault) =>
    tried && fault === which ? t(`callRound.fault.${which ?? 'outcome'}`) : undefined;
  return (
    <section
      ref={panel}
      className={classes.answer}
      aria-label={t('callRound.outcome')}
      onKeyDownCapture={onSaveKey(submit)}
      onKeyDown={leaveField(submit)}
    >
      <TimerView time={time} onPress={onTimer} />
      <Outcomes
        causes={causes}
        chosen={draft.outcome}
        onChoose={choose}
        onAgain={submit}
        call={item}
        group={group}
        today={today}
        hasDay={draft.callBackOn !== null}
      />
      {draft.outcome === 'documents_missing' && (
        <MultiSelect
          label={t('callRound.documents')}
          searchable
          autoFocus
          value={draft.documents}
          onChange={(documents) => change({ documents: documents as DocumentCode[] })}
          data={DOCUMENTS.map((code) => ({ value: code, label: documentName[code][language] }))}
          error={said('documents')}
          selectFirstOptionOnChange
          comboboxProps={{ withinPortal: true, position: 'left-start' }}
        />
      )}
      {draft.outcome === 'call_back_on' && (
        <DayField
          label={t('callRound.callBackOn')}
          value={draft.callBackOn}
          onChange={(callBackOn) => change({ callBackOn })}
          today={today}
          ahead
          autoFocus
          error={said('callBack')}
        />
      )}
      <NoteField
        value={draft.note}
        onChange={(note) => change({ note })}
        label={
          <>
            {t('callRound.note')}{' '}
            <kbd aria-hidden="true" className="at-desk">
              N
            </kbd>
          </>
        }
      />
      {said('outcome') !== undefined && (
        <p className="due tiny" role="alert">
          {said('outcome')}
        </p>
      )}
      <FormProblem error={error} />
      <Button
        size="md"
        fullWidth
        className={classes.save}
        loading={saving}
        loaderProps={{ size: 14 }}
        onClick={submit}
        rightSection={<kbd>Enter</kbd>}
      >
        {saving
          ? t('callRound.saving')
          : nextName === null
            ? t('callRound.saveLast')
            : t('callRound.saveNext', { name: nextName })}
      </Button>
      <SaysCalled model={model} />
    </section>
  );
}

type PlannedFor = Pick<CallDraft, 'callBackOn' | 'documents'> & { model: FileModel };

/** What is to be planned, once the call itself has been painted: twelve plans would hold that up. */
function useAfterPaint(model: FileModel, callBackOn: CallDraft['callBackOn'], documents: CallDraft['documents']) {
  const [painted, setPainted] = useState<PlannedFor | null>(null);
  useEffect(() => afterPaint(() => setPainted({ model, callBackOn, documents })), [model, callBackOn, documents]);
  return painted;
}
const NOTHING = { outcome: null, note: '', clientOnLine: false } as const;

/**
 * Esc leaves the field, not the round: what is typed stays, and the keys of the page work again. Enter in the note or
 * the day saves; Shift Enter begins a new line.
 */
const leaveField = (submit: () => void) => (event: KeyboardEvent) => {
  const { target } = event;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    target.blur();
  }
  const isChoice = target.getAttribute('aria-haspopup') === 'listbox';
  if (event.key === 'Enter' && !event.shiftKey && !isChoice && !event.nativeEvent.isComposing) {
    event.preventDefault();
    submit();
  }
};

/** The day's “Still waiting” leaves after office hours, and says what the call brought. */
function SaysCalled({ model }: { model: FileModel }) {
  const { t } = useTranslation();
  const { plan, today, view } = model;
  const left = new Set(view.messages.filter(({ state }) => state === 'sent').map(({ key }) => key));
  const waits = plan.emails.some(
    ({ template, sendOn, key }) => template === 'still_waiting' && sendOn === today && !left.has(key),
  );
  return waits ? <p className={`${classes.saysCalled} tiny dim`}>{t('callRound.saysCalled')}</p> : null;
}

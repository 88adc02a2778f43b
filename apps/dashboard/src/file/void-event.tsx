import { Button, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordedEvent } from '@suivi/contracts/files';
import { inWords } from '@suivi/rules/calendar/words';
import { Conflict } from '../beside/conflict.tsx';
import { staleChanges } from '../beside/conflict-dialog.tsx';
import { emailsSoFar } from '../record/emails-so-far.ts';
import { asProblem } from '../shell/api.ts';
import { dayInList } from '../shell/dates.ts';
import { useNotify } from '../shell/notify.tsx';
import { FormProblem } from '../shell/problem.tsx';
import { fileChanged, useRecordEvent, useVoidEvent } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import { useTaskName } from '../shell/task-name.tsx';
import type { FileModel } from './model.ts';
import { voidEffect } from './void-effect.ts';
import classes from './void-event.module.css';

type Props = { model: FileModel; recorded: RecordedEvent; name: string; onClose: () => void };

/** Before an event is voided: what the plan will then be, in numbers. */
export function VoidEvent({ model, recorded, name, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  const record = useRecordEvent();
  const voidEvent = useVoidEvent();
  const { view, today } = model;
  const say = useVoidSentence(model, recorded.id);
  const day = recorded.on === null ? '' : inWords(recorded.on, language, { year: today });
  const cache = useQueryClient();
  const stale = record.error === null ? null : staleChanges(record.error);
  const act = (expectedVersion = view.version) =>
    record.mutate(
      { fileId: view.id, event: { type: 'voided', event: recorded.id }, expectedVersion },
      {
        onSuccess: ({ eventId, version }) => {
          // A voided “voided” makes the event stand again.
          notify.done(t('file.void.done', { event: name }), undefined, () => voidEvent(view.id, eventId, version));
          onClose();
        },
        // Somebody was faster: the file is asked again, and what voiding would do is reckoned anew.
        onError: (error) => staleChanges(error) !== null && void fileChanged(cache, view.id),
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={<b className={classes.title}>{t('file.void.title', { event: name, day })}</b>}
    >
      <p className="small dim">{say}</p>
      {stale === null ? (
        <FormProblem error={record.error} />
      ) : (
        <Conflict
          changes={stale}
          mine={t('file.void.one', { event: name })}
          kind="both"
          today={today}
          saving={record.isPending}
          onMine={() => act(asProblem(record.error).version ?? view.version)}
          onDrop={onClose}
        />
      )}
      <div className={classes.acts}>
        <Button
          variant="outline"
          color="cachet"
          loading={record.isPending}
          disabled={stale !== null}
          onClick={() => act()}
        >
          {record.isPending ? t('file.void.acting') : t('file.void.act')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose} rightSection={<kbd>Esc</kbd>}>
          {t('file.void.keep')}
        </Button>
      </div>
    </Modal>
  );
}

/** "The plan will be as if it had never been: 6 steps go, “Trace the letter” comes back, due today." */
function useVoidSentence({ file, view, today }: FileModel, eventId: string): string {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useTaskName();
  const effect = useMemo(() => voidEffect(file, eventId, emailsSoFar(view), today), [file, eventId, view, today]);
  const parts: string[] = [];
  if (effect.stage !== null) parts.push(t('file.void.stage', { stage: t(`stage.${effect.stage}`) }));
  if (effect.gone > 0) parts.push(t('file.void.gone', { count: effect.gone }));
  const back = effect.back.filter((task, i, all) => all.findIndex((other) => nameOf(other) === nameOf(task)) === i);
  for (const task of back.slice(0, 2))
    parts.push(
      t('file.void.back', {
        task: nameOf(task),
        day: dayInList(task.dueOn < today ? today : task.dueOn, today, language),
      }),
    );
  const more = effect.back.length - Math.min(back.length, 2);
  if (more > 0) parts.push(t('file.void.backMore', { count: more }));
  if (effect.emailsPlanned > 0) parts.push(t('file.void.planned', { count: effect.emailsPlanned }));
  if (effect.emailsHeld > 0) parts.push(t('file.void.held', { count: effect.emailsHeld }));
  if (effect.emailsCancelled > 0) parts.push(t('file.void.cancelled', { count: effect.emailsCancelled }));
  if (parts.length === 0) parts.push(t('file.void.nothing'));
  const asIf = `${t('file.void.asIf')}${language === 'fr' ? '\u00A0:' : ':'} ${parts.join(', ')}.`;
  return effect.emailsStaySent > 0 ? `${asIf} ${t('file.void.stay', { count: effect.emailsStaySent })}` : asIf;
}

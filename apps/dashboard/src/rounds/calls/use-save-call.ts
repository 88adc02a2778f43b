import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallToMake } from '@suivi/contracts/calls';
import type { Day } from '@suivi/rules/calendar/days';
import type { CallOutcome } from '@suivi/rules/vocabulary';
import { afterPaint } from '../../shell/after-paint.ts';
import { ApiProblem } from '../../shell/api.ts';
import { useNotify } from '../../shell/notify.tsx';
import { fileChanged, useRecordEvent, useVoidEvent } from '../../shell/queries.ts';
import { callEvent, type CallDraft } from './causes.ts';
import { outcomeInWords } from './in-words.ts';
import { markMade } from './queries.ts';
import { lengthsOf, phaseOf, type CallTime } from './use-timer.ts';

/** Whoever calls wants the next client before anything else: what the call changed is asked again after that. */
const onceNextIsSeen = (cache: QueryClient, fileId: string) => afterPaint(() => void fileChanged(cache, fileId));

type ToSave = { draft: CallDraft & { outcome: CallOutcome }; time: CallTime; chosenAt: number | null };

/** Records a call with how long it took, and lets it be taken back. */
export function useSaveCall(call: CallToMake, clientName: string, today: Day, onSaved: () => void) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const record = useRecordEvent(onceNextIsSeen);
  const voidEvent = useVoidEvent();
  const notify = useNotify();
  /** The same event keeps its id, so that saving again after a broken connection records it once. */
  const sent = useRef({ print: '', id: '', at: 0 });

  const save = ({ draft, time, chosenAt }: ToSave) => {
    if (record.isPending) return;
    const event = callEvent(draft, today, call.key);
    const print = JSON.stringify(event);
    if (sent.current.print !== print) sent.current = { print, id: crypto.randomUUID(), at: Date.now() };
    const { id, at } = sent.current;
    const { waited, talked } = lengthsOf(time, at);
    // Whoever told the timer nothing but the beginning has not said how long the call was in a queue.
    const timed = draft.outcome === 'no_answer' || phaseOf(time) === 'ended' || time.answeredAt !== null;
    record.mutate(
      {
        fileId: call.file.id,
        event: { ...event, id },
        expectedVersion: call.file.version,
        call: {
          startedAt: new Date(time.startedAt ?? chosenAt ?? at).toISOString(),
          waitedSeconds: timed ? waited : null,
          talkedSeconds: talked,
          clientOnLine: draft.clientOnLine,
        },
      },
      {
        onSuccess: ({ eventId, version }) => {
          markMade(cache, call.taskId, draft.outcome);
          onSaved();
          afterPaint(() =>
            notify.done(
              t('callRound.recorded', { name: clientName, outcome: outcomeInWords(t, draft.outcome) }),
              undefined,
              () => voidEvent(call.file.id, eventId, version),
            ),
          );
        },
        onError: (error) => {
          // Somebody was faster: all is asked again, what was typed stays, and Enter then records after theirs.
          if (error instanceof ApiProblem && error.status === 409) void fileChanged(cache, call.file.id);
        },
      },
    );
  };
  return { save, saving: record.isPending, error: record.error };
}

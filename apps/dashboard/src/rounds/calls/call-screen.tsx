import { Button } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallGroup, CallOfRound, CallToMake } from '@suivi/contracts/calls';
import { modelOf } from '../../file/model.ts';
import { useKeys } from '../../shell/keys.ts';
import { Problem } from '../../shell/problem.tsx';
import { useMe } from '../../shell/queries.ts';
import { RowsToCome } from '../../shell/waiting.tsx';
import { Answer } from './answer.tsx';
import { CallDesk } from './call-desk.tsx';
import classes from './calls.module.css';
import type { CallDraft } from './causes.ts';
import { outcomeInWords } from './in-words.ts';
import { useCallToMake } from './queries.ts';
import type { Drafts } from './use-drafts.ts';
import { useTimer } from './use-timer.ts';

type Props = {
  item: CallOfRound;
  group: CallGroup;
  /** The call that comes after this one; null: there is none left. */
  next: CallOfRound | null;
  drafts: Drafts;
  /** Rises whenever a call is chosen in the list. */
  chosen: number;
  onNext: () => void;
  onPrevious: () => void;
  onSkip: () => void;
};

/** One call: on screen, or drawn ahead out of sight. */
export function CallScreen(props: Props) {
  const { t } = useTranslation();
  const { item, onPrevious, onSkip } = props;
  const call = useCallToMake(item);
  useKeys([
    { keys: ['k', 'ArrowUp'], act: onPrevious, words: t('callRound.keys.previous') },
    { keys: ['j', 'ArrowDown'], act: onSkip, words: t('callRound.keys.next'), quiet: true },
  ]);
  if (call.data === undefined)
    return (
      <div className={classes.coming}>
        {call.isError ? <Problem error={call.error} retry={() => void call.refetch()} /> : <RowsToCome rows={5} />}
      </div>
    );
  return <Loaded {...props} call={call.data} />;
}

function Loaded({ call, item, group, next, drafts, chosen, onNext, onPrevious, onSkip }: Props & { call: CallToMake }) {
  const { t } = useTranslation();
  const me = useMe().data;
  const model = useMemo(() => modelOf(call.file, me?.agency?.demo ?? false), [call.file, me?.agency?.demo]);
  const [draft, setDraft] = useState(() => drafts.of(item.taskId));
  const timer = useTimer();
  const tel = useRef<HTMLAnchorElement>(null);
  const change = useCallback(
    (part: Partial<CallDraft>) =>
      setDraft((before) => {
        const after = { ...before, ...part };
        drafts.keep(item.taskId, after);
        return after;
      }),
    [drafts, item.taskId],
  );
  const onLine = useCallback((clientOnLine: boolean) => change({ clientOnLine }), [change]);
  const made = item.outcome !== null;
  useKeys(
    made
      ? [{ keys: 'Enter', act: onNext, words: t('callRound.next') }]
      : [
          {
            keys: ' ',
            act: () => {
              timer.dial();
              tel.current?.click();
            },
            words: t('callRound.keys.dial'),
          },
          {
            keys: 'l',
            act: () => change({ clientOnLine: !draft.clientOnLine }),
            words: t('callRound.keys.line'),
          },
        ],
  );
  return (
    <>
      {/* Space follows this link: the visible one may be out of sight. */}
      <a ref={tel} href="tel:3646" hidden>
        3646
      </a>
      <CallDesk
        call={call}
        model={model}
        agencyName={me?.agency?.name ?? ''}
        adviserName={me?.name ?? ''}
        clientOnLine={draft.clientOnLine}
        onLine={onLine}
        onDial={timer.dial}
        chosen={chosen}
      />
      {made ? (
        <section className={classes.answer} aria-label={t('callRound.outcome')}>
          <p className="strong" role="status">
            {t('callRound.isMade', { outcome: item.outcome === null ? '' : outcomeInWords(t, item.outcome) })}
          </p>
          <p className="tiny dim">{t('callRound.undoHint')}</p>
          {next !== null && (
            <Button size="md" fullWidth className={classes.save} onClick={onNext} rightSection={<kbd>Enter</kbd>}>
              {t('callRound.toNext', { name: next.file.clientName })}
            </Button>
          )}
        </section>
      ) : (
        <Answer
          call={call}
          model={model}
          item={item}
          group={group}
          nextName={next?.file.clientName ?? null}
          draft={draft}
          change={change}
          time={timer.time}
          onTimer={timer.press}
          onSaved={onNext}
        />
      )}
      <div className={`${classes.step} on-phone`}>
        <Button variant="default" onClick={onPrevious}>
          {t('callRound.previous')}
        </Button>
        <Button variant="default" onClick={onSkip}>
          {t('callRound.next')}
        </Button>
      </div>
    </>
  );
}

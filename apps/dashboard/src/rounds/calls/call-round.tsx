import { Button, SegmentedControl } from '@mantine/core';
import { IconClock, IconPhoneOff } from '@tabler/icons-react';
import { Activity, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { CallGroup, CallRound as Round } from '@suivi/contracts/calls';
import { dayInSentence } from '../../shell/dates.ts';
import { EmptyState } from '../../shell/empty.tsx';
import { Problem } from '../../shell/problem.tsx';
import { useLanguage } from '../../shell/say.ts';
import { RowsToCome } from '../../shell/waiting.tsx';
import { RoundFrame } from '../round-frame.tsx';
import { CallScreen } from './call-screen.tsx';
import classes from './calls.module.css';
import { hoursInWords, timeInWords } from './in-words.ts';
import { Queue } from './queue.tsx';
import { useCallRound, useCallToMake } from './queries.ts';
import { RoundDone } from './round-done.tsx';
import { useDrafts } from './use-drafts.ts';
import { useMinute } from './use-now.ts';

/** One call, one screen: by caisse, each at its best hour, and from Save straight to the next. */
export function CallRound() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const scope = search.get('of') === 'team' ? 'team' : 'mine';
  const asked = search.get('call');
  const query = useCallRound({ scope });
  const drafts = useDrafts();
  /** Counts what was chosen in the list: the keys are then those of the call, also of one that is on screen already. */
  const [chosen, setChosen] = useState(0);
  const round = query.data;
  const calls = round?.groups.flatMap((group) => group.calls.map((item) => ({ item, group }))) ?? [];
  const made = calls.filter(({ item }) => item.outcome !== null).length;
  const at = calls.findIndex(({ item }) => item.taskId === asked);
  const open = calls.findIndex(({ item }) => item.outcome === null);
  const here = at >= 0 ? at : open;
  const current = calls[here];
  const go = (taskId: string | null, of: string | null = search.get('of')) =>
    setSearch(
      { ...(of !== null && { of }), ...(taskId !== null && { call: taskId }) },
      { replace: true, flushSync: true },
    );
  // A link names the call that is on screen.
  const shown = current?.item.taskId ?? null;
  useEffect(() => {
    if (shown !== null && shown !== asked) go(shown);
  });
  /** The next call to make: after this one, else the first that was left out. */
  const nextOf = (place: number) =>
    [...calls.slice(place + 1), ...calls.slice(0, Math.max(place, 0))].find(({ item }) => item.outcome === null) ??
    null;
  const next = current === undefined ? null : nextOf(here);
  // It is there before it is asked for, and drawn out of sight: from Save to it is a matter of showing it.
  useCallToMake(next?.item ?? null);
  const drawn = current === undefined ? [] : next === null || next === current ? [current] : [current, next];
  const whose = (
    <SegmentedControl
      className="at-desk"
      aria-label={t('callRound.whose')}
      value={scope}
      onChange={(of) => go(null, of === 'team' ? 'team' : null)}
      data={[
        { value: 'mine', label: t('callRound.mine', { count: round?.scopes.mine ?? 0 }) },
        { value: 'team', label: t('callRound.team', { count: round?.scopes.team ?? 0 }) },
      ]}
    />
  );
  return (
    <RoundFrame
      title={t('callRound.title')}
      done={made}
      of={calls.length}
      beside={current && <Hours group={current.group} />}
      aside={
        <>
          {current && <Clock group={current.group} />}
          {whose}
        </>
      }
    >
      {round === undefined ? (
        query.isError ? (
          <Problem error={query.error} retry={() => void query.refetch()} />
        ) : (
          <RowsToCome />
        )
      ) : calls.length === 0 ? (
        <NoCalls round={round} scope={scope} onTeam={() => go(null, 'team')} />
      ) : (
        <div className={classes.round}>
          <Queue
            round={round}
            current={current?.item.taskId ?? null}
            onChoose={(taskId) => {
              go(taskId);
              setChosen((before) => before + 1);
            }}
          />
          {current === undefined ? (
            <RoundDone round={round} outcomes={calls.map(({ item }) => item.outcome)} />
          ) : (
            drawn.map((call) => {
              const place = calls.indexOf(call);
              return (
                <Activity key={call.item.taskId} mode={call === current ? 'visible' : 'hidden'}>
                  <CallScreen
                    item={call.item}
                    group={call.group}
                    next={nextOf(place)?.item ?? null}
                    drafts={drafts}
                    chosen={chosen}
                    onNext={() => go(nextOf(place)?.item.taskId ?? null)}
                    onPrevious={() => go(calls[place - 1]?.item.taskId ?? call.item.taskId)}
                    onSkip={() => go(calls[place + 1]?.item.taskId ?? call.item.taskId)}
                  />
                </Activity>
              );
            })
          )}
        </div>
      )}
    </RoundFrame>
  );
}

function Hours({ group }: { group: CallGroup }) {
  const { t } = useTranslation();
  return <>{hoursInWords(t, useLanguage(), group, useMinute(group.utcOffset))}</>;
}

function Clock({ group }: { group: CallGroup }) {
  const { t } = useTranslation();
  const time = timeInWords(t, useLanguage(), group, useMinute(group.utcOffset));
  return (
    <span className={`${classes.clock} nums at-desk`} title={t('callRound.hours.clock')}>
      <IconClock aria-hidden="true" />
      {time}
    </span>
  );
}

/** Nobody is to be called: when the next call is due, and whose there may be. */
function NoCalls({ round, scope, onTeam }: { round: Round; scope: 'mine' | 'team'; onTeam: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <EmptyState
      icon={IconPhoneOff}
      title={t('callRound.empty.title')}
      actions={
        <>
          <Button variant="default" component={Link} to="/today">
            {t('callRound.empty.toToday')}
          </Button>
          {scope === 'mine' && round.scopes.team > 0 && (
            <Button variant="default" onClick={onTeam}>
              {t('callRound.empty.team')}
            </Button>
          )}
        </>
      }
    >
      {round.nextDueOn === null
        ? t('callRound.empty.never')
        : t('callRound.empty.next', { day: dayInSentence(round.nextDueOn, round.today, language) })}
    </EmptyState>
  );
}

import { Button, Progress } from '@mantine/core';
import { IconMailbox } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrivalType } from '@suivi/contracts/arrivals';
import { ARRIVALS } from '@suivi/contracts/arrivals';
import type { FileRow } from '@suivi/contracts/files';
import { dayInTitle } from '../../shell/dates.ts';
import { EmptyState } from '../../shell/empty.tsx';
import { KeyCap } from '../../shell/key-cap.tsx';
import { useKeys } from '../../shell/keys.ts';
import { FormProblem } from '../../shell/problem.tsx';
import { useMe, useToday } from '../../shell/queries.ts';
import { useLanguage } from '../../shell/say.ts';
import { Results } from '../results.tsx';
import { RoundFrame } from '../round-frame.tsx';
import type { Entry } from '../use-record-each.ts';
import { isUnsure, useRecordEach } from '../use-record-each.ts';
import { useTakeBack } from '../use-take-back.ts';
import { ArrivalLine } from './arrival-line.tsx';
import classes from './arrivals.module.css';
import { FindFile } from './find-file.tsx';
import type { Line } from './lines.ts';
import { eventOf, isTaken } from './lines.ts';
import { useForeseen } from './queries.ts';
import { useLines } from './use-lines.ts';
import type { Choice } from './what-came.tsx';
import { keyOf, WhatCame } from './what-came.tsx';
import { WillFollow } from './will-follow.tsx';

type Arrival = Entry & { from: Line; clientName: string };

/** What the post, the mails and the calls of a day brought: said once, then name after name. */
export function Arrivals() {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const userId = useMe().data?.userId ?? '';
  const [choice, setChoice] = useState<Choice>({ type: null, on: today, method: 'online' });
  const { lines, add, date, remove, forget, putBack } = useLines(userId);
  const [at, setAt] = useState<string | null>(null);
  const [dating, setDating] = useState<string | null>(null);
  const [wanted, setWanted] = useState(false);
  const names = useRef(new Map<string, Pick<FileRow, 'clientName' | 'reference'>>());
  const field = useRef<HTMLInputElement>(null);
  const foreseen = useForeseen(lines);
  const { outcomes, progress, takingBack, record, takeBack } = useRecordEach<Arrival>([]);
  const { tell, backAll } = useTakeBack<Arrival>({
    takeBack,
    nameOf: ({ clientName }) => clientName,
    putBack: (gone) => putBack(gone.map(({ from }) => from)),
  });

  const ready = lines.flatMap((line): Arrival[] => {
    const seen = foreseen.of(line);
    return seen === undefined || (seen.leftOut !== null && !isUnsure(line.eventId)) || line.on > today
      ? []
      : [
          {
            line: line.id,
            fileId: line.fileId,
            version: seen.version,
            event: eventOf(line),
            from: line,
            clientName: seen.clientName,
          },
        ];
  });
  // What is on its way to the server is no longer to be changed.
  const locked = progress !== null;
  const again = outcomes.filter(({ event }) => isUnsure(event.id) && lines.some(({ eventId }) => eventId === event.id));
  const recorded = outcomes.filter(({ change }) => change !== null);

  const choose = (type: ArrivalType) => setChoice((before) => ({ ...before, type }));
  const toField = () => field.current?.focus();
  const chosenType = choice.type;
  useEffect(() => {
    // Chosen: the field is there for the first name.
    if (chosenType !== null) field.current?.focus();
  }, [chosenType]);
  const addFile = ({ id, clientName, reference }: FileRow, others: number) => {
    if (choice.type === null || isTaken(lines, { fileId: id, type: choice.type })) return;
    names.current.set(id, { clientName, reference });
    const { type, on, method } = choice;
    const line = { id: crypto.randomUUID(), eventId: crypto.randomUUID(), fileId: id, type, on, method, others };
    add(line);
    setAt(line.id);
  };

  const recordThese = async (these: readonly Arrival[]) => {
    const made = await record(these);
    const done = made.filter(({ change }) => change !== null);
    forget(done.map(({ event }) => event.id));
    toField();
    if (done.length > 0) tell(t('arrivals.recorded', { count: done.length }), done);
  };
  // Asked for while the last line is still being looked at: it waits for that.
  useEffect(() => {
    if (!wanted || foreseen.waiting) return;
    setWanted(false);
    if (progress === null) void recordThese(ready);
    // Once the answers are in.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted, foreseen.waiting]);

  const place = lines.findIndex(({ id }) => id === at);
  const move = (by: 1 | -1) =>
    setAt(lines[Math.min(lines.length - 1, Math.max(0, place === -1 ? lines.length - 1 : place + by))]?.id ?? null);
  const takeOut = (id: string) => {
    if (locked) return;
    const gone = lines.findIndex((line) => line.id === id);
    remove([id]);
    setAt((lines[gone + 1] ?? lines[gone - 1])?.id ?? null);
    if (document.activeElement?.closest('tr') != null) toField();
  };
  useKeys([
    { keys: '/', act: toField, words: t('arrivals.keys.find') },
    { keys: ['j', 'ArrowDown'], act: () => move(1), words: t('arrivals.keys.line'), repeats: true },
    { keys: ['k', 'ArrowUp'], act: () => move(-1), words: t('arrivals.keys.line'), repeats: true },
    { keys: 'd', act: () => !locked && setDating(at), words: t('arrivals.keys.day') },
    { keys: 'Delete', act: () => at !== null && takeOut(at), words: t('arrivals.remove') },
    ...ARRIVALS.flatMap((type, n) => {
      const keys = keyOf(n);
      const act = () => {
        choose(type);
        toField();
      };
      return keys === undefined ? [] : [{ keys, act, words: t('arrivals.what'), quiet: n > 0 }];
    }),
    { keys: 'mod+Enter', act: () => setWanted(true), words: t('arrivals.keys.record'), inFields: true },
  ]);

  return (
    <RoundFrame
      title={t('arrivals.title')}
      done={recorded.length}
      of={recorded.length + lines.length}
      beside={dayInTitle(today, language)}
    >
      <div className={classes.desk}>
        <Results
          outcomes={outcomes}
          nameOf={({ clientName, from }) => ({ clientName, beside: t(`event.${from.type}`) })}
          isTheirs={(type, { from }) => type === from.type}
          recorded={t('arrivals.recorded', { count: recorded.length })}
          takeBack={t('arrivals.takeBack')}
          onTakeBack={() => backAll(recorded)}
          again={again}
          onAgain={() => void recordThese(again)}
          busy={progress !== null || takingBack}
        />
        <WhatCame
          choice={choice}
          today={today}
          onChoose={choose}
          onChange={(part) => setChoice((before) => ({ ...before, ...part }))}
        />
        <div className={classes.finding}>
          <FindFile
            inputRef={field}
            type={choice.type}
            isListed={(fileId) => choice.type !== null && isTaken(lines, { fileId, type: choice.type })}
            onAdd={addFile}
            onLeave={() => {
              field.current?.blur();
              setAt(at ?? lines.at(-1)?.id ?? null);
            }}
          />
        </div>
        <div className={classes.scroll}>
          {lines.length === 0 ? (
            <EmptyState icon={IconMailbox} title={t('arrivals.none')}>
              {t('arrivals.noneBody')}
            </EmptyState>
          ) : (
            <table className={classes.table}>
              <caption className="unseen">{t('arrivals.list')}</caption>
              <thead>
                <tr>
                  <th scope="col" className={classes.no}>
                    {t('post.no')}
                  </th>
                  <th scope="col">{t('post.client')}</th>
                  <th scope="col">{t('arrivals.what')}</th>
                  <th scope="col" className={classes.day}>
                    {t('arrivals.on')}
                  </th>
                  <th scope="col">{t('arrivals.follows')}</th>
                  <th scope="col" className={classes.out}>
                    <span className="unseen">{t('arrivals.remove')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line, n) => (
                  <ArrivalLine
                    key={line.id}
                    line={line}
                    no={n + 1}
                    chosen={line.id === at}
                    dating={line.id === dating && !locked}
                    locked={locked}
                    unsure={!locked && isUnsure(line.eventId)}
                    today={today}
                    named={names.current.get(line.fileId)}
                    foreseen={foreseen.of(line)}
                    refusal={foreseen.refusal(line)}
                    first={lines.findIndex(({ fileId }) => fileId === line.fileId) === n}
                    onChoose={() => setAt(line.id)}
                    onDate={(is) => setDating(is ? line.id : null)}
                    onDay={(on) => date(line.id, on)}
                    onRemove={() => takeOut(line.id)}
                  />
                ))}
              </tbody>
            </table>
          )}
        </div>
        {lines.length > 0 && (
          <div className={classes.foot}>
            {progress === null ? (
              <div className="grow">
                <WillFollow lines={lines} foreseen={foreseen} today={today} />
                {foreseen.error !== null && (
                  <div className={classes.failed}>
                    <FormProblem error={foreseen.error} />
                    <Button variant="default" size="compact-sm" onClick={foreseen.again}>
                      {t('state.tryAgain')}
                    </Button>
                  </div>
                )}
              </div>
            ) : (
              <div className="grow" role="status">
                <p className="small">{t('arrivals.recording', progress)}</p>
                <Progress value={(100 * progress.done) / progress.of} aria-label={t('arrivals.recording', progress)} />
              </div>
            )}
            <Button
              onClick={() => setWanted(true)}
              disabled={ready.length === 0 || takingBack}
              loading={progress !== null || wanted}
              rightSection={<KeyCap keys="mod+Enter" />}
            >
              {t('arrivals.record', { count: ready.length })}
            </Button>
          </div>
        )}
      </div>
    </RoundFrame>
  );
}

import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostLetter, PostRound } from '@suivi/contracts/post';
import type { Day } from '@suivi/rules/calendar/days';
import { DayField } from '../../shell/day-field.tsx';
import { dayInTitle } from '../../shell/dates.ts';
import { KeyCap } from '../../shell/key-cap.tsx';
import { useKeys } from '../../shell/keys.ts';
import { useLanguage } from '../../shell/say.ts';
import { Results } from '../results.tsx';
import { RoundFrame } from '../round-frame.tsx';
import { isUnsure, useRecordEach } from '../use-record-each.ts';
import { useTakeBack } from '../use-take-back.ts';
import { EnterAddress } from './enter-address.tsx';
import { LetterLine } from './letter-line.tsx';
import type { LineActs } from './letter-line.tsx';
import { LetterAtHand } from './letter-at-hand.tsx';
import type { Changing } from './letter-at-hand.tsx';
import { nextEmpty } from './line-state.ts';
import classes from './post.module.css';
import type { Posting } from './posting.ts';
import { entryOf, isPosting } from './posting.ts';
import { PrintBar } from './print-bar.tsx';
import { Steps } from './steps.tsx';
import { useTypedNumbers } from './typed-numbers.ts';
import { useLines } from './use-lines.ts';
import { WillFollow } from './will-follow.tsx';

type Props = { round: PostRound; userId: string; aside: ReactNode; empty: ReactNode };

/** What a scanner begins a number with: a digit, or the R of a registered letter from abroad. */
const FIRST_OF_NUMBER = [...'0123456789', 'r'];
const EMPTY = { is: 'empty' } as const;

/** Print, scan, record: the letters at the left, the one at hand at the right. */
export function PostDesk({ round, userId, aside, empty }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today, letters } = round;
  const [on, setOn] = useState<Day>(today);
  const [chosen, setChosen] = useState<string | null>(null);
  const [missing, setMissing] = useState<PostLetter | null>(null);
  const [changing, setChanging] = useState<Changing>(null);
  const { typed, type, keepAsTyped, forget } = useTypedNumbers(userId);
  const lines = useLines(letters, typed);
  const { outcomes, progress, takingBack, record, takeBack } = useRecordEach<Posting>(['post', 'number-use']);
  const { tell, backAll } = useTakeBack<Posting>({
    takeBack,
    nameOf: ({ letter }) => letter.file.clientName,
    putBack: (gone) => gone.forEach(({ letter, number }) => type(letter.taskId, number)),
  });
  const fields = useRef(new Map<string, HTMLInputElement>());

  const ready = lines.filter(({ state, usedBy }) => state.is === 'ready' && usedBy === undefined);
  const left = lines.filter(({ state }) => state.is === 'empty').length;
  const toLook = lines.length - ready.length - left;
  // One that was recorded after all stands in the list of letters no more.
  const again = outcomes.filter(({ event, line }) => isUnsure(event.id) && typed[line]?.eventId === event.id);
  const recorded = outcomes.filter(({ change }) => change !== null);
  const focusOn = (at: number | null | undefined) => {
    const line = at == null ? undefined : lines[at];
    if (line !== undefined) fields.current.get(line.letter.taskId)?.focus();
  };
  const focusNext = (at: number) => {
    const numbers = lines.map(({ number }, i) => (i === at ? 'x' : number));
    focusOn(nextEmpty(numbers, at));
  };
  const recordAll = async () => {
    if (ready.length === 0 || progress !== null || on > today) return;
    await recordThese(
      ready.map(({ letter, number }) => entryOf(letter, on, number, typed[letter.taskId]?.eventId ?? '')),
    );
  };
  const recordThese = async (these: readonly Posting[]) => {
    const made = await record(these);
    const done = made.filter(({ change }) => change !== null);
    forget(done.map(({ letter }) => letter.taskId));
    if (done.length > 0) tell(t('post.recorded', { count: done.length }), done);
  };
  useKeys([
    { keys: ['ArrowDown', 'ArrowUp'], act: () => focusNext(-1), words: t('post.line') },
    { keys: 'mod+Enter', act: () => void recordAll(), words: t('post.step.record'), inFields: true },
    // A scanner that finds no field chosen: the number goes to the next empty line, its first digit with it.
    {
      keys: FIRST_OF_NUMBER,
      act: (event) => {
        focusNext(-1);
        const field = document.activeElement;
        if (field instanceof HTMLInputElement) document.execCommand('insertText', false, event.key);
      },
    },
  ]);
  const at = Math.max(
    0,
    lines.findIndex(({ letter }) => letter.taskId === chosen),
  );
  // One that cannot be printed yet can be looked at, too.
  const written = letters.filter(({ letter }) => letter !== null);
  const shown = written.find(({ taskId }) => taskId === chosen) ?? lines[at]?.letter ?? written[0];
  const done = recorded.length + ready.length;
  const sum = recorded.length + lines.length;
  const numberOf = new Map(lines.map(({ letter }, i) => [letter.taskId, i]));
  const latest = useRef({ type, keepAsTyped, focusNext, focusOn, numberOf });
  useEffect(() => {
    latest.current = { type, keepAsTyped, focusNext, focusOn, numberOf };
  });
  const [acts] = useState<LineActs>(() => ({
    field: (taskId, input) => {
      if (input) fields.current.set(taskId, input);
      else fields.current.delete(taskId);
    },
    type: (taskId, number) => latest.current.type(taskId, number),
    keep: (taskId) => {
      latest.current.keepAsTyped(taskId);
      latest.current.focusNext(latest.current.numberOf.get(taskId) ?? -1);
    },
    next: (taskId) => latest.current.focusNext(latest.current.numberOf.get(taskId) ?? -1),
    move: (taskId, by) => latest.current.focusOn((latest.current.numberOf.get(taskId) ?? 0) + by),
    choose: setChosen,
    word: (taskId) => {
      setChosen(taskId);
      setChanging('wording');
    },
    enterAddress: setMissing,
  }));
  return (
    <RoundFrame title={t('post.title')} done={done} of={sum} beside={dayInTitle(today, language)} aside={aside}>
      {letters.length === 0 && outcomes.length === 0 ? (
        empty
      ) : (
        <div className={classes.desk}>
          <div className={classes.left}>
            <Steps round={round} left={left + toLook} recorded={lines.length === 0 && recorded.length > 0} />
            <Results
              outcomes={outcomes}
              nameOf={({ letter, number }) => ({ clientName: letter.file.clientName, beside: number })}
              isTheirs={isPosting}
              recorded={t('post.recorded', { count: recorded.length })}
              takeBack={t('post.takeBack')}
              onTakeBack={() => backAll(recorded)}
              again={again}
              onAgain={() => void recordThese(again)}
              busy={progress !== null || takingBack}
            />
            {lines.length > 0 && <PrintBar round={round} />}
            {letters.length > 0 && (
              <div className={classes.scroll}>
                <table className={classes.table}>
                  <caption className="unseen">{t('post.list')}</caption>
                  <thead>
                    <tr>
                      <th scope="col" className={classes.no}>
                        {t('post.no')}
                      </th>
                      <th scope="col">{t('post.client')}</th>
                      <th scope="col">{t('post.letter')}</th>
                      <th scope="col" className={classes.pages}>
                        {t('post.pages')}
                      </th>
                      <th scope="col" className={classes.numberCell}>
                        {t('post.number')}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {letters.map((letter) => {
                      const { taskId } = letter;
                      const place = numberOf.get(taskId) ?? null;
                      const line = place === null ? undefined : lines[place];
                      return (
                        <LetterLine
                          key={taskId}
                          letter={letter}
                          no={place === null ? null : place + 1}
                          chosen={letter === shown}
                          number={line?.number ?? ''}
                          state={line?.state ?? EMPTY}
                          usedBy={line?.usedBy}
                          acts={acts}
                        />
                      );
                    })}
                  </tbody>
                </table>
                {round.more && <p className={`${classes.more} small dim`}>{t('post.more')}</p>}
              </div>
            )}
            {lines.length > 0 && (
              <div className={classes.foot}>
                {progress === null ? (
                  <WillFollow ready={ready} on={on} today={today} left={left} toLook={toLook} />
                ) : (
                  <div className="grow" role="status">
                    <p className="small">{t('post.recording', progress)}</p>
                    <Progress value={(100 * progress.done) / progress.of} aria-label={t('post.recording', progress)} />
                  </div>
                )}
                <DayField
                  label={t('post.postedOn')}
                  value={on}
                  onChange={(day) => setOn(day ?? today)}
                  today={today}
                  anyDay
                  error={on > today ? t('today.fault.ahead') : undefined}
                />
                <Button
                  onClick={() => void recordAll()}
                  disabled={ready.length === 0 || on > today || takingBack}
                  loading={progress !== null}
                  rightSection={<KeyCap keys="mod+Enter" />}
                >
                  {t('post.record', { count: ready.length })}
                </Button>
              </div>
            )}
          </div>
          <LetterAtHand
            letter={shown}
            n={shown === undefined ? 0 : written.indexOf(shown) + 1}
            of={written.length}
            changing={changing}
            onChanging={setChanging}
          />
        </div>
      )}
      {missing !== null && <EnterAddress letter={missing} today={today} onClose={() => setMissing(null)} />}
    </RoundFrame>
  );
}

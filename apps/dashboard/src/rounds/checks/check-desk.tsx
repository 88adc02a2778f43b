import { Button, Modal } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import type { CheckingRound } from '@suivi/contracts/papers';
import type { Day } from '@suivi/rules/calendar/days';
import { FAULTS } from '@suivi/rules/vocabulary';
import type { Fault } from '@suivi/rules/vocabulary';
import { modelOf } from '../../file/model.ts';
import { BlackOutDialog } from '../../papers/black-out-dialog.tsx';
import { PageTools } from '../../papers/page-tools.tsx';
import { PageView } from '../../papers/page-view.tsx';
import { usePages } from '../../papers/use-pages.ts';
import { dayInList, timeOf } from '../../shell/dates.ts';
import { useKeys } from '../../shell/keys.ts';
import { useNotify } from '../../shell/notify.tsx';
import { fileQuery, useFile, useMe } from '../../shell/queries.ts';
import { useLanguage } from '../../shell/say.ts';
import { RoundFrame } from '../round-frame.tsx';
import classes from './checks.module.css';
import { Finished } from './finished.tsx';
import type { Step } from './round.ts';
import { verifiable, withFault } from './round.ts';
import { Strip } from './strip.tsx';
import { useBlackOut } from './use-black-out.ts';
import { useJudge } from './use-judge.ts';
import type { Judge } from './use-judge.ts';
import { useRound } from './use-round.ts';
import type { Round } from './use-round.ts';
import { KEY_OF_FAULT, noteFault, Verdict } from './verdict.tsx';

type Props = {
  list: CheckingRound;
  /** The document to begin with. */
  start: string | null;
  renew: () => Promise<unknown>;
  aside: React.ReactNode;
  oneClient: string | null;
};

/** The round: one document after the other, with its verdict, until none waits. */
export function CheckDesk({ list, start, renew, aside, oneClient }: Props) {
  const { t } = useTranslation();
  const round = useRound(list.files, start);
  const judge = useJudge(round, renew);
  const { step } = round;
  const done = Object.values(round.outcomes).filter((outcome) => outcome !== undefined).length;
  const came = useWhenItCame(step?.paper.uploadedAt, list.today);
  return (
    <RoundFrame title={t('checks.title')} done={done} of={round.steps.length} beside={came} aside={aside}>
      {step === undefined ? (
        <Finished outcomes={round.outcomes} oneClient={oneClient} more={list.more} renew={renew} />
      ) : (
        <OnDesk key={step.paper.id} step={step} round={round} judge={judge} today={list.today} renew={renew} />
      )}
    </RoundFrame>
  );
}

/** When it came: today at 7:42. */
function useWhenItCame(at: string | undefined, today: Day): string | undefined {
  const { t } = useTranslation();
  const language = useLanguage();
  if (at === undefined) return undefined;
  const time = timeOf(at, language);
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date(at)) as Day;
  const when =
    day === today ? t('checks.todayAt', { time }) : t('checks.onAt', { day: dayInList(day, today, language), time });
  return t('checks.oldest', { when });
}

type OnDeskProps = { step: Step; round: Round; judge: Judge; today: Day; renew: () => Promise<unknown> };

/** One document: its page at the left, what one thinks of it at the right. */
function OnDesk({ step, round, judge, today, renew }: OnDeskProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  const cache = useQueryClient();
  const { paper, file } = step;
  const draft = round.draftOf(paper.id);
  const outcome = round.outcomes[paper.id];
  const pages = usePages(paper, renew);
  const black = useBlackOut(round, renew);
  const note = useRef<HTMLTextAreaElement>(null);
  const [asking, setAsking] = useState(false);
  const demo = useMe().data?.agency?.demo === true;
  const view = useFile(file.id).data;
  const model = useMemo(() => (view === undefined ? null : modelOf(view, demo)), [view, demo]);

  // What comes next is there before it is asked for: its first page, and the facts of its client.
  const { nextStep } = round;
  const nextPage = nextStep?.paper.pages[0]?.url;
  const nextFile = nextStep?.file.id;
  useEffect(() => {
    if (nextPage !== undefined) new Image().src = nextPage;
  }, [nextPage]);
  useEffect(() => {
    if (nextFile !== undefined) void cache.prefetchQuery(fileQuery(nextFile));
  }, [cache, nextFile]);

  const open = outcome === undefined;
  const choose = (fault: Fault) => round.write(paper.id, (before) => withFault(before, fault, paper, file.language));
  const verify = () => {
    if (open && paper.scan !== 'infected') void judge.verify(step);
  };
  const save = () => {
    if (!open || draft.fault === null) return;
    if (noteFault(draft) === null) void judge.sendBack(step);
    else note.current?.focus();
  };
  const all = verifiable(file, round.outcomes, round.seen, round.drafts);
  const verifyAll = () => (all.length === 0 ? notify.done(t('checks.noneSeen')) : setAsking(true));
  useKeys([
    { keys: 'v', act: verify, words: t('checks.keys.verify'), inOrder: true },
    ...FAULTS.map((fault) => ({
      keys: KEY_OF_FAULT[fault],
      act: () => open && (draft.fault === fault ? save() : choose(fault)),
      words: t(`checks.keys.${fault}`),
      inOrder: true,
    })),
    { keys: 'Enter', act: save, words: t('checks.keys.save'), inOrder: true },
    { keys: 'ArrowLeft', act: pages.previous, words: t('checks.keys.page'), repeats: true, inOrder: true },
    { keys: 'ArrowRight', act: pages.next, words: t('checks.keys.page'), repeats: true, inOrder: true },
    { keys: ['+', '='], act: pages.zoomIn, words: t('checks.keys.zoom'), repeats: true, inOrder: true },
    { keys: '-', act: pages.zoomOut, words: t('checks.keys.zoom'), repeats: true, inOrder: true },
    { keys: 'r', act: pages.turn, words: t('checks.keys.turn'), inOrder: true },
    { keys: 'b', act: () => void black.start(step), words: t('checks.keys.blackOut'), inOrder: true },
    { keys: 'n', act: () => note.current?.focus(), words: t('checks.keys.note'), quiet: true },
    { keys: 'Shift+v', act: verifyAll, words: t('checks.keys.allSeen'), quiet: true },
    { keys: 'ArrowDown', act: () => pages.move(0, 1), words: t('papers.view.move'), repeats: true, quiet: true },
    { keys: 'ArrowUp', act: () => pages.move(0, -1), words: t('papers.view.move'), repeats: true, quiet: true },
    { keys: 'Shift+ArrowRight', act: () => pages.move(1, 0), words: t('papers.view.move'), repeats: true, quiet: true },
    { keys: 'Shift+ArrowLeft', act: () => pages.move(-1, 0), words: t('papers.view.move'), repeats: true, quiet: true },
    { keys: 'j', act: () => round.beside(1), words: t('checks.keys.along'), quiet: true },
    { keys: 'k', act: () => round.beside(-1), words: t('checks.keys.along'), quiet: true },
  ]);
  const document = paper.documentName[language];
  return (
    <div className={classes.desk}>
      <section className={classes.left} aria-label={t('checks.page')}>
        <PageTools paper={paper} pages={pages} onBlackOut={() => void black.start(step)} />
        <PageView
          src={pages.src}
          alt={t('papers.view.page', { document, page: pages.page + 1, of: paper.pages.length })}
          lying={pages.lying}
          desk={pages.desk}
          attempt={pages.attempt}
          failed={pages.failed}
          onFailed={pages.onFailed}
          onShown={() => {
            pages.onShown();
            round.saw(paper.id, pages.page);
          }}
        />
        <Strip
          file={file}
          at={paper.id}
          outcomes={round.outcomes}
          seen={round.seen}
          goTo={round.goTo}
          verifyAll={verifyAll}
        />
      </section>
      <Verdict
        step={step}
        draft={draft}
        model={model}
        today={today}
        saving={judge.saving}
        outcome={outcome}
        note={note}
        write={(change) => round.write(paper.id, change)}
        choose={choose}
        verify={verify}
        save={save}
      />
      {asking && (
        <AllSeen
          step={step}
          papers={all}
          left={file.papers.filter(({ id }) => round.outcomes[id] === undefined).length - all.length}
          onVerify={() => {
            setAsking(false);
            void judge.verifyAll(file, all);
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {black.open !== null && (
        <BlackOutDialog
          picture={black.open.picture}
          name={paper.name}
          act={t('checks.blackOutAct')}
          busy={black.busy}
          onDone={(blackened) => void black.replace(blackened)}
          onClose={black.close}
        />
      )}
    </div>
  );
}

type AllSeenProps = {
  step: Step;
  papers: readonly Step['paper'][];
  left: number;
  onVerify: () => void;
  onClose: () => void;
};

/** Before several are verified at once: which, and which not. Enter does it. */
function AllSeen({ step: { file }, papers, left, onVerify, onClose }: AllSeenProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  useKeys([{ keys: 'Enter', act: onVerify, words: t('checks.verify') }], 'dialog');
  return (
    <Modal
      opened
      onClose={onClose}
      size={480}
      title={t('checks.allSeenTitle', { count: papers.length, name: file.clientName })}
    >
      <ul className={classes.all}>
        {papers.map((paper) => (
          <li key={paper.id}>{paper.documentName[language]}</li>
        ))}
      </ul>
      {left > 0 && <p className="small dim">{t('checks.allSeenLeft', { count: left })}</p>}
      <div className={classes.foot}>
        <Button data-autofocus onClick={onVerify} rightSection={<kbd>Enter</kbd>}>
          {t('checks.allSeenAct', { count: papers.length })}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose} rightSection={<kbd>Esc</kbd>}>
          {t('checks.keep')}
        </Button>
      </div>
    </Modal>
  );
}

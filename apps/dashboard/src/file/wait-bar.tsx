import { IconHourglass } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { inWords } from '@suivi/rules/calendar/words';
import { dayInSentence, lateness } from '../shell/dates.ts';
import { Because, Explained } from '../shell/explained.tsx';
import { useLanguage } from '../shell/say.ts';
import { useTaskName } from '../shell/task-name.tsx';
import { taskDay } from './axis.ts';
import classes from './file.module.css';
import { sinceOf } from './milestones.ts';
import type { FileModel } from './model.ts';
import { WhatHappened } from './what-happened.tsx';

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
const bold = { b: <b /> };

/** What the file waits for, since when, and when we look again. */
export function WaitBar({ model }: { model: FileModel }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useTaskName();
  const { view, today } = model;
  const next = view.tasks
    .filter(({ state }) => state === 'open')
    .sort((a, b) => (taskDay(a) < taskDay(b) ? -1 : taskDay(a) > taskDay(b) ? 1 : 0))[0];
  const on = (day: Day) =>
    day === today
      ? t('file.axis.today').toLowerCase()
      : t('file.wait.on', { day: dayInSentence(day, today, language) });
  const why = ({ because, source, key }: (typeof view.tasks)[number]) => (
    <Because because={because} source={source} of={key} />
  );
  const due = next === undefined ? undefined : taskDay(next);
  return (
    <div className={classes.wait}>
      <IconHourglass aria-hidden="true" />
      <span className="grow">
        <WaitsFor model={model} />{' '}
        {next !== undefined && due !== undefined && (
          <span className={classes.again}>
            {due < today ? (
              <Trans
                i18nKey="file.wait.late"
                values={{ late: lateness(due, today, language), task: lowerFirst(nameOf(next)) }}
                components={{ b: <Explained late explanation={why(next)} /> }}
              />
            ) : (
              <Trans
                i18nKey="file.wait.again"
                values={{ day: on(due), task: lowerFirst(nameOf(next)) }}
                components={{ b: <Explained late={due === today} explanation={why(next)} /> }}
              />
            )}
          </span>
        )}
      </span>
    </div>
  );
}

function WaitsFor({ model }: { model: FileModel }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { plan, deeds, today, file } = model;
  const words = (day: Day) =>
    day > today ? dayInSentence(day, today, language) : inWords(day, language, { year: today });
  const caisse = model.caisse ?? t('file.wait.cpam');
  switch (plan.stage) {
    case 'gathering_documents': {
      const held = plan.documents.filter(
        ({ need, neededFor, status }) =>
          need === 'required' && neededFor === 'submission' && status !== 'verified' && status !== 'not_yet',
      );
      const missing = held.filter(({ status }) => status !== 'received').length;
      return missing > 0 ? (
        <Trans i18nKey="file.wait.gathering" count={missing} components={bold} />
      ) : (
        <Trans i18nKey="file.wait.checking" count={held.length} components={bold} />
      );
    }
    case 'waiting_for_eligibility': {
      const day = plan.eligibility.earliestSubmissionOn;
      return day === null ? (
        <Trans i18nKey="file.wait.waitingUnknown" components={bold} />
      ) : (
        <Trans
          i18nKey="file.wait.waiting"
          values={{ day: words(day) }}
          components={{
            ...bold,
            d: (
              <Explained
                explanation={
                  <Because because={plan.eligibility.because} source={plan.eligibility.source} of="eligibility" />
                }
              />
            ),
          }}
        />
      );
    }
    case 'ready_to_submit':
      return (
        <Trans
          i18nKey={plan.route === 'online' ? 'file.wait.readyOnline' : 'file.wait.ready_to_submit'}
          values={{ caisse }}
          components={bold}
        />
      );
    case 'nothing_to_file':
      return <Trans i18nKey="file.wait.nothing_to_file" components={bold} />;
    default: {
      const since = sinceOf(plan.stage, deeds) ?? file.openedOn;
      return (
        <Trans
          i18nKey={`file.wait.${plan.stage}`}
          values={{ caisse, day: words(since) }}
          components={{
            ...bold,
            d: <Explained explanation={<WhatHappened on={since} model={model} />} />,
          }}
        />
      );
    }
  }
}

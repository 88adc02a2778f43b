import {
  IconAlertTriangle,
  IconArrowRight,
  IconCheck,
  IconDiamond,
  IconMailOff,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { isFixedByLaw } from '../file/fixed-by-law.ts';
import type { Words } from '@suivi/rules/vocabulary';
import { dayInList, dayInSentence } from '../shell/dates.ts';
import { Because, Explained } from '../shell/explained.tsx';
import { useLanguage, useSay } from '../shell/say.ts';
import { useTaskName } from '../shell/task-name.tsx';
import { emailName } from '../shell/vocabulary.ts';
import type { Effect } from './effect.ts';
import { PapersChanged } from './papers-changed.tsx';
import classes from './record.module.css';

type Shown = {
  tone: 'add' | 'gone' | 'move' | 'warn';
  icon: Icon;
  what: ReactNode;
  day?: string;
  /** What the day is the day of: it explains itself. */
  of?: Planned;
  why?: ReactNode;
};
type Planned = { key: string; because: Words; source?: string };

const DAY_OF_FATE = {
  now: 'now',
  skipped: 'notSent',
  held: 'heldWord',
  heldByPerson: 'heldWord',
  noAddress: 'heldWord',
} as const;
const WHY_OF_FATE = {
  now: 'late',
  skipped: 'skipped',
  held: 'held',
  heldByPerson: 'heldByPerson',
  noAddress: 'noAddress',
} as const;

/** One line of the effect: what, when, why. */
export function EffectLine({ effect, today }: { effect: Effect; today: Day }) {
  const { tone, icon: Icon, what, day, of, why } = useShown(effect, today);
  return (
    <li className={classes.line}>
      <span className={classes.mark} data-tone={tone} aria-hidden="true">
        <Icon />
      </span>
      <span>{what}</span>
      <span className={classes.day}>
        {of === undefined ? (
          day
        ) : (
          <Explained explanation={<Because because={of.because} source={of.source} of={of.key} />}>{day}</Explained>
        )}
      </span>
      {why !== undefined && <span className={classes.why}>{why}</span>}
    </li>
  );
}

function useShown(effect: Effect, today: Day): Shown {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useSay();
  const nameOf = useTaskName();
  const now = t('record.effect.now');
  const on = (day: Day) => (day < today ? dayInList(today, today, language) : dayInList(day, today, language));
  const inText = (day: Day) => dayInSentence(day, today, language);
  const bold = { b: <b className="strong" /> };
  switch (effect.kind) {
    case 'stage':
      return {
        tone: 'move',
        icon: IconArrowRight,
        what: (
          <Trans
            i18nKey="record.effect.stage"
            values={{ from: t(`stage.${effect.from}`), to: t(`stage.${effect.to}`) }}
            components={bold}
          />
        ),
        day: now,
        why: t('record.effect.step', { step: effect.step, name: t(`step.n${effect.step as 1}`) }),
      };
    case 'taskDone':
      return {
        tone: 'gone',
        icon: IconCheck,
        what: t('record.effect.taskDone', { task: nameOf(effect.task) }),
        day: now,
        why: t('record.effect.answers'),
      };
    case 'papers':
      return { tone: 'move', icon: IconArrowRight, what: <PapersChanged papers={effect.papers} />, day: now };
    case 'caisse':
      return {
        tone: 'move',
        icon: IconArrowRight,
        what:
          effect.to.shortName === null
            ? t('record.effect.noCaisse')
            : t('record.effect.caisse', { name: effect.to.shortName.replaceAll("'", '’') }),
        day: now,
        why: say(effect.to.because),
      };
    case 'eligibility': {
      const { earliestSubmissionOn, because } = effect.to;
      return {
        tone: 'move',
        icon: IconArrowRight,
        what:
          earliestSubmissionOn === null
            ? t('record.effect.eligibleUnknown')
            : t('record.effect.eligible', { day: inText(earliestSubmissionOn) }),
        day: now,
        why: say(because),
      };
    }
    case 'taskMoved':
      return {
        tone: 'move',
        icon: IconArrowRight,
        what: t('record.effect.moved', { what: nameOf(effect.task) }),
        day: on(effect.task.dueOn),
        of: effect.task,
        why: (
          <>
            {t('record.effect.from', { day: inText(effect.before.dueOn) })}. {say(effect.task.because)}
          </>
        ),
      };
    case 'emailMoved':
      return {
        tone: 'move',
        icon: IconArrowRight,
        what: t('record.effect.moved', { what: emailName(t, effect.email) }),
        day: on(effect.email.sendOn),
        of: effect.email,
        why: `${t('record.effect.from', { day: inText(effect.before.sendOn) })}.`,
      };
    case 'deadlineMoved': {
      const name = t(`deadline.${effect.deadline.kind}`);
      const switched = effect.before.suspended !== effect.deadline.suspended;
      return {
        tone: 'move',
        icon: IconDiamond,
        what: switched
          ? t(effect.deadline.suspended ? 'record.effect.suspended' : 'record.effect.running', { name })
          : t('record.effect.moved', { what: name }),
        day: on(effect.deadline.on),
        of: effect.deadline,
        why: say(effect.deadline.because),
      };
    }
    case 'task':
      return {
        tone: 'add',
        icon: IconPlus,
        what: t('record.effect.task', { task: nameOf(effect.task) }),
        day: on(effect.task.dueOn),
        of: effect.task,
        why: say(effect.task.because),
      };
    case 'email': {
      const { email, others, fate, heldBy } = effect;
      const last = others.at(-1);
      const leaves = fate === 'planned' || fate === 'now';
      const more = fate === 'planned' || fate === 'heldByPerson' || fate === 'noAddress';
      return {
        tone: leaves ? 'add' : 'gone',
        icon: leaves ? IconPlus : IconMailOff,
        what: t('record.effect.email', { name: emailName(t, email) }),
        day: fate === 'planned' ? on(email.sendOn) : t(`record.effect.${DAY_OF_FATE[fate]}`),
        of: leaves ? email : undefined,
        why: (
          <>
            {say(email.because)} {fate !== 'planned' && t(`record.effect.${WHY_OF_FATE[fate]}`, { name: heldBy })}{' '}
            {last !== undefined &&
              more &&
              t('record.effect.emails', { count: others.length, day: inText(last.sendOn) })}
          </>
        ),
      };
    }
    case 'deadline':
      return {
        tone: 'add',
        icon: IconDiamond,
        what: t(isFixedByLaw(effect.deadline) ? 'record.effect.deadline' : 'record.effect.plainDeadline', {
          name: t(`deadline.${effect.deadline.kind}`),
        }),
        day: on(effect.deadline.on),
        of: effect.deadline,
        why: say(effect.deadline.because),
      };
    case 'warning':
      return {
        tone: 'warn',
        icon: IconAlertTriangle,
        what: t('record.effect.warning'),
        why: say(effect.warning.because),
      };
    case 'notYet':
      return {
        tone: 'gone',
        icon: IconMailOff,
        what: t('record.effect.email', { name: t('email.file_received') }),
        day: t('record.effect.notYet'),
        why: t('record.effect.receivedNotYet'),
      };
    case 'taskDropped':
      return {
        tone: 'gone',
        icon: IconMinus,
        what: t('record.effect.taskDropped', { task: nameOf(effect.task) }),
        day: on(effect.task.dueOn),
        of: effect.task,
      };
    case 'emailDropped':
      return {
        tone: 'gone',
        icon: IconMailOff,
        what: t('record.effect.emailDropped', { name: emailName(t, effect.email) }),
        day: dayInList(effect.email.sendOn, today, language),
        of: effect.email,
      };
    case 'emailStays':
      return {
        tone: 'gone',
        icon: IconCheck,
        what: t('record.effect.emailStays', { name: emailName(t, effect.email) }),
        day: dayInList(effect.email.sendOn, today, language),
        of: effect.email,
      };
    case 'deadlineDropped':
      return {
        tone: 'gone',
        icon: IconDiamond,
        what: t('record.effect.deadlineDropped', { name: t(`deadline.${effect.deadline.kind}`) }),
        day: dayInList(effect.deadline.on, today, language),
        of: effect.deadline,
      };
    case 'warningGone':
      return {
        tone: 'gone',
        icon: IconCheck,
        what: t('record.effect.warningGone'),
        why: say(effect.warning.because),
      };
  }
}

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
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { documentName } from '@suivi/rules/documents/names';
import type { PlannedDocument } from '@suivi/rules/plan-types';
import { dayInList, dayInSentence } from '../shell/dates.ts';
import { useLanguage, useSay } from '../shell/say.ts';
import { useTaskName } from '../shell/task-name.tsx';
import { emailName } from '../shell/vocabulary.ts';
import type { Effect, Effects } from './effect.ts';
import { paperOf } from './effect.ts';
import classes from './record.module.css';

type Props = { effects: Effects | null; today: Day };

/** What saving will change, bring and drop, as it is typed. */
export function EffectView({ effects, today }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className={classes.effect} aria-label={t('record.effect.title')} aria-live="polite" tabIndex={0}>
      <h2>{t('record.effect.title')}</h2>
      <p className="tiny dim">{t('record.effect.live')}</p>
      {effects === null ? (
        <p className={`${classes.quiet} small dim`}>{t('record.effect.incomplete')}</p>
      ) : !effects.ok ? (
        <div className={`${classes.quiet} small`}>
          <p className="dim">{t('record.effect.cannot')}</p>
          <ul>
            {effects.issues.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{message}</li>
            ))}
          </ul>
        </div>
      ) : effects.changes.length + effects.added.length + effects.dropped.length === 0 && effects.assumed === null ? (
        <p className={`${classes.quiet} small dim`}>{t('record.effect.same')}</p>
      ) : (
        <>
          <Group title={t('record.effect.changes')} effects={effects.changes} today={today} />
          <Group title={t('record.effect.added')} effects={effects.added} today={today} />
          {effects.assumed !== null && (
            <Group
              title={t('record.effect.assumed', { day: dayInList(effects.assumed.on, today, language) })}
              effects={effects.assumed.effects}
              today={today}
            />
          )}
          <Group title={t('record.effect.dropped')} effects={effects.dropped} today={today} />
        </>
      )}
    </section>
  );
}

/** So many lines stand open; the rest is a click away. */
const SHOWN = 8;

export function Group({ title, effects, today }: { title: string; effects: readonly Effect[]; today: Day }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (effects.length === 0) return null;
  const shown = all ? effects : effects.slice(0, SHOWN);
  return (
    <>
      <h3 className={classes.group}>{title}</h3>
      <ul>
        {shown.map((effect, i) => (
          <EffectLine key={`${effect.kind} ${i}`} effect={effect} today={today} />
        ))}
      </ul>
      {shown.length < effects.length && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {t('record.effect.more', { count: effects.length - shown.length })}
        </button>
      )}
    </>
  );
}

type Shown = { tone: 'add' | 'gone' | 'move' | 'warn'; icon: Icon; what: ReactNode; day?: string; why?: ReactNode };

function EffectLine({ effect, today }: { effect: Effect; today: Day }) {
  const { tone, icon: Icon, what, day, why } = useShown(effect, today);
  return (
    <li className={classes.line}>
      <span className={classes.mark} data-tone={tone} aria-hidden="true">
        <Icon />
      </span>
      <span>{what}</span>
      <span className={classes.day}>{day}</span>
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
      return { tone: 'move', icon: IconArrowRight, what: <Papers papers={effect.papers} />, day: now };
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
        why: say(effect.deadline.because),
      };
    }
    case 'task':
      return {
        tone: 'add',
        icon: IconPlus,
        what: t('record.effect.task', { task: nameOf(effect.task) }),
        day: on(effect.task.dueOn),
        why: say(effect.task.because),
      };
    case 'email': {
      const { email, others, fate } = effect;
      const last = others.at(-1);
      return {
        tone: fate === 'planned' || fate === 'now' ? 'add' : 'gone',
        icon: fate === 'planned' || fate === 'now' ? IconPlus : IconMailOff,
        what: t('record.effect.email', { name: emailName(t, email) }),
        day:
          fate === 'planned'
            ? on(email.sendOn)
            : t(`record.effect.${fate === 'now' ? 'now' : fate === 'held' ? 'heldWord' : 'notSent'}`),
        why: (
          <>
            {say(email.because)} {fate !== 'planned' && t(`record.effect.${fate === 'now' ? 'late' : fate}`)}
            {last !== undefined &&
              fate === 'planned' &&
              t('record.effect.emails', { count: others.length, day: inText(last.sendOn) })}
          </>
        ),
      };
    }
    case 'deadline':
      return {
        tone: 'add',
        icon: IconDiamond,
        what: t(LAW.has(effect.deadline.kind) ? 'record.effect.deadline' : 'record.effect.plainDeadline', {
          name: t(`deadline.${effect.deadline.kind}`),
        }),
        day: on(effect.deadline.on),
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
      };
    case 'emailDropped':
      return {
        tone: 'gone',
        icon: IconMailOff,
        what: t('record.effect.emailDropped', { name: emailName(t, effect.email) }),
        day: dayInList(effect.email.sendOn, today, language),
      };
    case 'emailStays':
      return {
        tone: 'gone',
        icon: IconCheck,
        what: t('record.effect.emailStays', { name: emailName(t, effect.email) }),
        day: dayInList(effect.email.sendOn, today, language),
      };
    case 'deadlineDropped':
      return {
        tone: 'gone',
        icon: IconDiamond,
        what: t('record.effect.deadlineDropped', { name: t(`deadline.${effect.deadline.kind}`) }),
        day: dayInList(effect.deadline.on, today, language),
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
const LAW = new Set(['reply_to_cpam', 'silence', 'appeal', 'appeal_silence', 'court', 'swiss_option']);

/** Papers by name, with what they were and are; many of them as a number. */
function Papers({ papers }: { papers: Extract<Effect, { kind: 'papers' }>['papers'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = (paper: PlannedDocument | null, other: PlannedDocument | null): string => {
    if (paper === null) return '–';
    if (paper.need !== other?.need)
      return t(
        `record.effect.${
          { required: 'needed', conditional: 'maybe', optional: 'optional', not_needed: 'notNeeded' }[
            paper.need
          ] as 'needed'
        }`,
      );
    return t(`documentStatus.${paper.status}`);
  };
  const FEW = 4;
  return (
    <>
      {papers.length > FEW && (
        <span className={classes.paper}>{t('record.effect.papers', { count: papers.length })}</span>
      )}
      {papers.slice(0, FEW).map(({ before, after }) => {
        const paper = paperOf({ before, after });
        if (paper === null) return null;
        return (
          <span key={`${paper.code}:${paper.member}`} className={classes.paper}>
            <Trans
              i18nKey="record.effect.paper"
              values={{
                paper: documentName[paper.code][language],
                from: state(before, after),
                to: state(after, before),
              }}
              components={{ b: <b className="strong" /> }}
            />
          </span>
        );
      })}
      {papers.length > FEW && (
        <span className={`${classes.paper} dim`}>{t('record.effect.more', { count: papers.length - FEW })}</span>
      )}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import type { CallGroup, CallOfRound } from '@suivi/contracts/calls';
import type { Day } from '@suivi/rules/calendar/days';
import { bestUntried } from '@suivi/rules/calls/best-hour';
import { slotAt } from '@suivi/rules/calls/hours';
import { CALL_OUTCOMES, type CallOutcome } from '@suivi/rules/vocabulary';
import { dayInList } from '../../shell/dates.ts';
import { useLanguage } from '../../shell/say.ts';
import { useTaskName } from '../../shell/task-name.tsx';
import classes from './calls.module.css';
import type { Cause } from './causes.ts';
import { span } from './in-words.ts';
import { useMinute } from './use-now.ts';

type Props = {
  causes: Record<CallOutcome, Cause | null> | null;
  chosen: CallOutcome | null;
  onChoose: (outcome: CallOutcome) => void;
  /** Chosen once more: it is meant. */
  onAgain: () => void;
  call: CallOfRound;
  group: CallGroup;
  today: Day;
  hasDay: boolean;
};

/** The six outcomes, each with its key and what it causes. */
export function Outcomes({ causes, chosen, onChoose, onAgain, call, group, today, hasDay }: Props) {
  const { t } = useTranslation();
  const causeInWords = useCauseInWords({ call, group, today, hasDay });
  return (
    <div className={classes.outcomes} role="group" aria-label={t('callRound.outcome')}>
      {CALL_OUTCOMES.map((outcome, i) => (
        <button
          key={outcome}
          type="button"
          aria-pressed={chosen === outcome}
          onClick={() => (chosen === outcome ? onAgain() : onChoose(outcome))}
        >
          <kbd aria-hidden="true">{i + 1}</kbd>
          <b>{t(`outcome.${outcome}`)}</b>
          <span>{causes === null ? '\u00a0' : causeInWords(outcome, causes[outcome])}</span>
        </button>
      ))}
    </div>
  );
}

/** What an outcome causes, on one line. */
function useCauseInWords({ call, group, today, hasDay }: Pick<Props, 'call' | 'group' | 'today' | 'hasDay'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useTaskName();
  const minute = useMinute(group.utcOffset);
  const on = (day: Day) => dayInList(day < today ? today : day, today, language);
  // The hour of this very call has been tried, too, once nobody has answered it.
  const now = slotAt(minute, group.opening);
  const another = bestUntried(group.chances, new Set([...call.tried, ...(now === null ? [] : [now])]));
  const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
  return (outcome: CallOutcome, cause: Cause | null): string => {
    if (cause === null) return t('callRound.cause.refused');
    const { raises, email, stands, next } = cause;
    const told = email === null ? null : t('callRound.cause.told', { day: on(email.sendOn) });
    const then =
      next === null
        ? t('callRound.cause.stands')
        : t(stands ? 'callRound.cause.standsNext' : 'callRound.cause.next', {
            task: lower(nameOf(next)),
            day: on(next.dueOn),
          });
    switch (outcome) {
      case 'no_answer':
        if (raises === null) return then;
        return another === null
          ? t('callRound.cause.again', { day: on(raises.dueOn) })
          : t('callRound.cause.againAt', { day: on(raises.dueOn), span: span(another.span, language) });
      case 'in_progress':
        return told ?? then;
      case 'not_found':
        return raises === null
          ? t('callRound.cause.resendStands')
          : t('callRound.cause.resend', { day: on(raises.dueOn) });
      case 'documents_missing':
        return email === null
          ? t('callRound.cause.chooseOnly')
          : t('callRound.cause.choose', { day: on(email.sendOn) });
      case 'processed':
        return raises === null ? then : t('callRound.cause.review', { day: on(raises.dueOn) });
      case 'call_back_on':
        return hasDay && raises !== null
          ? t('callRound.cause.back', { day: on(raises.dueOn) })
          : t('callRound.cause.backAsk');
    }
  };
}

import { Trans, useTranslation } from 'react-i18next';
import type { EnterAbsence } from '@suivi/contracts/absences';
import type { Day } from '@suivi/rules/calendar/days';
import { dayInSentence } from '../shell/dates.ts';
import type { Member } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import classes from './absences.module.css';
import { overlaps, tasksIn } from './draft.ts';
import { useWorkload } from './queries.ts';

type Props = { person: Member; absence: EnterAbsence; members: readonly Member[]; today: Day };

/** "12 tasks go to Claire until 3 June": what an absence does, before it is saved. */
export function AbsenceEffect({ person, absence, members, today }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const workload = useWorkload(person.userId);
  if (workload.data === undefined) return null;
  const { tasks, late } = tasksIn(workload.data.days, absence.to, today);
  const substitute = members.find(({ userId }) => userId === absence.substitute);
  const values = {
    count: tasks,
    name: substitute?.name ?? '',
    day: absence.to === null ? '' : dayInSentence(absence.to, today, language),
  };
  const key =
    substitute === undefined
      ? 'absences.effect.nobody'
      : absence.to === null
        ? 'absences.effect.goesOpen'
        : 'absences.effect.goes';
  const standsInFor = members.filter(
    (other) => other.absence?.substitute?.userId === person.userId && overlaps(other.absence, absence.from, absence.to),
  );
  return (
    <section className={classes.effect} aria-label={t('absences.effect.title')} aria-live="polite">
      <h3>{t('absences.effect.title')}</h3>
      <ul>
        <li>
          {tasks === 0 ? (
            t('absences.effect.none')
          ) : (
            <>
              <Trans i18nKey={key} count={tasks} values={values} components={{ b: <b className="strong" /> }} />{' '}
              {late > 0 && t('absences.effect.late', { count: late })}
            </>
          )}
        </li>
        {standsInFor.length > 0 && (
          <li>
            {t('absences.effect.chain', {
              names: new Intl.ListFormat(language).format(standsInFor.map(({ name }) => name)),
            })}
          </li>
        )}
        <li className="dim">{t('absences.effect.stays')}</li>
      </ul>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { Avatar } from '../shell/avatar.tsx';
import { dayInList, number } from '../shell/dates.ts';
import type { Member } from '../shell/queries.ts';
import { useToday } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import classes from './colleague.module.css';

/** Whether somebody is away on a day. */
export const isAway = ({ absence }: Pick<Member, 'absence'>, on: Day): boolean =>
  absence !== null && absence.from <= on && (absence.to === null || absence.to >= on);

/** How much a colleague has to do, and until when they are away: what one wants to know before giving them more. */
export function useColleagueWords(): (member: Member) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const day = (on: Day) => dayInList(on, today, language);
  return (member) => {
    const { work, absence } = member;
    const counts = (['overdue', 'today', 'week'] as const)
      .filter((part) => work[part] > 0)
      .map((part) => t(`beside.work.${part}`, { count: work[part], replace: { count: number(work[part], language) } }));
    const away =
      absence === null
        ? []
        : [
            !isAway(member, today)
              ? t('beside.work.awayFrom', { day: day(absence.from) })
              : absence.to === null
                ? t('beside.work.awayOpen')
                : t('beside.work.awayUntil', { day: day(absence.to) }),
          ];
    return [...away, ...(counts.length === 0 ? [t('beside.work.nothing')] : counts)].join(' · ');
  };
}

/** A colleague in a list to choose from: name, and below it how much they have to do. */
export function ColleagueOption({ member }: { member: Member }) {
  const wordsOf = useColleagueWords();
  return (
    <span className={classes.option}>
      <Avatar name={member.name} unseen />
      <span className="grow">
        <span className="one-line">{member.name}</span>
        <span className={`${classes.words} tiny dim`}>{wordsOf(member)}</span>
      </span>
    </span>
  );
}

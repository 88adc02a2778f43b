import { Button } from '@mantine/core';
import { IconUserPause } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WorkList } from '@suivi/contracts/tasks';
import type { Day } from '@suivi/rules/calendar/days';
import { isAway } from '../beside/colleague.tsx';
import { dayInSentence } from '../shell/dates.ts';
import { useMe, useMembers } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import classes from './today.module.css';

/** What a row of an absent colleague's task says, by their id. */
export function useStandingIn(list: WorkList | undefined, today: Day): ReadonlyMap<string, string> {
  const { t } = useTranslation();
  const language = useLanguage();
  const away = list?.standingIn;
  return useMemo(
    () =>
      new Map(
        (away ?? []).map(({ userId, name, to }) => [
          userId,
          to === null
            ? t('today.standing.rowOpen', { name })
            : t('today.standing.row', { name, day: dayInSentence(to, today, language) }),
        ]),
      ),
    [away, today, language, t],
  );
}

/** For whom one stands in, and who stands in for oneself. */
export function Standing({ list: { standingIn, items }, today }: { list: WorkList; today: Day }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const me = useMe().data;
  const self = useMembers().data?.find(({ userId }) => userId === me?.userId);
  const day = (on: Day) => dayInSentence(on, today, language);
  const absence = self !== undefined && isAway(self, today) ? self.absence : null;
  const ids = new Set(standingIn.map(({ userId }) => userId));
  const theirs = items.filter(({ assignee, file }) => ids.has(assignee ?? file.adviser ?? '')).length;
  const names = new Intl.ListFormat(language).format(
    standingIn.map(({ name, to }) =>
      to === null ? t('today.standing.open', { name }) : t('today.standing.until', { name, day: day(to) }),
    ),
  );
  if (absence === null && standingIn.length === 0) return null;
  return (
    <div className={classes.bars} role="status">
      {absence !== null && (
        <p className={classes.bar}>
          <IconUserPause aria-hidden="true" />
          <span className="grow">
            {absence.to === null ? t('today.standing.awayOpen') : t('today.standing.away', { day: day(absence.to) })}{' '}
            {absence.substitute === null
              ? t('today.standing.seenByNobody')
              : t('today.standing.seenBy', { name: absence.substitute.name })}
          </span>
          <Button component={Link} to="/absences" size="compact-sm" variant="default">
            {t('today.standing.change')}
          </Button>
        </p>
      )}
      {standingIn.length > 0 && (
        <p className={classes.bar}>
          <IconUserPause aria-hidden="true" />
          <span className="grow">
            {t('today.standing.in', { names })} {theirs > 0 && t('today.standing.tasks', { count: theirs })}
          </span>
          <Button component={Link} to="/absences" size="compact-sm" variant="default">
            {t('today.standing.look')}
          </Button>
        </p>
      )}
    </div>
  );
}

import { Badge, Button } from '@mantine/core';
import { IconUserPause } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { isAway, useColleagueWords } from '../beside/colleague.tsx';
import { Avatar } from '../shell/avatar.tsx';
import { dayInList } from '../shell/dates.ts';
import { useNotify } from '../shell/notify.tsx';
import { Problem } from '../shell/problem.tsx';
import type { Member } from '../shell/queries.ts';
import { useMe, useMembers, useToday } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import { TitleRow } from '../shell/title-row.tsx';
import { RowsToCome } from '../shell/waiting.tsx';
import { AbsenceForm } from './absence-form.tsx';
import classes from './absences.module.css';
import { useEnterAbsence } from './queries.ts';

/** Who is away and who does their work meanwhile. Everybody enters their own absence, a lead anybody's. */
export function Absences() {
  const { t } = useTranslation();
  const today = useToday();
  const me = useMe().data;
  const members = useMembers();
  const [entering, setEntering] = useState<Member | null>(null);
  const people = members.data
    ?.filter(({ active, role }) => active && role !== 'operator')
    .sort(
      (a, b) =>
        Number(isAway(b, today)) - Number(isAway(a, today)) || Number(b.absence !== null) - Number(a.absence !== null),
    );
  const self = people?.find(({ userId }) => userId === me?.userId);
  const away = people?.filter((member) => isAway(member, today)).length ?? 0;
  const mayForOthers = me !== undefined && me.role !== 'adviser';
  return (
    <>
      <TitleRow
        title={t('absences.title')}
        beside={people && (away === 0 ? t('absences.nobody') : t('absences.away', { count: away }))}
      >
        {self !== undefined && self.absence === null && (
          <Button
            className="at-desk"
            leftSection={<IconUserPause aria-hidden="true" />}
            onClick={() => setEntering(self)}
          >
            {t('absences.mine')}
          </Button>
        )}
      </TitleRow>
      {people === undefined ? (
        members.isError ? (
          <Problem error={members.error} retry={() => void members.refetch()} />
        ) : (
          <RowsToCome />
        )
      ) : (
        <div className={classes.page} role="region" aria-label={t('absences.list')} tabIndex={0}>
          <table className={classes.table}>
            <caption className="unseen">{t('absences.list')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('absences.person')}</th>
                <th scope="col">{t('absences.work')}</th>
                <th scope="col">{t('absences.absence')}</th>
                <th scope="col">{t('absences.substitute')}</th>
                <th scope="col">
                  <span className="unseen">{t('absences.change')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {people.map((member) => (
                <PersonRow
                  key={member.userId}
                  member={member}
                  today={today}
                  own={member.userId === me?.userId}
                  may={mayForOthers || member.userId === me?.userId}
                  onEnter={() => setEntering(member)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {entering !== null && (
        <AbsenceForm
          key={entering.userId}
          person={entering}
          members={people ?? []}
          today={today}
          onClose={() => setEntering(null)}
        />
      )}
    </>
  );
}

type RowProps = { member: Member; today: Day; own: boolean; may: boolean; onEnter: () => void };

function PersonRow({ member, today, own, may, onEnter }: RowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const wordsOf = useColleagueWords();
  const notify = useNotify();
  const enter = useEnterAbsence();
  const { absence, name, userId } = member;
  const now = isAway(member, today);
  const day = (on: Day) => dayInList(on, today, language);
  const end = () => {
    if (absence === null) return;
    const { from, to, substitute } = absence;
    const before = { from, to, substitute: substitute?.userId ?? null };
    enter.mutateAsync({ userId, absence: null }).then(
      () =>
        notify.done(t('absences.ended'), t('absences.endedFor', { name }), () =>
          enter.mutateAsync({ userId, absence: before }),
        ),
      (error: unknown) => notify.failed(t('absences.notEnded'), error, end),
    );
  };
  const action = (words: string, act: () => void) => (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t('absences.actionOf', { action: words, name })}
      onClick={act}
    >
      {words}
    </Button>
  );
  return (
    <tr data-away={now || undefined}>
      <th scope="row">
        <span className={classes.who}>
          <Avatar name={name} unseen />
          <span className="strong">{name}</span> {own && <span className="dim">{t('absences.you')}</span>}
        </span>
      </th>
      <td data-label={t('absences.work')}>{wordsOf({ ...member, absence: null })}</td>
      <td data-label={t('absences.absence')}>
        {absence === null ? (
          <span className="dim">{t('absences.there')}</span>
        ) : (
          <span className={classes.when}>
            <Badge color={now ? 'ambre' : 'gray'} variant="light">
              {t(now ? 'absences.now' : 'absences.toCome')}
            </Badge>
            {absence.to === null
              ? t('absences.openPeriod', { from: day(absence.from) })
              : t('absences.period', { from: day(absence.from), to: day(absence.to) })}
          </span>
        )}
      </td>
      <td data-label={absence === null ? undefined : t('absences.substitute')}>
        {absence !== null && (absence.substitute?.name ?? <span className="due">{t('absences.none')}</span>)}
      </td>
      <td className={classes.acts}>
        {may &&
          (absence === null ? (
            action(t('absences.enter'), onEnter)
          ) : (
            <>
              {action(t('absences.change'), onEnter)} {action(t(now ? 'absences.end' : 'absences.drop'), end)}
            </>
          ))}
      </td>
    </tr>
  );
}

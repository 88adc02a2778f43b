import { Badge, Button } from '@mantine/core';
import { IconMail, IconMailPause, IconSquareRotated } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AheadItem } from '@suivi/contracts/ahead';
import type { Day } from '@suivi/rules/calendar/days';
import { DueDay } from '../shell/day.tsx';
import { Because } from '../shell/explained.tsx';
import { useSay } from '../shell/say.ts';
import { TaskIcon, useTaskName } from '../shell/task-name.tsx';
import { emailName } from '../shell/vocabulary.ts';
import today_ from '../today/today.module.css';
import classes from './ahead.module.css';
import type { EmailAhead } from './email-ahead.ts';

/** One thing of one file, as an element of the page. */
export const idOf = ({ file, key }: AheadItem): string => `ahead-${file.id}-${key}`;

export const emailOf = (row: AheadItem): EmailAhead | null =>
  row.what !== 'email'
    ? null
    : {
        fileId: row.file.id,
        clientName: row.file.clientName,
        address: row.file.email,
        key: row.key,
        template: row.kind,
        on: row.on,
        because: row.because,
        planned: row.planned,
        state: row.state,
        heldBy: row.heldBy,
        reason: row.reason,
      };

type Props = {
  row: AheadItem;
  today: Day;
  active: boolean;
  onActivate: (id: string) => void;
  onOpen: (row: AheadItem) => void;
  onHold: (row: AheadItem) => void;
};

/** One thing ahead: whose, what, because, when; an email with its text and a way to hold it back. */
export const AheadRow = memo(function AheadRow({ row, today, active, onActivate, onOpen, onHold }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const nameOf = useTaskName();
  const { file } = row;
  const email = emailOf(row);
  const held = email?.state === 'held';
  const name =
    email !== null
      ? emailName(t, email)
      : row.what === 'task'
        ? nameOf(row)
        : t(`deadline.${row.kind}` as 'deadline.silence');
  const one = { name, client: file.clientName };
  return (
    <li
      className={`${today_.row} ${classes.row}`}
      id={idOf(row)}
      data-active={active || undefined}
      data-foreseen={!row.planned || undefined}
      onClick={({ target }) =>
        target instanceof Element && target.closest('a, button') === null && onActivate(idOf(row))
      }
    >
      <span className={today_.icon}>
        {row.what === 'task' ? (
          <TaskIcon kind={row.kind} />
        ) : row.what === 'deadline' ? (
          <IconSquareRotated aria-hidden="true" className={classes.deadline} />
        ) : held ? (
          <IconMailPause aria-hidden="true" />
        ) : (
          <IconMail aria-hidden="true" />
        )}
      </span>
      <div className={`${today_.who} grow`}>
        <Link to={`/files/${file.id}`} className="one-line" title={file.clientName}>
          {file.clientName}
        </Link>
        <div className={`${today_.sub} one-line`} title={file.caisse ?? undefined}>
          {[file.reference, file.caisse?.replaceAll("'", '’')].filter(Boolean).join(' · ')}
        </div>
      </div>
      <div className={`${today_.task} grow`}>
        <span className={classes.line}>
          {email !== null ? (
            <button
              type="button"
              className={today_.name}
              data-row-focus
              onFocus={() => onActivate(idOf(row))}
              onClick={() => onOpen(row)}
            >
              {t('ahead.email', { name })}
            </button>
          ) : (
            <Link className={today_.name} to={`/files/${file.id}`} data-row-focus onFocus={() => onActivate(idOf(row))}>
              {name}
            </Link>
          )}
          {held && (
            <Badge color="ambre" variant="light" className={classes.badge}>
              {email.heldBy === null ? t('ahead.held') : t('ahead.heldBy', { name: email.heldBy })}
            </Badge>
          )}
          {!row.planned && (
            <Badge
              color="gray"
              variant="outline"
              className={classes.badge}
              data-plain=""
              title={t('ahead.foreseenWhy')}
            >
              {t('ahead.foreseen')}
            </Badge>
          )}
        </span>
        <div className={today_.because}>
          {say(row.because)}
          {email?.reason != null && email.heldBy === null && <> {say(email.reason)}</>}
        </div>
      </div>
      <div className={today_.day}>
        <DueDay
          day={row.on}
          today={today}
          explanation={
            <>
              <Because because={row.because} source={row.source ?? undefined} of={row.key} />
              {!row.planned && <p className={classes.not}>{t('ahead.foreseenWhy')}</p>}
            </>
          }
        />
      </div>
      <div className={today_.act}>
        {email === null ? (
          <Button component={Link} to={`/files/${file.id}`} variant="default" size="compact-sm" className={today_.do}>
            {t('ahead.open')}
          </Button>
        ) : (
          <Button
            variant="default"
            size="compact-sm"
            className={today_.do}
            aria-label={t(held ? 'ahead.releaseOne' : 'ahead.holdOne', one)}
            onClick={() => onHold(row)}
          >
            {t(held ? 'ahead.release' : 'ahead.hold')}
          </Button>
        )}
      </div>
    </li>
  );
});

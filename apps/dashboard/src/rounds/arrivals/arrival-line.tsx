import { Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BulkLine } from '@suivi/contracts/bulk';
import type { Problem } from '@suivi/contracts/problem';
import type { Day } from '@suivi/rules/calendar/days';
import { DayField } from '../../shell/day-field.tsx';
import { dayInList } from '../../shell/dates.ts';
import { useLanguage, useSay } from '../../shell/say.ts';
import classes from './arrivals.module.css';
import { EXPECTED_IN } from './candidates.ts';
import type { Line } from './lines.ts';

type Props = {
  line: Line;
  no: number;
  chosen: boolean;
  /** Its day is being changed. */
  dating: boolean;
  /** It is being recorded. */
  locked: boolean;
  /** It was sent, and nobody has answered. */
  unsure: boolean;
  today: Day;
  /** Whose file it is, as far as it is known before the server has looked. */
  named: { clientName: string; reference: string } | undefined;
  foreseen: BulkLine | undefined;
  /** Why nothing is foreseen: its file is gone, say. */
  refusal: Problem | null;
  /** No other line of its file comes before it. */
  first: boolean;
  onChoose: () => void;
  onDate: (dating: boolean) => void;
  onDay: (on: Day) => void;
  onRemove: () => void;
};

/** One arrival: for whom, what, on which day, and what follows from it or why it cannot be. */
export function ArrivalLine(props: Props) {
  const {
    line,
    no,
    chosen,
    dating,
    locked,
    unsure,
    today,
    named,
    foreseen,
    refusal,
    first,
    onChoose,
    onDate,
    onDay,
    onRemove,
  } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const row = useRef<HTMLTableRowElement>(null);
  const client = foreseen ?? named;
  const name = client?.clientName ?? (refusal === null ? '' : t('arrivals.unknown'));
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <tr ref={row} className={classes.line} data-chosen={chosen || undefined} onClick={onChoose} onFocus={onChoose}>
      <td className={`${classes.no} nums dim`}>{no}</td>
      <th scope="row" className={classes.client}>
        {client === undefined && refusal === null ? (
          <Skeleton height={10} radius="sm" width="70%" />
        ) : client === undefined ? (
          <span className="dim">{t('arrivals.unknown')}</span>
        ) : (
          <>
            <Link to={`/files/${line.fileId}`} className={`${classes.name} one-line`} title={name}>
              {name}
            </Link>
            <span className="dim tiny">{client.reference}</span>
          </>
        )}
      </th>
      <td className={classes.came}>
        <span className="one-line">{t(`event.${line.type}`)}</span>
        {line.type === 'card_ordered' && <span className="dim tiny">{t(`sentBy.${line.method}`)}</span>}
      </td>
      <td className={classes.day}>
        {dating ? (
          <div
            role="presentation"
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== 'Escape') return;
              event.preventDefault();
              onDate(false);
            }}
          >
            <DayField
              label={t('arrivals.dayOf', { name })}
              value={line.on}
              onChange={(on) => onDay(on ?? today)}
              today={today}
              error={line.on > today ? t('bulk.ahead') : undefined}
              anyDay
              autoFocus
            />
          </div>
        ) : (
          <button
            type="button"
            className={classes.dayButton}
            disabled={locked}
            aria-label={t('arrivals.changeDay', { name, day: dayInList(line.on, today, language) })}
            onClick={() => onDate(true)}
          >
            {dayInList(line.on, today, language)}
          </button>
        )}
      </td>
      <td className={classes.follows}>
        <Follows line={line} unsure={unsure} foreseen={foreseen} refusal={refusal} first={first} />
      </td>
      <td className={classes.out}>
        <button
          type="button"
          className="icon-button"
          aria-label={t('arrivals.removeOf', { name, event: t(`event.${line.type}`) })}
          title={t('arrivals.remove')}
          disabled={locked}
          onClick={onRemove}
        >
          <IconX aria-hidden="true" />
        </button>
      </td>
    </tr>
  );
}

/** From which stage to which, or why not; and what to look at before it is recorded. */
function Follows(props: Pick<Props, 'line' | 'unsure' | 'foreseen' | 'refusal' | 'first'>) {
  const { line, unsure, foreseen, refusal, first } = props;
  const { t } = useTranslation();
  const say = useSay();
  if (unsure) return <span className="small">{t('arrivals.unsure')}</span>;
  const whyNot = refusal?.detail ?? (foreseen?.leftOut ? say(foreseen.leftOut) : null);
  if (whyNot !== null)
    return (
      <span className={`${classes.whyNot} due small`}>
        <IconBan aria-hidden="true" />
        <span>{whyNot}</span>
      </span>
    );
  if (foreseen === undefined) return <Skeleton height={10} radius="sm" width="60%" />;
  const { effect } = foreseen;
  const stays = effect === null || effect.stage.from === effect.stage.to;
  const nothing = stays && effect !== null && effect.tasksOpened.length + effect.tasksClosed.length === 0;
  const waited = !first || effect === null || EXPECTED_IN[line.type].includes(effect.stage.from);
  return (
    <>
      <span className="small">
        {effect !== null && !stays
          ? t('arrivals.stage', { from: t(`stage.${effect.stage.from}`), to: t(`stage.${effect.stage.to}`) })
          : effect !== null && t('arrivals.stays', { stage: t(`stage.${effect.stage.to}`) })}
      </span>
      {(line.others > 0 || nothing || !waited) && (
        <span className={`${classes.look} tiny`}>
          <IconAlertTriangle aria-hidden="true" />
          <span>
            {line.others > 0
              ? t('arrivals.others', { count: line.others })
              : t(nothing ? 'arrivals.nothingFollows' : 'arrivals.notWaiting')}
          </span>
        </span>
      )}
    </>
  );
}

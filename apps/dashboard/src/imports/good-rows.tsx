import { useTranslation } from 'react-i18next';
import type { ImportView } from '@suivi/contracts/imports';
import type { Day } from '@suivi/rules/calendar/days';
import type { TaskKind } from '@suivi/rules/vocabulary';
import { dayInList, number } from '../shell/dates.ts';
import { useLanguage } from '../shell/say.ts';
import { StageChip } from '../shell/stage-chip.tsx';
import { useTaskName } from '../shell/task-name.tsx';
import classes from './imports.module.css';

type Check = NonNullable<ImportView['check']>;

/** What the good rows become: the stage each file will be in and its first task. */
export function GoodRows({ check, today }: { check: Check; today: Day }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const taskName = useTaskName();
  return (
    <>
      <div className={classes.heading}>
        <h2>{t('imports.check.goodRows', { count: check.good })}</h2>
        <p className="small dim">
          {t('imports.check.split', {
            fresh: number(check.newFiles, language),
            underWay: number(check.underWay, language),
            events: number(check.pastEvents, language),
          })}{' '}
          {check.rows.length < check.good && t('imports.check.firstRows', { count: check.rows.length })}
        </p>
      </div>
      <table className={classes.table}>
        <colgroup>
          <col style={{ width: 66 }} />
          <col style={{ width: 222 }} />
          <col style={{ width: 186 }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={classes.number}>
              {t('imports.check.line')}
            </th>
            <th scope="col">{t('imports.check.client')}</th>
            <th scope="col">{t('imports.check.stageAfter')}</th>
            <th scope="col">{t('imports.check.firstTask')}</th>
          </tr>
        </thead>
        <tbody>
          {check.rows.map((row) => (
            <tr key={row.line}>
              <td className={`${classes.number} nums`}>{row.line}</td>
              <td className="strong one-line" title={row.clientName}>
                {row.clientName}
              </td>
              <td>
                <StageChip stage={row.stage} />
              </td>
              <td className="one-line">
                {row.firstTask === null ? (
                  <span className="dim">{t('imports.check.noTask')}</span>
                ) : (
                  `${taskName({ key: row.firstTask.key, kind: row.firstTask.key.split(':')[0] as TaskKind })}, ${dayInList(row.firstTask.dueOn, today, language)}`
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

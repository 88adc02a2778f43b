import { Anchor } from '@mantine/core';
import { IconChecklist, IconFolderPlus, IconMail, IconMailOff } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import type { ImportView } from '@suivi/contracts/imports';
import type { TaskKind } from '@suivi/rules/vocabulary';
import { number } from '../shell/dates.ts';
import { useLanguage } from '../shell/say.ts';
import classes from './imports.module.css';

type Props = {
  check: NonNullable<ImportView['check']>;
  which: 'good' | 'all';
  onWhich: (which: 'good' | 'all') => void;
  holdEmails: boolean;
  onHoldEmails: (hold: boolean) => void;
};

/** All good rows or nothing, and what the import will cause before it runs. */
export function WhatToImport({ check, which, onWhich, holdEmails, onHoldEmails }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { good, faulty } = check;
  const options = [
    {
      value: 'good' as const,
      title: t('imports.what.good', { count: good }),
      hint: faulty > 0 ? t('imports.what.goodHint', { count: faulty }) : null,
    },
    {
      value: 'all' as const,
      title: t('imports.what.all', { count: good + faulty }),
      hint: which === 'all' && faulty > 0 ? t('imports.what.allBlocked', { count: faulty }) : t('imports.what.allHint'),
    },
  ];
  const tasks = check.tasksToday.reduce((sum, { count }) => sum + count, 0);
  const kinds = check.tasksToday
    .map(({ kind, count }) => `${number(count, language)} × ${t(`task.${kind as TaskKind}`)}`)
    .join(', ');
  return (
    <>
      {faulty > 0 && (
        <fieldset className={classes.options}>
          <legend>{t('imports.what.title')}</legend>
          {options.map(({ value, title, hint }) => (
            <label key={value} className={classes.option} data-chosen={which === value || undefined}>
              <input type="radio" name="which" checked={which === value} onChange={() => onWhich(value)} />
              <b className="strong">{title}</b>
              {hint !== null && <span className="dim tiny">{hint}</span>}
            </label>
          ))}
        </fieldset>
      )}
      <h2>{t('imports.what.cause')}</h2>
      <ul className={classes.causes}>
        <li>
          <IconFolderPlus aria-hidden="true" />
          <span>
            <Trans i18nKey="imports.what.files" count={good} components={{ b: <b className="strong" /> }} />{' '}
            {check.advisers > 1 && t('imports.what.advisers', { count: check.advisers })}
          </span>
        </li>
        {tasks > 0 && (
          <li>
            <IconChecklist aria-hidden="true" />
            <span>
              <Trans i18nKey="imports.what.tasks" count={tasks} components={{ b: <b className="strong" /> }} />
              {language === 'fr' ? ' : ' : ': '}
              {kinds}. {t('imports.what.oneDeed')}
            </span>
          </li>
        )}
        {check.emailsToday > 0 && (
          <li>
            <IconMail aria-hidden="true" />
            <span>
              <Trans
                i18nKey={holdEmails ? 'imports.what.mailsHeld' : 'imports.what.mails'}
                count={check.emailsToday}
                components={{ b: <b className="strong" /> }}
              />{' '}
              <Anchor
                component="button"
                type="button"
                inherit
                underline="always"
                onClick={() => onHoldEmails(!holdEmails)}
              >
                {holdEmails ? t('imports.what.release') : t('imports.what.hold')}
              </Anchor>
            </span>
          </li>
        )}
        <li>
          <IconMailOff aria-hidden="true" />
          <span>{t('imports.what.noOld')}</span>
        </li>
      </ul>
    </>
  );
}

import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportField, ImportView } from '@suivi/contracts/imports';
import { number } from '../shell/dates.ts';
import { useLanguage } from '../shell/say.ts';
import classes from './imports.module.css';

const SEPARATORS = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;
const DATES = { 'dd/mm/yyyy': 'dmy', 'yyyy-mm-dd': 'iso', mixed: 'mixed', none: 'none' } as const;

/** How the file was read; below it the words of the category column (the children). */
export function WhatSuiviSaw({
  view,
  fields,
  children,
}: {
  view: ImportView;
  fields: readonly ImportField[];
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { rows, separator, encoding, dates } = view.seen;
  const facts = [
    [t('imports.columns.rows'), number(rows, language)],
    [t('imports.columns.separator'), t(`imports.columns.${SEPARATORS[separator]}`)],
    [t('imports.columns.letters'), encoding === 'utf-8' ? 'UTF-8' : 'Windows-1252'],
    [t('imports.columns.dates'), t(`imports.columns.datesOf.${DATES[dates]}`)],
  ] as const;
  const bearsNumber = fields.some((f) => f === 'event_provisional_number' || f === 'event_number');
  return (
    <aside className={classes.side}>
      <h2>{t('imports.columns.saw')}</h2>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={classes.pair}>
            <dt className="dim">{name}</dt>
            <dd className="nums">{value}</dd>
          </div>
        ))}
      </dl>
      {view.categories.length > 0 && (
        <>
          <hr className={classes.rule} />
          <h2>{t('imports.columns.categories')}</h2>
          <dl className={classes.facts}>{children}</dl>
        </>
      )}
      {bearsNumber && (
        <>
          <hr className={classes.rule} />
          <p className={classes.info}>
            <IconInfoCircle aria-hidden="true" />
            {t('imports.columns.numbers')}
          </p>
        </>
      )}
    </aside>
  );
}

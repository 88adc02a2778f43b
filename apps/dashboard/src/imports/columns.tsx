import { Badge, Button, NativeSelect } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportField, ImportView } from '@suivi/contracts/imports';
import { IMPORT_FIELDS } from '@suivi/contracts/imports';
import { CATEGORIES } from '@suivi/rules/vocabulary';
import { KeyCap } from '../shell/key-cap.tsx';
import { useKeys } from '../shell/keys.ts';
import { FormProblem } from '../shell/problem.tsx';
import classes from './imports.module.css';
import type { ImportSteps } from './queries.ts';
import { WhatSuiviSaw } from './what-suivi-saw.tsx';

/** Which column is what: recognised by its heading, correctable here. */
export function Columns({ view, steps, onCheck }: { view: ImportView; steps: ImportSteps; onCheck: () => void }) {
  const { t } = useTranslation();
  const [fields, setFields] = useState<readonly ImportField[]>(view.columns.map((column) => column.field));
  const [touched, setTouched] = useState<ReadonlySet<number>>(new Set());
  const [categories, setCategories] = useState<Record<string, string>>(
    Object.fromEntries(view.categories.flatMap((c) => (c.category === null ? [] : [[c.value, c.category]]))),
  );
  const twice = (field: ImportField) => field !== 'ignore' && fields.filter((f) => f === field).length > 1;
  const anyTwice = fields.some(twice);
  const check = () => {
    if (anyTwice || steps.map.isPending) return;
    steps.map.mutate({ columns: [...fields], categories }, { onSuccess: onCheck });
  };
  useKeys([{ keys: 'mod+Enter', act: check, words: t('imports.keys.next'), inFields: true }]);
  const options = IMPORT_FIELDS.map((field) => ({ value: field, label: t(`imports.field.${field}`) }));
  return (
    <>
      <div className={classes.mapping}>
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('imports.columns.table')}>
          <table className={classes.table}>
            <colgroup>
              <col style={{ width: 160 }} />
              <col style={{ width: 204 }} />
              <col style={{ width: 246 }} />
              <col />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">{t('imports.columns.yours')}</th>
                <th scope="col">{t('imports.columns.first')}</th>
                <th scope="col">{t('imports.columns.inSuivi')}</th>
                <th scope="col">
                  <span className="unseen">{t('imports.columns.state')}</span>
                </th>
              </tr>
            </thead>
            <tbody className={classes.narrow}>
              {view.columns.map((column, i) => {
                const field = fields[i] ?? 'ignore';
                return (
                  <tr key={i}>
                    <td className="strong one-line" title={column.heading}>
                      {column.heading}
                    </td>
                    <td className="dim one-line" title={column.samples.join(', ')}>
                      {column.samples.length > 0
                        ? column.samples.slice(0, 2).join(', ')
                        : column.hiddenCells === 0 && t('imports.columns.nothing')}
                      {column.hiddenCells > 0 && (
                        <div className={classes.hidden}>
                          {t('imports.columns.hidden', { count: column.hiddenCells })}
                        </div>
                      )}
                    </td>
                    <td>
                      <NativeSelect
                        size="xs"
                        aria-label={t('imports.columns.fieldOf', { heading: column.heading })}
                        data={options}
                        value={field}
                        onChange={(event) => {
                          const chosen = event.currentTarget.value as ImportField;
                          setFields(fields.map((f, at) => (at === i ? chosen : f)));
                          setTouched(new Set([...touched, i]));
                        }}
                      />
                    </td>
                    <td>
                      {twice(field) ? (
                        <Badge color="cachet" variant="light">
                          {t('imports.columns.twice')}
                        </Badge>
                      ) : field === 'ignore' ? (
                        <span className="dim tiny">{t('imports.columns.none')}</span>
                      ) : column.certainty === 'confirm' && !touched.has(i) ? (
                        <Badge color="ambre" variant="light" leftSection={<IconAlertTriangle aria-hidden="true" />}>
                          {t('imports.columns.confirm')}
                        </Badge>
                      ) : field === 'adviser' && column.samples.length === 0 ? (
                        <span className="dim tiny">{t('imports.columns.toYou')}</span>
                      ) : (
                        <IconCheck role="img" aria-label={t('imports.columns.sure')} className={classes.sure} />
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
        <WhatSuiviSaw view={view} fields={fields}>
          {view.categories.map(({ value, rows }) => (
            <div key={value} className={classes.pair}>
              <dt className="one-line" title={value}>
                {value}
              </dt>
              <dd className="row">
                <NativeSelect
                  size="xs"
                  aria-label={t('imports.columns.categoryOf', { value })}
                  data={[
                    { value: '', label: t('imports.columns.chooseCategory') },
                    ...CATEGORIES.map((code) => ({ value: code, label: t(`category.${code}`) })),
                  ]}
                  value={categories[value] ?? ''}
                  onChange={(event) => setCategories({ ...categories, [value]: event.currentTarget.value })}
                />
                <span className="dim nums">{rows}</span>
              </dd>
            </div>
          ))}
        </WhatSuiviSaw>
      </div>
      <FormProblem error={steps.map.error} />
      <div className={classes.foot}>
        <Button variant="subtle" color="gray" component={Link} to="/import">
          {t('imports.columns.back')}
        </Button>
        <span className="grow" />
        <Button
          onClick={check}
          loading={steps.map.isPending}
          disabled={anyTwice}
          rightSection={
            <span className="row">
              <KeyCap keys="mod+Enter" />
            </span>
          }
        >
          {t('imports.columns.check', { count: view.seen.rows })}
        </Button>
      </div>
    </>
  );
}

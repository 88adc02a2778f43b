import { Button } from '@mantine/core';
import { IconTableOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '@suivi/contracts/imports';
import { useToday } from '../shell/queries.ts';
import { EmptyState } from '../shell/empty.tsx';
import { KeyCap } from '../shell/key-cap.tsx';
import { useKeys } from '../shell/keys.ts';
import { FormProblem } from '../shell/problem.tsx';
import { number } from '../shell/dates.ts';
import { useLanguage } from '../shell/say.ts';
import { FaultyRows } from './faulty-rows.tsx';
import { GoodRows } from './good-rows.tsx';
import classes from './imports.module.css';
import type { ImportSteps } from './queries.ts';
import { WhatToImport } from './what-to-import.tsx';

type Check = NonNullable<ImportView['check']>;
type Props = {
  view: ImportView;
  check: Check;
  steps: ImportSteps;
  onBack: () => void;
  onStarted: () => void;
  onAbandoned: () => void;
};

/** The dry run: what would be created, every faulty row with its reason, and what it will cause. */
export function CheckRows({ view, check, steps, onBack, onStarted, onAbandoned }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const [which, setWhich] = useState<'good' | 'all'>('good');
  const [holdEmails, setHoldEmails] = useState(false);
  const blocked = check.good === 0 || (which === 'all' && check.faulty > 0);
  const run = () => {
    if (!blocked && !steps.run.isPending) steps.run.mutate({ which, holdEmails }, { onSuccess: onStarted });
  };
  useKeys([{ keys: 'mod+Enter', act: run, words: t('imports.keys.next'), inFields: true }]);
  return (
    <>
      <div className={classes.check}>
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('imports.check.rows')}>
          <p className={classes.sum} aria-live="polite">
            <span>
              <b>{number(check.good, language)}</b> {t('imports.check.good')}
            </span>
            {check.faulty > 0 && (
              <span className="due">
                <b>{number(check.faulty, language)}</b> {t('imports.check.faulty')}
              </span>
            )}
            {check.unchanged > 0 && (
              <span className="dim">
                <b>{number(check.unchanged, language)}</b> {t('imports.check.unchanged')}
              </span>
            )}
          </p>
          {view.failure !== null && (
            <p className={classes.changed} role="alert">
              {t(`imports.run.failure.${view.failure}`)}
            </p>
          )}
          {check.faults.length > 0 && <FaultyRows importId={view.id} check={check} steps={steps} />}
          {check.good > 0 ? (
            <GoodRows check={check} today={today} />
          ) : check.unchanged > 0 && check.faulty === 0 ? (
            <EmptyState icon={IconTableOff} title={t('imports.check.nothingNew')}>
              {t('imports.check.nothingNewBody')}
            </EmptyState>
          ) : (
            <EmptyState icon={IconTableOff} title={t('imports.check.noneGood')}>
              {t('imports.check.noneGoodBody')}
            </EmptyState>
          )}
        </div>
        <aside className={classes.side}>
          <WhatToImport
            check={check}
            which={which}
            onWhich={setWhich}
            holdEmails={holdEmails}
            onHoldEmails={setHoldEmails}
          />
        </aside>
      </div>
      <FormProblem error={steps.run.error ?? steps.abandon.error} />
      <div className={classes.foot}>
        <Button variant="subtle" color="gray" onClick={onBack}>
          {t('imports.columns.back')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          loading={steps.abandon.isPending}
          onClick={() => steps.abandon.mutate(undefined, { onSuccess: onAbandoned })}
        >
          {t('imports.what.abandon')}
        </Button>
        <span className="grow" />
        <Button
          onClick={run}
          disabled={blocked}
          loading={steps.run.isPending}
          rightSection={
            <span className="row">
              <KeyCap keys="mod+Enter" />
            </span>
          }
        >
          {steps.run.isPending ? t('imports.what.starting') : t('imports.what.run', { count: check.good })}
        </Button>
      </div>
    </>
  );
}

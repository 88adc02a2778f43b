import { Button } from '@mantine/core';
import { IconCircleCheck, IconCloudOff } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportView } from '@suivi/contracts/imports';
import { number } from '../shell/dates.ts';
import { EmptyState } from '../shell/empty.tsx';
import { useLanguage } from '../shell/say.ts';
import { CreatedFiles } from './created-files.tsx';
import classes from './imports.module.css';

/** A bar with what is done, of how much, and about how long still. */
export function Progress({ view }: { view: ImportView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { done, of } = view.progress;
  const started = useRef<{ at: number; done: number } | null>(null);
  const [speed, setSpeed] = useState<number | null>(null);
  useEffect(() => {
    const now = Date.now();
    started.current ??= { at: now, done };
    const { at, done: before } = started.current;
    if (done > before && now > at) setSpeed((done - before) / (now - at));
  }, [done]);
  const checking = view.state === 'checking';
  return (
    <div className={classes.progress}>
      <h2 className={classes.progressTitle}>
        {checking
          ? t('imports.check.working', { done: number(done, language), of: number(of, language) })
          : t('imports.run.title', { rows: number(of, language) })}
      </h2>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label={t('imports.run.bar')}
        aria-valuenow={done}
        aria-valuemin={0}
        aria-valuemax={of}
      >
        <i style={{ width: `${of === 0 ? 0 : (100 * done) / of}%` }} />
      </div>
      <p className={`${classes.between} small`}>
        {!checking && (
          <span className="nums">
            <Trans
              i18nKey="imports.run.of"
              values={{ done: number(done, language), of: number(of, language) }}
              components={{ b: <b className="strong" /> }}
            />
          </span>
        )}
        {speed !== null && of > done && (
          <span className="dim">
            {t('imports.run.left', { seconds: Math.max(1, Math.round((of - done) / speed / 1000)) })}
          </span>
        )}
      </p>
      {!checking && <p className="small dim">{t('imports.run.leave')}</p>}
    </div>
  );
}

/** How it ended: what was created, what was there already, what was left out. */
export function Ended({ view, onCorrect }: { view: ImportView; onCorrect: () => void }) {
  const { t } = useTranslation();
  if (view.state === 'failed' || view.result === null)
    return (
      <EmptyState
        icon={IconCloudOff}
        title={t('imports.run.failed')}
        actions={
          <Button component={Link} to="/import">
            {t('imports.choose.button')}
          </Button>
        }
      >
        {t(`imports.run.failure.${view.failure ?? 'unexpected'}`)}
      </EmptyState>
    );
  const { created, unchanged, left, files } = view.result;
  return (
    <div className={classes.ended}>
      <EmptyState
        icon={IconCircleCheck}
        title={t('imports.run.done', { count: created })}
        actions={
          <>
            <Button component={Link} to="/today">
              {t('imports.run.toToday')}
            </Button>
            <Button variant="default" component={Link} to="/files">
              {t('imports.run.toFiles')}
            </Button>
            {left > 0 ? (
              <Button variant="subtle" color="gray" onClick={onCorrect}>
                {t('imports.run.correctRest')}
              </Button>
            ) : (
              <Button variant="subtle" color="gray" component={Link} to="/import">
                {t('imports.run.again')}
              </Button>
            )}
          </>
        }
      >
        {unchanged > 0 && t('imports.run.unchanged', { count: unchanged })}{' '}
        {left > 0 && t('imports.run.leftOut', { count: left })}
      </EmptyState>
      <CreatedFiles files={files} more={created - files.length} />
    </div>
  );
}

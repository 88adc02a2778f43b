import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../shell/keys.ts';
import { FormProblem } from '../shell/problem.tsx';
import classes from './bulk.module.css';
import { EffectLines, LeftOutLines } from './effect-lines.tsx';
import type { Action } from './queries.ts';
import { usePreview } from './queries.ts';
import { summaryOf } from './summary.ts';
import { useRun } from './use-run.ts';

type Props = {
  /** Null until it is said what is to be done. */
  action: Action | null;
  kind: Action['kind'];
  /** @param day the working day that was found */
  title: (until: string | null) => string;
  ids: readonly string[];
  form: ReactNode;
  adviserName?: string | null;
  onClose: () => void;
  onDone: () => void;
  /** Enter does it as soon as the preview stands. */
  takesFocus: boolean;
};

/** What an action will do, by the server, above the button that does it; then how far it has come. */
export function Foreseen({ action, kind, title, ids, form, adviserName = null, onClose, onDone, takesFocus }: Props) {
  const { t } = useTranslation();
  const { preview, looked, error, again } = usePreview(action, ids);
  const { run, progress, failure, leftOut, stop } = useRun(onDone);
  const button = useRef<HTMLButtonElement>(null);
  const summary = preview === null ? null : summaryOf(preview.lines, preview.today);
  const count = summary?.files.length ?? 0;
  const over = leftOut.length > 0;
  const ready = action !== null && summary !== null && count > 0 && progress === null && !over;
  const asked = JSON.stringify(action);
  useEffect(() => {
    if (takesFocus && asked !== 'null') button.current?.focus();
  }, [takesFocus, asked]);
  const go = () => {
    if (ready) void run(action, summary.files, ids.length - count);
  };
  // Esc closes an open list of choices first.
  const listOut = useRef(false);
  const leave = () => {
    if (listOut.current) return;
    if (progress !== null) stop();
    else if (over) onDone();
    else onClose();
  };
  useKeys([
    { keys: 'Escape', act: leave, inFields: true },
    { keys: 'Enter', act: go },
    { keys: 'mod+Enter', act: go, inFields: true },
  ]);
  const waiting = action !== null && preview === null && error === null;
  return (
    <div
      className={classes.panel}
      onKeyDownCapture={({ target }) => {
        listOut.current = target instanceof Element && target.getAttribute('aria-expanded') === 'true';
      }}
    >
      <div className={classes.what}>
        <h2>{over ? t('bulk.outcome') : title(preview?.until?.on ?? null)}</h2>
        {!over && <div className={classes.form}>{form}</div>}
        <div className={classes.effect} aria-live="polite" aria-busy={waiting}>
          {over ? (
            <ul className={classes.lines}>
              <LeftOutLines leftOut={leftOut} />
            </ul>
          ) : waiting ? (
            <p className="dim">
              {looked > 0
                ? t('bulk.looked', { done: looked, of: ids.length })
                : t('bulk.looking', { count: ids.length })}
            </p>
          ) : (
            action !== null &&
            summary !== null &&
            preview !== null && (
              <EffectLines
                action={action}
                summary={summary}
                preview={preview}
                adviserName={adviserName}
                gone={ids.length - preview.lines.length}
              />
            )
          )}
          {error !== null && (
            <div className={classes.failed}>
              <FormProblem error={error} />
              <Button variant="default" size="compact-sm" onClick={again}>
                {t('state.tryAgain')}
              </Button>
            </div>
          )}
          {failure !== null && (
            <div className={classes.failed}>
              <FormProblem error={failure.error} />
              <p>{t('bulk.failedPart', failure.progress)}</p>
            </div>
          )}
        </div>
      </div>
      <div className={classes.acts}>
        {progress !== null ? (
          <>
            <div className={classes.progress} role="status">
              <span className="small nums">{t('bulk.doing', progress)}</span>
              <Progress
                value={(100 * progress.done) / Math.max(1, progress.of)}
                aria-label={t('bulk.doing', progress)}
              />
            </div>
            <Button variant="default" onClick={stop} rightSection={<kbd>Esc</kbd>}>
              {t('bulk.stop')}
            </Button>
          </>
        ) : over ? (
          <Button variant="default" onClick={onDone} rightSection={<kbd>Esc</kbd>} autoFocus>
            {t('bulk.close')}
          </Button>
        ) : (
          <>
            <Button variant="subtle" color="gray" onClick={onClose} rightSection={<kbd>Esc</kbd>}>
              {t('bulk.cancel')}
            </Button>
            <Button
              ref={button}
              data-disabled={!ready || undefined}
              aria-disabled={!ready}
              onClick={go}
              rightSection={<kbd>{kind === 'record' ? 'Ctrl Enter' : 'Enter'}</kbd>}
            >
              {t(`bulk.do.${kind}`, { count: summary === null ? ids.length : count })}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Rehearsal } from '@suivi/contracts/playbook';
import { settingName } from '@suivi/rules/playbook-words';
import type { PlaybookSetting } from '@suivi/rules/playbook-words';
import { number } from '../shell/dates.ts';
import { KeyCap } from '../shell/key-cap.tsx';
import { FormProblem } from '../shell/problem.tsx';
import { useLanguage, useSay } from '../shell/say.ts';
import type { Draft } from './draft.ts';
import classes from './playbook.module.css';
import { TrialResult } from './trial-result.tsx';

type Props = {
  draft: Draft;
  trial: Rehearsal | undefined;
  /** Whether the trial says what publishing would do now. */
  current: boolean;
  /** The trial is not there any more. */
  gone: boolean;
  mayTry: boolean;
  starting: boolean;
  startError: unknown;
  onTry: () => void;
  onPublish: () => void;
};

/** From the changed settings to what they would do, and only then to publishing them. */
export function Trial(props: Props) {
  const { draft, trial, current, gone, mayTry, starting, startError, onTry, onPublish } = props;
  const { t } = useTranslation();
  const say = useSay();
  const running = trial?.state === 'running';
  const result = trial?.state === 'done' ? trial.result : null;
  const settled = result !== null && current;
  const faults = draft.faults.size;
  return (
    <div className={classes.trial}>
      {mayTry && !(running && !trial.stalled) && !settled && (
        <Button
          fullWidth
          leftSection={<IconPlayerPlay aria-hidden="true" />}
          rightSection={<KeyCap keys="mod+Enter" />}
          disabled={faults > 0}
          loading={starting}
          onClick={onTry}
        >
          {starting ? t('playbook.starting') : trial === undefined ? t('playbook.try') : t('playbook.again')}
        </Button>
      )}
      {faults > 0 && (
        <div className={classes.fault} role="status">
          {t('playbook.faulty')}
          <ul>
            {[...draft.faults.keys()].map((name) => (
              <li key={name}>
                <a href={`#${name}`} onClick={(event) => goTo(event, name)}>
                  {say(settingName(name as PlaybookSetting))}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <FormProblem error={startError} />
      {gone && <p className="small dim">{t('playbook.gone')}</p>}
      <div aria-live="polite">
        {running && <Progress trial={trial} />}
        {trial?.state === 'failed' && <p className="small due">{t('playbook.failed')}</p>}
        {result !== null && (
          <section className={classes.result} aria-label={t('playbook.result')} data-old={!current || undefined}>
            <h2>{t('playbook.result')}</h2>
            {!current && (
              <Alert color="ambre" variant="light" icon={<IconAlertTriangle aria-hidden="true" />}>
                {t('playbook.old')}
              </Alert>
            )}
            <TrialResult result={result}>
              {settled && (
                <Button fullWidth onClick={onPublish} rightSection={<KeyCap keys="mod+Enter" />}>
                  {draft.changed.length === 0 ? t('playbook.align') : t('playbook.publish')}
                </Button>
              )}
            </TrialResult>
          </section>
        )}
      </div>
    </div>
  );
}

/** To the field, without touching the address: the trial stands in it. */
function goTo(event: React.MouseEvent, name: string) {
  event.preventDefault();
  document.getElementById(name)?.focus();
}

function Progress({ trial }: { trial: Rehearsal }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { done, of } = trial.progress;
  return (
    <div className={classes.progress}>
      <p className="nums">{t('playbook.trying', { done: number(done, language), of: number(of, language) })}</p>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label={t('playbook.bar')}
        aria-valuenow={done}
        aria-valuemin={0}
        aria-valuemax={of}
      >
        <i style={{ width: `${of === 0 ? 0 : (100 * done) / of}%` }} />
      </div>
      <p className={`small ${trial.stalled ? 'due' : 'dim'}`}>
        {trial.stalled ? t('playbook.stalled') : t('playbook.leave')}
      </p>
    </div>
  );
}

import { Button, Modal } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import type { PlaybookVersion, Rehearsal, RehearsalResult } from '@suivi/contracts/playbook';
import { changedSettings, settingName, valueWords } from '@suivi/rules/playbook-words';
import { KeyCap } from '../shell/key-cap.tsx';
import { useKeys } from '../shell/keys.ts';
import { FormProblem } from '../shell/problem.tsx';
import { useSay } from '../shell/say.ts';
import classes from './playbook.module.css';
import { EffectInNumbers } from './trial-result.tsx';

type Props = {
  trial: Rehearsal;
  result: RehearsalResult;
  present: PlaybookVersion;
  error: unknown;
  pending: boolean;
  onPublish: () => void;
  onClose: () => void;
};

/** Says once more, in numbers, what publishing does, and does it. */
export function Publish({ trial, result, present, error, pending, onPublish, onClose }: Props) {
  const { t } = useTranslation();
  const changed = changedSettings(present.settings, trial.settings);
  const publish = () => {
    if (!pending) onPublish();
  };
  useKeys([{ keys: 'mod+Enter', act: publish, inFields: true }], 'dialog');
  const files = t('playbook.filesCount', { count: result.changed });
  const now = result.emails.now;
  const aligns = changed.length === 0;
  const act = aligns
    ? t('playbook.alignNow')
    : result.changed === 0
      ? t('playbook.publishNow')
      : t('playbook.confirm', { files });
  const title = aligns
    ? t('playbook.alignTitle', { version: trial.rulesVersion })
    : t('playbook.publishTitle', { version: present.version + 1 });
  return (
    <Modal opened onClose={onClose} size={520} title={title}>
      <FromTo before={present} after={trial} />
      <div className={classes.confirm}>
        <EffectInNumbers result={result} />
      </div>
      <p className="small dim">{t(aligns ? 'playbook.alignBody' : 'playbook.publishBody')}</p>
      <FormProblem error={error} />
      <div className={classes.buttons}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('playbook.cancel')}
        </Button>
        <Button
          data-autofocus
          {...(now > 0 && { color: 'cachet' })}
          onClick={publish}
          loading={pending}
          rightSection={<KeyCap keys="mod+Enter" />}
        >
          {pending
            ? t('playbook.publishing')
            : now > 0
              ? t('playbook.confirmEmails', { files, emails: t('playbook.emailsCount', { count: now }) })
              : act}
        </Button>
      </div>
    </Modal>
  );
}

/** The settings that change, from what to what. */
export function FromTo({
  before,
  after,
}: {
  before: Pick<PlaybookVersion, 'settings'>;
  after: Pick<PlaybookVersion, 'settings'>;
}) {
  const say = useSay();
  return (
    <ul className={classes.fromTo}>
      {changedSettings(before.settings, after.settings).map((name) => (
        <li key={name}>
          <span>{say(settingName(name))}</span>
          <span className="nums">
            <Trans
              i18nKey="playbook.fromTo"
              values={{
                from: say(valueWords(name, before.settings[name])),
                to: say(valueWords(name, after.settings[name])),
              }}
              components={{ b: <b className="strong" /> }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}

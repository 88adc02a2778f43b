import { Badge, NumberInput, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '@suivi/rules/playbook';
import { defaultPlaybook, OTHER_SETTINGS, SETTINGS } from '@suivi/rules/playbook';
import type { PlaybookSetting } from '@suivi/rules/playbook-words';
import { settingName, settingTold, unitWords, valueWords } from '@suivi/rules/playbook-words';
import { useSay } from '../shell/say.ts';
import type { Draft } from './draft.ts';
import classes from './playbook.module.css';

type Props = {
  name: PlaybookSetting;
  draft: Draft;
  present: Playbook;
  /** Left out where the reader may not change it. */
  onChange?: ((value: unknown) => void) | undefined;
};

/** One setting: what it is called, what it does, what may stand in it, what stands in it. */
export function SettingField({ name, draft, present, onChange }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const changed = draft.changed.includes(name);
  const fault = draft.faults.get(name);
  const isUsual = String(present[name]) === String(defaultPlaybook[name]);
  return (
    <div className={classes.setting} data-changed={changed || undefined}>
      <div>
        <p className={classes.name}>
          {onChange === undefined ? (
            <span>{say(settingName(name))}</span>
          ) : (
            <label id={`${name}-name`} htmlFor={name}>
              {say(settingName(name))}
            </label>
          )}
          {changed && (
            <Badge color="encre" variant="light">
              {t('playbook.changedMark')}
            </Badge>
          )}
        </p>
        <div id={`${name}-does`}>
          <p className={classes.does}>{say(settingTold[name].does)}</p>
          <p className={classes.hint}>
            <Bounds name={name} />
            {t('playbook.usual', { value: say(valueWords(name, defaultPlaybook[name])) })}
            {changed && !isUsual && ` · ${t('playbook.now', { value: say(valueWords(name, present[name])) })}`}
          </p>
        </div>
      </div>
      <div className={classes.value}>
        {onChange === undefined ? (
          <span className="nums strong" id={name} tabIndex={-1}>
            {say(valueWords(name, present[name]))}
          </span>
        ) : (
          <Value name={name} value={draft.values[name]} fault={fault && say(fault)} onChange={onChange} />
        )}
        {onChange !== undefined && changed && (
          <button
            type="button"
            className={classes.back}
            aria-label={t('playbook.putBackOf', { name: say(settingName(name)) })}
            onClick={() => onChange(present[name])}
          >
            {t('playbook.putBack')}
          </button>
        )}
      </div>
    </div>
  );
}

function Bounds({ name }: { name: PlaybookSetting }) {
  const { t } = useTranslation();
  if (name === 'postWithoutBirthCertificate') return null;
  const rising = name === 'reminderAfterDays';
  const { min, max } = rising ? OTHER_SETTINGS[name] : SETTINGS[name];
  return <>{t(rising ? 'playbook.rising' : 'playbook.range', { min, max })} · </>;
}

type ValueProps = {
  name: PlaybookSetting;
  value: unknown;
  fault: string | undefined;
  onChange: (value: unknown) => void;
};

function Value({ name, value, fault, onChange }: ValueProps) {
  const { t } = useTranslation();
  const say = useSay();
  // What it does stands beside the field; here it is for those who hear the field alone.
  const described = { description: say(settingTold[name].does), descriptionProps: { display: 'none' } };
  if (name === 'postWithoutBirthCertificate')
    return (
      <Switch
        id={name}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
        label={value === true ? t('playbook.yes') : t('playbook.no')}
        aria-labelledby={`${name}-name`}
        aria-describedby={`${name}-does`}
      />
    );
  const unit = unitWords(name, typeof value === 'number' ? value : undefined);
  if (Array.isArray(value)) {
    const days: unknown[] = value;
    return (
      <>
        <div className={classes.three} role="group" aria-labelledby={`${name}-name`} aria-describedby={`${name}-fault`}>
          {days.map((day, at) => (
            <NumberInput
              key={at}
              id={at === 0 ? name : `${name}-${at + 1}`}
              aria-label={t('playbook.nth', { name: say(settingName(name)), n: at + 1 })}
              {...described}
              value={day as number | string}
              onChange={(next) => onChange(days.map((one, i) => (i === at ? next : one)))}
              error={fault !== undefined}
              {...PLAIN}
            />
          ))}
        </div>
        <p className={classes.fault} id={`${name}-fault`}>
          {fault}
        </p>
      </>
    );
  }
  return (
    <div className={classes.one}>
      <NumberInput
        id={name}
        {...described}
        value={value as number | string}
        onChange={onChange}
        error={fault}
        {...PLAIN}
      />
      <span className={classes.unit}>{unit !== null && say(unit)}</span>
    </div>
  );
}

/** What is out of bounds is said, never silently put right; the arrow keys step. */
const PLAIN = { clampBehavior: 'none', allowDecimal: false, allowNegative: false, hideControls: true } as const;

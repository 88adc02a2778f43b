import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Playbook } from '@suivi/rules/playbook';
import { groupNames, SETTING_GROUPS, settingsIn } from '@suivi/rules/playbook-words';
import type { PlaybookSetting } from '@suivi/rules/playbook-words';
import { useSay } from '../shell/say.ts';
import type { Draft } from './draft.ts';
import classes from './playbook.module.css';
import { SettingField } from './setting-field.tsx';

/** The groups, in the order of a file's life, each with how many of its settings are changed. */
export function GroupList({ draft, search }: { draft: Draft; search: string }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <nav className={classes.groups} aria-label={t('playbook.groups')}>
      <ul>
        {SETTING_GROUPS.map((group) => {
          const own = settingsIn(group);
          const changed = own.filter((name) => draft.changed.includes(name)).length;
          return (
            <li key={group}>
              <Link to={{ search, hash: `#${group}` }}>
                <span className="grow">{say(groupNames[group])}</span>
                <span className="nums dim" data-changed={changed > 0 || undefined}>
                  {changed > 0 ? `${changed} / ${own.length}` : own.length}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

type Props = {
  draft: Draft;
  present: Playbook;
  onChange?: ((name: PlaybookSetting, value: unknown) => void) | undefined;
};

/** All settings by where they act. */
export function SettingsList({ draft, present, onChange }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className={classes.settings} aria-label={t('playbook.settings')} tabIndex={0}>
      <p className={classes.lead}>{t('playbook.lead')}</p>
      {onChange === undefined && <p className={classes.readOnly}>{t('playbook.readOnly')}</p>}
      {SETTING_GROUPS.map((group) => (
        <section key={group} aria-labelledby={group}>
          <h2 id={group} tabIndex={-1}>
            {say(groupNames[group])}
          </h2>
          {settingsIn(group).map((name) => (
            <SettingField
              key={name}
              name={name}
              draft={draft}
              present={present}
              onChange={onChange && ((value) => onChange(name, value))}
            />
          ))}
        </section>
      ))}
    </section>
  );
}

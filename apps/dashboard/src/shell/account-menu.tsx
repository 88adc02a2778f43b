import { Popover, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { IconChevronUp, IconDevicesOff, IconLock, IconLogout } from '@tabler/icons-react';
import type { Icon as IconOf } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '@suivi/contracts/me';
import type { Language } from '@suivi/rules/vocabulary';
import classes from './account-menu.module.css';
import { Avatar } from './avatar.tsx';
import { ChangePassword } from './change-password.tsx';
import { speak } from './language.ts';
import { useNotify } from './notify.tsx';
import { useChangeMe } from './queries.ts';
import { useLanguage } from './say.ts';
import { signOut, signOutEverywhere } from './session.ts';
import type { KeysSetting, Scheme } from './settings.ts';
import { setKeys, useKeysSetting } from './settings.ts';

/** Under one's name: language, colours, keys, password, sign-out. */
export function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [opened, setOpened] = useState(false);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const keys = useKeysSetting();
  const changeMe = useChangeMe();
  const notify = useNotify();
  const [changing, setChanging] = useState(false);
  const everywhere = async () => {
    if (!(await signOutEverywhere()))
      notify.failed(t('account.notSignedOut'), new Error(t('state.connectionBroke')), () => void everywhere());
  };
  const chooseLanguage = (next: Language) => {
    speak(next);
    changeMe.mutate({ language: next });
  };
  return (
    <>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="top-start"
        width={300}
        shadow="md"
        trapFocus
        returnFocus
        withinPortal
      >
        <Popover.Target>
          <button
            type="button"
            className={classes.name}
            onClick={() => setOpened(!opened)}
            title={t('account.menuOf', { name: me.name })}
          >
            <Avatar name={me.name} unseen />
            <span className={`${classes.words} one-line grow`}>{me.name}</span>
            <IconChevronUp className={classes.words} aria-hidden="true" />
          </button>
        </Popover.Target>
        <Popover.Dropdown className={classes.menu} aria-label={t('account.menuOf', { name: me.name })}>
          <p className="dim tiny one-line">{me.email}</p>
          <Choice<Language>
            label={t('account.language')}
            value={language}
            choose={chooseLanguage}
            of={[
              ['en', 'English'],
              ['fr', 'Français'],
            ]}
          />
          <Choice<Scheme>
            label={t('account.scheme')}
            value={colorScheme}
            choose={setColorScheme}
            of={[
              ['light', t('account.light')],
              ['dark', t('account.dark')],
              ['auto', t('account.auto')],
            ]}
          />
          <Choice<KeysSetting>
            label={t('account.keys')}
            value={keys}
            choose={setKeys}
            of={[
              ['shown', t('account.keysShown')],
              ['quiet', t('account.keysQuiet')],
              ['off', t('account.keysOff')],
            ]}
          />
          <div>
            <Act
              icon={IconLock}
              words={t('account.password')}
              act={() => {
                setOpened(false);
                setChanging(true);
              }}
            />
            <Act icon={IconLogout} words={t('account.signOut')} act={() => void signOut()} />
            <Act icon={IconDevicesOff} words={t('account.signOutEverywhere')} act={() => void everywhere()} />
          </div>
        </Popover.Dropdown>
      </Popover>
      {changing && <ChangePassword me={me} onClose={() => setChanging(false)} />}
    </>
  );
}

function Act({ icon: Icon, words, act }: { icon: IconOf; words: string; act: () => void }) {
  return (
    <button type="button" className={classes.act} onClick={act}>
      <Icon aria-hidden="true" /> {words}
    </button>
  );
}

function Choice<T extends string>({
  label,
  value,
  choose,
  of,
}: {
  label: string;
  value: T;
  choose: (value: T) => void;
  of: readonly (readonly [T, string])[];
}) {
  return (
    <div>
      <div className="small strong" aria-hidden="true">
        {label}
      </div>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={label}
        value={value}
        onChange={(next) => choose(next as T)}
        data={of.map(([v, words]) => ({ value: v, label: words }))}
      />
    </div>
  );
}

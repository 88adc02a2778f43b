import { Modal } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from './key-cap.tsx';
import type { Hint } from './keys.ts';
import { useKeys, useShownKeys } from './keys.ts';
import classes from './keys-sheet.module.css';
import { useKeysSetting } from './settings.ts';

let opened = false;
const listeners = new Set<() => void>();
const set = (next: boolean) => {
  opened = next;
  listeners.forEach((listener) => listener());
};
export const openKeysSheet = () => set(true);
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function Keys({ title, hints }: { title: string; hints: readonly Hint[] }) {
  if (hints.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      <dl>
        {hints.map((hint) => (
          <div key={hint.words}>
            <dt>{hint.words}</dt>
            <dd>
              {hint.keys.map((keys) => (
                <KeyCap key={keys} keys={keys} />
              ))}
              <span className="unseen">{hint.keys.join(', ')}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** `?`: the keys of the page that is open. */
export function KeysSheet() {
  const { t } = useTranslation();
  const isOpen = useSyncExternalStore(subscribe, () => opened);
  const { page, everywhere } = useShownKeys();
  const setting = useKeysSetting();
  useKeys([{ keys: '?', act: openKeysSheet, words: t('keys.all') }], 'everywhere');
  return (
    <Modal
      opened={isOpen}
      onClose={() => set(false)}
      title={t('keys.title')}
      size={560}
      closeButtonProps={{ 'aria-label': t('notice.close') }}
    >
      {setting === 'off' && <p className="dim small">{t('keys.off')}</p>}
      <Keys title={t('keys.here')} hints={page} />
      <Keys title={t('keys.everywhere')} hints={everywhere} />
    </Modal>
  );
}

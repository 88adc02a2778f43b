import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from 'react-router';
import { useKeys } from '../shell/keys.ts';
import type { FilesAsked } from './asked.ts';
import classes from './files.module.css';

type Props = { asked: FilesAsked; change: (part: Partial<FilesAsked>) => void };

/** Words to find a file by. */
export function SearchField({ asked, change }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(asked.q);
  useEffect(() => setTyped(asked.q), [asked.q]);
  // Asked when the typing rests; never while another page is on its way, which the change of address would stop.
  const leaving = useNavigation().state !== 'idle';
  const ask = useEffectEvent(() => {
    if (typed !== asked.q) change({ q: typed });
  });
  useEffect(() => {
    if (leaving) return;
    const timer = setTimeout(() => ask(), 150);
    return () => clearTimeout(timer);
  }, [typed, leaving]);
  useKeys([{ keys: '/', act: () => field.current?.select(), words: t('filesList.keys.search') }]);
  return (
    <TextInput
      ref={field}
      className={classes.search}
      type="search"
      aria-label={t('filesList.search')}
      placeholder={t('filesList.placeholder')}
      leftSection={<IconSearch aria-hidden="true" />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault(); // the browser would empty the field
        event.currentTarget.blur();
      }}
    />
  );
}

import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, useSpotlight } from '@mantine/spotlight';
import {
  IconCalendarPlus,
  IconFilePlus,
  IconFolder,
  IconKeyboard,
  IconLanguage,
  IconMoon,
  IconPlayerTrackNext,
  IconSearch,
  IconSun,
  IconTableImport,
} from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FileList } from '@suivi/contracts/files';
import { answerOf, client } from './api.ts';
import { KeyCap } from './key-cap.tsx';
import { openKeysSheet } from './keys-sheet.tsx';
import { releaseKeys } from './keys.ts';
import { speak } from './language.ts';
import { DeedAction } from './palette-deeds.tsx';
import { usePlaces } from './palette-places.ts';
import type { PaletteAction as Action } from './palette-places.ts';
import { deedsAsked, eventsAsked, FILE_DEEDS, matches, namesDeed, namesEvent, plainWords } from './palette-search.ts';
import { palette, paletteStore } from './palette-store.ts';
import classes from './palette.module.css';
import { useAdvanceDemo, useChangeMe, useMe } from './queries.ts';
import { useLanguage } from './say.ts';
import { StageChip } from './stage-chip.tsx';

/** Ctrl K: actions first, then files, then places; words in any order, accents ignored. */
export function Palette() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const me = useMe().data;
  const today = me?.today ?? null;
  const changeMe = useChangeMe();
  const advance = useAdvanceDemo();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [query, setQuery] = useState('');
  const words = plainWords(query);
  const eventTypes = eventsAsked(words);
  const withoutEvents = eventTypes.length === 0 ? words : words.filter((word) => !namesEvent(word));
  const withoutDeeds = withoutEvents.filter((word) => !namesDeed(word));
  // Nothing but a verb may be somebody's name.
  const nameWords = withoutDeeds.length > 0 ? withoutDeeds : withoutEvents;
  const [asked] = useDebouncedValue(nameWords.join(' '), 120);
  const files = useQuery({
    queryKey: ['files', 'palette', asked],
    queryFn: ({ signal }) =>
      answerOf<FileList>(
        client.GET('/api/files', {
          params: { query: { q: asked, state: 'all', stage: [], category: [], caisse: [], adviser: [], concern: [] } },
          signal,
        }),
      ),
    enabled: asked.length > 0 && me?.agency != null,
    placeholderData: keepPreviousData,
  });
  const found = asked.length > 0 ? (files.data?.rows ?? []).slice(0, 5) : [];
  const first = found[0];

  const dark = colorScheme === 'dark';
  const otherLanguage = language === 'en' ? 'fr' : 'en';
  const general: Action[] = [
    {
      id: 'scheme',
      name: dark ? t('palette.toLight') : t('palette.toDark'),
      icon: dark ? IconSun : IconMoon,
      act: () => setColorScheme(dark ? 'light' : 'dark'),
    },
    {
      id: 'language',
      name: t('palette.toOther'),
      icon: IconLanguage,
      act: () => {
        speak(otherLanguage);
        changeMe.mutate({ language: otherLanguage });
      },
    },
    { id: 'keys', name: t('palette.allKeys'), icon: IconKeyboard, act: openKeysSheet, keys: '?' },
  ];
  if (me?.agency != null)
    general.unshift(
      {
        id: 'newFile',
        name: t('palette.newFile'),
        icon: IconFilePlus,
        act: () => void navigate('/files/new'),
        keys: 'c',
      },
      {
        id: 'importList',
        name: t('palette.importList'),
        icon: IconTableImport,
        act: () => void navigate('/import'),
      },
    );
  if (me?.agency?.demo === true)
    for (const count of [1, 7, 30])
      general.push({
        id: `advance${count}`,
        name: t('palette.advance', { count }),
        icon: IconPlayerTrackNext,
        act: () => advance.mutate(count),
      });
  const places = usePlaces(me);
  const actions = general.filter((action) => matches(words, action.name));
  const shownPlaces = places.filter((place) => matches(words, place.name));
  // Said with a name, what is to be done comes first; a name alone finds the file, and below it what may be done with it.
  const verbs = first === undefined ? [] : deedsAsked(words);
  const events =
    first === undefined
      ? []
      : eventTypes.filter((type) => !(type === 'call_made' && verbs.includes('call'))).slice(0, 4);
  const deeds = first === undefined ? [] : verbs.length > 0 ? verbs : events.length > 0 ? [] : [...FILE_DEEDS];
  const deedsFirst = verbs.length > 0;
  const waiting = files.isFetching || asked !== nameWords.join(' ');
  const nothing = actions.length + shownPlaces.length + found.length === 0 && !waiting;
  const choice = useChoice(`${query} ${found.map(({ id }) => id).join()}`, waiting);

  const simple = ({ id, name, icon: Icon, act, keys }: Action) => (
    <Spotlight.Action key={id} className={classes.action} onClick={act}>
      <Icon aria-hidden="true" />
      <span className="grow one-line">{name}</span>
      {keys !== undefined && <KeyCap keys={keys} />}
    </Spotlight.Action>
  );
  const open = (path: string, event: React.MouseEvent) =>
    event.ctrlKey || event.metaKey ? void window.open(path, '_blank') : void navigate(path);
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={() => void releaseKeys()}
      shortcut={null}
      size={620}
      centered={false}
      yOffset={96}
      overlayProps={{ blur: 0, backgroundOpacity: 0.42, color: '#141a2a' }}
      scrollable
      maxHeight={420}
      radius="lg"
      title={t('palette.title')}
      classNames={{ content: classes.content, header: 'unseen' }}
      transitionProps={{ duration: 120 }}
    >
      <Spotlight.Search
        placeholder={t('palette.short')}
        aria-label={t('palette.title')}
        leftSection={<IconSearch aria-hidden="true" />}
        rightSection={<kbd aria-hidden="true">Esc</kbd>}
        rightSectionWidth={52}
        onFocus={() => {
          const ahead = releaseKeys();
          if (ahead !== '') setQuery((before) => ahead + before);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') palette.close();
        }}
        onKeyDownCapture={choice.onKey}
      />
      <Spotlight.ActionsList className={classes.list}>
        {(events.length > 0 || deedsFirst || actions.length > 0) && (
          <Spotlight.ActionsGroup label={t('palette.do')}>
            {first !== undefined &&
              events.map((type) => (
                <Spotlight.Action
                  key={type}
                  className={classes.action}
                  onClick={() => void navigate(`/files/${first.id}?record=${type}`)}
                >
                  <IconCalendarPlus aria-hidden="true" />
                  <span className="grow one-line">
                    <Trans
                      i18nKey="palette.record"
                      values={{ event: t(`event.${type}`), name: first.clientName }}
                      components={{ b: <b className="strong" /> }}
                    />
                  </span>
                  <span className="dim tiny">{first.reference}</span>
                </Spotlight.Action>
              ))}
            {first !== undefined &&
              deedsFirst &&
              deeds.map((deed) => <DeedAction key={deed} deed={deed} file={first} today={today} />)}
            {actions.map(simple)}
          </Spotlight.ActionsGroup>
        )}
        {found.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.files')}>
            {found.map((file) => (
              <Spotlight.Action
                key={file.id}
                className={classes.action}
                onClick={(event) => open(`/files/${file.id}`, event)}
              >
                <IconFolder aria-hidden="true" />
                <b className="strong one-line">{file.clientName}</b>
                <span className="dim small grow one-line">
                  {[file.reference, file.town].filter(Boolean).join(' · ')}
                </span>
                <StageChip stage={file.stage} />
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {first !== undefined && !deedsFirst && deeds.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.doFor', { name: first.clientName })}>
            {deeds.map((deed) => (
              <DeedAction key={deed} deed={deed} file={first} today={today} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {shownPlaces.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.places')}>{shownPlaces.map(simple)}</Spotlight.ActionsGroup>
        )}
        {nothing && <Spotlight.Empty>{t('palette.nothing', { query })}</Spotlight.Empty>}
      </Spotlight.ActionsList>
      <Spotlight.Footer className={`${classes.foot} at-desk`}>
        <span>
          <KeyCap keys="ArrowUp ArrowDown" /> {t('palette.choose')}
        </span>
        <span>
          <KeyCap keys="Enter" /> {t('palette.act')}
        </span>
        <span>
          <kbd>Ctrl</kbd> <KeyCap keys="Enter" /> {t('palette.beside')}
        </span>
        <span className="grow" />
        <span>{t('palette.accents')}</span>
      </Spotlight.Footer>
    </Spotlight.Root>
  );
}

/**
 * Enter does the first thing listed, until the arrows choose another. Pressed before the answer has come, it waits for
 * the answer: what is listed until then belongs to other words.
 */
function useChoice(listed: string, waiting: boolean) {
  const { listId } = useSpotlight(paletteStore);
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    if (listId === '') return;
    document.querySelector(`#${listId} [data-selected]`)?.removeAttribute('data-selected');
    document.querySelector(`#${listId} [data-action]`)?.setAttribute('data-selected', 'true');
    if (paletteStore.getState().selected !== 0) paletteStore.updateState((state) => ({ ...state, selected: 0 }));
  }, [listed, listId]);
  useEffect(() => {
    if (!pressed || waiting) return;
    setPressed(false);
    document.querySelector<HTMLElement>(`#${listId} [data-selected]`)?.click();
  }, [pressed, waiting, listId]);
  return {
    onKey(event: React.KeyboardEvent) {
      if (event.key !== 'Enter') return setPressed(false);
      if (!waiting) return;
      event.stopPropagation();
      setPressed(true);
    },
  };
}

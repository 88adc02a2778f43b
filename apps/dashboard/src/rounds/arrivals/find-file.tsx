import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrivalType } from '@suivi/contracts/arrivals';
import type { FileRow } from '@suivi/contracts/files';
import { asProblem } from '../../shell/api.ts';
import { StageChip } from '../../shell/stage-chip.tsx';
import classes from './arrivals.module.css';
import { alsoMeant } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { FEWEST_LETTERS, useCandidates } from './queries.ts';
import { holdsNumber } from './typed-number.ts';

type Props = {
  inputRef: Ref<HTMLInputElement>;
  /** What came; null: it has not been said yet. */
  type: ArrivalType | null;
  isListed: (fileId: string) => boolean;
  onAdd: (row: FileRow, others: number) => void;
  /** Esc in the empty field: to the list. */
  onLeave: () => void;
};

/**
 * A few letters of a name or the reference: Enter takes the likeliest file, and the field is ready for the next. Pressed
 * before the answer has come, it waits for it: what is listed until then belongs to other words.
 */
export function FindFile({ inputRef, type, isListed, onAdd, onLeave }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const [pressed, setPressed] = useState(false);
  /** Who was asked for and stands in the list already. The next one is somebody else: it is not taken instead. */
  const [already, setAlready] = useState<string | null>(null);
  const words = typed.trim();
  const [asked] = useDebouncedValue(words, 120);
  const query = useCandidates(asked, type);
  const notYet = query.isFetching || query.isPlaceholderData || query.isPaused;
  const waiting = words.length >= FEWEST_LETTERS && (asked !== words || notYet);
  const candidates = words.length >= FEWEST_LETTERS ? (query.data ?? []) : [];
  const combobox = useCombobox();
  const { openDropdown, closeDropdown, selectFirstOption, resetSelectedOption } = combobox;

  const opened = words.length >= FEWEST_LETTERS && type !== null;
  const listed = candidates.map(({ row }) => row.id).join();
  useEffect(() => {
    if (opened) openDropdown();
    else closeDropdown();
  }, [opened, openDropdown, closeDropdown]);
  useEffect(() => {
    resetSelectedOption();
    if (opened && listed !== '') selectFirstOption();
  }, [opened, listed, type, resetSelectedOption, selectFirstOption]);

  const add = (chosen: Candidate | undefined) => {
    if (chosen === undefined) return;
    if (isListed(chosen.row.id)) {
      setAlready(chosen.row.clientName);
      return;
    }
    setAlready(null);
    onAdd(chosen.row, chosen === candidates[0] ? alsoMeant(candidates) : 0);
    setTyped('');
    setPressed(false);
  };
  useEffect(() => {
    if (!pressed || waiting) return;
    setPressed(false);
    add(candidates[0]);
    // Once the answer is in; whatever else has changed meanwhile is no reason to add.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [pressed, waiting]);

  const write = (text: string) => {
    // The last digits of a number that is being typed come after it was known: they belong to it.
    const isNumber = holdsNumber(text) || (refused && text !== '' && !/\p{L}/u.test(text));
    setRefused(isNumber);
    // It leaves the screen, and goes nowhere.
    setTyped(isNumber ? '' : text);
    setPressed(false);
    setAlready(null);
  };
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (typed === '') onLeave();
      else write('');
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (!waiting) return;
      event.stopPropagation();
      setPressed(true);
    }
  };
  const others = candidates.findIndex(({ expected }) => !expected);
  const option = (candidate: Candidate) => (
    <Combobox.Option key={candidate.row.id} value={candidate.row.id} className={classes.option ?? ''}>
      <span className={classes.found}>
        <b className="strong one-line">{candidate.row.clientName}</b>
        <span className="dim tiny one-line">
          {[candidate.row.reference, candidate.row.town].filter(Boolean).join(' · ')}
        </span>
      </span>
      {isListed(candidate.row.id) ? (
        <span className="tiny no-wrap">{t('arrivals.listed')}</span>
      ) : (
        <StageChip stage={candidate.row.stage} />
      )}
    </Combobox.Option>
  );
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => add(candidates.find(({ row }) => row.id === id))}
      transitionProps={{ duration: 0 }}
      position="bottom-start"
      shadow="md"
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={inputRef}
          role="combobox"
          aria-expanded={opened}
          aria-controls={combobox.listId ?? undefined}
          className={classes.find ?? ''}
          label={t('arrivals.find')}
          placeholder={type === null ? t('arrivals.findFirst') : t('arrivals.findHint')}
          disabled={type === null}
          leftSection={<IconSearch aria-hidden="true" />}
          value={typed}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDownCapture={onKeyDownCapture}
          error={refused ? t('arrivals.number') : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        {already !== null && (
          <Combobox.Header>
            <p className="due small" role="alert">
              {t('arrivals.already', { name: already })}
            </p>
          </Combobox.Header>
        )}
        <Combobox.Options aria-label={t('arrivals.candidates')}>
          {candidates.length > 0 ? (
            <>
              {candidates.slice(0, others === -1 ? undefined : others).map(option)}
              {others !== -1 && (
                <Combobox.Group label={t('arrivals.unexpected')}>{candidates.slice(others).map(option)}</Combobox.Group>
              )}
            </>
          ) : (
            <Combobox.Empty>
              {query.isError
                ? asProblem(query.error).type === 'no_connection'
                  ? t('state.connectionBroke')
                  : asProblem(query.error).detail
                : waiting
                  ? t('arrivals.looking')
                  : t('arrivals.nobody', { words })}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

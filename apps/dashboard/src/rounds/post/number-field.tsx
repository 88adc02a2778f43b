import { TextInput } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCircleCheck } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberUse } from '@suivi/contracts/post';
import { trackingCheck } from '@suivi/rules/numbers/tracking';
import { useSay } from '../../shell/say.ts';
import { spacedTracking } from '../../shell/tracking-field.tsx';
import type { LineState } from './line-state.ts';
import classes from './post.module.css';

type Props = {
  inputRef: Ref<HTMLInputElement>;
  name: string;
  value: string;
  state: LineState;
  /** It has the focus, or had it last: a number that is being typed is not short yet. */
  active: boolean;
  usedBy: NonNullable<NumberUse['usedBy']> | undefined;
  onType: (number: string) => void;
  onKeep: () => void;
  /** The number is in: the next empty line takes the focus. */
  onNext: () => void;
  onMove: (by: 1 | -1) => void;
  onFocus: () => void;
};

/** A scanner types and ends with Enter or Tab. One that ends with Tab after the focus has moved by itself must not skip a line. */
let movedAt = 0;
const SCANNER_MS = 250;

/** The number of one letter, scanned or typed. A check digit that fails is a warning; only a number of another letter is refused. */
export function NumberField(props: Props) {
  const { inputRef, name, value, state, active, usedBy, onType, onKeep, onNext, onMove, onFocus } = props;
  const { t } = useTranslation();
  const say = useSay();
  const error =
    usedBy !== undefined
      ? say(usedBy.words)
      : state.is === 'double'
        ? t('post.double', { line: state.line })
        : undefined;
  const next = () => {
    movedAt = performance.now();
    onNext();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      onMove(event.key === 'ArrowDown' ? 1 : -1);
    } else if (plain && event.key === 'Enter') {
      event.preventDefault();
      if (state.is !== 'empty') next();
    } else if (plain && event.key === 'Tab' && !event.shiftKey) {
      if (
        state.is === 'empty' ? performance.now() - movedAt < SCANNER_MS : state.is === 'ready' && error === undefined
      ) {
        event.preventDefault();
        if (state.is === 'ready') next();
      }
    }
  };
  return (
    <div>
      <TextInput
        ref={inputRef}
        aria-label={t('post.numberOf', { name })}
        value={value}
        onChange={(event) => {
          const typed = spacedTracking(event.currentTarget.value);
          onType(typed);
          // Whole, and its check digit fits: nothing is left to type.
          if (typed.length > value.length && trackingCheck(typed) === 'ok') next();
        }}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        error={error}
        placeholder={t('post.scan')}
        autoComplete="off"
        spellCheck={false}
        inputMode="text"
        classNames={{ input: classes.number ?? '' }}
        data-state={error === undefined ? state.is : 'refused'}
        rightSectionWidth={state.is === 'short' ? 64 : 34}
        rightSection={<Mark state={state} refused={error !== undefined} />}
      />
      {error === undefined && (state.is === 'doubtful' || (state.is === 'short' && !active)) && (
        <p className={`${classes.warning} tiny`} aria-live="polite">
          {state.is === 'doubtful' ? t('post.wouldBe', { digit: state.shouldBe }) : t('post.short')}{' '}
          <button type="button" className={classes.keep} onClick={onKeep}>
            {t('post.keep')}
          </button>
        </p>
      )}
    </div>
  );
}

function Mark({ state, refused }: { state: LineState; refused: boolean }) {
  const { t } = useTranslation();
  if (refused) return <IconBan aria-hidden="true" color="var(--mantine-color-error)" />;
  if (state.is === 'short') return <span className="dim tiny no-wrap">{t('post.toGo', { count: state.toGo })}</span>;
  if (state.is === 'doubtful') return <IconAlertTriangle aria-hidden="true" color="var(--suivi-warn)" />;
  if (state.is !== 'ready') return null;
  const words = t(state.sure ? 'post.right' : 'post.unsure');
  return <IconCircleCheck role="img" aria-label={words} color={state.sure ? 'var(--suivi-ok)' : 'var(--suivi-warn)'} />;
}

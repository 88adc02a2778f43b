import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useKeys } from './keys.ts';
import classes from './choice-menu.module.css';

export type Choice = {
  id: string;
  words: string;
  /** A second line: what one wants to know before choosing it. */
  detail?: string;
  act: () => void;
  /** A single key that chooses it. */ kbd?: string;
  current?: boolean;
};
type Props = {
  opened: boolean;
  onClose: () => void;
  label: string;
  choices: readonly Choice[];
  children: ReactNode;
  more?: ReactNode;
};

/** A short menu opened by a key or a button: arrows, a key of its own for each choice, Esc. `more` stands in its place when given. */
export function ChoiceMenu({ opened, onClose, label, choices, children, more }: Props) {
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && onClose()}
      position="bottom-end"
      shadow="md"
      withinPortal
      withRoles={false}
      trapFocus
      returnFocus
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown className={classes.menu} role="dialog" aria-label={label}>
        {more ?? <Menu label={label} choices={choices} onClose={onClose} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Menu({ label, choices, onClose }: { label: string; choices: readonly Choice[]; onClose: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  const step = (by: number) => () => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    items[(at + by + items.length) % items.length]?.focus();
  };
  useKeys(
    [
      { keys: ['Escape', 'Tab'], act: onClose },
      { keys: 'ArrowDown', act: step(1), repeats: true },
      { keys: 'ArrowUp', act: step(-1), repeats: true },
      ...choices.flatMap(({ kbd, act }) => (kbd === undefined ? [] : [{ keys: kbd, act }])),
    ],
    'dialog',
  );
  return (
    <div ref={list} role="menu" aria-label={label}>
      {choices.map((choice, i) => (
        <button
          key={choice.id}
          type="button"
          role="menuitem"
          data-autofocus={i === 0 || undefined}
          className={classes.item}
          data-current={choice.current || undefined}
          onClick={choice.act}
        >
          <span className={`${classes.words} grow`}>
            <span className="one-line">{choice.words}</span>
            {choice.detail !== undefined && <span className={`${classes.detail} one-line`}>{choice.detail}</span>}
          </span>
          {choice.kbd !== undefined && <kbd aria-hidden="true">{choice.kbd}</kbd>}
        </button>
      ))}
    </div>
  );
}

import { Popover } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import classes from './choice-menu.module.css';

export type Choice = {
  id: string;
  words: string;
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
  useEffect(() => list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) items[(at + step + items.length) % items.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else {
      const chosen = choices.find(({ kbd }) => kbd === event.key);
      if (chosen === undefined) return;
      chosen.act();
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={list} role="menu" aria-label={label} onKeyDown={onKeyDown}>
      {choices.map((choice) => (
        <button
          key={choice.id}
          type="button"
          role="menuitem"
          className={classes.item}
          data-current={choice.current || undefined}
          onClick={choice.act}
        >
          <span className="grow one-line">{choice.words}</span>
          {choice.kbd !== undefined && <kbd aria-hidden="true">{choice.kbd}</kbd>}
        </button>
      ))}
    </div>
  );
}

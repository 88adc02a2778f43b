import { Fragment } from 'react';

const CAPS: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space',
  mod: 'Ctrl',
  '-': '−',
};
const cap = (key: string): string => CAPS[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** `g t`, `mod+k`, `Shift+x` drawn as caps. */
export function KeyCap({ keys }: { keys: string }) {
  return (
    <>
      {([' ', '+'].includes(keys) ? [keys] : keys.split(/[ +]/)).map((key, i) => (
        <Fragment key={i}>
          <kbd aria-hidden="true">{cap(key === '' ? ' ' : key)}</kbd>
        </Fragment>
      ))}
    </>
  );
}

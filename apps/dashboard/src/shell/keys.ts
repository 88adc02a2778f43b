import { useEffect, useRef, useSyncExternalStore } from 'react';
import { keysSetting } from './settings.ts';

/**
 * Keys, declared beside the thing they do. `keys` are KeyboardEvent names, several in one string are typed one after
 * the other: `'j'`, `'g t'`, `'Shift+x'`, `'mod+k'` (Ctrl, on a Mac also ⌘).
 */
export type Binding = {
  keys: string | readonly string[];
  act: (event: KeyboardEvent) => void;
  /** What it does, for the foot of the page and for the sheet of all keys; alike words stand together. */
  words?: string;
  /** In the sheet only, not at the foot. */
  quiet?: boolean;
  /** At the foot it stands where it is declared, before those of the common order: a round has an order of its own. */
  inOrder?: boolean;
  /** May be held down. */
  repeats?: boolean;
  /** Works while typing, too (Ctrl Enter, Esc). */
  inFields?: boolean;
};
/** `page` keys rest while a `dialog` has some of its own. */
type Layer = 'everywhere' | 'page' | 'dialog';
type Declared = { layer: Layer; bindings: () => readonly Binding[]; shown: readonly Shown[] };
export type Shown = { keys: string; words: string; quiet: boolean; inOrder: boolean };

const declared: Declared[] = [];
const listeners = new Set<() => void>();
let snapshot: readonly { layer: Layer; shown: readonly Shown[] }[] = [];
const tell = () => {
  snapshot = declared.map(({ layer, shown }) => ({ layer, shown }));
  listeners.forEach((listener) => listener());
};

const FIELDS =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]';
const typed = (event: KeyboardEvent): string => {
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const letter = /^[a-z]$/.test(name);
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.shiftKey && (letter || name.length > 1) ? 'Shift+' : ''}${name}`;
};
const all = (keys: Binding['keys']): readonly string[] => (typeof keys === 'string' ? [keys] : keys);

/** The first key of a pair such as G T, kept for a second and a half. */
let first: { key: string; at: number } | null = null;

/** While the palette comes, what is typed is meant for it. */
let typedAhead: string | null = null;
export const holdKeys = () => {
  typedAhead ??= '';
};
/** Ends the hold and gives what was typed meanwhile. */
export function releaseKeys(): string {
  const typed = typedAhead ?? '';
  typedAhead = null;
  return typed;
}

/**
 * Whether a dialog had the key before anybody acted on it: one that closes by Esc may be gone when we hear of it, and
 * what lies behind is not to be left by the same key.
 */
let dialogHadIt = false;
const dialogStands = () => document.querySelector('[aria-modal=true], [role=menu]') !== null;
const noteDialog = () => {
  dialogHadIt = dialogStands();
};

function handle(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || event.altKey || ['Shift', 'Control', 'Meta'].includes(event.key))
    return;
  const target = event.target instanceof Element ? event.target : document.body;
  const inField = target.closest(FIELDS) !== null;
  const key = typed(event);
  if (typedAhead !== null && !inField) {
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      typedAhead += event.key;
      event.preventDefault();
    }
    return;
  }
  const single = !key.startsWith('mod+') && key !== 'Escape';
  const dialogOpen = dialogHadIt || dialogStands();
  if (single && !inField && !dialogOpen && keysSetting() === 'off') return;
  // Enter and space on a button or a link do what these say.
  if (
    (key === 'Enter' || key === ' ') &&
    target.closest('button, a[href], summary, [role=menuitem], [role=option]') !== null
  )
    return;
  const reach = dialogOpen ? declared.filter((d) => d.layer === 'dialog') : declared;
  const pair = first !== null && event.timeStamp - first.at < 1500 ? `${first.key} ${key}` : null;
  first = null;
  const wanted = pair === null ? [key] : [pair, key];
  for (const candidate of wanted) {
    for (const { bindings } of [...reach].reverse()) {
      const found = bindings().find((b) => all(b.keys).includes(candidate));
      if (found === undefined || (inField && found.inFields !== true) || (event.repeat && found.repeats !== true))
        continue;
      event.preventDefault();
      found.act(event);
      return;
    }
  }
  const begins = reach.some((d) => d.bindings().some((b) => all(b.keys).some((k) => k.startsWith(`${key} `))));
  if (begins && !inField) first = { key, at: event.timeStamp };
}

let listening = false;
/** Declares keys for as long as the component stands. */
export function useKeys(bindings: readonly Binding[], layer: Layer = 'page') {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  const shown: Shown[] = bindings.flatMap((b) =>
    b.words === undefined
      ? []
      : [{ keys: all(b.keys)[0] ?? '', words: b.words, quiet: b.quiet === true, inOrder: b.inOrder === true }],
  );
  const print = JSON.stringify(shown);
  useEffect(() => {
    if (!listening) {
      listening = true;
      window.addEventListener('keydown', noteDialog, true);
      document.addEventListener('keydown', handle);
    }
    const entry: Declared = { layer, bindings: () => latest.current, shown: JSON.parse(print) as Shown[] };
    declared.push(entry);
    tell();
    return () => {
      declared.splice(declared.indexOf(entry), 1);
      tell();
    };
  }, [layer, print]);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
/** What the keys of this page do, in the order they were declared; alike words joined. */
export function useShownKeys(): { page: Hint[]; everywhere: Hint[] } {
  const entries = useSyncExternalStore(subscribe, () => snapshot);
  const of = (layer: Layer) => joined(entries.filter((e) => e.layer === layer).flatMap((e) => e.shown));
  return { page: of('page'), everywhere: of('everywhere') };
}
export type Hint = { keys: string[]; words: string; quiet: boolean; inOrder: boolean };
const joined = (shown: readonly Shown[]): Hint[] => {
  const hints = new Map<string, Hint>();
  for (const { keys, words, quiet, inOrder } of shown) {
    const hint = hints.get(words);
    if (hint === undefined) hints.set(words, { keys: [keys], words, quiet, inOrder });
    else if (!hint.keys.includes(keys)) hint.keys.push(keys);
  }
  const place = ({ keys, inOrder }: Hint) =>
    inOrder ? -1 : FOOT.indexOf(FOOT.includes(keys[0] ?? '') ? (keys[0] ?? '') : '');
  return [...hints.values()].sort((a, b) => place(a) - place(b));
};
/** The order at the foot of every page: moving and doing first, undo last; others before that. */
const FOOT = ['j', 'x', 'Shift+x', 'Enter', 's', 'a', 'o', 'e', 'n', 't', '/', '1', '', 'z'];

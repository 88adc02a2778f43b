import type { KeyboardEvent } from 'react';

/** Ctrl Enter saves wherever one types, before an open list takes the key for a choice. For `onKeyDownCapture`. */
export const onSaveKey = (save: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
  event.preventDefault();
  event.stopPropagation();
  save();
};

import type { KeyboardEvent } from 'react';

/**
 * Ctrl Enter saves wherever one types, before an open list takes the key for a choice.
 * For `onKeyDownCapture`.
 * @param saveOtherwise with Shift, where there is another way to save
 */
export const onSaveKey =
  (save: () => void, saveOtherwise: () => void = save) =>
  (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
    event.preventDefault();
    event.stopPropagation();
    (event.shiftKey ? saveOtherwise : save)();
  };

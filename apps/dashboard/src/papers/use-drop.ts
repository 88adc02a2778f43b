import type { DragEvent } from 'react';
import { useState } from 'react';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/**
 * Makes a place of the page take dropped files; the innermost place has them. It takes whatever is dropped: a file that
 * is no paper is then told so, rather than ignored.
 */
export function useDrop(onFiles: (files: File[]) => void) {
  const [over, setOver] = useState(false);
  return {
    'data-over': over || undefined,
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      const inner = event.defaultPrevented;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(!inner);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      const dropped = [...event.dataTransfer.files];
      if (dropped.length > 0) onFiles(dropped);
    },
  };
}

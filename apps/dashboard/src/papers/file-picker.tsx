import type { ReactNode } from 'react';
import { useRef } from 'react';
import { acceptedBy } from './uploads.ts';

type Open = { files: () => void; camera: () => void };
type Props = {
  onFiles: (files: File[]) => void;
  /** Buttons that open the dialog of files or, on a phone, the camera. */
  children: (open: Open) => ReactNode;
};

/** The two fields behind the buttons by which files are chosen. */
export function FilePicker({ onFiles, children }: Props) {
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    // The same file may be chosen again.
    input.value = '';
    if (chosen.length > 0) onFiles(chosen);
  };
  return (
    <>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept={acceptedBy(navigator)}
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/jpeg"
        capture="environment"
        onChange={(event) => take(event.currentTarget)}
      />
      {children({ files: () => files.current?.click(), camera: () => camera.current?.click() })}
    </>
  );
}

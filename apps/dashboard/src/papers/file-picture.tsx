import { IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { draw, pictureIn } from './picture.ts';
import classes from './uploads.module.css';
import type { Kind } from './uploads.ts';

export function Thumbnail({ picture, pdf }: { picture: ImageBitmap | null; pdf: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null && picture !== null) draw(canvas.current, picture, 160);
  }, [picture]);
  return (
    <span className={classes.thumbnail} aria-hidden="true">
      {picture !== null ? <canvas ref={canvas} /> : pdf ? <IconFileTypePdf /> : <IconPhoto />}
    </span>
  );
}

/** The picture in a chosen file, as far as this browser can read it. */
export function usePicture({ file, kind }: { file: File; kind: Kind }): {
  picture: ImageBitmap | null;
  unreadable: boolean;
} {
  const [read, setRead] = useState<{ file: File; picture: ImageBitmap | null } | null>(null);
  useEffect(() => {
    if (kind === 'pdf' || kind === 'other') return;
    let gone = false;
    pictureIn(file).then(
      (picture) => (gone ? picture.close() : setRead({ file, picture })),
      () => gone || setRead({ file, picture: null }),
    );
    return () => {
      gone = true;
    };
  }, [file, kind]);
  const known = read !== null && read.file === file;
  return { picture: known ? read.picture : null, unreadable: known && read.picture === null };
}

import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowBackUp, IconSquarePlus } from '@tabler/icons-react';
import type { PointerEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../shell/keys.ts';
import type { Area } from './black-out.ts';
import { areaBetween, firstArea, isArea, nudged } from './black-out.ts';
import classes from './black-out-dialog.module.css';
import { draw, blackedOut } from './picture.ts';

type Props = {
  picture: ImageBitmap;
  name: string;
  /** What the button says that ends it. */
  act: string;
  onDone: (file: File, parts: number) => void;
  onClose: () => void;
  /** While what follows runs. */
  busy?: boolean;
};

/**
 * Rectangles over a picture, drawn with the pointer or set by keys; when they are kept, what lies under them is painted
 * over in the picture itself, before it leaves the browser.
 */
export function BlackOutDialog({ picture, name, act, onDone, onClose, busy = false }: Props) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [areas, setAreas] = useState<readonly Area[]>([]);
  const [before, setBefore] = useState<readonly (readonly Area[])[]>([]);
  const [drawing, setDrawing] = useState<{ from: { x: number; y: number }; area: Area } | null>(null);
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState(false);
  const phone = useMediaQuery('(max-width: 700px)');
  const size = { width: picture.width, height: picture.height };

  const show = (element: HTMLCanvasElement | null) => {
    canvas.current = element;
    if (element !== null) draw(element, picture, LONGEST_SHOWN);
  };
  const change = (next: readonly Area[]) => {
    setBefore((all) => [...all, areas]);
    setAreas(next);
  };
  const undo = () => {
    const last = before.at(-1);
    if (last === undefined) return;
    setAreas(last);
    setBefore((all) => all.slice(0, -1));
  };
  const add = () => {
    change([...areas, firstArea(size)]);
    // The new one is the last; it takes the keys once it stands.
    requestAnimationFrame(() => sheet.current?.querySelector<HTMLElement>('button:last-of-type')?.focus());
  };
  const keep = async () => {
    if (areas.length === 0 || saving) return;
    setSaving(true);
    setFailed(false);
    try {
      onDone(await blackedOut(picture, areas, name), areas.length);
    } catch {
      setFailed(true);
    } finally {
      setSaving(false);
    }
  };
  useKeys(
    [
      { keys: 'n', act: add, words: t('papers.blackOut.add') },
      { keys: ['z', 'mod+z'], act: undo, words: t('keys.undo') },
      { keys: 'mod+Enter', act: () => void keep(), words: act, inFields: true },
    ],
    'dialog',
  );

  const at = (event: PointerEvent): { x: number; y: number } => {
    const box = sheet.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - box.left) / box.width) * size.width,
      y: ((event.clientY - box.top) / box.height) * size.height,
    };
  };
  const step = Math.max(1, Math.round(Math.max(size.width, size.height) / 100));
  const place = ({ x, y, width, height }: Area) => ({
    left: `${(100 * x) / size.width}%`,
    top: `${(100 * y) / size.height}%`,
    width: `${(100 * width) / size.width}%`,
    height: `${(100 * height) / size.height}%`,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('papers.blackOut.title')}
      size={980}
      fullScreen={phone}
      classNames={{ body: classes.body }}
    >
      <p className="small dim" id="black-out-how">
        {t('papers.blackOut.how')} <span className="at-desk">{t('papers.blackOut.byKeys')}</span>
      </p>
      <div className={classes.table}>
        <div
          ref={sheet}
          className={classes.sheet}
          style={{ aspectRatio: `${size.width} / ${size.height}` }}
          onPointerDown={(event) => {
            if (event.button !== 0 || (event.target as Element).closest('button') !== null) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            const from = at(event);
            setDrawing({ from, area: areaBetween(from, from, size) });
          }}
          onPointerMove={(event) => {
            if (drawing !== null) setDrawing({ ...drawing, area: areaBetween(drawing.from, at(event), size) });
          }}
          onPointerUp={(event) => {
            if (drawing === null) return;
            const area = areaBetween(drawing.from, at(event), size);
            setDrawing(null);
            if (isArea(area)) change([...areas, area]);
          }}
          onPointerCancel={() => setDrawing(null)}
        >
          <canvas ref={show} role="img" aria-label={t('papers.blackOut.picture', { name })} />
          {areas.map((area, i) => (
            <button
              key={i}
              type="button"
              className={classes.area}
              style={place(area)}
              aria-label={t('papers.blackOut.area', { n: i + 1 })}
              aria-describedby="black-out-how"
              onKeyDown={(event) => {
                if (event.key === 'Delete' || event.key === 'Backspace') {
                  event.preventDefault();
                  change(areas.filter((_, other) => other !== i));
                } else if (event.key.startsWith('Arrow')) {
                  event.preventDefault();
                  const next = nudged(area, event.key, event.shiftKey, event.ctrlKey ? 1 : step, size);
                  change(areas.map((one, other) => (other === i ? next : one)));
                }
              }}
            />
          ))}
          {drawing !== null && <span className={classes.drawn} style={place(drawing.area)} />}
        </div>
      </div>
      {failed && (
        <p className="small due" role="alert">
          {t('papers.blackOut.failed')}
        </p>
      )}
      <div className={classes.foot}>
        <Button
          variant="default"
          leftSection={<IconSquarePlus aria-hidden="true" />}
          rightSection={<kbd>N</kbd>}
          onClick={add}
        >
          {t('papers.blackOut.add')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconArrowBackUp aria-hidden="true" />}
          rightSection={<kbd>Z</kbd>}
          disabled={before.length === 0}
          onClick={undo}
        >
          {t('papers.blackOut.undo')}
        </Button>
        <span className="grow" />
        <span className="tiny dim nums" role="status">
          {t('papers.blackOut.parts', { count: areas.length })}
        </span>
        <Button loading={saving || busy} disabled={areas.length === 0} onClick={() => void keep()}>
          {act}
        </Button>
      </div>
    </Modal>
  );
}

/** A screen shows no more; what is kept has every pixel. */
const LONGEST_SHOWN = 2400;

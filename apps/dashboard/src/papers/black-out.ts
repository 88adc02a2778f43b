/** A rectangle in the pixels of the picture. */
export type Area = { x: number; y: number; width: number; height: number };
type Point = { x: number; y: number };
export type Size = { width: number; height: number };

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** The rectangle between two corners, within the picture, in whole pixels: what is half covered is covered. */
export function areaBetween(from: Point, to: Point, { width, height }: Size): Area {
  const left = Math.floor(clamp(Math.min(from.x, to.x), 0, width));
  const top = Math.floor(clamp(Math.min(from.y, to.y), 0, height));
  const right = Math.ceil(clamp(Math.max(from.x, to.x), 0, width));
  const bottom = Math.ceil(clamp(Math.max(from.y, to.y), 0, height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** A slip of the hand is no rectangle. */
const LEAST = 4;
export const isArea = ({ width, height }: Area): boolean => width >= LEAST && height >= LEAST;

/** A first rectangle for the keyboard: a band across the middle, as a number stands on a card. */
export const firstArea = ({ width, height }: Size): Area => ({
  x: Math.round(width * 0.25),
  y: Math.round(height * 0.46),
  width: Math.round(width * 0.5),
  height: Math.max(LEAST, Math.round(height * 0.08)),
});

/** Moves by arrows, grows and shrinks by Shift and arrows; the picture's edge stops it. */
export function nudged(area: Area, key: string, grow: boolean, step: number, size: Size): Area {
  const dx = key === 'ArrowLeft' ? -step : key === 'ArrowRight' ? step : 0;
  const dy = key === 'ArrowUp' ? -step : key === 'ArrowDown' ? step : 0;
  if (grow)
    return {
      ...area,
      width: clamp(area.width + dx, LEAST, size.width - area.x),
      height: clamp(area.height + dy, LEAST, size.height - area.y),
    };
  return {
    ...area,
    x: clamp(area.x + dx, 0, size.width - area.width),
    y: clamp(area.y + dy, 0, size.height - area.height),
  };
}

/** As much of a canvas as painting needs. */
export type Paint = {
  fillStyle: string | CanvasGradient | CanvasPattern;
  fillRect: (x: number, y: number, width: number, height: number) => void;
};

/** Paints the rectangles over, opaque: what was there is gone from the pixels, not hidden under a layer. */
export function blackOut(canvas: Paint, areas: readonly Area[]): void {
  canvas.fillStyle = '#000000';
  for (const { x, y, width, height } of areas) canvas.fillRect(x, y, width, height);
}

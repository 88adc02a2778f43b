import { describe, expect, it } from 'vitest';
import { areaBetween, blackOut, firstArea, isArea, nudged } from './black-out.ts';

const size = { width: 400, height: 300 };

describe('a rectangle that blacks out a part of a picture', () => {
  it('is drawn from any corner to any other', () => {
    const drawn = { x: 10, y: 20, width: 30, height: 40 };
    expect(areaBetween({ x: 10, y: 20 }, { x: 40, y: 60 }, size)).toEqual(drawn);
    expect(areaBetween({ x: 40, y: 60 }, { x: 10, y: 20 }, size)).toEqual(drawn);
    expect(areaBetween({ x: 40, y: 20 }, { x: 10, y: 60 }, size)).toEqual(drawn);
  });

  it('covers the pixels that it touches, none less', () => {
    expect(areaBetween({ x: 10.9, y: 20.9 }, { x: 39.1, y: 59.1 }, size)).toEqual({
      x: 10,
      y: 20,
      width: 30,
      height: 40,
    });
  });

  it('ends at the edge of the picture', () => {
    expect(areaBetween({ x: -50, y: 290 }, { x: 900, y: 900 }, size)).toEqual({ x: 0, y: 290, width: 400, height: 10 });
  });

  it('is none when it is a slip of the hand', () => {
    expect(isArea(areaBetween({ x: 10, y: 10 }, { x: 12, y: 200 }, size))).toBe(false);
    expect(isArea(firstArea(size))).toBe(true);
  });

  it('moves by arrows and stops at the edge', () => {
    const area = { x: 10, y: 10, width: 50, height: 20 };
    expect(nudged(area, 'ArrowRight', false, 8, size)).toEqual({ ...area, x: 18 });
    expect(nudged(area, 'ArrowUp', false, 80, size)).toEqual({ ...area, y: 0 });
    expect(nudged(area, 'ArrowRight', false, 1000, size)).toEqual({ ...area, x: 350 });
  });

  it('grows and shrinks by Shift and arrows, within the picture and never to nothing', () => {
    const area = { x: 10, y: 10, width: 50, height: 20 };
    expect(nudged(area, 'ArrowDown', true, 8, size)).toEqual({ ...area, height: 28 });
    expect(nudged(area, 'ArrowRight', true, 1000, size)).toEqual({ ...area, width: 390 });
    expect(isArea(nudged(area, 'ArrowLeft', true, 1000, size))).toBe(true);
  });

  it('is painted opaque black', () => {
    const painted: unknown[] = [];
    const canvas = { fillStyle: '', fillRect: (...at: number[]) => painted.push(at) };
    blackOut(canvas, [{ x: 1, y: 2, width: 3, height: 4 }]);
    expect(canvas.fillStyle).toBe('#000000');
    expect(painted).toEqual([[1, 2, 3, 4]]);
  });
});

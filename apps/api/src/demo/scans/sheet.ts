import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const FACES = {
  Serif: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  Bold: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  Sans: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
} as const;
export type Face = keyof typeof FACES;

const INK = '#1f2a44';
const SOFT = '#5d6678';
const TABLE = '#dfe3e9';

/** A drawn page, as a camera or a scanner leaves it. */
export type Shot = { width: number; height: number; jpeg: Buffer };

type Look = {
  paper: string;
  width: number;
  height: number;
  /** In degrees: nobody lays a paper straight under a telephone. */
  tilt?: number;
  /** What is seen of the table around it. */
  margin?: number;
};

/** What writes and draws on a page; places are measured from its upper left corner. */
export class Sheet {
  readonly pen: SKRSContext2D;
  readonly width: number;
  readonly height: number;

  constructor(pen: SKRSContext2D, { width, height }: Look) {
    this.pen = pen;
    this.width = width;
    this.height = height;
  }

  text(words: string, x: number, y: number, size: number, { face = 'Serif', colour = INK, at = 'left' }: Written = {}) {
    this.pen.font = `${size}px "Demo ${face}"`;
    this.pen.fillStyle = colour;
    this.pen.textAlign = at;
    this.pen.fillText(words, x, y);
  }

  /** Words in lines of a width. @returns where the next line would stand */
  flow(words: string, x: number, y: number, { size, width, leading = size * 1.45 }: Flowing): number {
    this.pen.font = `${size}px "Demo Serif"`;
    let line = '';
    let at = y;
    for (const word of words.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && this.pen.measureText(longer).width > width) {
        this.text(line, x, at, size);
        at += leading;
        line = word;
      } else line = longer;
    }
    this.text(line, x, at, size);
    return at + leading;
  }

  /** What it is called, and what is written there, over a line. */
  field(label: string, said: string, x: number, y: number, width: number, indent = width * 0.38) {
    this.text(label, x, y, 24, { colour: SOFT });
    this.text(said, x + indent, y, 27, { face: 'Sans' });
    this.line(x + indent, y + 12, x + width, y + 12);
  }

  line(fromX: number, fromY: number, toX: number, toY: number, colour = '#c3c9d3', width = 2) {
    this.pen.strokeStyle = colour;
    this.pen.lineWidth = width;
    this.pen.beginPath();
    this.pen.moveTo(fromX, fromY);
    this.pen.lineTo(toX, toY);
    this.pen.stroke();
  }

  frame(x: number, y: number, width: number, height: number, colour: string, line = 3) {
    this.pen.strokeStyle = colour;
    this.pen.lineWidth = line;
    this.pen.strokeRect(x, y, width, height);
  }

  fill(x: number, y: number, width: number, height: number, colour: string) {
    this.pen.fillStyle = colour;
    this.pen.fillRect(x, y, width, height);
  }

  /** A stamp of nobody. */
  seal(x: number, y: number, radius: number, colour = '#b39b62') {
    for (const [part, line] of [
      [1, 4],
      [0.84, 2],
    ] as const) {
      this.pen.strokeStyle = colour;
      this.pen.lineWidth = line;
      this.pen.beginPath();
      this.pen.arc(x, y, radius * part, 0, 2 * Math.PI);
      this.pen.stroke();
    }
    this.pen.beginPath();
    for (let point = 0; point < 10; point += 1) {
      const far = radius * (point % 2 === 0 ? 0.56 : 0.23);
      const turn = (point * Math.PI) / 5 - Math.PI / 2;
      this.pen.lineTo(x + far * Math.cos(turn), y + far * Math.sin(turn));
    }
    this.pen.closePath();
    this.pen.stroke();
  }

  /** What a hand leaves. */
  signature(x: number, y: number) {
    this.pen.strokeStyle = INK;
    this.pen.lineWidth = 3;
    this.pen.beginPath();
    this.pen.moveTo(x, y);
    this.pen.bezierCurveTo(x + 60, y - 80, x + 90, y + 70, x + 150, y - 30);
    this.pen.bezierCurveTo(x + 190, y - 80, x + 200, y + 30, x + 270, y - 20);
    this.pen.stroke();
  }

  /** Fine waves, as papers of worth have them. */
  waves(colour: string, from = 0, to = this.height) {
    this.pen.strokeStyle = colour;
    this.pen.lineWidth = 1;
    for (let y = from; y < to; y += 14) {
      this.pen.beginPath();
      for (let x = 0; x <= this.width; x += 12) this.pen.lineTo(x, y + 9 * Math.sin(x / 42 + y / 60));
      this.pen.stroke();
    }
  }

  /** Says of every page that it is nobody's. */
  ownUp() {
    this.text('Specimen: drawn for the demo, nobody’s paper', this.width / 2, this.height - 46, 17, {
      face: 'Sans',
      colour: '#8a93a3',
      at: 'center',
    });
  }
}
type Written = { face?: Face; colour?: string; at?: 'left' | 'center' | 'right' };
type Flowing = { size: number; width: number; leading?: number };

/** Draws a page and takes its picture. */
export async function shoot(look: Look, draw: (sheet: Sheet) => void): Promise<Shot> {
  for (const [face, file] of Object.entries(FACES))
    if (!GlobalFonts.has(`Demo ${face}`)) GlobalFonts.registerFromPath(resolve(file), `Demo ${face}`);
  const { width, height, paper, tilt = 0, margin = 0 } = look;
  const canvas = createCanvas(width + 2 * margin, height + 2 * margin);
  const pen = canvas.getContext('2d');
  pen.fillStyle = TABLE;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.rotate((tilt * Math.PI) / 180);
  pen.translate(-width / 2, -height / 2);
  pen.shadowColor = 'rgb(0 0 0 / 25%)';
  pen.shadowBlur = margin / 2;
  pen.fillStyle = paper;
  pen.fillRect(0, 0, width, height);
  pen.shadowColor = 'transparent';
  pen.beginPath();
  pen.rect(0, 0, width, height);
  pen.clip();
  const sheet = new Sheet(pen, look);
  draw(sheet);
  sheet.ownUp();
  return { width: canvas.width, height: canvas.height, jpeg: await canvas.encode('jpeg', 82) };
}

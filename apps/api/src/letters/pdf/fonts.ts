import fontkit from '@cantoo/fontkit';
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Unprintable } from './faults.ts';

const { resolve } = createRequire(import.meta.url);

/** Source Serif 4 and Source Sans 3, by Adobe under the SIL Open Font License: every European language, and Vietnamese. */
const FILES = {
  serif: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  bold: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  sans: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
} as const;
type Face = keyof typeof FILES;
export type Fonts = Record<Face, Written>;

const bytes = new Map<Face, Promise<Buffer>>();
const read = (face: Face): Promise<Buffer> => {
  const known = bytes.get(face) ?? readFile(resolve(FILES[face]));
  bytes.set(face, known);
  return known;
};

/** A face in a document, and how wide its words are. */
export class Written {
  readonly font: PDFFont;
  readonly #widths = new Map<string, number>();
  readonly #signs: ReadonlySet<number>;

  constructor(font: PDFFont) {
    this.font = font;
    this.#signs = new Set(font.getCharacterSet());
  }

  /** @throws Unprintable for a sign that the face does not have: a hollow box in a name is no name */
  width(text: string, size: number): number {
    const known = this.#widths.get(text);
    if (known !== undefined) return known * size;
    for (const sign of text)
      if (!this.#signs.has(sign.codePointAt(0) ?? 0)) throw new Unprintable('unwritable_sign', sign);
    const width = this.font.widthOfTextAtSize(text, 1_000) / 1_000;
    this.#widths.set(text, width);
    return width * size;
  }
}

/** Puts the faces into a document; only the signs that are used end up in it. */
export async function fontsIn(doc: PDFDocument): Promise<Fonts> {
  doc.registerFontkit(fontkit);
  const embed = async (face: Face) => new Written(await doc.embedFont(await read(face), { subset: true }));
  return { serif: await embed('serif'), bold: await embed('bold'), sans: await embed('sans') };
}

/** The one face for what is only numbered. */
export async function smallPrintIn(doc: PDFDocument): Promise<Written> {
  doc.registerFontkit(fontkit);
  return new Written(await doc.embedFont(await read('sans'), { subset: true }));
}

/** The text as the faces have it: composed, with one kind of narrow space and of hyphen. */
export const asWritten = (text: string): string =>
  text.normalize('NFC').replaceAll('\u202f', '\u00a0').replaceAll('\u2011', '-').replaceAll('\t', ' ');

import type { Written } from './fonts.ts';

/** Breaks a text into lines of a width. Only a plain space is a place to break; a word that is too long is cut. */
export function linesOf(text: string, face: Written, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => cut(each, face, size, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, face, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

/** By words, each measured once. */
const widthOf = (line: string, face: Written, size: number): number =>
  line.split(' ').reduce((sum, word) => sum + (word === '' ? 0 : face.width(word, size)), 0) +
  (line.split(' ').length - 1) * face.width(' ', size);

function cut(word: string, face: Written, size: number, width: number): string[] {
  if (word === '' || face.width(word, size) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && face.width(piece + sign, size) > width) {
      pieces.push(piece);
      piece = sign;
    } else piece += sign;
  }
  return [...pieces, piece];
}

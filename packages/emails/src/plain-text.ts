import type { Run } from './fill.ts';
import type { Letter, Section } from './letter.ts';

/** Mail programs quote and indent: lines of this width stay whole. */
const COLUMNS = 76;

/** The letter as plain text, for readers without HTML. */
export function toText(letter: Letter): string {
  const { name, reach } = letter.signature;
  const paragraphs = [
    letter.agencyName,
    `${wrapped(letter.title)}\n${wrapped(letter.stepLine)}`,
    ...(letter.greeting === null ? [] : [letter.greeting]),
    ...letter.sections.map(sectionInText),
    `${name}\n${wrapped(reach.join(' · '))}`,
    '-'.repeat(COLUMNS),
    letter.foot.map((line) => wrapped(line)).join('\n'),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function sectionInText({ heading, blocks }: Section): string {
  const written = blocks.map((block) =>
    block.kind === 'text'
      ? wrapped(plain(block.runs))
      : block.lines.map((line) => wrapped(`- ${plain(line)}`, '  ')).join('\n'),
  );
  // A list belongs to the sentence before it; a new paragraph stands apart.
  const text = written.reduce((all, each, place) => all + (blocks[place]?.kind === 'text' ? '\n\n' : '\n') + each);
  return heading === null ? text : `${heading.toLocaleUpperCase()}\n${text}`;
}

const plain = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/** Breaks a line between words; a space that may not break (before a French colon, say) holds its words together. */
function wrapped(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > COLUMNS && line !== '') {
      lines.push(line);
      line = indent + word;
    } else {
      line = longer;
    }
  }
  return [...lines, line].join('\n');
}

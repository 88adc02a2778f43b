import type { Block, Run } from './fill.ts';
import { nothingForNow } from './frame.ts';
import type { Letter, Section } from './letter.ts';

/**
 * The HTML of an email: tables and inline styles, the reader's own font, nothing fetched from anywhere.
 * Colours hold in both schemes: where the mail program takes a style sheet, the dark ones are ours; where it turns
 * colours round by itself, there is no picture that would not follow.
 */

const FONT = `-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`;
const INK = '#1B2130';
const DIM = '#5C667A';
const BAR = '#334E96';
const BAR_AHEAD = '#DFE3E9';
const STEPS = 7;

const DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){.page{background:#161A22!important}.sheet{background:#1B2029!important}.ink{color:#D8DDE7!important}.dim{color:#99A3B5!important}.bar{background:#7A96D2!important}.ahead{background:#2C3340!important}.foot{border-color:#2C3340!important}}
@media (max-width:480px){.side{padding-left:20px!important;padding-right:20px!important}}`;

/** The letter as an HTML document. */
export function toHtml(letter: Letter): string {
  const { language, agencyName, title, greeting, sections, signature } = letter;
  const [first, ...others] = sections;
  return `<!doctype html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<meta name="x-apple-disable-message-reformatting">
<title>${escaped(letter.subject)}</title>
<style>${DARK}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#F6F7F9;-webkit-text-size-adjust:100%">
${preheader(letter)}<div lang="${language}" role="article" aria-label="${escaped(title)}">
<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" class="sheet" width="100%" align="center" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;margin:0 auto;background:#FFFFFF;font-family:${FONT}">
${row('24px 32px 0', 'dim', `font-size:14px;line-height:20px;color:${DIM}`, escaped(agencyName))}
${row('10px 32px 0', 'ink', `color:${INK}`, `<h1 style="margin:0;font-size:24px;line-height:30px;font-weight:700;letter-spacing:-.01em">${escaped(title)}</h1>`)}
${row('16px 32px 0', 'dim', `font-size:13px;line-height:18px;color:${DIM}`, `${bar(letter.step)}<div style="padding-top:6px">${escaped(letter.stepLine)}</div>`)}
${row('18px 32px 0', 'ink', body(INK), `${greeting === null ? '' : `<p style="margin:0 0 24px">${escaped(greeting)}</p>`}${first === undefined ? '' : content(first, language)}`)}
${others.map((section) => row(section.heading === null ? '22px 32px 0' : '14px 32px 0', 'ink', body(INK), headed(section, language))).join('\n')}
${row('22px 32px 24px', 'ink', body(INK), `${escaped(signature.name)}<br><span class="dim" style="font-size:14px;color:${DIM}">${escaped(signature.reach.join(' · '))}</span>`)}
${row('14px 32px 26px', 'dim foot', `border-top:1px solid #E4E7EC;font-size:13px;line-height:19px;color:${DIM}`, letter.foot.map((line, place) => `<p style="margin:${place === 0 ? '0' : '8px 0 0'}">${escaped(line)}</p>`).join(''))}
</table>
<!--[if mso]></td></tr></table><![endif]-->
</div>
</body>
</html>
`;
}

/** A text from outside as it may stand in HTML, in an element or in a quoted attribute. */
export const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');

const body = (colour: string): string => `font-size:16px;line-height:24px;color:${colour}`;

const row = (padding: string, classes: string, style: string, inside: string): string =>
  `<tr><td class="side ${classes}" style="padding:${padding};font-family:${FONT};${style}">${inside}</td></tr>`;

const preheader = (letter: Letter): string =>
  letter.preheader === null
    ? ''
    : `<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escaped(letter.preheader)}</div>\n`;

/** Seven cells, filled up to the step. The line below says the same in words, so readers aloud skip the bar. */
function bar(step: number): string {
  const cells = Array.from({ length: STEPS }, (_, place) => {
    const reached = place < step;
    return `<td style="padding:0 2px 0 0;font-size:0;line-height:0"><div class="${reached ? 'bar' : 'ahead'}" style="height:8px;line-height:8px;border-radius:2px;background:${reached ? BAR : BAR_AHEAD}">&nbsp;</div></td>`;
  });
  return `<table role="presentation" aria-hidden="true" width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed"><tr>${cells.join('')}</tr></table>`;
}

const headed = (section: Section, language: Letter['language']): string =>
  (section.heading === null
    ? ''
    : `<h2 style="margin:0 0 2px;font-size:14px;line-height:20px;font-weight:600">${escaped(section.heading)}</h2>`) +
  content(section, language);

const content = ({ blocks, strongDays }: Section, language: Letter['language']): string =>
  blocks
    .map((block, place) => {
      const space = place === 0 ? '0' : '8px 0 0';
      return block.kind === 'text'
        ? `<p style="margin:${space}">${runs(block.runs, strongDays, language)}</p>`
        : list(block, space, language);
    })
    .join('');

const list = ({ lines }: Extract<Block, { kind: 'list' }>, space: string, language: Letter['language']): string =>
  `<ul style="margin:${space};padding:0 0 0 20px">${lines
    .map((line) => `<li style="margin:0 0 4px">${runs(line, false, language)}</li>`)
    .join('')}</ul>`;

/** Names of papers stand out, and days where a reader looks for them; so does the sentence that says there is nothing to do. */
function runs(pieces: Run[], strongDays: boolean, language: Letter['language']): string {
  const nothing = nothingForNow[language];
  return pieces
    .map(({ text, mark }, place) => {
      if (mark === 'name') return strong(text);
      if (mark === 'day' && strongDays) return strong(text, ';white-space:nowrap');
      if (place === 0 && text.startsWith(nothing)) return strong(nothing) + escaped(text.slice(nothing.length));
      return escaped(text);
    })
    .join('');
}

const strong = (text: string, more = ''): string => `<b style="font-weight:600${more}">${escaped(text)}</b>`;

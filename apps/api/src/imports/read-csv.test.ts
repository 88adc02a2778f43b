import { describe, expect, it } from 'vitest';
import { readSpreadsheet, UnreadableSpreadsheet } from './read-csv.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const windows = (text: string) =>
  Uint8Array.from([...text].map((letter) => (letter === '’' ? 0x92 : letter === '€' ? 0x80 : letter.charCodeAt(0))));
/** A number of nobody: its key is right. */
const NIR = '1 85 05 78 006 084 91'.replaceAll(' ', '');

describe('reading a spreadsheet', () => {
  it.each([
    ['semicolons', 'Nom;Prénom\nBélanger;Maude', ';'],
    ['commas', 'Nom,Prénom\n"Bélanger",Maude', ','],
    ['tabs', 'Nom\tPrénom\nBélanger\tMaude', '\t'],
    ['semicolons with commas inside', 'Nom;Prénom\n"Bélanger";Maude', ';'],
    ['the separator said by Excel', 'sep=,\r\nNom,Prénom\r\nBélanger,Maude', ','],
    ['old line ends', 'Nom;Prénom\rBélanger;Maude\r', ';'],
  ])('%s', async (_, text, separator) => {
    const read = await readSpreadsheet(utf8(text));
    expect(read).toMatchObject({ separator, headings: ['Nom', 'Prénom'] });
    expect(read.rows.map(({ cells }) => cells)).toEqual([['Bélanger', 'Maude']]);
  });

  it('reads UTF-8 with and without a mark, and Windows-1252', async () => {
    const text = 'Nom;Ville\nL’Hévéder;Périgueux';
    const rows = [{ line: 2, cells: ['L’Hévéder', 'Périgueux'] }];
    expect(await readSpreadsheet(utf8(text))).toMatchObject({ encoding: 'utf-8', rows });
    expect(await readSpreadsheet(utf8(`\ufeff${text}`))).toMatchObject({ headings: ['Nom', 'Ville'], rows });
    expect(await readSpreadsheet(windows(text))).toMatchObject({ encoding: 'windows-1252', rows });
  });

  it('leaves the event loop to others', async () => {
    let turns = 0;
    let reading = true;
    const others = () => {
      turns += 1;
      if (reading) setImmediate(others);
    };
    setImmediate(others);
    await readSpreadsheet(utf8(`Nom;Note\n${`Doe;${'1 '.repeat(50_000)}\n`.repeat(10)}${'\n'.repeat(50_000)}`));
    reading = false;
    expect(turns).toBeGreaterThan(20);
  });

  it('counts lines as the spreadsheet shows them', async () => {
    const { rows } = await readSpreadsheet(utf8('Nom;Note\n\n"Bé\nlanger";a\n;;\nCulliver;"say ""hi"""\n'));
    expect(rows).toEqual([
      { line: 3, cells: ['Bé\nlanger', 'a'] },
      { line: 5, cells: ['Culliver', 'say "hi"'] },
    ]);
  });

  it('takes digits out of what keeps spreadsheets from spoiling them', async () => {
    const { rows } = await readSpreadsheet(utf8(`Tel;CP\n"=""0612345600""";'06000\n`));
    expect(rows[0]?.cells).toEqual(['0612345600', '06000']);
  });

  it('keeps no social security number, wherever it stands', async () => {
    const spaced = '1 85 05 78 006 084 91';
    const { rows, headings } = await readSpreadsheet(
      utf8(
        [
          'Nom;Note;N° de sécu;Clé',
          `A;${spaced};x;`,
          `B;voir ${NIR} svp;;`,
          `C;;${NIR.slice(0, 13)};91`,
          `D;;7 85 05 78 006 084;`,
          `E;"1,85058E+14";;`,
        ].join('\n'),
      ),
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['A', null, 'x', ''],
      ['B', null, '', ''],
      ['C', '', null, null],
      ['D', '', null, ''],
      ['E', null, '', ''],
    ]);
    expect(headings).toHaveLength(4);
  });

  it('leaves telephones, days and tracking numbers alone', async () => {
    const cells = ['06 12 34 56 00', '+33 6 12 34 56 78', '03/07/1975', '1A 009 158 2038 0', '2C12345678901'];
    const { rows } = await readSpreadsheet(utf8(`a;b;c;d;e\n${cells.join(';')}`));
    expect(rows[0]?.cells).toEqual(cells);
  });

  it.each([
    ['not_a_csv', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])],
    ['unknown_letters', Uint8Array.from([0xff, 0xfe, 0x41, 0])],
    ['empty_csv', utf8('Nom;Prénom\n')],
    ['empty_csv', utf8('')],
    ['too_many_rows', utf8(`Nom;Prénom\nDoe;Jane\n${'\n'.repeat(2_000_000)}`)],
    ['no_headings', utf8('Washburn;Carol;12/04/1961;24000\nDoe;Jane;13/05/1972;75001')],
    ['no_headings', utf8('Washburn;carol@example.org\nDoe;jane@example.org')],
    ['broken_csv', utf8(`Nom;Prénom\nA;"B${'\nC;D'.repeat(60_000)}`)],
  ])('refuses with what to do: %s', async (type, bytes) => {
    const refused = await readSpreadsheet(bytes).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UnreadableSpreadsheet);
    expect(refused).toMatchObject({ type, detail: { en: expect.any(String), fr: expect.any(String) } });
  });
});

import { CAISSES } from '@suivi/rules/caisses';
import { describe, expect, it } from 'vitest';
import { LONGEST_LINE, MOST_LINES, windowBlock } from './window-block.ts';

describe('the block in the window', () => {
  it('is in capitals, without accents, punctuation or empty lines, the town last', () => {
    expect(windowBlock(['CPAM de l’Ain', ' ', '1, place de la Grenouillère', '01015 Bourg-en-Bresse Cedex'])).toEqual({
      lines: ['CPAM DE L AIN', '1 PLACE DE LA GRENOUILLERE', '01015 BOURG EN BRESSE CEDEX'],
      faults: [],
    });
  });

  it.each([
    ['12 boulevard du Maréchal de Lattre de Tassigny', '12 BD DU MAL DE LATTRE DE TASSIGNY'],
    ['118 avenue du Président Franklin Roosevelt', '118 AV DU PRESIDENT FRANKLIN ROOSEVELT'],
    ['Bâtiment B, 4 impasse du Faubourg Sainte-Anne', 'BATIMENT B 4 IMP DU FG SAINTE ANNE'],
  ])('shortens “%s” no more than it must', (line, short) => {
    expect(windowBlock(['CPAM', line, '24000 Périgueux']).lines[1]).toBe(short);
  });

  it('leaves a word whole that fits', () => {
    expect(windowBlock(['CPAM', '12 avenue des Fleurs', '24000 Périgueux']).lines[1]).toBe('12 AVENUE DES FLEURS');
  });

  it('says which line does not fit, and how far it is off', () => {
    const { faults } = windowBlock([
      'CPAM',
      'Service des relations internationales et des conventions',
      '24000 Périgueux',
    ]);
    expect(faults).toMatchObject([{ code: 'address_line_too_long', line: 2 }]);
    expect(faults[0]?.say.en).toContain('56 signs');
  });

  it('refuses a seventh line, and a block whose last line is no town', () => {
    const { faults } = windowBlock(['a', 'b', 'c', 'd', 'e', 'f', 'Périgueux']);
    expect(faults.map(({ code }) => code)).toEqual(['address_too_many_lines', 'address_town_last']);
  });

  it('holds every address that is known, the commission’s and the mediator’s line included', () => {
    for (const { shortName, address } of CAISSES) {
      if (address === null) continue;
      for (const before of [[], ['Commission de recours amiable'], ['Médiateur']]) {
        const { lines, faults } = windowBlock([...before, ...address]);
        expect([shortName, faults]).toEqual([shortName, []]);
        expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(LONGEST_LINE);
      }
    }
  });
});

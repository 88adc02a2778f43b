import { shoot, type Sheet, type Shot } from './sheet.ts';

/** Whom a paper is of: invented, as all people of the demo are. */
export type Holder = { firstName: string; lastName: string; born: string; bornIn: string; sex: 'F' | 'M' };

const capitals = (text: string) => text.toLocaleUpperCase('en');
/** As the machine-readable lines of ICAO Doc 9303 have it: capitals without accents, fillers between. */
const machine = (text: string) =>
  capitals(text.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[^A-Z]+/g, '<')
    .replace(/^<|<$/g, '');

function portrait(sheet: Sheet, x: number, y: number, width: number, height: number) {
  sheet.fill(x, y, width, height, '#d5dbe5');
  const { pen } = sheet;
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  pen.fillStyle = '#8c98ab';
  pen.beginPath();
  pen.arc(x + width / 2, y + height * 0.4, width * 0.24, 0, 2 * Math.PI);
  pen.fill();
  pen.beginPath();
  pen.ellipse(x + width / 2, y + height * 1.03, width * 0.44, height * 0.36, 0, 0, 2 * Math.PI);
  pen.fill();
  pen.restore();
}

/** The page of a passport with the picture. Utopia (UTO) is the state of ICAO's own specimens. */
export const passport = (holder: Holder, validUntil: string, tilt: number): Promise<Shot> =>
  shoot({ width: 1_300, height: 900, paper: '#f3f6fb', tilt, margin: 70 }, (sheet) => {
    sheet.waves('#d9e2f2');
    sheet.fill(0, 0, sheet.width, 96, '#2f4a8f');
    sheet.text('UTOPIA', 60, 64, 40, { face: 'Bold', colour: '#fff' });
    sheet.text('PASSPORT · PASSEPORT', sheet.width - 60, 62, 32, { colour: '#fff', at: 'right' });
    portrait(sheet, 60, 150, 330, 430);
    const fields: [string, string][] = [
      ['Surname · Nom', capitals(holder.lastName)],
      ['Given names · Prénoms', holder.firstName],
      ['Nationality · Nationalité', 'Utopian'],
      ['Date of birth · Né(e) le', holder.born],
      ['Place of birth · Lieu de naissance', holder.bornIn],
      ['Sex · Sexe', holder.sex],
      ['Date of expiry · Expire le', validUntil],
    ];
    fields.forEach(([label, said], at) => {
      sheet.text(label, 440, 168 + at * 64, 18, { face: 'Sans', colour: '#5d6678' });
      sheet.text(said, 440, 198 + at * 64, 29, { face: 'Bold' });
    });
    sheet.fill(0, 660, sheet.width, 170, '#fff');
    const name = `P<UTO${machine(holder.lastName)}<<${machine(holder.firstName)}`;
    const lines = [name, `SPECIMEN<0UTO<${holder.sex}`].map((line) => line.padEnd(44, '<').slice(0, 44));
    lines.forEach((line, at) => {
      // As wide as the printed lines are, whatever the face.
      [...line].forEach((sign, place) =>
        sheet.text(sign, 75 + place * 26.5, 728 + at * 62, 30, { face: 'Sans', at: 'center' }),
      );
    });
  });

/** A card of residence. */
export const permit = (holder: Holder, validUntil: string, tilt: number): Promise<Shot> =>
  shoot({ width: 1_200, height: 760, paper: '#fbf3f3', tilt, margin: 80 }, (sheet) => {
    sheet.waves('#f0dada');
    sheet.text('TITRE DE SÉJOUR', 60, 92, 46, { face: 'Bold', colour: '#8a2b3c' });
    sheet.text('SPECIMEN', sheet.width - 60, 90, 30, { face: 'Sans', colour: '#8a2b3c', at: 'right' });
    sheet.line(60, 116, sheet.width - 60, 116, '#d9a9b1', 3);
    portrait(sheet, 60, 160, 300, 390);
    const fields: [string, string][] = [
      ['Nom, prénoms', `${capitals(holder.lastName)} ${holder.firstName}`],
      ['Date et lieu de naissance', `${holder.born}, ${holder.bornIn}`],
      ['Valable jusqu’au', validUntil],
      ['Catégorie du titre', 'CARTE DE SÉJOUR'],
      ['Remarques', 'AUTORISE SON TITULAIRE À TRAVAILLER'],
    ];
    fields.forEach(([label, said], at) => {
      sheet.text(label, 410, 186 + at * 84, 20, { face: 'Sans', colour: '#7a5a60' });
      sheet.text(said, 410, 220 + at * 84, 30, { face: 'Bold' });
    });
    sheet.seal(sheet.width - 120, 652, 60, '#c08a94');
  });

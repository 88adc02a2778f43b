import type { Holder } from './identity.ts';
import { shoot, type Shot } from './sheet.ts';

type Birth = Holder & {
  title: string[];
  /** Of a short form none are named, and CPAM wants them. */
  parents: string | null;
  issued: string;
  note: string;
};

/** What a registry gives of its entry of a birth. */
export const birthCertificate = (birth: Birth, tilt: number): Promise<Shot> =>
  shoot({ width: 1_000, height: 1_320, paper: '#fbfaf4', tilt, margin: 70 }, (sheet) => {
    sheet.frame(18, 18, sheet.width - 36, sheet.height - 36, '#8fae95', 6);
    sheet.frame(32, 32, sheet.width - 64, sheet.height - 64, '#8fae95', 2);
    birth.title.forEach((line, at) =>
      sheet.text(line, sheet.width / 2, 130 + at * 62, 44, { face: 'Bold', at: 'center' }),
    );
    const fields: [string, string][] = [
      ['Name', `${birth.firstName} ${birth.lastName.toLocaleUpperCase('en')}`],
      ['Date of birth', birth.born],
      ['Place of birth', birth.bornIn],
      ['Sex', birth.sex === 'F' ? 'Female' : 'Male'],
      ['Parents', birth.parents ?? 'not on this form'],
      ['Entry no.', 'EX-004417'],
      ['Issued', birth.issued],
    ];
    fields.forEach(([label, said], at) => sheet.field(label, said, 80, 310 + at * 88, 840));
    sheet.flow(birth.note, 90, 1_080, { size: 25, width: 480 });
    sheet.seal(810, 1_120, 100);
  });

/** The S1 of the body that pays a pension, as a form has its boxes. */
export const s1 = (holder: Holder, tilt: number): Promise<Shot> =>
  shoot({ width: 1_050, height: 1_450, paper: '#fff', tilt, margin: 50 }, (sheet) => {
    sheet.fill(60, 60, 120, 84, '#2f4a8f');
    sheet.text('S1', 120, 122, 50, { face: 'Bold', colour: '#fff', at: 'center' });
    sheet.text('Registering for healthcare cover', 210, 100, 36, { face: 'Bold' });
    sheet.text('Inscription en vue de bénéficier de prestations de maladie', 210, 138, 23);
    const parts: [string, [string, string][]][] = [
      [
        '1. Personal details of the holder',
        [
          ['1.1 Surname', holder.lastName],
          ['1.2 Forenames', holder.firstName],
          ['1.3 Date of birth', holder.born],
          ['1.4 Address', 'rue des Tilleuls, 64100 Bayonne'],
        ],
      ],
      [
        '2. The holder has rights as',
        [
          ['2.1 Status', 'pensioner'],
          ['2.2 From', '15 April 2026'],
        ],
      ],
      [
        '3. Institution completing the form',
        [
          ['3.1 Name', 'Institution of Example'],
          ['3.2 Date', '30 April 2026'],
        ],
      ],
    ];
    let y = 220;
    for (const [title, fields] of parts) {
      sheet.fill(60, y, 930, 52, '#e8edf6');
      sheet.text(title, 80, y + 36, 27, { face: 'Bold' });
      fields.forEach(([label, said], at) => sheet.field(label, said, 80, y + 112 + at * 74, 890));
      y += 112 + fields.length * 74 + 20;
    }
    sheet.seal(850, 1_310, 84, '#7288bd');
  });

import { PDFDocument } from '@cantoo/pdf-lib';
import { shoot, type Shot } from './sheet.ts';

const A4 = { width: 1_050, height: 1_485, paper: '#fff' };

/** Bank details. The IBAN is the one that the European Committee for Banking Standards gave as its example. */
export const rib = (holder: string, address: readonly string[], tilt: number): Promise<Shot> =>
  shoot({ width: 1_200, height: 800, paper: '#fff', tilt, margin: 60 }, (sheet) => {
    sheet.text('BANQUE EXEMPLE', 60, 96, 42, { face: 'Bold', colour: '#1d6a5b' });
    sheet.text('Relevé d’identité bancaire', 60, 146, 30);
    sheet.line(60, 172, sheet.width - 60, 172, '#1d6a5b', 3);
    sheet.text('Titulaire du compte', 60, 236, 22, { face: 'Sans', colour: '#5d6678' });
    [holder, ...address].forEach((line, at) => sheet.text(line, 60, 276 + at * 38, 29));
    const columns: [string, string, number][] = [
      ['Banque', '20041', 60],
      ['Guichet', '01005', 260],
      ['Nº de compte', '0500013M026', 460],
      ['Clé', '06', 820],
    ];
    sheet.frame(60, 430, sheet.width - 120, 104, '#c3c9d3');
    for (const [label, said, x] of columns) {
      sheet.text(label, x + 18, 466, 20, { face: 'Sans', colour: '#5d6678' });
      sheet.text(said, x + 18, 508, 30);
    }
    sheet.text('IBAN', 60, 600, 22, { face: 'Sans', colour: '#5d6678' });
    sheet.text('FR14 2004 1010 0505 0001 3M02 606', 60, 642, 36, { face: 'Bold' });
    sheet.text('BIC', 860, 600, 22, { face: 'Sans', colour: '#5d6678' });
    sheet.text('EXEMFRPPXXX', 860, 642, 30);
  });

type Contract = { employee: string; address: string; employer: string; job: string; from: string; signed: string };

/** A contract of two pages, of which the second is signed. */
export async function workContract(contract: Contract): Promise<Shot[]> {
  const { employee, address, employer, job, from, signed } = contract;
  const text = (page: 1 | 2, y: number, parts: readonly [string, string][]) =>
    shoot(A4, (sheet) => {
      let at = y;
      if (page === 1) {
        sheet.text('CONTRAT DE TRAVAIL', sheet.width / 2, 150, 40, { face: 'Bold', at: 'center' });
        sheet.text('à durée indéterminée', sheet.width / 2, 196, 28, { at: 'center' });
      }
      for (const [title, words] of parts) {
        sheet.text(title, 110, at, 27, { face: 'Bold' });
        at = sheet.flow(words, 110, at + 44, { size: 25, width: 830 }) + 34;
      }
      if (page === 2) {
        sheet.text(`Fait en deux exemplaires, le ${signed}.`, 110, at + 30, 25);
        sheet.text('L’employeur', 110, at + 120, 25);
        sheet.text('Le salarié', 620, at + 120, 25);
        for (const x of [120, 630]) sheet.signature(x, at + 210);
      }
      sheet.text(`${page}/2`, sheet.width - 110, sheet.height - 70, 20, { face: 'Sans', at: 'right' });
    });
  return [
    await text(1, 290, [
      ['Entre', `${employer}, représentée par sa direction des ressources humaines, et ${employee}, ${address}.`],
      ['1. Engagement', `${employee} est engagé à compter du ${from}, en qualité de ${job}.`],
      ['2. Période d’essai', 'La période d’essai est de trois mois. Elle peut être renouvelée une fois.'],
      ['3. Lieu et durée', 'Le travail s’effectue à temps plein, à l’adresse de l’établissement.'],
      ['4. Rémunération', 'La rémunération est versée à la fin de chaque mois, sur le compte indiqué par le salarié.'],
    ]),
    await text(2, 150, [
      ['5. Congés', 'Le salarié a droit aux congés payés prévus par la loi.'],
      ['6. Protection sociale', 'L’employeur déclare l’embauche avant la prise de poste.'],
      ['7. Fin du contrat', 'Chacune des parties peut y mettre fin dans les conditions prévues par la loi.'],
    ]),
  ];
}

/** Pages as one PDF, as a scanner makes it. */
export async function asPdf(pages: readonly Shot[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const { jpeg } of pages) {
    const picture = await pdf.embedJpg(new Uint8Array(jpeg));
    pdf.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 });
  }
  return pdf.save();
}

/** A receipt as it comes back from the caisse, dated and stamped. */
export const receipt = (number: string, deliveredOn: string, tilt: number): Promise<Shot> =>
  shoot({ width: 1_300, height: 760, paper: '#fdf6e3', tilt, margin: 60 }, (sheet) => {
    sheet.text('AVIS DE RÉCEPTION', 60, 96, 42, { face: 'Bold' });
    sheet.text('Lettre recommandée', sheet.width - 60, 94, 28, { at: 'right' });
    sheet.line(60, 124, sheet.width - 60, 124, '#c9b98a', 3);
    sheet.text('Numéro de l’envoi', 60, 190, 22, { face: 'Sans', colour: '#7a6d46' });
    sheet.text(number, 60, 240, 44, { face: 'Bold' });
    sheet.frame(60, 300, 560, 340, '#c9b98a');
    sheet.field('Présenté le', deliveredOn, 90, 370, 500);
    sheet.field('Distribué le', deliveredOn, 90, 450, 500);
    sheet.text('Signature du destinataire', 90, 540, 22, { face: 'Sans', colour: '#7a6d46' });
    sheet.signature(100, 610);
    sheet.text('Retourner à', 700, 340, 22, { face: 'Sans', colour: '#7a6d46' });
    ['Passerelle Relocation', '12 rue des Tilleuls', '69003 Lyon'].forEach((line, at) =>
      sheet.text(line, 700, 386 + at * 42, 29),
    );
    sheet.seal(1_130, 580, 84, '#9d8fb8');
  });

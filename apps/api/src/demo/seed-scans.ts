import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '@suivi/database/database';
import { normaliseTracking } from '@suivi/rules/numbers/tracking';
import type { DocumentCode } from '@suivi/rules/vocabulary';
import type { Taken } from '../documents/take-upload.ts';
import { storePaper, writePaper } from '../documents/write-paper.ts';
import { readStoredFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import { keepReceipt } from '../postal/keep-receipt.ts';
import { birthCertificate, s1 } from './scans/certificates.ts';
import { passport, permit, type Holder } from './scans/identity.ts';
import { asPdf, receipt, rib, workContract } from './scans/letters.ts';
import type { Shot } from './scans/sheet.ts';

const bronwen: Holder = {
  firstName: 'Bronwen',
  lastName: 'Featherstonehaugh-Lloyd',
  born: '3 September 1989',
  bornIn: 'Cardiff',
  sex: 'F',
};
const ngozi: Holder = { firstName: 'Ngozi', lastName: 'Adeyemi', born: '17 February 1992', bornIn: 'Lagos', sex: 'F' };
const diego: Holder = {
  firstName: 'Diego',
  lastName: 'Fernández Soto',
  born: '19 June 1987',
  bornIn: 'Bogotá',
  sex: 'M',
};
const pilar: Holder = {
  firstName: 'Pilar',
  lastName: 'Ortega Ruiz',
  born: '9 October 1957',
  bornIn: 'Sevilla',
  sex: 'F',
};
const tomi: Holder = { firstName: 'Tomi', lastName: 'Balogun', born: '4 May 2016', bornIn: 'Ibadan', sex: 'F' };

type DemoScan = {
  reference: string;
  document: DocumentCode;
  /** As its file was called, and when it came. */
  name: string;
  at: string;
  draw: () => Promise<Shot | Shot[]>;
};
const scan = (
  reference: string,
  document: DocumentCode,
  name: string,
  at: string,
  draw: DemoScan['draw'],
): DemoScan => ({
  reference,
  document,
  name,
  at,
  draw,
});

/** What waits for a check on the demo's first day. The demo's files say that each of them has come. */
export const DEMO_SCANS: readonly DemoScan[] = [
  scan('F-0053', 'identity', 'passport.jpg', '17:05', () => passport(bronwen, '3 September 2031', -0.7)),
  scan('F-0001', 'employment_contract', 'contrat_de_travail.pdf', '07:42', () =>
    workContract({
      employee: 'João GONÇALVES',
      address: '1 rue des Tilleuls, 50100 Cherbourg-en-Cotentin',
      employer: 'Chantiers Exemple',
      job: 'soudeur',
      from: '13 avril 2026',
      signed: '2 avril 2026',
    }),
  ),
  scan('F-0001', 'rib', 'RIB.jpg', '07:43', () =>
    rib('M. João GONÇALVES', ['1 rue des Tilleuls', '50100 Cherbourg-en-Cotentin'], 0.6),
  ),
  scan('F-0054', 'identity', 'IMG_0411.jpg', '08:12', () => passport(ngozi, '8 January 2030', 1.2)),
  // The short form: what a person who checks should see.
  scan('F-0054', 'birth_certificate', 'IMG_0412.jpg', '08:12', () =>
    birthCertificate(
      {
        ...ngozi,
        title: ['STATE OF EXAMPLE', 'EXTRACT OF BIRTH ENTRY'],
        parents: null,
        issued: '2 May 2026',
        note: 'This extract shows selected particulars of the entry kept by the Registrar. A full copy may be ordered.',
      },
      -0.8,
    ),
  ),
  scan('F-0054', 'residence_permit', 'IMG_0413.jpg', '08:13', () => permit(ngozi, '30 juin 2027', 0.9)),
  scan('F-0054', 'rib', 'IMG_0415.jpg', '08:14', () =>
    rib('Mme Ngozi ADEYEMI', ['54 rue des Tilleuls', '31000 Toulouse'], -1.1),
  ),
  scan('F-0043', 'identity', 'pasaporte.jpg', '08:30', () => passport(diego, '22 March 2033', 0.4)),
  scan('F-0043', 'employment_contract', 'contrat.pdf', '08:31', () =>
    workContract({
      employee: 'Diego FERNÁNDEZ SOTO',
      address: '43 rue des Tilleuls, 59000 Lille',
      employer: 'Logiciels Exemple',
      job: 'ingénieur',
      from: '23 mars 2026',
      signed: '9 mars 2026',
    }),
  ),
  scan('F-0055', 'identity', 'pasaporte_pilar.jpg', '09:02', () => passport(pilar, '14 November 2029', -0.4)),
  scan('F-0055', 's1_form', 'S1.jpg', '09:03', () => s1(pilar, 0.3)),
  scan('F-0050', 'child_birth_certificate', 'birth_tomi.jpg', '09:20', () =>
    birthCertificate(
      {
        ...tomi,
        title: ['STATE OF EXAMPLE', 'CERTIFICATE OF BIRTH'],
        parents: 'O. BALOGUN, A. BALOGUN',
        issued: '11 May 2026',
        note: 'A full copy of the entry in the register of births, given under the seal of the Registrar.',
      },
      0.7,
    ),
  ),
];

/** The number of a letter of the demo that has not come back, and one of no letter at all. */
const RECEIPTS = [
  { number: '1A 009 158 2031 1', deliveredOn: '15 mai 2026', tilt: -0.5 },
  { number: '1A 009 158 2077 9', deliveredOn: '12 mai 2026', tilt: 0.8 },
];

/**
 * Gives a demo agency the scans that wait on its first day, by the same ways as what people upload. After its files are
 * there for good: bytes are stored before a row may name them. The papers come last and all at once: where there are any,
 * nothing is missing, and where it broke off, it is made again; a receipt that is there is not taken twice.
 */
export async function seedScans(platform: Platform, me: { agencyId: string; userId: string }): Promise<void> {
  const { database, keys } = platform;
  const isThere = await database.asAgency(me.agencyId, (tx) =>
    tx.maybeOne('SELECT 1 FROM papers WHERE agency_id = $1 LIMIT 1', [tx.agencyId]),
  );
  if (isThere) return;
  for (const [at, { number, deliveredOn, tilt }] of RECEIPTS.entries()) {
    const { jpeg } = await receipt(number, deliveredOn, tilt);
    const digest = createHash('sha256').update(jpeg).digest();
    await keepReceipt(platform, me, {
      name: 'receipts-may.pdf',
      page: at + 1,
      number: normaliseTracking(number),
      jpeg,
      digest,
    });
  }
  await database.asAgency(me.agencyId, (tx) =>
    tx.execute(
      `UPDATE receipts SET uploaded_at = (agency_today($1) + time '09:40') AT TIME ZONE 'Europe/Paris' WHERE agency_id = $1`,
      [tx.agencyId],
    ),
  );
  const stored = await Promise.all(
    DEMO_SCANS.map(async (one) => ({ ...one, stored: await storePaper(platform, me, await taken(await one.draw())) })),
  );
  await database.asAgency(me.agencyId, async (tx) => {
    for (const { reference, document, name, at, stored: bytes } of stored) {
      const file = await fileOf(tx, keys, reference);
      const event = file.file.events.find((one) => one.type === 'document_received' && one.document === document);
      if (event?.type !== 'document_received')
        throw new Error(`Nothing says that ${document} of ${reference} has come.`);
      const id = randomUUID();
      const { adviserId: uploadedBy } = file;
      const paper = { id, fileId: file.id, document, member: event.member, name, receivedEvent: event.id, uploadedBy };
      await writePaper(tx, keys, paper, bytes);
      await tx.execute(
        `UPDATE papers SET uploaded_at = ($3::date + $4::time) AT TIME ZONE 'Europe/Paris' WHERE agency_id = $1 AND id = $2`,
        [tx.agencyId, id, event.on, at],
      );
    }
  });
}

/** What is drawn here needs no decoder: its bytes are our own. */
async function taken(shots: Shot | Shot[]): Promise<Pick<Taken, 'mediaType' | 'document' | 'pages' | 'scan'>> {
  const pages = [shots].flat();
  const [only] = pages;
  const scanned = { pages, scan: 'not_scanned' as const };
  return Array.isArray(shots) || only === undefined
    ? { ...scanned, mediaType: 'application/pdf', document: await asPdf(pages) }
    : { ...scanned, mediaType: 'image/jpeg', document: only.jpeg };
}

async function fileOf(tx: Tx, keys: Platform['keys'], reference: string) {
  const { id } = await tx.one<{ id: string }>('SELECT id FROM files WHERE agency_id = $1 AND reference = $2', [
    tx.agencyId,
    reference,
  ]);
  const file = await readStoredFile(tx, keys, id);
  if (!file) throw new Error(`The demo has no file ${reference}.`);
  return file;
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { unseal } from '@suivi/database/sealing';
import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import { voidedIds } from '@suivi/rules/voided';
import type { Colleague } from '../accounts/person.ts';
import type { SentText } from '../emails/settle-message.ts';
import { applicantOn } from '../files/applicant-on.ts';
import { localTime } from '../files/send-at.ts';
import { readStoredFile, type StoredFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import { readSender } from './gather-letter.ts';
import { letterBlocked, unprintable } from './letter-notes.ts';
import { lettersOf } from './letter-record.ts';
import { mandatesOf } from './mandate-record.ts';
import { dayInPack, eventLines, eventOf, eventTitle } from './pack-words.ts';
import type { PackPiece } from './pdf/pack-pages.ts';
import type { Preview } from './preview-letter.ts';
import { PrintRoom } from './print-room.ts';

/** A piece before its file lies on disk. `at` puts those of one day into their order. */
type Piece = {
  day: Day;
  at: string;
  title: string;
  whose?: string | null;
  lines: string[];
  object: { id: string; mediaType: string; sha256: string; page: number | null } | null;
};

const UNOPENED = 'Le fichier est conservé, mais n’a pas pu être ouvert pour être joint ici.';

/**
 * The whole file as one PDF in the order in which it happened: events, calls, letters, receipts, emails, mandates, with an
 * index and the SHA-256 of each. That it was made stands in the audit.
 * @throws Problem 404, 422, 503
 */
export async function proofPack(
  platform: Platform,
  me: Colleague,
  fileId: string,
): Promise<Preview & { reference: string }> {
  const { database, keys } = platform;
  // The turn comes first: whoever waits for one holds nothing of the file, and prints it as it stands then.
  const room = await PrintRoom.open(platform, me.agencyId);
  try {
    const { stored, pieces, agency } = await database.asAgency(me.agencyId, async (tx) => {
      const found = await readStoredFile(tx, keys, fileId);
      if (!found) throw notFound('file');
      return { stored: found, pieces: await piecesOf(tx, keys, found), agency: await readSender(tx, found.adviserId) };
    });
    const laid: PackPiece[] = [];
    for (const piece of pieces) laid.push(await lay(room, piece));
    const out = room.newPath();
    const answer = await room.child.print({
      kind: 'pack',
      out,
      on: stored.today,
      author: agency.name,
      title: {
        heading: 'Dossier de preuves',
        client: `${stored.client.firstName} ${stored.client.lastName}`,
        lines: [
          `Dossier ${stored.reference}, suivi par ${agency.adviser?.name ?? agency.name}, ${agency.name}.`,
          `Établi le ${dayInPack(stored.today)}\u00a0; ${laid.length} éléments, dans l’ordre où ils se sont produits.`,
        ],
        index: 'Table',
        columns: { no: 'Nº', on: 'Date', what: 'Élément', page: 'Page' },
        note: 'L’empreinte SHA-256 est celle du fichier conservé ou, pour un fait ou un courriel, celle de son texte.',
      },
      pieces: laid,
    });
    if ('fault' in answer)
      throw letterBlocked([
        unprintable(
          answer,
          pieces.map(({ title }) => title),
        ),
      ]);
    await database.asAgency(me.agencyId, (tx) =>
      tx.query(`SELECT append_audit($1, $2, 'proof_pack.made', $3)`, [
        me.agencyId,
        me.userId,
        { file: fileId, pieces: laid.length, sha256: answer.sha256 },
      ]),
    );
    room.endPrinting();
    return {
      bytes: createReadStream(out),
      size: answer.size,
      done: () => room.close(),
      reference: stored.reference.replace(/[^\w.-]/g, '-'),
    };
  } catch (error) {
    await room.close();
    throw error;
  }
}

async function lay(room: PrintRoom, { day, title, whose = null, lines, object }: Piece): Promise<PackPiece> {
  const sha256 =
    object?.sha256 ?? createHash('sha256').update(JSON.stringify({ day, title, whose, lines })).digest('hex');
  const only = object?.page ? { from: object.page, to: object.page } : null;
  const file = object && { path: await room.fetch(object.id), mediaType: object.mediaType, only };
  return { on: dayInPack(day), title, whose, lines, sha256, file, unopened: UNOPENED };
}

async function piecesOf(tx: Tx, keys: Platform['keys'], stored: StoredFile): Promise<Piece[]> {
  const pieces = [
    ...events(stored),
    ...(await emails(tx, keys, stored)),
    ...(await letters(tx, keys, stored)),
    ...(await receipts(tx, keys, stored)),
    ...(await mandates(tx, stored)),
  ];
  return pieces.sort((a, b) => (a.day === b.day ? (a.at < b.at ? -1 : 1) : a.day < b.day ? -1 : 1));
}

/** What was voided is left out: it never was. */
function events({ file, records }: StoredFile): Piece[] {
  const voided = voidedIds(file.events);
  return file.events.flatMap((event, at): Piece[] => {
    const record = records[at];
    if (event.type === 'voided' || voided.has(event.id) || !record) return [];
    // As the client was known on that day: a child who came later has no part in it.
    const then = applicantOn(file, event.on);
    const says = { title: eventTitle(event, then), whose: eventOf(event, then), lines: eventLines(event) };
    return [{ day: event.on, at: record.recordedAt, ...says, object: null }];
  });
}

async function emails(tx: Tx, keys: Platform['keys'], { id, demo, messages }: StoredFile): Promise<Piece[]> {
  const rows = await tx.query<{ id: string; textSealed: Buffer }>(
    `SELECT id, text_sealed AS "textSealed" FROM messages WHERE agency_id = $1 AND file_id = $2 AND state = 'sent' AND text_sealed IS NOT NULL`,
    [tx.agencyId, id],
  );
  return rows.flatMap(({ id: messageId, textSealed }): Piece[] => {
    const message = messages.find((each) => each.id === messageId);
    if (!message || message.sentAt === null) return [];
    const place = { agencyId: tx.agencyId, table: 'messages', id: messageId, column: 'text_sealed' };
    const { to, subject, text } = unseal<SentText>(keys, place, textSealed);
    return [
      {
        day: demo ? message.sendOn : localTime(new Date(message.sentAt), 'metropole').day,
        at: message.sentAt,
        title: `Courriel\u00a0: ${subject}`,
        lines: [`À\u00a0: ${to}`, ...text.split(/\r?\n/).filter((line) => line.trim() !== '')],
        object: null,
      },
    ];
  });
}

async function letters(tx: Tx, keys: Platform['keys'], { id }: StoredFile): Promise<Piece[]> {
  return (await lettersOf(tx, keys, id)).flatMap((row): Piece[] => {
    const { printed } = row.content;
    if (!printed || !row.objectId || !row.sha256 || !row.printedAt) return [];
    return [
      {
        day: printed.on,
        at: new Date(row.printedAt).toISOString(),
        title: `Lettre imprimée\u00a0: ${printed.subject.replace(/^Objet\s*:\s*/, '')}`,
        lines: [`Version ${row.version}, ${row.pages} pages, imprimée par ${row.printedBy}.`],
        object: { id: row.objectId, mediaType: 'application/pdf', sha256: row.sha256, page: null },
      },
    ];
  });
}

async function receipts(tx: Tx, keys: Platform['keys'], { id }: StoredFile): Promise<Piece[]> {
  type Row = {
    id: string;
    deliveredOn: Day;
    number: string | null;
    objectId: string;
    mediaType: string;
    sha256: string;
    uploadedAt: string;
    sealed: Buffer;
  };
  const rows = await tx.query<Row>(
    `SELECT r.id, r.delivered_on AS "deliveredOn", s.tracking_number AS number, r.object_id AS "objectId", o.media_type AS "mediaType",
       encode(o.sha256, 'hex') AS sha256, r.uploaded_at AS "uploadedAt", r.sealed
     FROM receipts r JOIN sendings s ON s.agency_id = r.agency_id AND s.id = r.sending_id AND NOT s.voided
     JOIN stored_objects o ON o.agency_id = r.agency_id AND o.id = r.object_id AND o.state = 'kept'
     WHERE r.agency_id = $1 AND s.file_id = $2 AND r.state = 'matched' AND r.delivered_on IS NOT NULL`,
    [tx.agencyId, id],
  );
  return rows.map(({ id: receiptId, deliveredOn, number, objectId, mediaType, sha256, uploadedAt, sealed }) => {
    const place = { agencyId: tx.agencyId, table: 'receipts', id: receiptId, column: 'sealed' };
    const { page } = unseal<{ page?: number | null }>(keys, place, sealed);
    return {
      day: deliveredOn,
      at: new Date(uploadedAt).toISOString(),
      title: 'Accusé de réception',
      lines: number === null ? [] : [`Recommandé nº\u00a0${number}.`],
      object: { id: objectId, mediaType, sha256, page: page ?? null },
    };
  });
}

async function mandates(tx: Tx, { id }: StoredFile): Promise<Piece[]> {
  return (await mandatesOf(tx, id)).map((row) => ({
    day: row.signedOn,
    at: new Date(row.enteredAt).toISOString(),
    title: 'Mandat signé',
    lines: [
      `Valable jusqu’au ${dayInPack(row.endsOn)}.`,
      ...(row.endedOn === null ? [] : [`Retiré le ${dayInPack(row.endedOn)}.`]),
    ],
    object:
      row.objectId && row.mediaType && row.sha256
        ? { id: row.objectId, mediaType: row.mediaType, sha256: row.sha256, page: null }
        : null,
  }));
}

import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { PDFDocument } from '@cantoo/pdf-lib';
import { FileLetters, LetterView, PrintedLetter } from '@suivi/contracts/letters';
import { NewFile } from '@suivi/contracts/files';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Owner } from '../../test/agencies.ts';
import { person, startHttpServer, type HttpServer, type Signed } from '../../test/http.ts';
import { until } from '../../test/queue-stores.ts';
import { NUMBER, pdf } from '../../test/zoo.ts';
import type { Colleague } from '../accounts/person.ts';
import { createFile } from '../files/create-file.ts';
import { recordEvent } from '../files/record-event.ts';
import { keepObject, putObject } from '../objects/store-object.ts';
import { Turns } from '../platform/turns.ts';
import { describeLetters } from './describe-letters.ts';
import { previewLetter, type Preview } from './preview-letter.ts';
import { printLetters } from './print-letters.ts';
import { proofPack } from './proof-pack.ts';
import { scanMandate } from './scan-mandate.ts';

let server: HttpServer;
let owner: Owner;
let ada: Signed;
let bob: Signed;
let stranger: Signed;
let me: Colleague;

beforeAll(async () => {
  server = await startHttpServer();
  ({ owner } = server);
  const agency = await owner.agency({ demo: true, demoDay: '2026-05-21' });
  await owner.query(
    `UPDATE agencies SET name = 'Passerelle', address_lines = '{"12 rue des Tilleuls","69003 Lyon"}' WHERE id = $1`,
    [agency.agencyId],
  );
  const neighbour = await owner.agency({ demo: true, demoDay: '2026-05-21' });
  ada = await person(server, agency.agencyId, 'adviser');
  bob = await person(server, agency.agencyId, 'lead');
  stranger = await person(server, neighbour.agencyId, 'admin');
  me = { ...agency, name: 'Ada', email: 'ada@example.org', role: 'admin', mayOperate: false, language: 'en' };
});
afterAll(async () => {
  await server.close();
});

/** A file whose caisse has been silent for two months: its formal request is due. */
async function silentFile(client: object = {}, applicant: object = {}): Promise<{ fileId: string; taskId: string }> {
  const { id: fileId } = await createFile(
    server.platform,
    me,
    NewFile.parse({
      client: {
        firstName: 'Carol',
        lastName: 'Washburn',
        email: 'carol@example.org',
        street: '3 rue Limogeanne',
        ...client,
      },
      applicant: {
        category: 'resident',
        birthDate: '1961-04-12',
        birthCountry: 'US',
        nationalities: ['US'],
        language: 'en',
        arrivedOn: '2025-10-01',
        address: { postcode: '24000', city: 'Périgueux' },
        ...applicant,
      },
    }),
  );
  const trackingNumber = `1A${String(Math.random()).slice(2, 12)}0`;
  await record(fileId, { type: 'file_submitted', on: '2026-03-10', method: 'registered_post', trackingNumber });
  await record(fileId, { type: 'post_delivered', on: '2026-03-12', trackingNumber });
  const [task] = await owner.query<{ id: string }>(
    `SELECT id FROM tasks WHERE file_id = $1 AND key = 'registered_post:chase:1' AND state = 'open'`,
    [fileId],
  );
  if (!task) throw new Error('The formal request is not due.');
  return { fileId, taskId: task.id };
}

async function record(fileId: string, event: object): Promise<void> {
  const [file] = await owner.query<{ version: number }>('SELECT version FROM files WHERE id = $1', [fileId]);
  await recordEvent(server.platform, me, fileId, {
    event: { id: randomUUID(), ...event },
    expectedVersion: file?.version ?? 0,
    history: true,
  });
}

/** A paper of the file, as an upload leaves it. */
async function paper(fileId: string, document: string, bytes: Uint8Array, mediaType: string): Promise<void> {
  const object = await putObject(server.platform, me.agencyId, { mediaType, createdBy: me.userId }, bytes);
  await server.platform.database.asAgency(me.agencyId, (tx) => keepObject(tx, object.id));
  await owner.query(
    `INSERT INTO papers (agency_id, id, file_id, document, object_id, state, pages, scan, sealed) VALUES ($1, $2, $3, $4, $5, 'verified', 1, 'clean', '')`,
    [me.agencyId, randomUUID(), fileId, document, object.id],
  );
}

const picture = () =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: '#88a' } })
    .jpeg()
    .toBuffer();
const pages = async (bytes: Uint8Array) => (await PDFDocument.load(bytes)).getPageCount();
const lettersOf = (fileId: string) =>
  owner.query<{ version: number; printed_at: Date | null; object_id: string | null }>(
    'SELECT version, printed_at, object_id FROM letters WHERE file_id = $1 ORDER BY version',
    [fileId],
  );
const arriving = async () =>
  (await owner.query<{ count: string }>(`SELECT count(*) FROM stored_objects WHERE state = 'arriving'`))[0]?.count;
const rooms = () => readdirSync(tmpdir()).filter((name) => name.startsWith('suivi-print-'));
const print = async (who: Signed, taskId: string) => {
  const reply = await who.send('POST', `/api/tasks/${taskId}/letter/print`);
  expect([reply.status, reply.text]).toEqual([201, expect.anything()]);
  return PrintedLetter.parse(reply.body);
};

/** Changes a letter that nobody has changed before, or the one of a revision. */
const change = async (who: Signed, taskId: string, words: object) => {
  const reply = await who.send('PUT', `/api/tasks/${taskId}/letter`, { revision: 0, ...words });
  expect([reply.status, reply.text]).toEqual([200, expect.anything()]);
  return LetterView.parse(reply.body);
};

describe('a letter', () => {
  it('is read with its words, its window and what should be known before it is posted', async () => {
    const { taskId } = await silentFile();
    const letter = LetterView.parse((await ada.send('GET', `/api/tasks/${taskId}/letter`)).body);
    expect(letter.to).toEqual(['CPAM DE DORDOGNE', '50 RUE CLAUDE BERNARD', '24010 PERIGUEUX CEDEX']);
    expect(letter.place).toBe('Lyon, le 21 mai 2026');
    expect(letter.blocked).toEqual([]);
    expect(letter.warnings.map(({ code }) => code)).toEqual(['no_mandate', 'enclosure_by_hand', 'enclosure_by_hand']);
    expect(letter.list.map(({ name, scanned }) => [name.slice(0, 15), scanned])).toEqual([
      ['Copie du mandat', false],
      ['Preuve de dépôt', false],
      ['Preuve de distr', false],
    ]);
  });

  it('is filed on its client’s file with its hash, its pages and who printed it', async () => {
    const { fileId, taskId } = await silentFile();
    const printed = await print(ada, taskId);
    expect(printed).toMatchObject({ fileId, template: 'chase', version: 1, taskKey: 'registered_post:chase:1' });
    const [object] = await owner.query<{ hash: string; state: string }>(
      `SELECT encode(o.sha256, 'hex') AS hash, o.state FROM stored_objects o JOIN letters l ON l.object_id = o.id WHERE l.id = $1`,
      [printed.id],
    );
    expect(object).toEqual({ hash: printed.sha256, state: 'kept' });
    const [entry] = await owner.query<{ subject: object }>(
      `SELECT subject FROM audit WHERE agency_id = $1 AND action = 'letter.printed' ORDER BY seq DESC LIMIT 1`,
      [me.agencyId],
    );
    expect(entry?.subject).toEqual({ file: fileId, letter: printed.id, template: 'chase', sha256: printed.sha256 });
  });

  it('printed by two people at once is one letter', async () => {
    const { fileId, taskId } = await silentFile();
    const [first, second] = await Promise.all([print(ada, taskId), print(bob, taskId)]);
    expect(second).toEqual(first);
    expect(await print(bob, taskId)).toEqual(first);
    expect(await lettersOf(fileId)).toHaveLength(1);
  });

  it('is another version once it says something else, and the first stays as it was', async () => {
    const { fileId, taskId } = await silentFile();
    const first = await print(ada, taskId);
    await record(fileId, { type: 'office_visited', on: '2026-05-20' });
    const second = await print(ada, taskId);
    expect([first.version, second.version]).toEqual([1, 2]);
    expect(second.sha256).not.toBe(first.sha256);
    const { letters } = FileLetters.parse((await ada.send('GET', `/api/files/${fileId}/letters`)).body);
    expect(letters).toEqual([second, first]);
  });

  it('keeps a person’s words until the template’s are wanted again', async () => {
    const { taskId } = await silentFile();
    const words = { subject: 'Objet : demande de réponse', body: ['Madame,', '- un point\n- un autre point'] };
    const changed = await change(ada, taskId, words);
    expect(changed).toMatchObject({ edited: true, subject: 'Objet\u00a0: demande de réponse' });
    expect(changed.body[1]).toEqual({ kind: 'list', lines: ['un point', 'un autre point'] });
    const first = await print(ada, taskId);
    expect(first.subject).toBe('Objet\u00a0: demande de réponse');
    expect(LetterView.parse((await ada.send('GET', `/api/tasks/${taskId}/letter`)).body)).toMatchObject({
      edited: true,
      unchanged: true,
    });
    const reset = await change(ada, taskId, { revision: 1 });
    expect(reset).toMatchObject({ edited: false, unchanged: false });
    expect(reset.subject).toContain('restée sans réponse');
  });

  it('of two people who change it at once keeps the first, and tells the second what was changed', async () => {
    const { fileId, taskId } = await silentFile();
    const seen = LetterView.parse((await bob.send('GET', `/api/tasks/${taskId}/letter`)).body);
    await change(ada, taskId, { subject: 'Objet : le mien', revision: seen.revision });
    const late = await bob.send('PUT', `/api/tasks/${taskId}/letter`, {
      enclosures: [],
      revision: seen.revision,
    });
    expect(late.body).toMatchObject({
      type: 'stale_letter',
      status: 409,
      version: 1,
      changes: [{ type: 'letter_changed', by: expect.stringContaining('adviser'), fields: ['wording'] }],
    });
    const kept = LetterView.parse((await bob.send('GET', `/api/tasks/${taskId}/letter`)).body);
    expect([kept.revision, kept.changes.enclosures, kept.subject]).toEqual([1, null, 'Objet\u00a0: le mien']);
    // Seen, both stand; and the very same sent again is no quarrel.
    const both = { ...kept.changes, enclosures: [], revision: 1 };
    expect((await change(bob, taskId, both)).revision).toBe(2);
    expect((await change(bob, taskId, both)).revision).toBe(2);
    // A print changes nothing that a person has said.
    await print(ada, taskId);
    expect(LetterView.parse((await ada.send('GET', `/api/tasks/${taskId}/letter`)).body).revision).toBe(2);
    const told = await owner.query<{ subject: object }>(
      `SELECT subject FROM audit WHERE action = 'letter.changed' AND subject ->> 'file' = $1 ORDER BY seq`,
      [fileId],
    );
    expect(told.map(({ subject }) => subject)).toMatchObject([{ fields: ['wording'] }, { fields: ['enclosures'] }]);
  });

  it('says when its changed words are older than the last news', async () => {
    const { fileId, taskId } = await silentFile();
    await change(ada, taskId, { body: ['Rien de neuf.'] });
    await record(fileId, { type: 'office_visited', on: '2026-05-20' });
    const letter = LetterView.parse((await ada.send('GET', `/api/tasks/${taskId}/letter`)).body);
    expect(letter.warnings.map(({ code }) => code)).toContain('edited_before');
  });

  it('takes no number of social security, not even over two paragraphs', async () => {
    const { fileId, taskId } = await silentFile();
    for (const body of [['Son numéro : 2 94 03 75 120 005 91.'], ['2 94 03 75', '120 005 91']]) {
      const reply = await ada.send('PUT', `/api/tasks/${taskId}/letter`, { body, revision: 0 });
      expect([reply.status, reply.text.includes('social security')]).toEqual([422, true]);
    }
    expect(await lettersOf(fileId)).toEqual([]);
  });

  it('holds what is kept of its enclosures, in the order that a person chose, the mandate’s place first', async () => {
    const { fileId, taskId } = await silentFile();
    await paper(fileId, 'rib', await picture(), 'image/jpeg');
    await paper(fileId, 'identity', await picture(), 'image/jpeg');
    const { list } = LetterView.parse((await ada.send('GET', `/api/tasks/${taskId}/letter`)).body);
    expect(list.filter(({ left }) => left).map(({ name }) => name)).toEqual(['RIB', 'Passeport ou carte d’identité']);
    const enclosures = ['paper:identity:', 'paper:rib:'];
    const changed = await change(ada, taskId, { enclosures });
    expect(changed.list.filter(({ left }) => !left).map(({ name }) => name)).toEqual([
      'Copie du mandat',
      'Passeport ou carte d’identité',
      'RIB',
    ]);
    expect(changed.enclosed).toContain(
      'Pièces jointes (3)\u00a0: copie du mandat\u202f; passeport ou carte d’identité\u202f; RIB',
    );
    // Two sheets of the letter at most, the list, and a sheet for each picture.
    const preview = await whole(await previewLetter(server.platform, me, taskId));
    const printed = await print(ada, taskId);
    expect(await pages(preview)).toBe(printed.pages);
    expect(printed.pages).toBeGreaterThanOrEqual(4);
    expect(await lettersOf(fileId)).toHaveLength(1);
  });

  it('names the enclosure that cannot be opened, and files nothing', async () => {
    const { fileId, taskId } = await silentFile();
    await paper(fileId, 'rib', Buffer.from('%PDF-1.7 and then nothing of the kind'), 'application/pdf');
    await change(ada, taskId, { enclosures: ['paper:rib:'] });
    const before = await arriving();
    const reply = await ada.send('POST', `/api/tasks/${taskId}/letter/print`);
    expect([reply.status, reply.text]).toEqual([422, expect.stringContaining('“RIB”')]);
    expect((await lettersOf(fileId)).map(({ object_id }) => object_id)).toEqual([null]);
    expect(await arriving()).toBe(before);
  });

  it.each([
    ['no street is known', { street: null }, {}, 'client_address_missing'],
    ['the caisse has no address', {}, { address: { postcode: '05000', city: 'Gap' } }, 'caisse_address_missing'],
  ])('is not printed when %s, and says where to enter it', async (_, client, applicant, code) => {
    const { fileId, taskId } = await silentFile(client, applicant);
    const reply = await ada.send('POST', `/api/tasks/${taskId}/letter/print`);
    expect(reply.status).toBe(422);
    expect((reply.body as { errors: { path: string }[] }).errors.map(({ path }) => path)).toContain(code);
    expect(await lettersOf(fileId)).toEqual([]);
  });

  it('is nobody’s but the agency’s', async () => {
    const { fileId, taskId } = await silentFile();
    const { id } = await print(ada, taskId);
    for (const [method, path] of [
      ['GET', `/api/tasks/${taskId}/letter`],
      ['GET', `/api/tasks/${taskId}/letter.pdf`],
      ['POST', `/api/tasks/${taskId}/letter/print`],
      ['POST', `/api/files/${fileId}/letters/${id}/link`],
      ['GET', `/api/files/${fileId}/proof-pack.pdf`],
    ] as const)
      expect([path, (await stranger.send(method, path)).status]).toEqual([path, 404]);
    const link = (await ada.send('POST', `/api/files/${fileId}/letters/${id}/link`)).body as { url: string };
    expect((await stranger.send('GET', link.url)).status).toBe(404);
    expect((await ada.send('GET', link.url)).status).toBe(200);
  });
});

async function whole({ bytes, size, done }: Preview): Promise<Uint8Array> {
  const all = Buffer.concat(await bytes.toArray());
  await done();
  expect(all.length).toBe(size);
  return all;
}

describe('many prints at once', () => {
  it('wait until a process may print, and whoever comes when many wait is told to print again', async () => {
    const { taskId } = await silentFile();
    const { turns } = server.platform;
    const prints = new Turns({ atOnce: 1, mayWait: 1 });
    server.platform.turns = { ...turns, prints };
    try {
      const end = await prints.begin();
      const waits = print(ada, taskId);
      await until('the print waits', () => prints.waiting === 1);
      const turnedAway = await bob.send('GET', `/api/tasks/${taskId}/letter.pdf`);
      expect([turnedAway.status, turnedAway.body]).toMatchObject([503, { type: 'too_busy' }]);
      expect(turnedAway.headers.get('retry-after')).toBe('30');
      end();
      expect((await waits).version).toBe(1);
      // Each gives its turn back.
      expect((await bob.send('GET', `/api/tasks/${taskId}/letter.pdf`)).status).toBe(200);
      expect(prints.waiting).toBe(0);
      (await prints.begin())();
    } finally {
      server.platform.turns = turns;
    }
  });
});

describe('many letters', () => {
  it('are printed one run at a time, and leave turns to a single print', async () => {
    const [one, two] = [await silentFile(), await silentFile()];
    const { turns } = server.platform;
    const [prints, printRuns] = [new Turns({ atOnce: 2, mayWait: 8 }), new Turns({ atOnce: 1, mayWait: 1 })];
    server.platform.turns = { ...turns, prints, printRuns };
    try {
      // A run is under way: it has the line of runs, and one of the two turns.
      const [endRun, endPrint] = [await printRuns.begin(), await prints.begin()];
      const waits = printLetters(server.platform, me, [one.taskId]);
      await until('the run waits', () => printRuns.waiting === 1);
      await expect(printLetters(server.platform, me, [two.taskId])).rejects.toMatchObject({
        status: 503,
        type: 'too_busy',
      });
      expect(prints.waiting).toBe(0);
      expect((await print(ada, two.taskId)).version).toBe(1);
      endPrint();
      endRun();
      const run = await waits;
      expect(run.letters.map(({ taskId }) => taskId)).toEqual([one.taskId]);
      // Each gives its turn back, the file not yet taken away.
      (await printRuns.begin())();
      await run.done();
    } finally {
      server.platform.turns = turns;
    }
  });

  it('are one PDF, each filed on its own file; what cannot be printed is told and holds up nothing', async () => {
    const before = rooms();
    const one = await silentFile();
    const blocked = await silentFile({ street: null });
    const two = await silentFile({ firstName: 'Łukasz', lastName: 'Nguyễn-Şahin' });
    const run = await printLetters(server.platform, me, [two.taskId, blocked.taskId, one.taskId]);
    expect(run.letters.map(({ taskId }) => taskId)).toEqual([two.taskId, one.taskId]);
    expect(run.blocked).toMatchObject([{ taskId: blocked.taskId, notes: [{ code: 'client_address_missing' }] }]);
    const bytes = await readFile(run.pdf?.path ?? '');
    const sum = run.letters.reduce((all, letter) => all + letter.pages, 0);
    expect([await pages(bytes), run.pdf?.pages, run.pdf?.size]).toEqual([sum, sum, bytes.length]);
    await run.done();
    expect(existsSync(run.pdf?.path ?? '')).toBe(false);
    const again = await printLetters(server.platform, me, [two.taskId, one.taskId]);
    expect(again.letters).toEqual(run.letters);
    await again.done();
    expect(rooms().filter((name) => !before.includes(name))).toEqual([]);
  });

  it('are described in the order asked for, tasks that are no letters left out', async () => {
    const { fileId, taskId } = await silentFile();
    const [call] = await owner.query<{ id: string }>(
      `SELECT id FROM tasks WHERE file_id = $1 AND kind = 'call_3646' LIMIT 1`,
      [fileId],
    );
    await print(ada, taskId);
    const [standing, ...others] = await describeLetters(server.platform, me, [
      call?.id ?? randomUUID(),
      taskId,
      randomUUID(),
    ]);
    expect(others).toEqual([]);
    expect(standing).toMatchObject({
      taskId,
      template: 'chase',
      unchanged: true,
      printed: { version: 1 },
      enclosures: 3,
    });
  });
});

describe('the mandate', () => {
  it('is printed to be signed, in both languages for a client who reads English', async () => {
    const { fileId } = await silentFile();
    const reply = await ada.send('POST', `/api/files/${fileId}/mandate/print`);
    expect(PrintedLetter.parse(reply.body)).toMatchObject({ template: 'mandate', pages: 2, version: 1, taskKey: null });
    expect(PrintedLetter.parse((await bob.send('POST', `/api/files/${fileId}/mandate/print`)).body).id).toBe(
      PrintedLetter.parse(reply.body).id,
    );
  });

  it('is recorded for a year, ends when the client says so, and is missed by the letters after that', async () => {
    const { fileId, taskId } = await silentFile();
    const warned = async () =>
      LetterView.parse((await ada.send('GET', `/api/tasks/${taskId}/letter`)).body).warnings.map(({ code }) => code)[0];
    expect(await warned()).toBe('no_mandate');
    const { mandates } = FileLetters.parse(
      (await ada.send('POST', `/api/files/${fileId}/mandates`, { signedOn: '2026-05-20' })).body,
    );
    expect(mandates).toMatchObject([{ signedOn: '2026-05-20', endsOn: '2027-05-19', state: 'valid', scanned: false }]);
    expect(await warned()).toBe('mandate_not_scanned');
    const twice = await ada.send('POST', `/api/files/${fileId}/mandates`, { signedOn: '2026-05-20' });
    expect(twice.status).toBe(409);
    const path = `/api/files/${fileId}/mandates/${mandates[0]?.id}/end`;
    expect((await ada.send('POST', path, { endedOn: '2026-05-19' })).status).toBe(422);
    const after = FileLetters.parse((await ada.send('POST', path, { endedOn: '2026-05-21' })).body);
    expect(after.mandates).toMatchObject([{ state: 'ended', endedOn: '2026-05-21' }]);
    expect(await warned()).toBe('no_mandate');
  });

  it('is kept as a scan once somebody has looked for a social security number', async () => {
    const { fileId } = await silentFile();
    const { mandates } = FileLetters.parse(
      (await ada.send('POST', `/api/files/${fileId}/mandates`, { signedOn: '2026-05-20' })).body,
    );
    const path = `/api/files/${fileId}/mandates/${mandates[0]?.id}/scan`;
    const photo = await picture();
    const put = (query: string, body: Buffer) =>
      ada.send('PUT', `${path}${query}`, new Blob([new Uint8Array(body)]).stream(), { 'content-type': 'image/jpeg' });
    const unasked = await put('', photo);
    expect([unasked.status, unasked.body]).toMatchObject([422, { type: 'say_no_number' }]);
    const numbered = await put('?noNumberShown=true', await pdf(['Mandat', `Numero ${NUMBER}`]));
    expect([numbered.status, numbered.body]).toMatchObject([422, { type: 'paper_bears_number' }]);
    const scans = () => owner.query('SELECT FROM mandates WHERE file_id = $1 AND object_id IS NOT NULL', [fileId]);
    expect(await scans()).toHaveLength(0);
    const looked = await put('?noNumberShown=true', photo);
    expect(FileLetters.parse(looked.body).mandates).toMatchObject([{ scanned: true }]);
    expect(await scans()).toHaveLength(1);
  });

  it('printed by two people at once is one letter', async () => {
    const { fileId } = await silentFile();
    const replies = await Promise.all([ada, bob].map((who) => who.send('POST', `/api/files/${fileId}/mandate/print`)));
    const [one, two] = replies.map(({ body }) => PrintedLetter.parse(body));
    expect(two).toEqual(one);
    expect(await lettersOf(fileId)).toHaveLength(1);
  });

  it('is not scanned while the virus scanner does not answer', async () => {
    const { fileId } = await silentFile();
    const { mandates } = FileLetters.parse(
      (await ada.send('POST', `/api/files/${fileId}/mandates`, { signedOn: '2026-05-20' })).body,
    );
    const mandateId = mandates[0]?.id ?? '';
    const scan = async (CLAMD_URL: string) =>
      scanMandate(
        { ...server.platform, config: { ...server.platform.config, CLAMD_URL } },
        me,
        { fileId, mandateId, noNumberShown: true },
        Readable.from([await picture()]) as IncomingMessage,
      );
    await expect(scan('tcp://127.0.0.1:1')).rejects.toMatchObject({ status: 503, type: 'scanner_unreachable' });
    const scans = () => owner.query('SELECT FROM mandates WHERE id = $1 AND object_id IS NOT NULL', [mandateId]);
    expect(await scans()).toHaveLength(0);
    await scan('');
    expect(await scans()).toHaveLength(1);
  });

  it('is not recorded for a day ahead', async () => {
    const { fileId } = await silentFile();
    expect((await ada.send('POST', `/api/files/${fileId}/mandates`, { signedOn: '2026-05-22' })).status).toBe(422);
  });
});

describe('the proof pack', () => {
  it('is the whole file in the order in which it happened, with an index of it, and is audited', async () => {
    const { fileId, taskId } = await silentFile();
    await record(fileId, { type: 'call_made', on: '2026-05-20', outcome: 'in_progress', note: 'Agent aimable.' });
    const printed = await print(ada, taskId);
    const bytes = await whole(await proofPack(server.platform, me, fileId));
    // The index, a sheet with three events and the line of the letter, and the letter.
    expect(await pages(bytes)).toBe(1 + 1 + printed.pages);
    const [entry] = await owner.query<{ subject: { pieces: number } }>(
      `SELECT subject FROM audit WHERE agency_id = $1 AND action = 'proof_pack.made' ORDER BY seq DESC LIMIT 1`,
      [me.agencyId],
    );
    expect(entry?.subject).toMatchObject({ file: fileId, pieces: 4 });
  });
});

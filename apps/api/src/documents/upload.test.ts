import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { PaperList } from '@suivi/contracts/papers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startClamd } from '../../test/clamd-server.ts';
import type { Clamd } from '../../test/clamd-server.ts';
import { ORIGIN, person, startHttpServer } from '../../test/http.ts';
import type { HttpServer, Signed } from '../../test/http.ts';
import { changeIn, formOf } from '../../test/papers.ts';
import type { UploadOf } from '../../test/papers.ts';
import { bomb, CONTRACT, EICAR, lockedPdf, movingWebp, pdf, photo, ZIP } from '../../test/zoo.ts';
import { clearLost } from '../objects/clear-lost.ts';
import { scanPaper } from './scan-paper.ts';
import { tendPapers } from './tend-papers.ts';

let server: HttpServer;
let clamd: Clamd;
let claire: Signed;
let agencyId: string;
let fileId: string;
let cookie = '';

beforeAll(async () => {
  server = await startHttpServer();
  clamd = await startClamd();
  server.platform.config.UPLOAD_MAX_MB = 1;
  ({ agencyId } = await server.owner.agency({ demo: true, demoDay: '2026-05-21' }));
  claire = await person(server, agencyId, 'adviser');
  const made = await claire.send('POST', '/api/files', {
    client: { firstName: 'Shayla', lastName: 'Culliver' },
    applicant: {
      category: 'employee',
      birthDate: '1969-07-07',
      birthCountry: 'US',
      nationalities: ['US'],
      language: 'en',
      address: { postcode: '24000' },
    },
  });
  fileId = (made.body as { id: string }).id;
});
beforeEach(() => {
  clamd.mood = 'well';
  server.platform.config.CLAMD_URL = '';
});
afterAll(async () => {
  await clamd.close();
  await server.close();
});

const upload = (what: UploadOf) => claire.send('POST', `/api/files/${fileId}/papers`, formOf(what));
const one = (bytes: Uint8Array, name = 'paper.jpg') => ({ files: [{ name, bytes }] });
/** All that an upload could have left: papers, pages, events, objects, files on the disk. */
async function left() {
  const count = async (sql: string) =>
    (await server.owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`))[0]?.n ?? -1;
  const folder = server.platform.config.OBJECTS_URL.slice('file:'.length);
  await clearLost(server.platform, '', { rows: '0', bytesMs: -60_000 });
  return {
    papers: await count('papers'),
    pages: await count('paper_pages'),
    events: await count('events'),
    objects: await count('stored_objects'),
    bytes: fs.existsSync(folder)
      ? fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
      : 0,
  };
}

describe('what is not taken says what to do, and leaves nothing', () => {
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, number, string]>([
    ['0 bytes', () => new Uint8Array(), 422, 'The file is empty.'],
    ['a byte more than the limit', () => Buffer.alloc(1_000_001, 'x'), 413, 'The file is larger than 1 MB.'],
    ['the limit itself, were it a picture', () => Buffer.alloc(1_000_000, 'x'), 422, 'neither a picture nor a PDF'],
    ['a ZIP', () => ZIP, 422, 'Take the papers out of it'],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 422, 'Print it as PDF'],
    ['a picture bomb', () => bomb(), 422, 'more than 50 million points'],
    ['a WebP of 10,000 frames', () => movingWebp(10_000), 422, 'moving picture'],
    ['half a photo', async () => (await photo()).subarray(0, 2_000), 422, 'Take the photo again'],
    ['a locked PDF', () => lockedPdf({ userPassword: 'x', ownerPassword: 'y' }), 422, 'asks for a password'],
    ['a broken PDF', async () => (await pdf(CONTRACT)).subarray(0, 300), 422, 'This PDF is damaged.'],
  ])(
    '%s',
    async (_, make, status, says) => {
      const before = await left();
      const reply = await upload(one(await make()));
      expect(reply).toMatchObject({ status, body: { type: 'paper_refused' } });
      expect((reply.body as { detail: string }).detail).toContain(says);
      expect(await left()).toEqual(before);
    },
    60_000,
  );

  it('more files than one paper has pages for', async () => {
    const files = Array.from({ length: 21 }, () => ({ name: 'a.jpg', bytes: Buffer.from('x') }));
    expect(await upload({ files })).toMatchObject({ status: 413, body: { type: 'paper_refused' } });
  });

  it.each<[string, Partial<UploadOf>]>([
    ['no document', { document: 'a-paper' }],
    ['an id that is none', { id: '1' }],
    ['a member whom nobody knows', { document: 'child_identity', member: 'c9' }],
    ['a paper to replace that is not there', { replaces: randomUUID() }],
  ])(
    '%s',
    async (_, asked) => {
      const before = await left();
      const reply = await upload({ ...one(await photo()), ...asked });
      expect([404, 422]).toContain(reply.status);
      expect(await left()).toEqual(before);
    },
    60_000,
  );

  it('a body that is no form', async () => {
    const reply = await claire.send('POST', `/api/files/${fileId}/papers`, { document: 'identity' });
    expect(reply).toMatchObject({ status: 422, body: { type: 'invalid_request' } });
  });

  it('to another agency there is no such file, before a byte is read', async () => {
    const neighbour = await person(server, (await server.owner.agency()).agencyId, 'admin');
    const reply = await neighbour.send('POST', `/api/files/${fileId}/papers`, formOf(one(await photo())));
    expect(reply.status).toBe(404);
  });
});

describe('an upload that', () => {
  /** The head of a form and the beginning of its file, byte by byte under the test's hand. */
  async function begun(): Promise<net.Socket> {
    const url = new URL(await server.app.getUrl());
    const session = await server.send(null)('POST', '/api/auth/sign-in/email', {
      email: claire.email,
      password: 'a password of the tests',
    });
    cookie = (session.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    const socket = net.connect(Number(url.port), '127.0.0.1');
    socket.on('error', () => {});
    const field = (name: string, value: string) =>
      `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    socket.write(
      `POST /api/files/${fileId}/papers HTTP/1.1\r\nHost: suivi.test\r\nOrigin: ${ORIGIN}\r\nCookie: ${cookie}\r\n` +
        'Content-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    chunk(
      socket,
      `${field('id', randomUUID())}${field('document', 'identity')}${field('noNumberShown', 'true')}` +
        '--b\r\nContent-Disposition: form-data; name="files"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n',
    );
    return socket;
  }
  const chunk = (socket: net.Socket, text: string) =>
    socket.write(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`);

  it('never ends is refused at the byte that is too many, and hung up on', async () => {
    const socket = await begun();
    let answer = '';
    let sent = 0;
    socket.on('data', (part: Buffer) => (answer += part.toString()));
    const closed = new Promise<void>((done) => void socket.once('close', () => done()));
    while (!answer.includes('413') && sent < 50) {
      chunk(socket, 'x'.repeat(100_000));
      sent += 1;
      await wait(10);
    }
    expect(answer).toContain('413');
    expect(answer).toContain('paper_refused');
    expect(sent).toBeLessThan(50);
    await closed; // it is not read for ever
  }, 30_000);

  it('breaks off leaves nothing', async () => {
    const before = await left();
    const socket = await begun();
    chunk(socket, 'x'.repeat(10_000));
    await wait(100);
    socket.destroy();
    await wait(200);
    expect(await left()).toEqual(before);
    expect((await claire.send('GET', '/api/me')).status).toBe(200);
  }, 30_000);
});

describe('whatever fails on the way, nothing is half there', () => {
  it('the store fails at the first object, at a page, and the database at the last step', async () => {
    const before = await left();
    const { bucket } = server.platform;
    const puts = { left: 0 };
    server.platform.bucket = {
      ...bucket,
      put: (key, bytes) => (puts.left-- > 0 ? bucket.put(key, bytes) : Promise.reject(new Error('store down'))),
    };
    for (const fails of [0, 1]) {
      puts.left = fails;
      expect(await upload(one(await photo()))).toMatchObject({ status: 503, body: { type: 'store_unreachable' } });
      expect(await left()).toEqual(before);
    }
    server.platform.bucket = bucket;
    await server.owner.query('ALTER TABLE paper_pages ADD CONSTRAINT broken CHECK (page < 0) NOT VALID');
    const reply = await upload(one(await photo()));
    await server.owner.query('ALTER TABLE paper_pages DROP CONSTRAINT broken');
    expect(reply).toMatchObject({ status: 500, body: { type: 'unexpected' } });
    expect(await left()).toEqual(before);
  }, 60_000);

  it('and when all goes well, each row has its bytes', async () => {
    const before = await left();
    await upload(one(await photo()));
    expect(await left()).toEqual({
      papers: before.papers + 1,
      pages: before.pages + 1,
      events: before.events + 1,
      objects: before.objects + 2,
      bytes: before.bytes + 2,
    });
  }, 60_000);
});

describe('viruses', () => {
  const scanOf = async (id: string) =>
    ((await claire.send('GET', `/api/files/${fileId}/papers`)).body as PaperList).papers.find(
      (paper) => paper.id === id,
    );
  const scans = () => server.owner.query(`SELECT payload FROM outbox WHERE job = 'documents.scan'`);
  const uploaded = async (document: string) => changeIn(await upload({ ...one(await photo()), document })).paper;

  it('are not looked for without a scanner, and the paper says so', async () => {
    expect((await uploaded('photo')).scan).toBe('not_scanned');
    await tendPapers(server.platform);
    expect(await scans()).toEqual([]);
  }, 60_000);

  it('are found before anything is kept', async () => {
    server.platform.config.CLAMD_URL = clamd.url;
    const before = await left();
    const reply = await upload(one(Buffer.concat([await photo(), Buffer.from(EICAR)])));
    expect(reply).toMatchObject({ status: 422, body: { type: 'paper_refused' } });
    expect(reply.text).toContain('Eicar-Test-Signature');
    expect(await left()).toEqual(before);
    expect((await uploaded('rib')).scan).toBe('clean');
  }, 60_000);

  it('are looked for later when the scanner was down, by a job', async () => {
    server.platform.config.CLAMD_URL = clamd.url;
    clamd.mood = 'cut';
    const paper = await uploaded('apostille');
    expect(paper.scan).toBe('not_scanned');
    expect((await tendPapers(server.platform)).scans).toBeGreaterThan(0);
    expect(await scans()).toContainEqual({ payload: { agencyId, paperId: paper.id } });
    expect((await tendPapers(server.platform)).scans).toBe(0); // asked for, and not again at once
    await expect(scanPaper(server.platform, agencyId, paper.id)).rejects.toThrow('does not answer');
    clamd.mood = 'well';
    await scanPaper(server.platform, agencyId, paper.id);
    expect((await scanOf(paper.id))?.scan).toBe('clean');
  }, 60_000);

  it('found later take the paper away, with what it had caused, for good', async () => {
    const paper = await uploaded('enrolment_certificate');
    server.platform.config.CLAMD_URL = clamd.url;
    clamd.finds = true;
    await scanPaper(server.platform, agencyId, paper.id);
    clamd.finds = false;
    expect(await scanOf(paper.id)).toMatchObject({ scan: 'infected', state: 'removed', pages: [], download: '' });
    expect(await claire.send('POST', `/api/papers/${paper.id}/restore`)).toMatchObject({ status: 409 });
    const events = await server.owner.query<{ type: string; recorded_by: string | null }>(
      `SELECT type, recorded_by FROM events WHERE file_id = $1 ORDER BY seq DESC LIMIT 1`,
      [fileId],
    );
    expect(events).toEqual([{ type: 'voided', recorded_by: null }]);
  }, 60_000);
});

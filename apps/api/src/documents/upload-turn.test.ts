import { randomBytes, randomUUID } from 'node:crypto';
import http from 'node:http';
import { PassThrough } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ORIGIN, PASSWORD, person, startHttpServer } from '../../test/http.ts';
import type { HttpServer, Signed } from '../../test/http.ts';
import { changeIn, formOf } from '../../test/papers.ts';
import { until } from '../../test/queue-stores.ts';
import { photo } from '../../test/zoo.ts';
import { openTurns, Turns } from '../platform/turns.ts';
import { ARRIVES_MS, readBody } from './read-body.ts';
import { inUploadTurn, WAIT_MS } from './upload-turn.ts';

/** More than lies in the buffers of a connection between two processes of one machine. */
const LARGE = 18_000_000;

/** Turns that remember how many ran at once. */
class Watched extends Turns {
  running = 0;
  most = 0;
  override async begin(leaves?: AbortSignal) {
    const end = await super.begin(leaves);
    this.running += 1;
    this.most = Math.max(this.most, this.running);
    return () => {
      this.running -= 1;
      end();
    };
  }
}

let server: HttpServer;
let claire: Signed;
let cookie: string;
let fileId: string;

beforeAll(async () => {
  server = await startHttpServer();
  const { agencyId } = await server.owner.agency({ demo: true, demoDay: '2026-05-21' });
  claire = await person(server, agencyId, 'adviser');
  const session = await server.send(null)('POST', '/api/auth/sign-in/email', {
    email: claire.email,
    password: PASSWORD,
  });
  cookie = (session.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
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
  server.platform.turns = openTurns(server.platform.config);
});
afterAll(async () => {
  await server.close();
});

const paper = async () =>
  claire.send('POST', `/api/files/${fileId}/papers`, formOf({ files: [{ name: 'a.jpg', bytes: await photo() }] }));

/** An upload of receipts whose sender tells how much of it has left. */
async function sent(path: string, bytes: Buffer) {
  const request = http.request(`${await server.app.getUrl()}${path}`, {
    method: 'POST',
    headers: { origin: ORIGIN, cookie, 'content-type': 'application/octet-stream', 'content-length': bytes.length },
  });
  const answer = new Promise<number>((done, failed) => {
    request.once('error', failed);
    request.once('response', (response) => {
      response.resume();
      done(response.statusCode ?? 0);
    });
  });
  request.end(bytes);
  return { answer, hasLeft: () => request.writableFinished, hangUp: () => request.destroy() };
}

describe('uploads', () => {
  it('wait their turn before they are read; who comes when many wait is told when to come again', async () => {
    const uploads = new Turns({ atOnce: 1, mayWait: 1 });
    server.platform.turns.uploads = uploads;
    const end = await uploads.begin();
    const waits = await sent('/api/receipts?name=large.pdf&noNumberShown=true', randomBytes(LARGE));
    await until('the upload waits', () => uploads.waiting === 1);

    const turnedAway = await paper();
    expect([turnedAway.status, turnedAway.body]).toMatchObject([503, { type: 'too_busy' }]);
    expect(turnedAway.headers.get('retry-after')).toBe('30');
    expect(JSON.stringify(turnedAway.body)).toContain('Send it again in a minute');
    // Its bytes lie with whoever sends it.
    expect(waits.hasLeft()).toBe(false);
    expect(uploads.waiting).toBe(1);

    end();
    // Read to its end, it is no receipt.
    expect(await waits.answer).toBe(422);
    expect(waits.hasLeft()).toBe(true);
    expect(changeIn(await paper()).paper.state).toBe('to_check');
  });

  it('are in memory, and decoded, by no more than so many at once, and all are taken', async () => {
    const [uploads, decoders] = [
      new Watched({ atOnce: 3, mayWait: 32 }),
      new Watched({ atOnce: 2, mayWait: Infinity }),
    ];
    server.platform.turns = { ...server.platform.turns, uploads, decoders };
    const replies = await Promise.all(Array.from({ length: 8 }, paper));
    expect(replies.map((reply) => changeIn(reply).paper.state)).toEqual(Array.from({ length: 8 }, () => 'to_check'));
    expect([uploads.most, decoders.most]).toEqual([3, 2]);
    expect([uploads.running, decoders.running]).toEqual([0, 0]);
  });

  it('of receipts, which take minutes, leave turns to papers', async () => {
    const { turns } = server.platform;
    turns.uploads = new Turns({ atOnce: 2, mayWait: 8 });
    const end = await turns.receipts.begin();
    const receipts = await Promise.all(
      [1, 2].map(() => sent(`/api/receipts?name=${randomUUID()}.pdf&noNumberShown=true`, randomBytes(1_000))),
    );
    await until('both wait', () => turns.receipts.waiting === 2);
    expect(changeIn(await paper()).paper.state).toBe('to_check');
    end();
    expect(await Promise.all(receipts.map(({ answer }) => answer))).toEqual([422, 422]);
  });
});

describe('an upload that waits', () => {
  it('leaves the line with its sender', async () => {
    const uploads = new Turns({ atOnce: 1, mayWait: 1 });
    server.platform.turns.uploads = uploads;
    const end = await uploads.begin();
    const gone = await sent('/api/receipts?name=gone.pdf&noNumberShown=true', randomBytes(1_000));
    await until('it waits', () => uploads.waiting === 1);
    gone.hangUp();
    await expect(gone.answer).rejects.toThrow();
    await until('its place is free', () => uploads.waiting === 0);
    end();
    // Its turn of receipts is free as well.
    (await server.platform.turns.receipts.begin())();
    expect(changeIn(await paper()).paper.state).toBe('to_check');
  });

  it('is not cut off by the server while it may wait and arrive', () => {
    const { requestTimeout } = server.app.getHttpServer() as http.Server;
    expect(requestTimeout).toBeGreaterThan(WAIT_MS + ARRIVES_MS);
  });
});

describe('the time that', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('an upload waits ends by telling its sender to come again, and its work never begins', async () => {
    const turns = openTurns(server.platform.config);
    turns.uploads = new Turns({ atOnce: 1, mayWait: 1 });
    const end = await turns.uploads.begin();
    let began = false;
    const waits = inUploadTurn({ turns }, new PassThrough(), async () => {
      began = true;
    });
    const told = waits.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(WAIT_MS - 1);
    expect(turns.uploads.waiting).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await told).toMatchObject({ status: 503, type: 'too_busy' });
    expect(turns.uploads.waiting).toBe(0);
    end();
    (await turns.uploads.begin())();
    expect(began).toBe(false);
  });

  it('a body takes ends though it never falls silent', async () => {
    const body = new PassThrough();
    const told = readBody(body, 1).catch((error: unknown) => error);
    for (let at = 0; at < ARRIVES_MS; at += ARRIVES_MS / 6) {
      body.write('a few bytes');
      await vi.advanceTimersByTimeAsync(ARRIVES_MS / 6);
    }
    expect(await told).toMatchObject({ status: 408 });
  });
});

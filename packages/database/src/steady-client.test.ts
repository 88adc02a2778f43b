import net from 'node:net';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { SteadyClient } from './steady-client.ts';

/** A message of PostgreSQL's protocol: its letter, its length, its body. */
const message = (letter: string, body: Buffer) => {
  const head = Buffer.alloc(5, letter);
  head.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
};
const welcome = message('R', Buffer.alloc(4));
const ready = message('Z', Buffer.from('I'));
const farewell = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection\0\0'));

/** A server that lets one in and cuts it off in the same breath. */
const server = net.createServer((socket) => {
  socket.once('data', () => socket.end(Buffer.concat([welcome, ready, farewell])));
  socket.on('error', () => {});
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address() as net.AddressInfo;
const config = { host: '127.0.0.1', port, user: 'nobody', database: 'none' };
afterAll(() => {
  server.close();
});

describe('a connection that is cut in the moment after it stood', () => {
  it('fails to connect', async () => {
    await expect(new SteadyClient(config).connect()).rejects.toMatchObject({ code: '57P01' });
  });

  it('taken from a pool, fails its first statement, and another is made', async () => {
    const pool = new pg.Pool({ ...config, Client: SteadyClient });
    pool.on('error', () => {});
    for (let turn = 1; turn <= 2; turn++) await expect(pool.query('SELECT 1')).rejects.toThrow();
    expect(pool.totalCount).toBe(0);
    await pool.end();
  });
});

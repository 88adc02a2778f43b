import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { EICAR } from './zoo.ts';

/** How the scanner behaves: as it should, or as it does on a bad day. */
export type Mood = 'well' | 'silent' | 'cut' | 'confused' | 'full';
export type Clamd = {
  url: string;
  mood: Mood;
  /** It finds the virus in whatever it gets. */ finds: boolean;
  seen: Buffer[];
  close(): Promise<void>;
};

/** A scanner on loopback that speaks clamd's INSTREAM and knows one virus, the one that is none. */
export async function startClamd(): Promise<Clamd> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    let held = Buffer.alloc(0);
    socket.on('data', (part: Buffer) => {
      held = Buffer.concat([held, part]);
      if (clamd.mood === 'cut') return void socket.destroy();
      const bytes = streamed(held);
      if (bytes === null || clamd.mood === 'silent') return;
      clamd.seen.push(bytes);
      socket.end(`${answerTo(bytes)}\0`);
    });
  });
  const answerTo = (bytes: Buffer) => {
    if (clamd.mood === 'full') return 'INSTREAM size limit exceeded. ERROR';
    if (clamd.mood === 'confused') return 'OK, more or less';
    return clamd.finds || bytes.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const clamd: Clamd = {
    url: `tcp://127.0.0.1:${port}`,
    mood: 'well',
    finds: false,
    seen: [],
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
  return clamd;
}

const COMMAND = Buffer.from('zINSTREAM\0');

/** What was streamed, once its end is there; null before. @throws when it is not clamd's protocol */
function streamed(held: Buffer): Buffer | null {
  if (held.length < COMMAND.length) return null;
  if (!held.subarray(0, COMMAND.length).equals(COMMAND)) throw new Error('This is not clamd’s INSTREAM.');
  const chunks: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= held.length;) {
    const length = held.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(held.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

import net from 'node:net';

export type ScanResult = 'clean' | 'unavailable' | { infected: string };

const TIMEOUT_MS = 30_000;
const CHUNK = 64 * 1024;

/**
 * Has bytes looked at by clamd (its INSTREAM command). A scanner that is down, late, or says what we do not know has not
 * looked: only its own "OK" is clean.
 */
export function scanBytes(url: string, bytes: Uint8Array, timeoutMs = TIMEOUT_MS): Promise<ScanResult> {
  return new Promise((resolve) => {
    const socket = url.startsWith('unix:')
      ? net.connect(url.slice('unix:'.length))
      : net.connect(Number(new URL(url).port), new URL(url).hostname);
    let said = '';
    const end = (result: ScanResult) => {
      clearTimeout(late);
      socket.destroy();
      resolve(result);
    };
    const late = setTimeout(() => end('unavailable'), timeoutMs);
    socket.setEncoding('utf8');
    socket.on('error', () => end(resultOf(said)));
    socket.on('data', (part: string) => {
      said += part;
      if (said.includes('\0')) end(resultOf(said));
    });
    socket.on('end', () => end(resultOf(said)));
    socket.on('connect', () => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const chunk = bytes.subarray(at, at + CHUNK);
        socket.write(lengthOf(chunk));
        socket.write(chunk);
      }
      socket.write(lengthOf(new Uint8Array()));
    });
  });
}

function lengthOf(chunk: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.byteLength);
  return length;
}

function resultOf(said: string): ScanResult {
  const answer = said.replace(/\0.*$/s, '').trim();
  if (answer === 'stream: OK') return 'clean';
  const [, name] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
  return name === undefined ? 'unavailable' : { infected: name };
}

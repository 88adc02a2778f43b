// Ports on loopback: whether one is free, a free one, and waiting until something answers there.
import net from 'node:net';

const tryListening = (port, host) =>
  new Promise((done) => {
    const server = net.createServer();
    server.once('error', (error) => done({ free: !['EADDRINUSE', 'EACCES'].includes(error.code), port }));
    server.listen({ port, host, exclusive: true }, () => {
      const taken = server.address().port;
      server.close(() => done({ free: true, port: taken }));
    });
  });

/** A port counts as free when nobody listens there, neither by IPv4 nor by IPv6 (a browser asks `localhost` on both). */
export async function isFree(port) {
  const answers = await Promise.all([tryListening(port, '127.0.0.1'), tryListening(port, '::1')]);
  return answers.every((answer) => answer.free);
}

/** @returns {Promise<number>} a port nobody uses now */
export async function freePort() {
  return (await tryListening(0, '127.0.0.1')).port;
}

/** @returns {Promise<number[]>} several of them, none twice */
export async function freePorts(count) {
  const ports = new Set();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}

/** Waits until `url` answers with success; `giveUp` (a promise that rejects) ends the wait early. */
export async function untilAnswers(url, { timeoutMs = 60_000, giveUp = new Promise(() => {}) } = {}) {
  const end = Date.now() + timeoutMs;
  let last = 'no answer';
  const poll = async () => {
    for (;;) {
      try {
        const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
        if (response.ok) return;
        last = `${response.status} ${(await response.text()).slice(0, 300)}`;
      } catch (error) {
        last = error.cause?.code ?? error.message;
      }
      if (Date.now() > end) throw new Error(`${url} did not answer within ${timeoutMs / 1000} s (${last}).`);
      await new Promise((go) => setTimeout(go, 100));
    }
  };
  await Promise.race([poll(), giveUp]);
}

/** Waits until something takes connections at the port. */
export async function untilListening(port, timeoutMs = 10_000) {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const connected = await new Promise((done) => {
      const socket = net.connect(port, '127.0.0.1', () => done(true)).on('error', () => done(false));
      socket.once('connect', () => socket.destroy());
    });
    if (connected) return;
    if (Date.now() > end) throw new Error(`Nothing listens on port ${port} after ${timeoutMs / 1000} s.`);
    await new Promise((go) => setTimeout(go, 50));
  }
}

import net from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMailSink, type MailSink, type Weather } from '../../test/mail-sink.ts';
import { openMailServer, type Delivery, type MailServer } from './mail-server.ts';

const body = 'x'.repeat(70) + '\r\n';
const letter = (name: string, lines = 30) => ({
  from: 'suivi@example.org',
  to: 'client@example.org',
  message: Buffer.from(`Message-ID: <${name}@example.org>\r\nSubject: ${name}\r\n\r\n${body.repeat(lines)}`),
});
const yes = async () => {};
const patience = { connectMs: 1_000, commandsMs: 300, replyMs: 600, idleMs: 5_000 };

let sink: MailSink;
let server: MailServer;
beforeEach(async () => {
  sink = await openMailSink();
  server = openMailServer(sink.url, patience);
});
afterEach(async () => {
  sink.answer();
  await server.close();
  await sink.close();
});

describe('what became of a letter', () => {
  it.each<[Weather, Delivery]>([
    ['fine', { result: 'accepted' }],
    ['busy_at_greeting', { result: 'no_service', because: 'busy' }],
    ['busy_at_recipient', { result: 'no_service', because: 'busy' }],
    ['greylisted', { result: 'refused', at: 'recipient', code: 451, reply: '451 4.7.1 greylisted, come back' }],
    ['no_such_user', { result: 'refused', at: 'recipient', code: 550, reply: '550 5.1.1 no such user' }],
    ['sender_refused', { result: 'refused', at: 'sender', code: 553, reply: '553 5.7.1 not your address' }],
    ['later_after_dot', { result: 'refused', at: 'message', code: 451, reply: '451 4.3.0 try again' }],
    ['refused_after_dot', { result: 'refused', at: 'message', code: 554, reply: '554 5.7.1 looks like spam' }],
    ['drop_before_data', { result: 'unsent' }],
    ['hang_at_recipient', { result: 'unsent' }],
    ['drop_after_dot', { result: 'unsure' }],
    ['half_a_reply', { result: 'unsure' }],
    ['hang_after_dot', { result: 'unsure' }],
  ])('%s', async (weather, delivery) => {
    sink.weather = weather;
    expect(await server.deliver(letter('one'), yes)).toEqual(delivery);
  });

  it('a connection that closes inside a long letter has taken nothing', async () => {
    sink.weather = 'drop_in_body';
    // Longer than what the kernel takes from us in one go
    expect(await server.deliver(letter('long', 200_000), yes)).toEqual({ result: 'unsent' });
    expect(sink.seen).toEqual([]);
  });

  it('a server that drips its greeting a byte at a time is left', async () => {
    const dripping = net.createServer((socket) => {
      socket.on('error', () => {});
      const drip = setInterval(() => socket.write('2'), 50);
      socket.once('close', () => clearInterval(drip));
    });
    const port = await new Promise<number>((done) =>
      dripping.listen(0, '127.0.0.1', () => done((dripping.address() as net.AddressInfo).port)),
    );
    const slow = openMailServer(`smtp://127.0.0.1:${port}`, patience);
    expect(await slow.deliver(letter('one'), yes)).toEqual({ result: 'no_service', because: 'unreachable' });
    await new Promise((done) => dripping.close(done));
  });

  it('nobody listens', async () => {
    const nobody = openMailServer('smtp://127.0.0.1:1', patience);
    expect(await nobody.deliver(letter('one'), yes)).toEqual({ result: 'no_service', because: 'unreachable' });
  });
});

describe('the last moment', () => {
  it('comes when the server waits for the letter, and before it has the whole of it', async () => {
    let seenThen = -1;
    await server.deliver(letter('one'), async () => {
      await wait(50);
      seenThen = sink.seen.length;
    });
    expect(seenThen).toBe(0);
    expect(sink.taken.map(({ mail }) => mail.messageId)).toEqual(['<one@example.org>']);
  });

  it('is not reached by a letter that is refused before it', async () => {
    sink.weather = 'greylisted';
    let reached = false;
    await server.deliver(letter('one'), async () => void (reached = true));
    expect(reached).toBe(false);
  });

  it('can take the letter back: the server never sees it whole', async () => {
    const delivery = await server.deliver(letter('one'), async () => {
      throw new Error('The claim is void.');
    });
    expect(delivery).toEqual({ result: 'withdrawn' });
    await wait(50);
    expect(sink.seen).toEqual([]);
  });
});

describe('a connection that was kept', () => {
  it('takes the next letter, also after a refusal', async () => {
    await server.deliver(letter('one'), yes);
    sink.weather = 'no_such_user';
    await server.deliver(letter('two'), yes);
    await wait(50); // the session is begun anew
    sink.weather = 'fine';
    expect(await server.deliver(letter('three'), yes)).toEqual({ result: 'accepted' });
    expect(sink.connections()).toBe(1);
    expect(sink.taken.length).toBe(2);
  });

  it('and left by the server meanwhile, loses and doubles nothing', async () => {
    await server.deliver(letter('one'), yes);
    sink.weather = 'drop_before_data';
    expect(await server.deliver(letter('two'), yes)).toEqual({ result: 'unsent' });
    sink.weather = 'fine';
    expect(await server.deliver(letter('two'), yes)).toEqual({ result: 'accepted' });
    expect(sink.taken.map(({ mail }) => mail.subject)).toEqual(['one', 'two']);
  });

  it('says goodbye after a while', async () => {
    const hasty = openMailServer(sink.url, { ...patience, idleMs: 50 });
    await hasty.deliver(letter('one'), yes);
    await wait(300);
    expect(sink.connections()).toBe(0);
  });
});

describe('TLS', () => {
  it('is demanded where a password would travel', async () => {
    const url = sink.url.replace('smtp://', 'smtp://user:secret@');
    const strict = openMailServer(url, patience);
    expect(await strict.deliver(letter('one'), yes)).toEqual({ result: 'no_service', because: 'tls' });
    expect(sink.seen).toEqual([]);
  });
});

it.each(['a@example.org>\r\nRCPT TO:<b@example.org', 'a@example.org\r\nDATA'])(
  'an address with a line break in it goes nowhere',
  async (to) => {
    expect(await server.deliver({ ...letter('one'), to }, yes)).toEqual({ result: 'unsent' });
    expect(sink.seen).toEqual([]);
  },
);

it('a line that would end the letter early is a line of it', async () => {
  const message = Buffer.from('Subject: dots\r\n\r\nfirst\r\n.\r\nRSET\r\n\n.\r\nlast' + ' '.repeat(80));
  await server.deliver({ ...letter('dots'), message }, yes);
  expect(sink.taken).toHaveLength(1);
  expect(sink.taken[0]?.mail.text).toContain('last');
});

import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import { within } from '../outbox/within.ts';
import { readSmtpUrl } from './smtp-url.ts';

export type Letter = { from: string; to: string; message: Buffer };

/**
 * What became of a letter. `unsure` is the one thing no mail client can find out: the whole of it was handed over, and
 * no reply came. Everything else says for certain whether the server has it.
 */
export type Delivery =
  | { result: 'accepted' }
  /** The server said no to this letter, for now (4xx) or for good (5xx). */
  | { result: 'refused'; at: 'sender' | 'recipient' | 'message'; code: number; reply: string }
  /** The connection ended before the letter did: nothing was taken. */
  | { result: 'unsent' }
  | { result: 'unsure' }
  /** `beforeEnd` refused. */
  | { result: 'withdrawn' }
  /** Nothing to do with this letter: no server, no TLS, a wrong password, "too busy". */
  | { result: 'no_service'; because: 'unreachable' | 'login' | 'tls' | 'busy' };

export type MailServer = {
  /**
   * Hands a letter over.
   * @param beforeEnd called when the server waits for the letter and all but its last bytes have been written: what
   *   it throws ends the connection before the final dot, and a server must then forget the letter
   */
  deliver(letter: Letter, beforeEnd: () => Promise<void>): Promise<Delivery>;
  /** Says goodbye on the connections that wait for the next letter. */
  close(): Promise<void>;
};

export type Patience = { connectMs: number; commandsMs: number; replyMs: number; idleMs: number };
/** For the final reply a server may take ten minutes (RFC 5321, 4.5.3.2.6): to give up sooner makes letters uncertain. */
const PATIENCE: Patience = { connectMs: 15_000, commandsMs: 60_000, replyMs: 600_000, idleMs: 5_000 };

type Connection = { smtp: SMTPConnection; used: boolean; bodyWritten: boolean; idle: NodeJS.Timeout | null };
type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string };

/** How many bytes of a letter wait for `beforeEnd`: without them, and the dot after them, no server has it. */
const LAST_BYTES = 64;

/** A mail server behind `SMTP_URL`. Connections are kept for a few seconds, to be used for the next letter. */
export function openMailServer(url: string, patience: Patience = PATIENCE): MailServer {
  const { options, auth } = readSmtpUrl(url);
  const waiting = new Set<Connection>();

  async function connect(): Promise<Connection | Extract<Delivery, { result: 'no_service' }>> {
    const connection: Connection = { smtp: undefined as never, used: false, bodyWritten: false, idle: null };
    const smtp = new SMTPConnection({
      ...options,
      connectionTimeout: patience.connectMs,
      greetingTimeout: patience.connectMs,
      dnsTimeout: patience.connectMs,
      socketTimeout: patience.replyMs,
      socketCloseTimeout: 1_000,
      logger: bodyMark(() => (connection.bodyWritten = true)),
    });
    connection.smtp = smtp;
    const begun = new Promise<SmtpError | null>((done) => {
      smtp.once('error', done);
      smtp.once('end', () => done(new Error('closed')));
      smtp.connect((failed) => {
        if (failed) return done(failed);
        if (auth === null) return done(null);
        smtp.login(auth, (refused) => done(refused ?? null));
      });
    });
    // Each step has its own time; a server that drips a byte at a time would still hold us for hours.
    const error = await within(patience.commandsMs, begun);
    smtp.on('error', () => {}); // told by the send that meets it
    if (error === null) return connection;
    smtp.close();
    return { result: 'no_service', because: error === 'late' ? 'unreachable' : reasonOf(error) };
  }

  function takeWaiting(): Connection | null {
    for (const connection of waiting) {
      waiting.delete(connection);
      if (connection.idle) clearTimeout(connection.idle);
      if (!connection.smtp.destroyed) return connection;
    }
    return null;
  }

  function keep(connection: Connection) {
    waiting.add(connection);
    connection.idle = setTimeout(() => {
      waiting.delete(connection);
      connection.smtp.quit();
    }, patience.idleMs);
    connection.idle.unref();
  }

  async function send(connection: Connection, { from, to, message }: Letter, beforeEnd: () => Promise<void>) {
    let withdrawn = false;
    let reachedEnd = false;
    connection.bodyWritten = false;
    async function* body() {
      yield message.subarray(0, -LAST_BYTES);
      reachedEnd = true;
      try {
        await beforeEnd();
      } catch (error) {
        withdrawn = true;
        throw error;
      }
      yield message.subarray(-LAST_BYTES);
    }
    const { smtp } = connection;
    const error = await new Promise<SmtpError | null>((done) => {
      // Until the letter has begun, each reply has to come soon; a server that drips bytes would else hold us for hours.
      const impatient = setTimeout(() => !reachedEnd && done(new Error('too slow')), patience.commandsMs);
      const settled = (outcome: SmtpError | null) => {
        clearTimeout(impatient);
        done(outcome);
      };
      const envelope = { from, to: [to], size: message.length, use8BitMime: true };
      smtp.send(envelope, Readable.from(body(), { objectMode: false }), (failed) => settled(failed ?? null));
    });
    if (error === null) {
      keep(connection);
      return { delivery: { result: 'accepted' } satisfies Delivery, reachedEnd };
    }
    const delivery = judged(error, { withdrawn, bodyWritten: connection.bodyWritten });
    // After a plain refusal the session is whole; anything else leaves it in doubt.
    if (delivery.result === 'refused' && !smtp.destroyed)
      smtp.reset((failed) => (failed ? smtp.close() : keep(connection)));
    else smtp.close();
    return { delivery, reachedEnd };
  }

  return {
    async deliver(letter, beforeEnd) {
      const kept = takeWaiting();
      if (kept !== null) {
        const { delivery, reachedEnd } = await send(kept, letter, beforeEnd);
        // The server had left a connection that waited: that says nothing about this letter.
        if (delivery.result !== 'unsent' || reachedEnd) return delivery;
      }
      const connection = await connect();
      if ('result' in connection) return connection;
      return (await send(connection, letter, beforeEnd)).delivery;
    },
    async close() {
      for (const connection of waiting) {
        if (connection.idle) clearTimeout(connection.idle);
        connection.smtp.quit();
        // A server that does not answer our goodbye is left without one.
        setTimeout(() => connection.smtp.close(), 1_000).unref();
      }
      waiting.clear();
    },
  };
}

/** Calls back when the whole body has been written: nodemailer logs it, and its errors do not tell. */
function bodyMark(written: () => void): NonNullable<SMTPConnectionOptions['logger']> {
  const look = (entry: unknown) => {
    if (typeof entry === 'object' && entry !== null && 'tnx' in entry && entry.tnx === 'message') written();
  };
  const deaf = () => {};
  return { level: deaf, trace: deaf, debug: deaf, info: look, warn: deaf, error: deaf, fatal: deaf };
}

function judged(error: SmtpError, { withdrawn, bodyWritten }: { withdrawn: boolean; bodyWritten: boolean }): Delivery {
  if (withdrawn) return { result: 'withdrawn' };
  const { responseCode: code, response: reply = '' } = error;
  // 421 ends the session, whatever was asked: the server is going away or has too many of us.
  if (code === 421 && !bodyWritten) return { result: 'no_service', because: 'busy' };
  if (code !== undefined && code >= 400) return { result: 'refused', at: placeOf(error), code, reply };
  return bodyWritten ? { result: 'unsure' } : { result: 'unsent' };
}

const placeOf = ({ command }: SmtpError) =>
  command === 'MAIL FROM' ? 'sender' : command === 'RCPT TO' ? 'recipient' : 'message';

const reasonOf = ({ code, responseCode }: SmtpError): 'unreachable' | 'login' | 'tls' | 'busy' => {
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'login';
  if (code === 'ETLS') return 'tls';
  return responseCode === undefined ? 'unreachable' : 'busy';
};

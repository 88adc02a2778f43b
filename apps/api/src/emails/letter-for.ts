import MailComposer from 'nodemailer/lib/mail-composer';
import { z } from 'zod';
import type { Tx } from '@suivi/database/database';
import type { WrittenEmail } from '@suivi/emails/write';
import { readStoredFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import type { ClaimedMessage } from './claim-message.ts';
import type { Letter } from './mail-server.ts';
import { notKnown, type HeldReason } from './message-reasons.ts';
import { keepText } from './settle-message.ts';
import { readCorrespondents, writeMessage, type Correspondents } from './write-message.ts';

/**
 * The letter of a claimed message: written from what is true now, and kept as it will leave.
 * @returns why it has to wait, when a value of its text or the client's address is missing
 */
export async function letterFor(
  tx: Tx,
  { keys, config }: Pick<Platform, 'keys' | 'config'>,
  message: ClaimedMessage,
): Promise<Letter | { held: HeldReason }> {
  const stored = await readStoredFile(tx, keys, message.fileId);
  const planned = stored?.messages.find(({ id }) => id === message.id);
  if (!stored || !planned) throw new Error('The file of a claimed message is gone.');
  const to = z.email().safeParse(stored.client.email);
  if (!to.success) return { held: 'no_address' };
  const people = await readCorrespondents(tx, stored.adviserId);
  const written = writeMessage(stored, planned, people, message.today);
  if (written.held) return { held: notKnown(written.missing) };
  const { subject, html, text } = written;
  await keepText(tx, keys, message, { to: to.data, subject, html, text });
  const headers: Record<string, string> = message.demo
    ? { 'X-Suivi-Day': message.today, 'X-Suivi-Key': message.key, 'X-Suivi-File': stored.reference }
    : {};
  const name = `${stored.client.firstName} ${stored.client.lastName}`;
  const mail = { from: config.MAIL_FROM, to: to.data, name, people, written, message, headers };
  return { from: config.MAIL_FROM, to: to.data, message: await compose(mail) };
}

type Mail = {
  from: string;
  to: string;
  name: string;
  people: Correspondents;
  written: WrittenEmail;
  message: ClaimedMessage;
  headers: Record<string, string>;
};

function compose({ from, to, name, people, written, message, headers }: Mail): Promise<Buffer> {
  const { agencyName, adviser } = people;
  const composer = new MailComposer({
    from: { name: agencyName, address: from },
    to: { name, address: to },
    ...(adviser && { replyTo: { name: adviser.name, address: adviser.email } }),
    subject: written.subject,
    text: written.text,
    html: written.html,
    // The same at every attempt: should one arrive twice, a mail program shows it once.
    messageId: message.messageId,
    date: new Date(message.claimedAt),
    // RFC 3834: nobody's holiday note shall answer it.
    headers: { 'Auto-Submitted': 'auto-generated', ...headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((done, failed) =>
    composer.compile().build((error, message) => (error ? failed(error) : done(message))),
  );
}

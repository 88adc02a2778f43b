import { randomUUID } from 'node:crypto';
import type { Client } from '@suivi/contracts/files';
import { isDay } from '@suivi/rules/calendar/days';
import type { Day } from '@suivi/rules/calendar/days';
import type { File } from '@suivi/rules/file';
import { plan } from '@suivi/rules/plan';
import { readFile } from '@suivi/rules/read-file';
import { plainText } from '../files/search-text.ts';
import type { DemoEvent, DemoFile } from './demo-files.ts';

const day = (text: string): Day => {
  if (!isDay(text)) throw new Error(`The demo's data name a day that does not exist: ${text}`);
  return text;
};

const event = ([on, type, more]: DemoEvent) => ({ id: randomUUID(), type, on, ...more });

/** The contract's file of one of the demo's people: the papers that it needs are asked of the rules, not listed. */
export function contractFile(demo: DemoFile): File {
  const bare = read(demo, []);
  const papers = demo.papers ? papersOf(bare, demo.papers) : [];
  const events = [...papers, ...demo.events.map(event)].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return read(demo, events);
}

function read({ reference, openedOn, applicant }: DemoFile, events: unknown[]): File {
  const result = readFile({ id: reference, openedOn, applicant, events });
  if (result.ok) return result.file;
  throw new Error(`The demo's file ${reference} is faulty: ${JSON.stringify(result.issues)}`);
}

function papersOf(file: File, { received, verified, but = [] }: NonNullable<DemoFile['papers']>) {
  const needed = plan(file, day(received)).documents.filter(
    ({ code, need, neededFor }) => need === 'required' && neededFor === 'submission' && !but.includes(code),
  );
  return needed.flatMap(({ code, member }) => {
    const paper = { document: code, member };
    return [
      event([received, 'document_received', paper]),
      ...(verified ? [event([verified, 'document_verified', paper])] : []),
    ];
  });
}

/** An invented person's address; example.org takes no mail. */
export function demoClient({ name: [firstName, lastName], withoutEmail, reference }: DemoFile): Client {
  const mailbox = plainText(`${firstName} ${lastName}`).replaceAll(' ', '.');
  return {
    firstName,
    lastName,
    email: withoutEmail ? null : `${mailbox}@example.org`,
    telephone: `06 12 34 ${reference.slice(-4, -2)} ${reference.slice(-2)}`,
    street: `${Number(reference.slice(-2))} rue des Tilleuls`,
  };
}

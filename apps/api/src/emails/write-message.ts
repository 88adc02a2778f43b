import type { Tx } from '@suivi/database/database';
import type { EmailInput, People } from '@suivi/emails/email-input';
import type { HeldEmail, WrittenEmail } from '@suivi/emails/write';
import { writeEmail } from '@suivi/emails/write';
import type { Day } from '@suivi/rules/calendar/days';
import type { EmailCause } from '@suivi/rules/emails/payloads';
import { plan } from '@suivi/rules/plan';
import { applicantOn } from '../files/applicant-on.ts';
import { localTime } from '../files/send-at.ts';
import type { StoredFile, StoredMessage } from '../files/stored-file.ts';

/** Who signs an email and who answers it. */
export type Correspondents = {
  agencyName: string;
  /** Null: the file has no adviser, and the agency signs. */
  adviser: { name: string; email: string; telephone: string | null } | null;
};

export async function readCorrespondents(tx: Tx, adviserId: string | null): Promise<Correspondents> {
  type Row = {
    agencyName: string;
    agencyPhone: string | null;
    name: string | null;
    email: string | null;
    telephone: string | null;
  };
  const row = await tx.one<Row>(
    `SELECT a.name AS "agencyName", a.telephone AS "agencyPhone", m.name, m.email, m.telephone
     FROM agencies a LEFT JOIN members m ON m.agency_id = a.id AND m.user_id = $2 WHERE a.id = $1`,
    [tx.agencyId, adviserId],
  );
  const { agencyName, agencyPhone, name, email, telephone } = row;
  return {
    agencyName,
    adviser: name === null || email === null ? null : { name, email, telephone: telephone ?? agencyPhone },
  };
}

export type ToWrite = Pick<StoredMessage, 'template' | 'payload'> & {
  /** Null: not planned yet. */
  id: string | null;
  /** The file's last email before it; of one that leaves today, the last that has left. */
  lastEmail?: EmailInput['lastEmail'];
};

/** The text of a message as it would be sent on `today`, or the values that it still lacks. */
export function writeMessage(
  stored: StoredFile,
  message: ToWrite,
  { agencyName, adviser }: Correspondents,
  today: Day,
): WrittenEmail | HeldEmail {
  const applicant = applicantOn(stored.file, today);
  const people: People = {
    firstName: stored.client.firstName,
    adviserName: adviser?.name ?? agencyName,
    adviserPhone: adviser?.telephone ?? null,
    agencyName,
  };
  return writeEmail({
    // Template and payload were written together, from one planned email.
    email: { template: message.template, payload: message.payload } as EmailCause,
    language: applicant.language,
    plan: plan(stored.file, today),
    applicant,
    events: stored.file.events,
    lastEmail: message.lastEmail ?? lastEmailBefore(stored, message.id),
    today,
    people,
    memberNames: {},
  });
}

/** The file's last email that has left. On a demo day, real instants say nothing. */
function lastEmailBefore({ messages, demo }: StoredFile, id: string | null): EmailInput['lastEmail'] {
  const left = messages.flatMap((message) => {
    if (message.id === id || message.sentAt === null) return [];
    const { template, sendOn, sentAt } = message;
    return [{ template, on: demo ? sendOn : localTime(new Date(sentAt), 'metropole').day, sentAt }];
  });
  const last = left.sort((a, b) => (a.sentAt < b.sentAt ? -1 : 1)).at(-1);
  return last === undefined ? null : { template: last.template, on: last.on };
}

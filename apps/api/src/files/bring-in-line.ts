import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import type { Applicant, File } from '@suivi/rules/file';
import { planWithAnswers } from '@suivi/rules/plan';
import type { Plan } from '@suivi/rules/plan-types';
import type { Platform } from '../platform/platform.ts';
import { papersFollow } from '../documents/papers-follow.ts';
import { keepMissingSendings, keepSendings } from '../postal/sendings.ts';
import { applicantOn } from './applicant-on.ts';
import { refuseUnconfirmed } from './client-report.ts';
import { fileColumns } from './file-columns.ts';
import { droppedHolds, foreseenOf, reconcileForeseen } from './foreseen.ts';
import { reconcile } from './reconcile.ts';
import type { Reconciled } from './reconcile.ts';
import type { StoredFile } from './stored-file.ts';
import { writeFile } from './write-file.ts';
import type { AuditEntry, KeptAnswer, NewEvent } from './write-file.ts';

export type Cause = {
  /** The contract's file, the new event in it. */
  file: File;
  /** The new event; null for a review, which adds none. */
  added: NewEvent | null;
  answer?: (next: InLine) => KeptAnswer;
  audit: AuditEntry | null;
};

export type InLine = {
  plan: Plan;
  reconciled: Reconciled;
  /** The tasks that have been answered, each with its event. */
  answered: Record<string, string>;
  /** The client as known today. */
  applicant: Applicant;
};

/** What bringing a file in line would write. Decides only. @param undoable a person's deed, whose emails wait a moment */
export function lineUp(stored: StoredFile, file: File, undoable: boolean): InLine {
  const { today, client } = stored;
  const { answered, ...plan } = planWithAnswers(file, today);
  const applicant = applicantOn(file, today);
  const reconciled = reconcile(stored, plan, {
    now: new Date(stored.now),
    demo: stored.demo,
    undoable,
    postcode: applicant.address.postcode,
    hasEmail: client.email !== null,
    answered: new Map(Object.entries(answered)),
    heldAhead: new Map(stored.foreseen.flatMap(({ key, heldBy }) => (heldBy === null ? [] : [[key, heldBy]]))),
  });
  return { plan, reconciled, answered, applicant };
}

/** Plans a locked file and makes the tables look like the plan, in the caller's transaction. */
export async function bringInLine(platform: Platform, tx: Tx, stored: StoredFile, cause: Cause): Promise<InLine> {
  const { file, added, audit } = cause;
  const { today, client, reference, playbookVersion } = stored;
  const inLine = lineUp(stored, file, added !== null);
  const { plan, reconciled, answered, applicant } = inLine;
  if (added?.origin === 'client') refuseUnconfirmed(stored, reconciled);
  const snoozed = new Map(stored.tasks.map(({ key, snoozedUntil }) => [key, snoozedUntil]));
  for (const { key, snoozedUntil } of reconciled.tasks.changed) snoozed.set(key, snoozedUntil);
  const planned = new Set(plan.emails.map(({ key }) => key));
  const dropped = droppedHolds(stored.messages, planned);
  await writeFile(tx, platform.keys, {
    fileId: stored.id,
    events: added ? [added] : [],
    reconciled,
    foreseen: reconcileForeseen(stored.foreseen, foreseenOf(file, today), planned, dropped),
    columns: fileColumns(plan, {
      version: stored.version + (added ? 1 : 0),
      reference,
      client,
      applicant,
      stageSince: plan.stage === stored.stage ? stored.stageSince : stageBegan(added, today),
      playbookVersion,
      snoozed,
    }),
    answer: cause.answer?.(inLine) ?? null,
    audit,
    mailDomain: mailDomainOf(platform),
  });
  const { events } = file;
  const now = new Date(stored.now);
  if (added) {
    await papersFollow(tx, stored.file.events, added.event);
    await keepSendings(tx, { fileId: stored.id, today, now, events, added: added.event, answered });
  } else await keepMissingSendings(tx, stored.id, events, { today, now });
  return inLine;
}

const stageBegan = (added: NewEvent | null, today: Day): Day => {
  const on = added?.event.on;
  return on && on < today ? on : today;
};

/** What stands behind the @ of our message ids. */
export const mailDomainOf = ({ config }: Pick<Platform, 'config'>) => config.MAIL_FROM.split('@').at(-1) ?? 'localhost';

import { addDays, daysFrom, later, type Day } from '../calendar/days.ts';
import { say } from '../because.ts';
import type { Context } from '../context.ts';
import { nameOf } from '../documents/names.ts';
import { holdsBack, type PaperRow } from '../documents/status.ts';
import { unchecked } from '../progress.ts';
import type { Fault, Words } from '../vocabulary.ts';
import { counted } from './payloads.ts';
import { answerDays } from './requests.ts';
import { deadline, email, ladder, task } from './step.ts';

export const documents = (count: number): Words =>
  counted(count, { en: 'document', fr: 'pièce' }, { en: 'documents', fr: 'pièces' });

const missing = (count: number): Words =>
  counted(
    count,
    { en: 'document is missing', fr: 'pièce manque' },
    { en: 'documents are missing', fr: 'pièces manquent' },
  );

const papersOf = (rows: readonly PaperRow[]) => rows.map(({ need }) => ({ document: need.code, member: need.member }));

type Missing = { rows: readonly PaperRow[]; anchor: Day };

/** What is still to be asked for, and since when nothing has come. */
function awaited(c: Context): Missing | null {
  const { awaited: rows } = c.papers;
  if (rows.length === 0) return null;
  const { lastDocumentOn } = c.facts;
  const { since } = c.progress.gathering;
  return { rows, anchor: lastDocumentOn === null ? since : later(lastDocumentOn, since) };
}

/** Papers are asked for, and asked for again while nothing comes. */
export const gathering = ladder<Missing>({
  while: ['gathering_documents'],
  one: awaited,
  steps: [
    task('collect_documents', {
      key: (_, c) => `collect_documents:${c.progress.gathering.n}`,
      on: (_, c) => c.progress.gathering.since,
      source: 'ameli/ne-etranger',
      payload: ({ rows }) => ({ documents: papersOf(rows) }),
      because: (_, c, { day }) => {
        const count = c.papers.rows.filter(holdsBack).length;
        return c.progress.gathering.n > 1
          ? say(
              'The file needs {documents} again since {stepDay}.',
              'Le dossier demande à nouveau {documents} depuis le {stepDay}.',
              { documents: documents(count), stepDay: c.progress.gathering.since },
              day,
            )
          : count === 1
            ? say(
                '1 document needed for sending is not verified.',
                '1 pièce nécessaire à l’envoi n’est pas vérifiée.',
                {},
                day,
              )
            : say(
                '{count} documents needed for sending are not verified.',
                '{count} pièces nécessaires à l’envoi ne sont pas vérifiées.',
                { count },
                day,
              );
      },
    }),
    task('review_file', {
      key: (_, c) => `review_file:documents:${c.progress.gathering.n}`,
      on: ({ anchor }, c) => addDays(anchor, c.playbook.documentsReviewAfterDays),
      source: 'playbook',
      because: ({ rows, anchor }, c, { day }) =>
        say(
          '{documents} still missing {days} days after {lastDay}.',
          '{missing} encore {days} jours après le {lastDay}.',
          {
            documents: documents(rows.length),
            missing: missing(rows.length),
            days: c.playbook.documentsReviewAfterDays,
            lastDay: anchor,
          },
          day,
        ),
    }),
  ],
});

type Reminder = { n: number; on: Day; returned: boolean; third: boolean; missing: Missing };

/** The reminders ahead, each with the next number: those of the past have used theirs. */
function reminders(c: Context): Reminder[] {
  const missing = awaited(c);
  if (missing === null) return [];
  const { gathering, remindersUsed } = c.progress;
  const ahead: Reminder[] = [];
  const add = (on: Day, returned: boolean, third: boolean): void => {
    const n = remindersUsed + ahead.length + 1;
    if (n <= c.playbook.remindersAtMost && c.days.onOrAfter(on) >= c.day)
      ahead.push({ n, on, returned, third, missing });
  };
  if (gathering.inLife > 1) add(gathering.since, true, false);
  for (const [i, after] of c.playbook.reminderAfterDays.entries()) add(addDays(missing.anchor, after), false, i === 2);
  return ahead;
}

export const documentReminders = ladder<Reminder>({
  while: ['gathering_documents'],
  each: reminders,
  steps: [
    email('documents_reminder', {
      key: ({ n }) => `email:documents_reminder:${n}`,
      on: ({ on }) => on,
      because: ({ returned, on, missing: { rows, anchor } }, _, { day }) =>
        returned
          ? say(
              'The file went back to gathering on {stepDay}: {missing}.',
              'Le dossier est revenu aux pièces le {stepDay} : {missing}.',
              { stepDay: on, missing: missing(rows.length) },
              day,
            )
          : say(
              '{missing}; nothing has come since {lastDay}, {days} days ago.',
              '{missing} ; rien n’est arrivé depuis le {lastDay}, il y a {days} jours.',
              { missing: missing(rows.length), lastDay: anchor, days: daysFrom(anchor, day) },
              day,
            ),
      payload: ({ returned, third }) => ({ variant: returned ? 'returned' : 'gathering', third }),
    }),
  ],
});

/** The client reads what to do about it in the email; here its sort is enough. */
const FAULT: Record<Fault, Words> = {
  incomplete: { en: 'a part is missing', fr: 'une partie manque' },
  incorrect: { en: 'not the right document', fr: 'pas la bonne pièce' },
  outdated: { en: 'no longer valid', fr: 'validité passée' },
};

type Redo = NonNullable<Context['progress']['redo']>;

/** A paper was sent back: the client is told the same day. */
export const redo = ladder<Redo>({
  while: ['gathering_documents', 'documents_requested'],
  one: (c) => {
    const { redo: last } = c.progress;
    return last !== null && last.sendOn >= c.day ? last : null;
  },
  steps: [
    email('document_to_redo', {
      key: ({ n }) => `email:document_to_redo:${n}`,
      on: ({ on }) => on,
      because: ({ on, rejected }, c, { day }) => {
        const [first] = rejected;
        return rejected.length === 1 && first !== undefined
          ? say(
              '{docName} was sent back on {stepDay}: {faultText}.',
              '{docName} : à refaire depuis le {stepDay} ; {faultText}.',
              {
                docName: nameOf(first.document, first.member, c.applicant.category),
                stepDay: on,
                faultText: FAULT[first.fault],
              },
              day,
            )
          : say(
              '{count} documents were sent back on {stepDay}.',
              '{count} pièces à refaire depuis le {stepDay}.',
              { count: rejected.length, stepDay: on },
              day,
            );
      },
      payload: ({ rejected }, c) => {
        const variant = rejected.length === 1 ? 'one' : 'several';
        if (c.stage !== 'documents_requested') return { variant, rejected, requested: false };
        return { variant, rejected, requested: true, ...answerDays(c) };
      },
    }),
  ],
});

/** Somebody looks at what has come. */
export const checking = ladder<readonly PaperRow[]>({
  while: ['gathering_documents', 'documents_requested'],
  one: (c) => {
    const rows = unchecked(c);
    return rows.length > 0 && c.progress.check.since !== null ? rows : null;
  },
  steps: [
    task('check_documents', {
      key: (_, c) => `check_documents:${c.progress.check.n}`,
      on: (_, c) => c.progress.check.since,
      source: 'playbook',
      payload: (rows) => ({ documents: papersOf(rows) }),
      because: (rows, c, { day }) =>
        rows.length === 1
          ? say(
              '1 document has come since {stepDay} and is not checked.',
              '1 pièce arrivée depuis le {stepDay} n’est pas vérifiée.',
              { stepDay: c.progress.check.since },
              day,
            )
          : say(
              '{count} documents have come since {stepDay} and are not checked.',
              '{count} pièces arrivées depuis le {stepDay} ne sont pas vérifiées.',
              { count: rows.length, stepDay: c.progress.check.since },
              day,
            ),
    }),
  ],
});

type Ending = { row: PaperRow; until: Day };

/** A paper that ends before the file is sent has to be replaced. */
export const expiries = ladder<Ending>({
  while: ['gathering_documents', 'waiting_for_eligibility', 'ready_to_submit'],
  each: (c) =>
    c.papers.rows.flatMap((row) => {
      const until = row.paper?.status === 'rejected' ? null : (row.paper?.validUntil ?? null);
      return until !== null && row.need.need !== 'not_needed' ? [{ row, until }] : [];
    }),
  steps: [
    deadline('document_expires', {
      key: ({ row: { need } }) =>
        `deadline:document_expires:${need.code}${need.member === null ? '' : `:${need.member}`}`,
      on: ({ until }) => until,
      source: 'ameli/ne-etranger',
      because: ({ row, until }, c, { day }) =>
        say(
          '{docName} is valid until {expiryDay}, and the file has not been sent.',
          '{docName} : valable jusqu’au {expiryDay} ; dossier non envoyé.',
          { docName: nameOf(row.need.code, row.need.member, c.applicant.category), expiryDay: until },
          day,
        ),
    }),
  ],
});

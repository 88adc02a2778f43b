import type { PostLetter } from '@suivi/contracts/post';
import type { Day } from '@suivi/rules/calendar/days';
import { normaliseTracking } from '@suivi/rules/numbers/tracking';
import { eventOf } from '../../today/answer.ts';
import type { AnswerEvent } from '../../today/answer.ts';
import type { Entry } from '../use-record-each.ts';

/** The event that says this letter was posted. */
export const postingOf = ({ kind, key, payload }: PostLetter, on: Day, number: string): AnswerEvent =>
  eventOf({ kind, key, payload }, { on, note: '', trackingNumber: normaliseTracking(number) });

/** A posting on its way to the file. */
export type Posting = Entry & { letter: PostLetter; number: string };
export const entryOf = (letter: PostLetter, on: Day, number: string, eventId: string): Posting => ({
  line: letter.taskId,
  fileId: letter.file.id,
  version: letter.file.version,
  event: { ...postingOf(letter, on, number), id: eventId },
  letter,
  number,
});

/** What stands on the file as a posting: a colleague's one of these is why ours comes too late. */
const POSTINGS: ReadonlySet<string> = new Set(['file_submitted', 'supplement_sent', 'appeal_sent', 'letter_sent']);
export const isPosting = (type: string): boolean => POSTINGS.has(type);

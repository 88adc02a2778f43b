import { describe, expect, it } from 'vitest';
import type { Day } from '@suivi/rules/calendar/days';
import { plan } from '@suivi/rules/plan';
import { fileOf } from '../../test/file-of.ts';
import type { Effect } from './effect.ts';
import { effectsOf } from './effect.ts';
import type { EmailsSoFar } from './emails-so-far.ts';

const today = '2026-05-21' as Day;
const NONE: EmailsSoFar = { messages: [], heldAhead: [], hasAddress: true };
type Message = EmailsSoFar['messages'][number];
const messageOf = (key: string, more: Partial<Message>): EmailsSoFar => ({
  ...NONE,
  messages: [{ key, state: 'planned', heldReason: null, superseded: false, ...more }],
});
const fileWith = (events: object[], applicant: object = {}) =>
  fileOf(events, { address: { postcode: '69003' }, formerlyInsuredInFrance: true, ...applicant });
const papers = plan(fileWith([]), today)
  .documents.filter(({ need, neededFor }) => need === 'required' && neededFor === 'submission')
  .map(({ code }, i) => ({ id: `d${i}`, type: 'document_verified', on: '2026-03-05', document: code }));
const ready = fileWith(papers);
const posting = { type: 'file_submitted', on: today, method: 'registered_post', trackingNumber: null } as const;
const waiting = fileWith([
  ...papers,
  { id: 'p', type: 'file_submitted', on: '2026-04-16', method: 'registered_post' },
  { id: 'r', type: 'post_delivered', on: '2026-04-21' },
]);

const keys = (effects: readonly Effect[]) =>
  effects.map((effect) =>
    'task' in effect
      ? effect.task.key
      : 'email' in effect
        ? effect.email.key
        : 'deadline' in effect
          ? effect.deadline.key
          : effect.kind,
  );
function effects(
  file: typeof ready,
  event: ({ type: 'file_submitted' } & Record<string, unknown>) | Record<string, unknown>,
  soFar = NONE,
) {
  const found = effectsOf({ file, events: [event as never], today, soFar });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found;
}

describe('what a posting causes', () => {
  const found = effects(ready, posting);
  it('changes the stage and answers its task', () => {
    expect(found.changes).toMatchObject([
      { kind: 'stage', from: 'ready_to_submit', to: 'submitted', step: 2 },
      { kind: 'taskDone', task: { key: 'registered_post:file:1' } },
    ]);
  });
  it('tells the client, and looks for the letter', () => {
    expect(keys(found.added)).toEqual(
      expect.arrayContaining(['email:file_submitted:1', 'trace_post:file:1', 'trace_post:file:2']),
    );
  });
  it('sets apart what is counted from an assumed receipt, and says that clients are told of a real one only', () => {
    expect(found.assumed?.on).toBe('2026-05-28');
    expect(keys(found.assumed?.effects ?? [])).toEqual(['call_3646:with_cpam:1', 'office_visit:with_cpam:1', 'notYet']);
    // The rules say so themselves, sentence by sentence.
    for (const effect of found.assumed?.effects ?? [])
      if (effect.kind === 'task') expect(effect.task.because.en).toContain('no receipt');
    for (const effect of found.added)
      if (effect.kind === 'task') expect(effect.task.because.en).not.toContain('no receipt: ');
  });
  it('assumes nothing when the file is handed in', () => {
    expect(effects(ready, { ...posting, method: 'appointment' }).assumed).toBeNull();
  });
});

describe('what else is shown', () => {
  it('emails of one template in one line', () => {
    const found = effects(ready, { ...posting, method: 'online' });
    const waitingEmails = found.added.filter(
      (effect) => effect.kind === 'email' && effect.email.template === 'still_waiting',
    );
    expect(waitingEmails).toMatchObject([{ others: { length: 5 } }]);
  });
  it('of several late emails the newest alone', () => {
    const found = effects(ready, { ...posting, on: '2026-05-13' });
    const fates = found.added.flatMap((effect) => (effect.kind === 'email' ? [[effect.email.key, effect.fate]] : []));
    expect(fates).toContainEqual(['email:file_submitted:1', 'now']);
    const old = effects(ready, { ...posting, on: '2026-04-20' });
    expect(old.added.flatMap((effect) => (effect.kind === 'email' ? [[effect.email.key, effect.fate]] : []))).toEqual(
      expect.arrayContaining([
        ['email:file_submitted:1', 'held'],
        ['email:receipt_missing:1', 'planned'],
      ]),
    );
  });
  it('of a late email that a newer late one, held for a person, makes it needless', () => {
    const posted = { ...posting, on: '2026-05-04' };
    const covered = fileWith(papers, { privateInsuranceUntil: '2026-06-06' });
    const fateOf = (soFar: EmailsSoFar) =>
      effects(covered, posted, soFar).added.flatMap((effect) =>
        effect.kind === 'email' && effect.email.key === 'email:file_submitted:1' ? [effect.fate] : [],
      );
    expect(fateOf(NONE)).toEqual(['held']);
    const newer = (more: Partial<Message>) => messageOf('email:cover_ends:1', more);
    expect(fateOf(newer({ state: 'held', heldReason: 'late' }))).toEqual(['skipped']);
    // One that is about to leave makes it needless as well.
    expect(fateOf(newer({ state: 'queued' }))).toEqual(['skipped']);
    // One that a person holds for another reason is none of its concern.
    expect(fateOf(newer({ state: 'held', heldReason: 'by_person' }))).toEqual(['held']);
  });
  it('of an email that comes back whether a person holds it, or has it no address', () => {
    const handedIn = { ...posting, method: 'online' };
    const waits = (soFar: EmailsSoFar) =>
      effects(ready, handedIn, soFar).added.flatMap((effect) =>
        effect.kind === 'email' && effect.email.template === 'still_waiting'
          ? [[effect.email.key, effect.fate, effect.heldBy, effect.others.length]]
          : [],
      );
    expect(waits(NONE)).toEqual([['email:still_waiting:1', 'planned', null, 5]]);
    expect(waits({ ...NONE, heldAhead: [{ key: 'email:still_waiting:2', heldBy: 'Ada' }] })).toEqual([
      ['email:still_waiting:1', 'planned', null, 4],
      ['email:still_waiting:2', 'heldByPerson', 'Ada', 0],
    ]);
    expect(waits({ ...NONE, hasAddress: false })).toEqual([['email:still_waiting:1', 'noAddress', null, 5]]);
  });
  it.each<[string, Partial<Message>]>([
    ['gave way to a newer one for good', { state: 'cancelled', superseded: true }],
    ['failed', { state: 'failed' }],
    ['has left', { state: 'sent' }],
  ])('no email that %s as if it were new', (_what, more) => {
    const soFar = messageOf('email:file_submitted:1', more);
    expect(keys(effects(ready, posting).added)).toContain('email:file_submitted:1');
    expect(keys(effects(ready, posting, soFar).added)).not.toContain('email:file_submitted:1');
  });
  it('nor that one which has left moves', () => {
    const later = [
      { type: 'voided', event: 'r' },
      { type: 'post_delivered', on: '2026-04-27' },
    ];
    const changes = (soFar: EmailsSoFar) => {
      const found = effectsOf({ file: waiting, events: later as never, today, soFar });
      if (!found.ok) throw new Error(JSON.stringify(found.issues));
      return keys(found.changes.filter(({ kind }) => kind === 'emailMoved'));
    };
    expect(changes(NONE)).toContain('email:file_received:1');
    expect(changes(messageOf('email:file_received:1', { state: 'sent' }))).not.toContain('email:file_received:1');
  });
  it('what goes, and what has left and stays', () => {
    const of = (state: Message['state']) =>
      effects(waiting, { type: 'voided', event: 'r' }, messageOf('email:file_received:1', { state }));
    const found = of('sent');
    expect(found.dropped).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'emailStays' }),
        expect.objectContaining({ kind: 'deadlineDropped' }),
      ]),
    );
    expect(keys(found.dropped)).toContain('registered_post:chase:1');
    // Of one that failed nothing goes, and nobody says that it has left.
    expect(keys(of('failed').dropped)).not.toContain('email:file_received:1');
  });
  it('nothing at all when the plan stands', () => {
    const found = effects(waiting, { type: 'office_visited', on: today });
    expect([found.changes, found.added, found.assumed, found.dropped]).toEqual([[], [], null, []]);
  });
  it('what the rules refuse, by the field of the event', () => {
    const found = effectsOf({
      file: ready,
      events: [{ type: 'applicant_changed', on: today, changes: { caisse: 'CPAM de Paris' } }],
      today,
      soFar: NONE,
    });
    expect(found).toMatchObject({ ok: false, issues: [{ path: 'event.changes.caisse' }] });
  });
});

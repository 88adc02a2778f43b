import { describe, expect, it } from 'vitest';
import type { FileView } from '@suivi/contracts/files';
import type { Day } from '@suivi/rules/calendar/days';
import type { CallOutcome } from '@suivi/rules/vocabulary';
import { CALL_OUTCOMES } from '@suivi/rules/vocabulary';
import { modelOf } from '../../file/model.ts';
import { callEvent, causesOf, EMPTY_DRAFT, faultOf } from './causes.ts';

const today = '2026-05-21' as Day;
const KEY = 'call_3646:with_cpam:1';
const model = (receipt: boolean) =>
  modelOf(
    {
      id: 'f1',
      today,
      client: { firstName: 'Carol', lastName: 'Washburn', email: 'carol@example.org', telephone: null, street: null },
      messages: [],
      heldAhead: [],
      input: {
        id: 'F-0001',
        openedOn: '2026-04-01',
        applicant: {
          category: 'employee',
          birthDate: '1985-03-14',
          birthCountry: 'IE',
          nationalities: ['IE'],
          language: 'en',
          address: { postcode: '24000' },
        },
        events: [
          { id: 'e1', type: 'file_submitted', on: '2026-04-16', method: 'registered_post' },
          ...(receipt ? [{ id: 'e2', type: 'post_delivered', on: '2026-04-21' }] : []),
        ],
      },
    } as unknown as FileView,
    false,
  );

describe('what an outcome causes', () => {
  it.each<[CallOutcome, string | null, string | undefined]>([
    ['no_answer', 'call_3646:again:1', '2026-05-22'],
    ['in_progress', null, undefined],
    ['not_found', 'registered_post:resend:1', '2026-05-22'],
    ['documents_missing', 'registered_post:supplement:1', '2026-06-15'],
    ['processed', 'review_file:processed:1', '2026-06-01'],
    ['call_back_on', 'call_3646:back:1', '2026-05-28'],
  ])('%s raises %s', (outcome, key, dueOn) => {
    const causes = causesOf(model(true), KEY, { ...EMPTY_DRAFT, callBackOn: '2026-05-28' as Day });
    expect(causes[outcome]?.raises?.key ?? null).toBe(key);
    expect(causes[outcome]?.raises?.dueOn).toBe(dueOn);
  });

  it('in_progress leaves the plan as it is, and names the step that comes', () =>
    expect(causesOf(model(true), KEY, EMPTY_DRAFT).in_progress).toMatchObject({
      stands: true,
      email: null,
      next: { key: 'office_visit:with_cpam:1', dueOn: '2026-06-05' },
    }));

  it('without a receipt, in_progress tells the client that CPAM has the file', () =>
    expect(causesOf(model(false), KEY, EMPTY_DRAFT).in_progress?.email).toMatchObject({ template: 'file_received' }));

  it('documents_missing tells the client', () =>
    expect(causesOf(model(true), KEY, EMPTY_DRAFT).documents_missing?.email).toMatchObject({
      template: 'documents_requested',
      sendOn: today,
    }));
});

describe('what was typed', () => {
  it.each([
    ['nothing', EMPTY_DRAFT, 'outcome'],
    ['missing papers, but which', { ...EMPTY_DRAFT, outcome: 'documents_missing' as const }, 'documents'],
    ['a call back, but when', { ...EMPTY_DRAFT, outcome: 'call_back_on' as const }, 'callBack'],
    ['an outcome', { ...EMPTY_DRAFT, outcome: 'processed' as const }, null],
  ])('%s: %s', (_name, draft, fault) => expect(faultOf(draft)).toBe(fault));

  it('belongs to its outcome: nothing else of it is recorded', () => {
    const typed = { ...EMPTY_DRAFT, documents: ['rib' as const], callBackOn: today, note: ' Said so ' };
    expect(CALL_OUTCOMES.map((outcome) => callEvent({ ...typed, outcome }, today, KEY))).toMatchObject(
      CALL_OUTCOMES.map((outcome) => ({
        outcome,
        documents: outcome === 'documents_missing' ? ['rib'] : null,
        callBackOn: outcome === 'call_back_on' ? today : null,
        note: 'Said so',
      })),
    );
  });
});

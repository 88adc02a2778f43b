import { describe, expect, it } from 'vitest';
import { at, DELIVERED, planOn, verified, wholePlanOn } from '../testing/story.ts';
import type { DocumentCode } from '../vocabulary.ts';

/** Where each paper stands when CPAM asks for it, and when it can exist at all. */

const CHILD = { id: 'c1', relation: 'child', birthDate: '2015-02-03', birthCountry: 'US' };
const asked = (on: string, ...documents: string[]) => at(on, 'documents_requested', { documents });
const RESIDENT = { category: 'resident', arrivedOn: '2026-01-05', activityStartsOn: null };
type Story = Parameters<typeof wholePlanOn>[1];
const row = (today: string, story: Story, code: DocumentCode, member: string | null = null) => {
  const found = wholePlanOn(today, story).documents.find((one) => one.code === code && one.member === member);
  if (found === undefined) throw new Error(`no ${code}`);
  return found;
};

describe('the proof of three months', () => {
  it('alone has a day from which it can exist, of somebody of whom it is asked', () => {
    const days = (applicant?: object) =>
      wholePlanOn('2026-01-20', { ...(applicant && { applicant }), events: [] }).documents.flatMap(
        ({ code, availableOn }) => (availableOn === null ? [] : [[code, availableOn]]),
      );
    expect(days()).toEqual([]);
    expect(days(RESIDENT)).toEqual([['proof_of_stable_residence', '2026-03-23']]);
  });

  it('cannot exist yet when nobody knows since when the client lives here', () => {
    const story = { applicant: { ...RESIDENT, arrivedOn: null }, events: [] };
    expect(row('2026-02-10', story, 'proof_of_stable_residence')).toMatchObject({
      status: 'not_yet',
      availableOn: null,
    });
  });

  it('is missing from the day on which it can exist', () => {
    const statusOn = (day: string) => row(day, { applicant: RESIDENT, events: [] }, 'proof_of_stable_residence').status;
    expect(['2026-03-22', '2026-03-23'].map(statusOn)).toEqual(['not_yet', 'missing']);
  });

  it('is missing, not yet to come, once CPAM asks for it', () => {
    const story = { applicant: RESIDENT, events: [] };
    expect(row('2026-02-10', story, 'proof_of_stable_residence').status).toBe('not_yet');
    const phoned = at('2026-02-10', 'call_made', {
      outcome: 'documents_missing',
      documents: ['proof_of_stable_residence'],
    });
    expect(row('2026-02-10', { ...story, events: [phoned] }, 'proof_of_stable_residence').status).toBe('missing');
  });
});

describe('a paper that CPAM asks for', () => {
  const applicant = { members: [CHILD] };

  it('is meant of the applicant, though a child has one of that name, too', () => {
    const papers = [
      at('2026-01-14', 'document_verified', { document: 'application_form', member: 'c1' }),
      ...DELIVERED,
      asked('2026-02-10', 'application_form'),
    ];
    expect(row('2026-02-10', { applicant, events: papers }, 'application_form').status).toBe('missing');
    expect(row('2026-02-10', { applicant, events: papers }, 'application_form', 'c1').status).toBe('verified');
  });

  it('is meant of each child when it is a paper of children', () => {
    const events = [
      at('2026-01-14', 'document_verified', { document: 'child_identity', member: 'c1' }),
      ...DELIVERED,
      asked('2026-02-10', 'child_identity'),
    ];
    expect(row('2026-02-10', { applicant, events }, 'child_identity', 'c1')).toMatchObject({
      need: 'required',
      status: 'missing',
    });
    expect(row('2026-02-10', { applicant, events }, 'child_identity')).toMatchObject({ need: 'not_needed' });
  });

  it('is asked of the applicant where there is no child', () => {
    const events = [...DELIVERED, asked('2026-02-10', 'child_identity')];
    expect(row('2026-02-10', { events }, 'child_identity')).toMatchObject({
      need: 'required',
      neededFor: 'number',
      source: 'service-public/F32388',
      because: { en: 'CPAM asked for it on 10 February.', fr: 'La CPAM l’a demandé le 10 février.' },
    });
  });

  it('keeps its own reason when it was required anyway', () => {
    const before = row('2026-02-09', { events: DELIVERED }, 'rib');
    expect(row('2026-02-10', { events: [...DELIVERED, asked('2026-02-10', 'rib')] }, 'rib')).toEqual({
      ...before,
      status: 'missing',
    });
  });

  it('that came for an earlier request still counts for that one', () => {
    const events = [
      ...DELIVERED,
      asked('2026-02-10', 'rib', 'identity'),
      at('2026-02-12', 'document_received', { document: 'rib' }),
      asked('2026-03-02', 'rib'),
    ];
    const { tasks } = wholePlanOn('2026-03-02', { events });
    const papersOf = (key: string) => tasks.find((task) => task.key === key)?.payload['documents'];
    expect(papersOf('collect_documents:supplement:1')).toEqual([{ document: 'identity', member: null }]);
    expect(papersOf('collect_documents:supplement:2')).toEqual([{ document: 'rib', member: null }]);
  });
});

describe('a paper that came for an earlier request', () => {
  const before = [...DELIVERED, asked('2026-02-10', 'rib', 'identity')];
  const collects = (more: ReturnType<typeof at>[]) =>
    wholePlanOn('2026-03-03', { events: [...before, ...more, asked('2026-03-02', 'rib')] })
      .tasks.filter(({ key }) => key.startsWith('collect_documents:supplement'))
      .map(({ payload }) => (payload['documents'] as { document: string }[]).map(({ document }) => document));

  it('is owed again when it was sent back since', () => {
    const came = at('2026-02-12', 'document_received', { document: 'rib' });
    const sentBack = at('2026-02-16', 'document_rejected', { document: 'rib', fault: 'incomplete' });
    expect(collects([came])).toEqual([['identity'], ['rib']]);
    expect(collects([came, sentBack])).toEqual([['identity', 'rib'], ['rib']]);
  });

  it('is owed when it had come before that request already', () => {
    expect(collects([at('2026-02-09', 'document_received', { document: 'rib' })])).toEqual([
      ['identity', 'rib'],
      ['rib'],
    ]);
  });
});

describe('papers that wait for a look', () => {
  it('are those that are needed, before the file is sent', () => {
    const came = (document: string) =>
      Object.keys(planOn('2026-01-15', { events: [at('2026-01-14', 'document_received', { document })] }).tasks);
    expect(came('rib')).toContain('check_documents:1');
    expect(came('photo')).toContain('check_documents:1');
    expect(came('enrolment_certificate')).not.toContain('check_documents:1');
  });

  it('are those that CPAM asked for, of two requests each once', () => {
    const events = [
      ...verified('2026-01-14'),
      ...DELIVERED,
      asked('2026-02-10', 'rib', 'identity'),
      asked('2026-03-02', 'rib'),
      at('2026-03-03', 'document_received', { document: 'rib' }),
      at('2026-03-03', 'document_received', { document: 'apostille' }),
    ];
    const check = wholePlanOn('2026-03-03', { events }).tasks.find(({ kind }) => kind === 'check_documents');
    expect(check).toMatchObject({ dueOn: '2026-03-03', payload: { documents: [{ document: 'rib', member: null }] } });
  });
});

describe('a paper that ends', () => {
  it('is expired from the day after, whatever was checked', () => {
    const events = [at('2026-01-14', 'document_verified', { document: 'rib', validUntil: '2026-02-20' })];
    expect(row('2026-02-20', { events }, 'rib').status).toBe('verified');
    expect(row('2026-02-21', { events }, 'rib').status).toBe('expired');
  });
});

describe('a paper that CPAM asks for twice', () => {
  /** What is still to be gathered for each of two requests, when the paper was told of between them. */
  const toGather = (told: ReturnType<typeof at>) => {
    const events = [
      ...DELIVERED,
      asked('2026-02-10', 'proof_of_address', 'rib'),
      told,
      asked('2026-03-16', 'proof_of_address'),
    ];
    return wholePlanOn('2026-03-17', { events })
      .tasks.filter(({ kind }) => kind === 'collect_documents')
      .map(({ payload }) => (payload['documents'] as { document: string }[]).map(({ document }) => document));
  };

  it.each(['2026-02-10', '2026-02-12'])('counts for the first request when it came on %s, and is wanted anew', (on) =>
    expect(toGather(at(on, 'document_verified', { document: 'proof_of_address' }))).toEqual([
      ['rib'],
      ['proof_of_address'],
    ]),
  );

  it('counts for neither when it was sent back', () =>
    expect(
      toGather(at('2026-02-12', 'document_rejected', { document: 'proof_of_address', fault: 'outdated' })),
    ).toEqual([['rib', 'proof_of_address'], ['proof_of_address']]));
});

describe('a paper that only CPAM asks for', () => {
  it.each([
    ['marriage_certificate', 'number'],
    ['proof_of_stable_residence', 'number'],
    ['photo', 'card'],
  ] as const)('is required: %s for the %s', (code, neededFor) =>
    expect(row('2026-02-11', { events: [...DELIVERED, asked('2026-02-10', code)] }, code)).toMatchObject({
      need: 'required',
      neededFor,
      status: 'missing',
      because: { en: 'CPAM asked for it on 10 February.' },
    }),
  );
});

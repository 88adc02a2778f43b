import type { Day } from '@suivi/rules/calendar/days';
import type { Event } from '@suivi/rules/file';
import { describe, expect, it } from 'vitest';
import { examplePaper, examplePlan } from './examples.ts';
import type { PaperLine } from './papers.ts';
import { missingForSubmission, missingOfRequest, papersToRedo, requestedPapers } from './papers.ts';

const context = {
  plan: examplePlan,
  category: 'resident',
  language: 'en',
  memberNames: { c1: 'Emma' },
} as const;
const withPapers = (...documents: (typeof examplePlan)['documents']) => ({
  ...context,
  plan: { ...examplePlan, documents },
});

const textOf = (lines: PaperLine[], name: string) =>
  lines.map(({ values }) => {
    const value = values[name];
    return value && 'text' in value ? value.text : null;
  });

describe('what is missing', () => {
  it('is what must go with the file and is not in hand', () => {
    const papers = withPapers(
      examplePaper('identity', { status: 'received' }),
      examplePaper('rib', { status: 'expired' }),
      examplePaper('birth_certificate', { neededFor: 'number' }),
      examplePaper('apostille', { need: 'conditional' }),
      examplePaper('proof_of_stable_residence', { status: 'not_yet' }),
      examplePaper('residence_permit'),
    );
    expect(textOf(missingForSubmission(papers), 'docName')).toEqual(['Bank details (RIB)', 'Visa or residence permit']);
  });

  it('is, of a request, what CPAM asked for', () => {
    const papers = withPapers(examplePaper('identity'), examplePaper('rib', { status: 'received' }));
    expect(textOf(missingOfRequest(['identity', 'rib'], papers), 'docName')).toEqual(['Passport or identity card']);
  });
});

describe('the name of a paper', () => {
  it('says whose it is, when the first name is known', () => {
    const papers = withPapers(
      examplePaper('child_identity', { member: 'c1' }),
      examplePaper('child_identity', { member: 'c2' }),
    );
    expect(textOf(missingForSubmission(papers), 'docName')).toEqual([
      'Child’s passport or identity card, Emma',
      'Child’s passport or identity card',
    ]);
  });

  it('is that of the form which this client fills in', () => {
    const papers = withPapers(examplePaper('application_form'), examplePaper('application_form', { member: 'c1' }));
    expect(textOf(missingForSubmission(papers), 'docName')).toEqual([
      'Application form (S1106)',
      'Form for children (S3705), Emma',
    ]);
    expect(textOf(missingForSubmission({ ...papers, category: 'frontier_worker' }), 'docName')[0]).toBe(
      'Choice of health scheme (option form)',
    );
  });
});

describe('what CPAM asks for', () => {
  it('is listed in hand or not, a child’s paper once for each child', () => {
    const papers = withPapers(
      examplePaper('rib', { status: 'verified' }),
      examplePaper('child_identity', { need: 'not_needed' }),
      examplePaper('child_identity', { member: 'c1' }),
    );
    expect(textOf(requestedPapers(['rib', 'child_identity', 'photo'], papers), 'docName')).toEqual([
      'Bank details (RIB)',
      'Child’s passport or identity card, Emma',
      'Photo for the card',
    ]);
  });
});

describe('a paper to redo', () => {
  const rejection = (id: string, on: string, note: string | null): Event => ({
    id,
    type: 'document_rejected',
    on: on as Day,
    document: 'rib',
    member: null,
    fault: 'incorrect',
    note,
  });
  const rejected = [{ document: 'rib', member: null, fault: 'incorrect' } as const];

  it('comes with the note of its last rejection', () => {
    const events = [rejection('e2', '2026-04-22', 'It is your son’s.'), rejection('e1', '2026-04-01', 'It is a loan.')];
    expect(textOf(papersToRedo(rejected, events, context), 'note')).toEqual(['It is your son’s.']);
  });

  it('comes without an older note that was about an older paper', () => {
    const events = [rejection('e1', '2026-04-01', 'It is a loan.'), rejection('e2', '2026-04-22', null)];
    expect(textOf(papersToRedo(rejected, events, context), 'note')).toEqual([null]);
  });
});

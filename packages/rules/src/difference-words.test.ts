import { describe, expect, it } from 'vitest';
import type { Day } from './calendar/days.ts';
import { differenceInWords } from './difference-words.ts';
import { difference } from './difference.ts';
import { fatesOf } from './emails/late.ts';
import { plan, planWithAnswers } from './plan.ts';
import type { Plan } from './plan-types.ts';
import { readFile } from './read-file.ts';

const today = '2026-06-01' as Day;
const file = (playbook: object = {}, events: object[] = []) => {
  const read = readFile({
    id: 'F-1',
    openedOn: '2026-02-02',
    applicant: {
      category: 'resident',
      birthDate: '1961-04-12',
      birthCountry: 'US',
      nationalities: ['US'],
      language: 'en',
      arrivedOn: '2026-01-15',
      address: { postcode: '24000' },
      formerlyInsuredInFrance: true,
      members: [{ id: 'c1', relation: 'child', birthDate: '2015-02-03', birthCountry: 'US' }],
    },
    events: [
      { id: 'p', type: 'file_submitted', on: '2026-05-11', method: 'registered_post' },
      { id: 'r', type: 'post_delivered', on: '2026-05-13' },
      ...events,
    ],
    playbook,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.file;
};
const told = (before: Plan, after: Plan, fates = fatesOf([], today)) =>
  differenceInWords(difference(before, after), { today, fates });
const en = (before: Plan, after: Plan) => told(before, after).map((words) => words.en);
const fr = (before: Plan, after: Plan) => told(before, after).map((words) => words.fr);

const GAP = { en: 'Cover ends early.', fr: 'La couverture finit tôt.' };
const isWaiting = ({ key }: { key: string }) => key === 'email:still_waiting:1';

/** Made anew for each test: what a test looks at is made in it. */
const usual = () => plan(file(), today);

describe('a difference in words', () => {
  it('says nothing when nothing changes, whatever the day of the next review', () => {
    expect(told(usual(), { ...usual(), nextReviewOn: null })).toEqual([]);
  });

  it('says of what moves the day that it gets and the day that it had', () => {
    const sooner = plan(file({ firstCallAfterDays: 20 }), today);
    expect(en(usual(), sooner)).toContain('Call 3646: 2 June instead of 12 June');
    expect(fr(usual(), sooner)).toContain('Appeler le 3646 : 2 juin au lieu du 12 juin');
    expect(en(sooner, usual())).toContain('Call 3646: 12 June instead of 2 June');
  });

  it('says which task was done, and which email moves', () => {
    const call = {
      id: 'c',
      type: 'call_made',
      on: '2026-05-28',
      outcome: 'in_progress',
      about: 'call_3646:with_cpam:1',
    };
    const { answered, ...after } = planWithAnswers(file({}, [call]), today);
    const words = differenceInWords(difference(usual(), after, answered), { today, fates: fatesOf([], today) });
    expect(words.map((one) => one.en)).toEqual(['Call 3646: done']);
    expect(words.map((one) => one.fr)).toEqual(['Appeler le 3646 : c’est fait']);
    const often = plan(file({ stillWaitingAtMost: 1 }), today);
    const moved = {
      ...often,
      emails: often.emails.map((one) => (isWaiting(one) ? { ...one, sendOn: '2026-06-15' as Day } : one)),
    };
    expect(en(often, moved)).toEqual(['Email “Still waiting no. 1”: 15 June instead of 12 June']);
  });

  it('says which caisse it will be, and what there is to heed or no longer', () => {
    const covered = {
      ...usual(),
      warnings: [...usual().warnings, { code: 'coverage_gap', source: 'playbook', because: GAP } as never],
    };
    expect(en(usual(), covered)).toEqual(['Warning: Cover ends early.']);
    expect(en(covered, usual())).toEqual(['Warning gone: Cover ends early.']);
    const there = { ...usual(), caisse: { ...usual().caisse, shortName: 'CPAM du Rhône' } };
    expect(en(usual(), there)).toEqual(['Caisse: CPAM du Rhône']);
  });

  it('says of a paper that is no longer asked for that it is not needed', () => {
    const paper = usual().documents.find(({ code }) => code === 'identity');
    if (paper === undefined) throw new Error('no identity');
    const without = { ...usual(), documents: usual().documents.filter((row) => row.code !== 'identity') };
    expect(en(usual(), without).filter((line) => line.includes('not needed')).length).toBeGreaterThan(0);
  });

  it('says the year of a day when it is another one', () => {
    const late = plan(file({ reviewAfterMonths: 12 }), today);
    expect(en(usual(), late)).toEqual(['Review the file: 13 May 2027 instead of 14 September']);
  });

  it('numbers emails, and tells those that appear from those that are no longer sent', () => {
    const fewer = plan(file({ stillWaitingAtMost: 5 }), today);
    const [gone] = en(usual(), fewer);
    expect(gone).toMatch(/^Email “Still waiting no\. 6”: no longer sent, was \d+ November$/);
    expect(en(fewer, usual())[0]).toMatch(/^Email “Still waiting no\. 6”: new, \d+ November$/);
    expect(fr(usual(), fewer)[0]).toMatch(
      /^Courriel « Toujours en attente nº 6 » : ne part plus, c’était le \d+ novembre$/,
    );
  });

  it('says of a late email what becomes of it: it leaves, gives way to a newer one, or waits for a person', () => {
    const email = (key: string, sendOn: string) =>
      ({ key, template: 'receipt_missing', sendOn, because: { en: '', fr: '' }, payload: {} }) as never;
    const emails = [email('email:receipt_missing:1', '2026-05-26'), email('email:receipt_missing:2', '2026-05-28')];
    const after = { ...usual(), emails: [...usual().emails, ...emails] };
    expect(told(usual(), after, fatesOf(after.emails.slice(-2), today)).map((words) => words.en)).toEqual([
      'Email “No receipt yet”: not sent, a newer one says more; its day was 26 May',
      'Email “No receipt yet”: leaves at once, its day was 28 May',
    ]);
    const old = { ...usual(), emails: [...usual().emails, email('email:receipt_missing:1', '2026-05-04')] };
    expect(told(usual(), old, fatesOf(old.emails.slice(-1), today)).map((words) => words.fr)).toEqual([
      'Courriel « L’accusé manque encore » : retenu, plus de dix jours de retard ; son jour était le 4 mai',
    ]);
    const now = { ...usual(), emails: [...usual().emails, email('email:receipt_missing:1', today)] };
    expect(en(usual(), now)).toEqual(['Email “No receipt yet”: leaves today']);
  });

  it('says what an event changes: stage, tasks that go, deadlines, papers', () => {
    const after = plan(file({}, [{ id: 'n', type: 'provisional_number_received', on: '2026-06-01' }]), today);
    const lines = en(usual(), after);
    expect(lines[0]).toBe('Stage: Rights open, before: With CPAM');
    expect(lines).toContain('Call 3646: no longer planned, was 12 June');
    expect(lines).toContain('Two months’ silence: no longer planned, was 13 July');
    expect(lines).toContain('Provisional number ends: new, 1 March 2027');
    expect(fr(usual(), after)).toEqual(
      expect.arrayContaining([
        'Appeler le 3646 : retrait, c’était le 12 juin',
        'Fin du numéro provisoire : ajout, le 1ᵉʳ mars 2027',
      ]),
    );
    const paper = plan(file({}, [{ id: 'd', type: 'document_received', on: '2026-06-01', document: 'rib' }]), today);
    expect(en(usual(), paper).filter((line) => line.includes('missing'))).toHaveLength(1);
  });

  it('tells a limit that is suspended from one that moves, and a first day that is known from one that is not', () => {
    const [deadline] = usual().deadlines;
    if (deadline === undefined) throw new Error('A file with CPAM has a deadline.');
    const held = { ...usual(), deadlines: [{ ...deadline, suspended: true }] };
    const one = { ...usual(), deadlines: [deadline] };
    expect([...en(one, held), ...en(held, one)]).toEqual([
      'Two months’ silence: suspended',
      'Two months’ silence: runs again',
    ]);
    const unknown = { ...usual(), eligibility: { ...usual().eligibility, earliestSubmissionOn: null } };
    expect([...en(unknown, usual()), ...en(usual(), unknown)]).toEqual([
      'First possible day: 16 April',
      'First possible day: not known',
    ]);
  });

  it('has no sentence without words, in either language', () => {
    const nothing = plan(file({}, [{ id: 'w', type: 'withdrawn', on: '2026-06-01' }]), today);
    for (const words of told(usual(), nothing))
      for (const text of Object.values(words)) expect(text).toMatch(/^\S.*\S$/);
    expect(told(usual(), nothing).length).toBeGreaterThan(5);
  });
});

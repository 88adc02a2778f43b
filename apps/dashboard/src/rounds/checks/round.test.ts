import { describe, expect, it } from 'vitest';
import type { PaperToCheck } from '@suivi/contracts/papers';
import type { FileToCheck, Outcomes } from './round.ts';
import {
  besideOf,
  cameOf,
  EMPTY,
  merged,
  nextOf,
  noteOf,
  replacedBy,
  stepsOf,
  takenBack,
  verifiable,
  withFault,
  withList,
} from './round.ts';

const words = (en: string) => ({ en, fr: `${en}, en français` });
const paper = (id: string, more: Partial<PaperToCheck> = {}) =>
  ({
    id,
    scan: 'clean',
    faults: {
      incomplete: words('A part is missing.'),
      incorrect: words('Another paper.'),
      outdated: words('Too old.'),
    },
    ...more,
  }) as PaperToCheck;
const file = (id: string, ...papers: PaperToCheck[]) => ({ id, papers }) as FileToCheck;
const done: Outcomes[string] = { verdict: 'verified', byColleague: false };

describe('the order of a round', () => {
  const steps = stepsOf([file('f', paper('a'), paper('b')), file('g', paper('c'))]);

  it('goes from a paper to the next that waits, and at the end back to those left out', () => {
    expect(nextOf(steps, {}, null)).toBe('a');
    expect(nextOf(steps, { a: done }, 'a')).toBe('b');
    expect(nextOf(steps, { a: done, b: done }, 'a')).toBe('c');
    expect(nextOf(steps, { c: done }, 'c')).toBe('a');
    expect(nextOf(steps, { a: done, b: done, c: done }, 'b')).toBeNull();
  });

  it('lets one look back at what was judged', () => {
    expect(besideOf(steps, 'b', -1)).toBe('a');
    expect(besideOf(steps, 'a', -1)).toBe('a');
    expect(besideOf(steps, 'b', 1)).toBe('c');
  });

  it('keeps what was judged in its place when the list is asked for again, with new links and new papers', () => {
    const before = [file('f', paper('a'), paper('b')), file('g', paper('c'))];
    const now = [file('h', paper('e')), file('f', paper('b', { name: 'new link' }), paper('d'))];
    const after = merged(before, now);
    expect(after.map(({ id, papers }) => [id, papers.map((one) => one.id)])).toEqual([
      ['f', ['a', 'b', 'd']],
      ['g', ['c']],
      ['h', ['e']],
    ]);
    expect(after[0]?.papers[1]?.name).toBe('new link');
  });
});

describe('where one stands', () => {
  const start = { files: [file('f', paper('a'), paper('b'), paper('c'))], outcomes: {}, at: 'a' };

  it('is the next paper once this one is judged', () => {
    expect(cameOf(start, { a: done }).at).toBe('b');
    expect(cameOf(start, { a: done, b: done }).at).toBe('c');
    expect(cameOf(start, { a: done, b: done, c: done }).at).toBeNull();
  });

  it('does not change when a colleague judges another paper', () => {
    const after = cameOf(start, { b: { verdict: 'rejected', byColleague: true } });
    expect(after.at).toBe('a');
    expect(cameOf(after, { a: done }).at).toBe('c');
  });

  it('is the paper whose verdict was taken back', () => {
    const back = takenBack(cameOf(cameOf(start, { a: done }), { b: done }), ['a']);
    expect(back.at).toBe('a');
    expect(cameOf(back, { a: done }).at).toBe('c');
  });

  it('is a new paper when all others are done', () => {
    const finished = cameOf(start, { a: done, b: done, c: done });
    expect(withList(finished, []).at).toBeNull();
    expect(withList(finished, [file('g', paper('d'))]).at).toBe('d');
  });

  it('is the paper that stands in for the one whose part was blacked out', () => {
    const replaced = replacedBy(start, 'a', { id: 'z', name: 'blacked out' });
    expect(replaced.at).toBe('z');
    expect(replaced.files[0]?.papers.map(({ id }) => id)).toEqual(['z', 'b', 'c']);
  });
});

describe('what the client reads', () => {
  it('is the ready wording of the fault, in the client’s language', () => {
    const draft = withFault(EMPTY, 'incomplete', paper('a'), 'fr');
    expect(draft.note).toBe('A part is missing., en français');
    expect(noteOf(draft, paper('a'), 'fr')).toBeNull();
  });

  it('follows the fault as long as nobody has written a sentence', () => {
    const first = withFault(EMPTY, 'incomplete', paper('a'), 'en');
    expect(withFault(first, 'outdated', paper('a'), 'en').note).toBe('Too old.');
  });

  it('is what somebody wrote, whatever fault is chosen then', () => {
    const own = { ...withFault(EMPTY, 'incomplete', paper('a'), 'en'), note: 'Page 2 is missing.' };
    const changed = withFault(own, 'incorrect', paper('a'), 'en');
    expect(changed.note).toBe('Page 2 is missing.');
    expect(noteOf(changed, paper('a'), 'en')).toBe('Page 2 is missing.');
  });
});

it('all seen of a client are verified but those judged, not seen, found wrong or infected', () => {
  const all = file(
    'f',
    paper('seen'),
    paper('unseen'),
    paper('judged'),
    paper('wrong'),
    paper('ill', { scan: 'infected' }),
  );
  const seen = new Set(['seen', 'judged', 'wrong', 'ill']);
  const drafts = { wrong: { ...EMPTY, fault: 'outdated' as const } };
  expect(verifiable(all, { judged: done }, seen, drafts).map(({ id }) => id)).toEqual(['seen']);
});

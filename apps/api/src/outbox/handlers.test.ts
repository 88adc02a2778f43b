import { describe, expect, it } from 'vitest';
import { assertEachJobHandledOnce, handles } from './handlers.ts';
import { JOBS, reviewFileJob } from './jobs.ts';

const nothing = async () => {};
const one = (job: (typeof JOBS)[number]) => ({ job: job.name, run: nothing });

describe('the list of jobs', () => {
  it('lets a worker start when each job has its handler', () => {
    expect(() => assertEachJobHandledOnce(JOBS.map(one))).not.toThrow();
  });

  it('names the file to write for a job without a handler', () => {
    const handlers = JOBS.filter((job) => job !== reviewFileJob).map(one);
    expect(() => assertEachJobHandledOnce(handlers)).toThrow(
      'reviews.review has no handler: write one in apps/api/src/reviews/review-file.ts.',
    );
  });

  it('names a job that has two', () => {
    expect(() => assertEachJobHandledOnce([...JOBS.map(one), one(reviewFileJob)])).toThrow(
      'reviews.review has 2 handlers: keep the one in apps/api/src/reviews/review-file.ts.',
    );
  });

  it('has no name twice, and none with a colon', () => {
    expect(new Set(JOBS.map((job) => job.name)).size).toBe(JOBS.length);
    expect(JOBS.filter((job) => job.name.includes(':'))).toEqual([]);
  });
});

describe('a payload', () => {
  const ids = { agencyId: '018f0000-0000-7000-8000-000000000001', fileId: '018f0000-0000-7000-8000-000000000002' };

  it('reaches the handler parsed', async () => {
    const seen: unknown[] = [];
    const handler = handles(reviewFileJob, async (payload) => void seen.push(payload));
    await handler.run(ids);
    expect(seen).toEqual([ids]);
  });

  it.each([
    ['a person in it', { ...ids, email: 'a@example.org' }],
    ['an id missing', { agencyId: ids.agencyId }],
    ['no payload', null],
  ])('with %s is refused before the handler sees it', async (_, payload) => {
    const handler = handles(reviewFileJob, async () => expect.unreachable());
    await expect(async () => handler.run(payload)).rejects.toThrow();
  });
});

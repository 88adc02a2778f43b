import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { EnterAbsence } from '@suivi/contracts/absences';
import { WorkListQuery } from '@suivi/contracts/tasks';
import type { Day } from '@suivi/rules/calendar/days';
import { Owner } from '../../test/agencies.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import type { TwoPeople } from '../../test/two-people.ts';
import { another, problemOf, twoPeople, typeOf } from '../../test/two-people.ts';
import { listMembers } from '../accounts/members.ts';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { snoozeTask } from '../tasks/snooze-task.ts';
import { readWorkList } from '../tasks/work-list.ts';
import { endAbsence, enterAbsence } from './enter-absence.ts';
import { readWorkload } from './workload.ts';

const owner = new Owner(inject('database').owner);
let platform: Platform;
let people: TwoPeople;
let third: Colleague;

beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(async () => {
  await platform.database.close();
  await owner.close();
});
beforeEach(async () => {
  people = await twoPeople(platform, owner);
  third = await another(owner, people.me, 'Cléo');
});

const day = (text: string) => text as Day;
const away = (who: Colleague, from: string, to: string | null, substitute: Colleague | null) =>
  enterAbsence(platform, who, who.userId, {
    from: day(from),
    to: to === null ? null : day(to),
    substitute: substitute?.userId ?? null,
  } satisfies EnterAbsence);
const work = async (who: Colleague) => {
  const { items, standingIn } = await readWorkList(platform, who, WorkListQuery.parse({}));
  return { keys: items.map(({ key }) => key), standingIn };
};
const memberOf = async (who: Colleague) =>
  (await listMembers(platform, who.agencyId)).find(({ userId }) => userId === who.userId);

describe('an absence', () => {
  it('gives the work to whoever stands in, from its first day to its last', async () => {
    const { me, colleague } = people;
    await away(me, '2026-05-22', '2026-05-25', colleague);
    expect((await work(colleague)).keys).toEqual([]);
    await away(me, '2026-05-20', '2026-05-21', colleague);
    expect(await work(colleague)).toEqual({
      keys: ['collect_documents:1'],
      standingIn: [{ userId: me.userId, name: 'Ada Viser', to: '2026-05-21' }],
    });
    expect((await work(me)).keys).toEqual(['collect_documents:1']);
    await owner.query(`UPDATE agencies SET demo_day = '2026-05-22' WHERE id = $1`, [me.agencyId]);
    expect(await work(colleague)).toEqual({ keys: [], standingIn: [] });
    expect((await memberOf(me))?.absence).toBe(null);
  });

  it('passes on what one does for somebody else', async () => {
    const { me, colleague } = people;
    await away(me, '2026-05-20', null, colleague);
    await away(colleague, '2026-05-21', '2026-05-28', third);
    expect(await work(third)).toMatchObject({
      keys: ['collect_documents:1'],
      standingIn: [
        { name: 'Ada Viser', to: null },
        { name: 'Bo', to: '2026-05-28' },
      ],
    });
  });

  it('ends early, and nobody stands in any more', async () => {
    const { me, colleague } = people;
    await away(me, '2026-05-20', '2026-06-03', colleague);
    expect((await memberOf(me))?.absence).toEqual({
      from: '2026-05-20',
      to: '2026-06-03',
      substitute: { userId: colleague.userId, name: 'Bo' },
    });
    await endAbsence(platform, me, me.userId);
    expect((await memberOf(me))?.absence).toBe(null);
    expect((await work(colleague)).keys).toEqual([]);
  });

  it('is kept for an agency of one, where nobody can stand in', async () => {
    await away(people.me, '2026-05-20', null, null);
    expect((await memberOf(people.me))?.absence).toEqual({ from: '2026-05-20', to: null, substitute: null });
  });

  it.each([
    ['ends before it begins', '2026-05-28', '2026-05-27', 'to'],
    ['is over already', '2026-05-18', '2026-05-20', 'to'],
  ])('that %s is refused at its field', async (_, from, to, path) => {
    const problem = await problemOf(away(people.me, from, to, null));
    expect(problem?.details.errors?.map((error) => error.path)).toEqual([path]);
  });

  it('takes no substitute who is oneself, has left, is a stranger or is away in that time', async () => {
    const { me, colleague } = people;
    const refused = async (substitute: Colleague, from = '2026-05-22', to: string | null = '2026-05-29') => {
      const problem = await problemOf(away(me, from, to, substitute));
      return problem === null ? 'done' : problem.details.errors?.map(({ path }) => path).join();
    };
    expect(await refused(me)).toBe('substitute');
    const stranger = (await twoPeople(platform, owner)).me;
    expect(await refused(stranger)).toBe('substitute');
    await away(colleague, '2026-05-29', '2026-06-05', third);
    expect(await refused(colleague)).toBe('substitute');
    expect(await refused(colleague, '2026-06-05', null)).toBe('substitute');
    expect(await refused(colleague, '2026-05-22', '2026-05-28')).toBe('done');
    expect(await refused(colleague, '2026-06-06', null)).toBe('done');
    await owner.query('UPDATE members SET active = false WHERE user_id = $1', [third.userId]);
    expect(await refused(third)).toBe('substitute');
  });

  it('of two who name each other at the same moment, one is refused', async () => {
    const { me, colleague } = people;
    const both = await Promise.all([
      typeOf(away(me, '2026-05-22', '2026-05-29', colleague)),
      typeOf(away(colleague, '2026-05-25', '2026-05-26', me)),
    ]);
    expect(both.filter((one) => one === '422 invalid_request').length).toBe(1);
  });

  it('of somebody of another agency is nobody’s', async () => {
    const stranger = (await twoPeople(platform, owner)).me;
    const asked = { from: day('2026-05-22'), to: null, substitute: null };
    expect(await typeOf(enterAbsence(platform, people.me, stranger.userId, asked))).toBe('404 not_found');
    expect(await typeOf(endAbsence(platform, people.me, stranger.userId))).toBe('404 not_found');
    expect(await typeOf(readWorkload(platform, people.me, stranger.userId))).toBe('404 not_found');
  });
});

describe('open work', () => {
  it('is counted for each colleague: late, of today, of the week', async () => {
    const { me, colleague } = people;
    expect((await memberOf(me))?.work).toEqual({ overdue: 0, today: 1, week: 0 });
    expect((await memberOf(colleague))?.work).toEqual({ overdue: 0, today: 0, week: 0 });
    const [task] = await owner.query<{ id: string }>(
      `SELECT id FROM tasks WHERE file_id = $1 AND key = 'collect_documents:1'`,
      [people.fileId],
    );
    await snoozeTask(platform, me, task?.id ?? '', day('2026-05-28'));
    expect((await memberOf(me))?.work).toEqual({ overdue: 0, today: 0, week: 1 });
    expect((await readWorkload(platform, colleague, me.userId)).days[0]).toEqual({ on: '2026-05-28', tasks: 1 });
    await owner.query(`UPDATE agencies SET demo_day = '2026-05-29' WHERE id = $1`, [me.agencyId]);
    expect((await memberOf(me))?.work.overdue).toBe(1);
  });
});

import pg from 'pg';
import { AheadQuery } from '@suivi/contracts/ahead';
import { listAhead } from '../apps/api/src/ahead/list-ahead.ts';
import { searchText } from '../apps/api/src/files/search-text.ts';
import { fillAhead } from './fill-ahead.ts';
import { fillFiles } from './fill-files.ts';
import { median, ms, quantile, report, timed, whole, type Figure } from './figures.ts';
import { openScene } from './scene.ts';

/** The next 90 days over a hundred thousand files, as the application's own role, under the row policies. */
const FILES = Number(process.env.BENCH_FILES ?? 100_000);
const MINE = 300;
/** Just too many to be looked through one by one. */
const SMALL_CAISSE = 1_500;
const TURNS = 15;

const scene = await openScene();
const { platform, me, urls } = scene;
await fillFiles(urls.owner, me.agencyId, FILES, searchText);
await fillAhead(urls.owner, me.agencyId, platform.keys);
const owner = new pg.Client({ connectionString: urls.owner });
await owner.connect();
await owner.query('BEGIN');
await owner.query(`SELECT set_config('app.agency', $1, true)`, [me.agencyId]);
await owner.query(
  `UPDATE files SET adviser_id = $2 WHERE agency_id = $1 AND id IN (SELECT id FROM files WHERE agency_id = $1 ORDER BY id LIMIT $3)`,
  [me.agencyId, me.userId, MINE],
);
await owner.query(
  `UPDATE files SET caisse = 'CPAM Small' WHERE agency_id = $1 AND id IN (SELECT id FROM files WHERE agency_id = $1 AND NOT closed ORDER BY id DESC LIMIT $2)`,
  [me.agencyId, SMALL_CAISSE],
);
await owner.query('COMMIT');
await owner.query('VACUUM ANALYZE files');
await owner.end();

async function measure(what: string, query: Partial<Record<keyof AheadQuery, unknown>>): Promise<Figure> {
  const times: number[] = [];
  for (let turn = 0; turn < TURNS + 5; turn++) {
    const [, took] = await timed(() => listAhead(platform, me, AheadQuery.parse(query)));
    if (turn >= 5) times.push(took);
  }
  return { what, figure: `${ms(median(times))}, ${ms(quantile(times, 0.95))}` };
}

let deep = await listAhead(platform, me, AheadQuery.parse({ scope: 'team' }));
for (let page = 0; page < 40 && deep.next !== null; page++)
  deep = await listAhead(platform, me, AheadQuery.parse({ scope: 'team', after: deep.next }));
const of = `of the next 90 days at ${whole(FILES)} files (median, p95)`;
report([
  await measure(`First page, one adviser with ${MINE} files, ${of}`, {}),
  await measure(`First page, everybody's, ${of}`, { scope: 'team' }),
  await measure(`Page 41, everybody's, ${of}`, { scope: 'team', after: deep.next ?? undefined }),
  await measure(`First page, one kind of task, ${of}`, { scope: 'team', what: 'task', kind: 'office_visit' }),
  await measure(`First page, one caisse, ${of}`, { scope: 'team', caisse: 'CPAM Nice' }),
  await measure(`First page, a caisse of ${whole(SMALL_CAISSE)} files, ${of}`, { scope: 'team', caisse: 'CPAM Small' }),
]);
await scene.close();

import type { FileListQuery } from '@suivi/contracts/files';
import { FileListQuery as Query } from '@suivi/contracts/files';
import { listFiles } from '../apps/api/src/files/file-list.ts';
import { searchText } from '../apps/api/src/files/search-text.ts';
import { fillFiles } from './fill-files.ts';
import { median, ms, quantile, report, timed, whole, type Figure } from './figures.ts';
import { openScene } from './scene.ts';

/** *Files* over a hundred thousand of them, as the application's own role, under the row policies. */
const FILES = 100_000;
const TURNS = 40;

const scene = await openScene();
const { platform, me } = scene;
await fillFiles(scene.urls.owner, me.agencyId, FILES, searchText);

async function measure(what: string, query: Partial<Record<keyof FileListQuery, unknown>>): Promise<Figure> {
  const times: number[] = [];
  for (let turn = 0; turn < TURNS + 5; turn++) {
    const [, took] = await timed(() => listFiles(platform, me.agencyId, Query.parse(query)));
    if (turn >= 5) times.push(took);
  }
  return { what, figure: `${ms(median(times))}, ${ms(quantile(times, 0.95))}` };
}

const first = await listFiles(platform, me.agencyId, Query.parse({}));
let deep = first;
for (let page = 0; page < 40 && deep.next !== null; page++)
  deep = await listFiles(platform, me.agencyId, Query.parse({ after: deep.next }));
const of = `at ${whole(FILES)} files (median, p95)`;
report([
  await measure(`First page by due day ${of}`, {}),
  await measure(`Page 41 by due day ${of}`, { after: deep.next ?? undefined }),
  await measure(`First page by name, one stage ${of}`, { sort: 'name', stage: ['with_cpam'] }),
  await measure(`Search for "watanabe haruka" ${of}`, { q: 'watanabe haruka', state: 'all' }),
  await measure(`Search for "muller" (accents) ${of}`, { q: 'muller' }),
  await measure(`Search that finds nothing ${of}`, { q: 'xyzzyx' }),
]);
await scene.close();

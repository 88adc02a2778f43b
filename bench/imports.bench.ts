import { setTimeout as wait } from 'node:timers/promises';
import type { ImportView } from '@suivi/contracts/imports';
import { WorkListQuery } from '@suivi/contracts/tasks';
import { mapImport, startImport } from '../apps/api/src/imports/change-import.ts';
import { createImport } from '../apps/api/src/imports/create-import.ts';
import { readImportView } from '../apps/api/src/imports/import-view.ts';
import { openQueueStore } from '../apps/api/src/outbox/queue-store.ts';
import { makeLog } from '../apps/api/src/platform/logging.ts';
import { readWorkList } from '../apps/api/src/tasks/work-list.ts';
import { startWorker } from '../apps/api/src/worker.ts';
import { median, ms, quantile, report, timed, whole } from './figures.ts';
import { openScene } from './scene.ts';

/** Ten thousand rows of a spreadsheet, half of them under way: read, checked, and made into planned, sealed files. */
const ROWS = 10_000;
const HEAD =
  'Réf.;Nom;Prénom;E-mail;Langue;Date de naissance;Nationalité;Situation;Arrivée en France;Code postal;Ville;Dossier envoyé le;AR reçu le';
const rows = Array.from({ length: ROWS }, (_, n) => {
  const sent = n % 2 === 0 ? ';' : `0${1 + (n % 9)}/04/2026;${10 + (n % 18)}/04/2026`;
  return `B-${n};Example ${n};Zoë;b${n}@example.org;en;0${1 + (n % 9)}/03/1975;US;retraité visiteur;17/01/2026;24000;Périgueux;${sent}`;
});
const content = Buffer.from([HEAD, ...rows].join('\n')).toString('base64');

const scene = await openScene();
const { platform, me } = scene;
const store = await openQueueStore(scene.urls.owner, { log: makeLog('silent', 'bench'), namespace: 'bench' });
const worker = startWorker(platform, store);

let id = '';
const view = (): Promise<ImportView> => readImportView(platform, me.agencyId, id);
async function until(state: ImportView['state']): Promise<void> {
  for (;;) {
    const now = await view();
    if (now.state === state) return;
    if (now.state === 'failed') throw new Error(now.failure ?? 'the import failed');
    await wait(100);
  }
}
const [, read] = await timed(async () => {
  id = await createImport(platform, me, { fileName: 'bench.csv', content });
});
const columns = (await view()).columns.map(({ field }) => field);
const [, checked] = await timed(async () => {
  await mapImport(platform, me, id, { columns, categories: {} });
  platform.wakeRelay();
  await until('checked');
});
// Meanwhile somebody works: the list of the day is asked for again and again.
const answers: number[] = [];
let busy = true;
const somebody = (async () => {
  while (busy) {
    answers.push((await timed(() => readWorkList(platform, me, WorkListQuery.parse({ scope: 'team' }))))[1]);
    await wait(50);
  }
})();
const [, imported] = await timed(async () => {
  await startImport(platform, me, id, { which: 'good', holdEmails: true });
  platform.wakeRelay();
  await until('done');
});
busy = false;
await somebody;
const created = (await view()).result?.created ?? 0;
report([
  { what: `Import: ${whole(ROWS)} rows read and sealed`, figure: ms(read) },
  { what: 'Import: rows checked a second', figure: whole((ROWS * 1_000) / checked) },
  {
    what: `Import: rows made into files a second (${whole(created)} created)`,
    figure: whole((created * 1_000) / imported),
  },
  {
    what: 'The work list of the same process meanwhile (median, p95)',
    figure: `${ms(median(answers))}, ${ms(quantile(answers, 0.95))}`,
  },
]);
await worker.stop();
await store.close();
await scene.close();

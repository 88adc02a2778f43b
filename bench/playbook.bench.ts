import { setTimeout as wait } from 'node:timers/promises';
import { WorkListQuery } from '@suivi/contracts/tasks';
import { mapImport, startImport } from '../apps/api/src/imports/change-import.ts';
import { checkImport } from '../apps/api/src/imports/check-import.ts';
import { createImport } from '../apps/api/src/imports/create-import.ts';
import { readImportView } from '../apps/api/src/imports/import-view.ts';
import { runImport } from '../apps/api/src/imports/run-import.ts';
import { openQueueStore } from '../apps/api/src/outbox/queue-store.ts';
import { makeLog } from '../apps/api/src/platform/logging.ts';
import { publishPlaybook } from '../apps/api/src/playbook/publish-playbook.ts';
import { readPlaybook } from '../apps/api/src/playbook/read-playbook.ts';
import { readRehearsalView } from '../apps/api/src/playbook/rehearsal-record.ts';
import { startRehearsal } from '../apps/api/src/playbook/start-rehearsal.ts';
import { readWorkList } from '../apps/api/src/tasks/work-list.ts';
import { startWorker } from '../apps/api/src/worker.ts';
import { median, ms, quantile, report, timed, whole } from './figures.ts';
import { openScene } from './scene.ts';

/** A changed playbook tried on ten thousand open files that wait for CPAM, then published. */
const FILES = 10_000;
/** So many are waited for; the rest goes on at the same pace. */
const REVIEWED = 1_200;
const HEAD =
  'Réf.;Nom;Prénom;E-mail;Langue;Date de naissance;Nationalité;Situation;Arrivée en France;Code postal;Ville;Dossier envoyé le;AR reçu le';
const rows = Array.from(
  { length: FILES },
  (_, n) =>
    `B-${n};Example ${n};Zoë;b${n}@example.org;en;0${1 + (n % 9)}/03/1975;US;retraité visiteur;17/01/2026;24000;Périgueux;0${1 + (n % 9)}/05/2026;${10 + (n % 9)}/05/2026`,
);

const scene = await openScene();
const { platform, me } = scene;
const importId = await createImport(platform, me, {
  fileName: 'bench.csv',
  content: Buffer.from([HEAD, ...rows].join('\n')).toString('base64'),
});
const columns = (await readImportView(platform, me.agencyId, importId)).columns.map(({ field }) => field);
await mapImport(platform, me, importId, { columns, categories: {} });
await checkImport(platform, me.agencyId, importId);
await startImport(platform, me, importId, { which: 'good', holdEmails: true });
await runImport(platform, me.agencyId, importId);

const store = await openQueueStore(scene.urls.owner, { log: makeLog('silent', 'bench'), namespace: 'bench' });
const worker = startWorker(platform, store);

/** Meanwhile somebody works: the list of the day is asked for again and again. */
async function withSomebody<T>(work: () => Promise<T>): Promise<{ result: T; took: number; answers: number[] }> {
  const answers: number[] = [];
  let busy = true;
  const somebody = (async () => {
    while (busy) {
      answers.push((await timed(() => readWorkList(platform, me, WorkListQuery.parse({ scope: 'team' }))))[1]);
      await wait(50);
    }
  })();
  const [result, took] = await timed(work);
  busy = false;
  await somebody;
  return { result, took, answers };
}

const tried = await withSomebody(async () => {
  const id = await startRehearsal(platform, me, { firstCallAfterDays: 40 });
  for (;;) {
    const trial = await readRehearsalView(platform, me.agencyId, id);
    if (trial.state === 'done' && trial.result !== null) return { id, result: trial.result };
    if (trial.state === 'failed') throw new Error('the rehearsal failed');
    await wait(100);
  }
});
const { id: rehearsal, result } = tried.result;
const [, published] = await timed(() =>
  publishPlaybook(platform, me, {
    rehearsal,
    expectedVersion: 0,
    seen: { changed: result.changed, emailsNow: result.emails.now },
  }),
);
const reviewed = await withSomebody(async () => {
  for (;;) {
    const { marked } = await readPlaybook(platform, me.agencyId);
    if (marked <= FILES - REVIEWED) return FILES - marked;
    await wait(100);
  }
});
report([
  {
    what: `Playbook: files tried a second (${whole(result.files)} files, ${whole(result.changed)} change)`,
    figure: whole((result.files * 1_000) / tried.took),
  },
  {
    what: 'The work list of the same process meanwhile (median, p95)',
    figure: `${ms(median(tried.answers))}, ${ms(quantile(tried.answers, 0.95))}`,
  },
  { what: `Playbook: published, ${whole(FILES)} files marked in one transaction`, figure: ms(published) },
  {
    what: 'Playbook: marked files planned anew a second (paced)',
    figure: whole((reviewed.result * 1_000) / reviewed.took),
  },
  {
    what: 'The work list of the same process meanwhile (median, p95)',
    figure: `${ms(median(reviewed.answers))}, ${ms(quantile(reviewed.answers, 0.95))}`,
  },
]);
await worker.stop();
await store.close();
await scene.close();

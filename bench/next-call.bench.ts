import { randomUUID } from 'node:crypto';
import { CallRoundQuery } from '@suivi/contracts/calls';
import { readCallRound } from '../apps/api/src/calls/call-round.ts';
import { createFile } from '../apps/api/src/files/create-file.ts';
import { recordEvent } from '../apps/api/src/files/record-event.ts';
import { searchText } from '../apps/api/src/files/search-text.ts';
import { fillAhead } from './fill-ahead.ts';
import { fillFiles } from './fill-files.ts';
import { median, ms, quantile, report, timed, whole } from './figures.ts';
import { aPerson, withPage } from './running-app.ts';
import { openScene } from './scene.ts';

/** The round of calls in a browser, in front of an agency with ten thousand open files. */
const OPEN_FILES = 10_000;
/** Of the files that are filled in, one in nine is closed. */
const FILES = Math.ceil((OPEN_FILES * 9) / 8);
const CALLS = 40;
const WARM_UP = 5;

const scene = await openScene();
const { urls } = scene;
await fillFiles(urls.owner, scene.me.agencyId, FILES, searchText);
await fillAhead(urls.owner, scene.me.agencyId, scene.platform.keys);
const me = await aPerson(scene);
for (let n = 0; n < CALLS; n += 1) {
  const { id } = await createFile(scene.platform, me, {
    client: { firstName: 'Zoë', lastName: `Example ${n}`, email: `c${n}@example.org`, telephone: null, street: null },
    applicant: {
      category: 'employee',
      birthDate: '1975-04-12',
      birthCountry: 'DE',
      nationalities: ['DE'],
      language: 'en',
      arrivedOn: '2026-01-10',
      activityStartsOn: '2026-02-02',
      address: { postcode: n % 2 === 0 ? '24000' : '33000', city: null },
    } as Parameters<typeof createFile>[2]['applicant'],
    reference: null,
    adviser: me.userId,
  });
  for (const [expectedVersion, event] of [
    { type: 'file_submitted', method: 'registered_post', on: '2026-04-16' },
    { type: 'post_delivered', on: '2026-04-21' },
  ].entries())
    await recordEvent(scene.platform, me, id, {
      event: { id: randomUUID(), ...event },
      expectedVersion,
      history: true,
    });
}

const lists: number[] = [];
for (let turn = 0; turn < 25; turn += 1) {
  const [round, took] = await timed(() => readCallRound(scene.platform, me, CallRoundQuery.parse({})));
  if (round.groups.flatMap(({ calls }) => calls).length !== CALLS)
    throw new Error('The round is not the one to measure.');
  if (turn >= WARM_UP) lists.push(took);
}

/** From the key of the outcome to the frame after the one in which the next client's name stands on screen. */
const times: number[] = [];
/** The processor time of the page's own thread in between: what another machine's load does not change. */
const work: number[] = [];
await withPage(scene, async (page) => {
  await page.goto('/rounds/calls');
  await page.getByRole('region', { name: 'The call' }).waitFor();
  await page.evaluate(() => {
    const watched = window as unknown as { nextCall: () => Promise<number> };
    const name = () => document.querySelector('section[aria-label="The call"] h2')?.textContent ?? '';
    let from = 0;
    document.addEventListener('keydown', ({ key, timeStamp }) => key === '2' && (from = timeStamp), true);
    watched.nextCall = () =>
      new Promise((done, fail) => {
        const before = name();
        setTimeout(() => fail(new Error(`${before} stays on screen.`)), 20_000);
        const look = () => {
          if (name() === before || name() === '') requestAnimationFrame(look);
          else requestAnimationFrame(() => done(performance.now() - from));
        };
        look();
      });
  });
  const inside = await page.context().newCDPSession(page);
  await inside.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await inside.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  for (let call = 0; call < CALLS - 1; call += 1) {
    // What the outcome causes is on its button, and the next call has been fetched: nobody is faster than that.
    await page.getByRole('button', { name: /In progress.*Plan stands/ }).waitFor();
    await page.waitForLoadState('networkidle');
    const next = page.evaluate(() => (window as unknown as { nextCall: () => Promise<number> }).nextCall());
    const before = await worked();
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    const took = await next;
    const after = await worked();
    if (call < WARM_UP) continue;
    times.push(took);
    work.push(after - before);
  }
});

const of = `at ${whole(OPEN_FILES)} open files (median, p95)`;
report([
  {
    what: `From the outcome key to the next call on screen, recorded in between, in Chromium ${of}`,
    figure: `${ms(median(times))}, ${ms(quantile(times, 0.95))}`,
    goal: 'under 100 ms',
  },
  {
    what: `The page’s own work of it: processor time of its main thread ${of}`,
    figure: `${ms(median(work))}, ${ms(quantile(work, 0.95))}`,
  },
  { what: `The list of a round of ${CALLS} calls ${of}`, figure: `${ms(median(lists))}, ${ms(quantile(lists, 0.95))}` },
]);
await scene.close();

import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { aFile, aFileToCallAbout, happened, seen } from './a-file.ts';
import type { AFile } from './a-file.ts';
import { faultsOn } from './faults.ts';
import { test } from './signed-in.ts';

test.use({ reducedMotion: 'reduce' });

const POSTED = { type: 'file_submitted', on: '2026-04-16', method: 'registered_post' };
const DELIVERED = { type: 'post_delivered', on: '2026-04-21' };
const NUMBER = { type: 'social_security_number_received', on: '2026-05-04' };
const ORDERED = { type: 'card_ordered', on: '2026-05-06', method: 'online' };

const list = (page: Page) => page.getByRole('table', { name: 'What came, and for whom' });
const lineOf = (page: Page, { reference }: AFile, event: string) =>
  list(page).getByRole('row').filter({ hasText: reference }).filter({ hasText: event });
const field = (page: Page) => page.getByRole('combobox', { name: 'For whom' });
const types = async (page: Page, file: AFile) => (await seen(page, file)).input.events.map(({ type }) => type);

async function many(count: number, make: () => Promise<AFile>): Promise<AFile[]> {
  const made: AFile[] = [];
  while (made.length < count)
    made.push(...(await Promise.all(Array.from({ length: Math.min(5, count - made.length) }, make))));
  return made;
}

test('thirty arrivals for mixed files, by keyboard alone: one cannot be, the others are recorded and taken back', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const { keyboard } = page;
  const waiting = await many(14, () => aFileToCallAbout(page, 'Came'));
  const carded = await many(14, () => aFile(page, 'Came', [POSTED, DELIVERED, NUMBER, ORDERED]));
  const [unposted] = await many(1, () => aFile(page, 'Came'));
  const [posted] = await many(1, () => aFile(page, 'Came', [POSTED]));
  if (!unposted || !posted) throw new Error('no files');

  await page.goto('/today');
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await keyboard.press('g');
  await keyboard.press('r');
  await expect(page.getByRole('heading', { name: 'What came', level: 1 })).toBeVisible();
  await expect(page.getByText('The list is empty')).toBeVisible();

  let lines = 0;
  const add = async (words: string) => {
    await keyboard.type(words);
    await keyboard.press('Enter');
    await expect(list(page).getByRole('row')).toHaveCount((lines += 1) + 1);
    await expect(field(page)).toHaveValue('');
    await expect(field(page)).toBeFocused();
  };
  await keyboard.press('1');
  // By the name, with other capitals; by the reference; each Enter may come before the answer.
  for (const [n, { name, reference }] of waiting.entries()) await add(n % 2 === 0 ? name.toUpperCase() : reference);
  await keyboard.press('Escape');
  await keyboard.press('6');
  for (const { name } of carded) await add(name);
  await keyboard.press('Escape');
  await keyboard.press('7');
  await add(posted.name);
  await add(unposted.name);
  expect(lines).toBe(30);
  await expect(lineOf(page, waiting[0]!, 'Provisional number received')).toContainText('With CPAM → Rights open');
  await expect(lineOf(page, carded[0]!, 'Card received')).toContainText('Card ordered → Card delivered');
  await expect(lineOf(page, unposted, 'Received by CPAM')).toContainText(
    'No registered letter was posted by that day.',
  );
  await expect(page.getByRole('button', { name: 'Record 29 arrivals' })).toBeVisible();
  await expect(page.getByText('29 files')).toBeVisible();

  // Leaving loses nothing.
  await page.reload();
  await expect(page.getByRole('button', { name: 'Record 29 arrivals' })).toBeVisible();
  await keyboard.press('Control+Enter');
  const results = page.getByRole('region', { name: 'What was recorded' });
  await expect(results).toContainText('29 arrivals recorded', { timeout: 60_000 });
  await expect(list(page).getByRole('row')).toHaveCount(2);
  for (const file of [waiting[0]!, waiting.at(-1)!])
    expect(await types(page, file)).toContain('provisional_number_received');
  for (const file of [carded[0]!, carded.at(-1)!]) expect(await types(page, file)).toContain('card_received');
  expect(await types(page, posted)).toContain('post_delivered');
  expect(await types(page, unposted)).toEqual([]);

  await page.getByRole('button', { name: 'Take them back' }).click();
  await expect(results).toBeHidden({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Record 29 arrivals' })).toBeVisible();
  expect((await seen(page, waiting[0]!)).tasks.find(({ key }) => key === 'call_3646:with_cpam:1')?.state).toBe('open');
  // Recorded once more it is another event, and Z takes it back.
  await keyboard.press('Control+Enter');
  await expect(results).toContainText('29 arrivals recorded', { timeout: 60_000 });
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(1);
  await keyboard.press('z');
  await expect(page.getByText('Undone', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Record 29 arrivals' })).toBeVisible();
});

test('of two who have the name, whoever waits for it comes first; days change, lines go, a colleague is named', async ({
  page,
  pageOf,
}) => {
  const { keyboard } = page;
  const name = `Twice${Date.now().toString(36)}`;
  const early = await aFile(page, name);
  const waits = await aFileToCallAbout(page, name);
  const other = await aFileToCallAbout(page, name);
  await page.goto('/rounds/arrivals');
  await expect(field(page)).toBeDisabled();
  await page.getByRole('button', { name: 'Provisional number received' }).click();
  await expect(field(page)).toBeFocused();
  await keyboard.type(name.toLowerCase());
  const options = page.getByRole('listbox', { name: 'Files that this may mean' }).getByRole('option');
  await expect(options).toHaveCount(3);
  await expect(options.last()).toContainText(early.name);
  await expect(page.getByText('Not waiting for it now')).toBeVisible();
  await keyboard.press('Enter');
  await expect(list(page)).toContainText('1 other file fits these letters: look at the reference.');
  // Again: the one that is in the list is named, and nobody else is taken in its place.
  await keyboard.type(name.toLowerCase());
  await keyboard.press('Enter');
  const already = page.getByRole('alert').filter({ hasText: 'is in the list already' });
  await expect(already).toBeVisible();
  await keyboard.press('Enter');
  await expect(already).toBeVisible();
  await expect(list(page).getByRole('row')).toHaveCount(2);
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(already).toBeHidden();
  await expect(list(page).getByRole('row')).toHaveCount(3);
  for (const file of [waits, other]) await expect(lineOf(page, file, 'Provisional number')).toBeVisible();

  // The day of the last line, by keyboard: a day before the file was opened says so, and is put right.
  await keyboard.press('Escape');
  await keyboard.press('d');
  await keyboard.press('Control+a');
  await keyboard.type('20/05/2026');
  await keyboard.press('Enter');
  await expect(list(page).getByRole('button', { name: /^Wed 20 May: change the day/ })).toHaveCount(1);
  await expect(list(page)).toContainText('The day (20 May 2026) lies before the file was opened (21 May 2026).');
  await expect(page.getByRole('button', { name: 'Record 1 arrival' })).toBeVisible();
  await keyboard.press('d');
  await keyboard.press('Control+a');
  await keyboard.type('21/05/2026');
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Record 2 arrivals' })).toBeVisible();

  // One that does not wait for it is taken, and asked about.
  await field(page).fill(early.reference);
  await keyboard.press('Enter');
  await expect(lineOf(page, early, 'Provisional number')).toContainText('The file was not waiting for it');
  await page.getByRole('button', { name: `Take out ${early.name}, Provisional number received` }).click();
  await expect(list(page).getByRole('row')).toHaveCount(3);

  const colleague = await pageOf('lead');
  await happened(colleague, waits, [{ type: 'provisional_number_received', on: '2026-05-19' }]);
  await keyboard.press('Control+Enter');
  const results = page.getByRole('region', { name: 'What was recorded' });
  await expect(results).toContainText('1 arrival recorded', { timeout: 30_000 });
  await expect(results).toContainText(new RegExp(`${waits.name}.*recorded it just now`));
  await page.getByRole('button', { name: `Take out ${waits.name}, Provisional number received` }).click();
  await expect(page.getByText('The list is empty')).toBeVisible();
  await expect(field(page)).toBeFocused();
});

test('what a colleague has built on stays recorded and is named; the others are taken back', async ({
  page,
  pageOf,
}) => {
  const { keyboard } = page;
  const [one, two] = await many(2, () => aFileToCallAbout(page, 'Stays'));
  if (!one || !two) throw new Error('no files');
  await page.goto('/rounds/arrivals');
  await page.getByRole('button', { name: 'Provisional number received' }).click();
  for (const { reference } of [one, two]) {
    await field(page).fill(reference);
    await keyboard.press('Enter');
    await expect(field(page)).toHaveValue('');
  }
  await expect(page.getByRole('button', { name: 'Record 2 arrivals' })).toBeVisible();
  await keyboard.press('Control+Enter');
  const results = page.getByRole('region', { name: 'What was recorded' });
  await expect(results).toContainText('2 arrivals recorded');
  await happened(await pageOf('lead'), two, [NUMBER]);
  await page.getByRole('button', { name: 'Take them back' }).click();
  await expect(page.getByRole('alert')).toContainText(`1 is still recorded: ${two.name}. The file has changed since.`);
  await expect(results).toContainText('1 arrival recorded');
  await expect(lineOf(page, one, 'Provisional number received')).toBeVisible();
  await expect(lineOf(page, two, 'Provisional number received')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
  // Recorded once more, it is another event.
  await expect(page.getByRole('button', { name: 'Record 1 arrival' })).toBeVisible();
  await keyboard.press('Control+Enter');
  await expect(results).toContainText('2 arrivals recorded');
});

test('two tabs have one list: what is added in one stands in the other, and neither loses what the other has', async ({
  page,
  context,
}) => {
  const [one, two] = await many(2, () => aFileToCallAbout(page, 'Tabs'));
  if (!one || !two) throw new Error('no files');
  const beside = await context.newPage();
  for (const tab of [page, beside]) {
    await tab.goto('/rounds/arrivals');
    await tab.getByRole('button', { name: 'Provisional number received', exact: true }).click();
  }
  for (const [tab, { reference }] of [
    [page, one],
    [beside, two],
  ] as const) {
    await field(tab).fill(reference);
    await tab.keyboard.press('Enter');
    await expect(field(tab)).toHaveValue('');
  }
  for (const tab of [page, beside])
    for (const file of [one, two]) await expect(lineOf(tab, file, 'Provisional number received')).toBeVisible();
  await page.getByRole('button', { name: `Take out ${one.name}, Provisional number received` }).click();
  await expect(lineOf(beside, one, 'Provisional number received')).toHaveCount(0);
  await expect(lineOf(beside, two, 'Provisional number received')).toBeVisible();
});

test('what is being recorded can be neither dated anew nor taken out', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Locked');
  await page.goto('/rounds/arrivals');
  await page.getByRole('button', { name: 'Provisional number received', exact: true }).click();
  await field(page).fill(file.reference);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Record 1 arrival' })).toBeVisible();
  let release = () => {};
  const released = new Promise<void>((done) => (release = done));
  await page.route(`**/api/files/${file.id}/events`, async (route) => {
    await released;
    await route.continue();
  });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Recording: 0 of 1').first()).toBeVisible();
  await expect(page.getByRole('button', { name: `Take out ${file.name}, Provisional number received` })).toBeDisabled();
  await expect(page.getByRole('button', { name: new RegExp(`change the day of ${file.name}`) })).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await expect(lineOf(page, file, 'Provisional number received')).toBeVisible();
  release();
  await expect(page.getByRole('region', { name: 'What was recorded' })).toContainText('1 arrival recorded');
  await expect(page.getByText('The list is empty')).toBeVisible();
});

test('one that was recorded although no answer came is recorded once, and can be taken back', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Unsure');
  await page.goto('/rounds/arrivals');
  await page.getByRole('button', { name: 'Provisional number received', exact: true }).click();
  await field(page).fill(file.reference);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Record 1 arrival' })).toBeVisible();
  const events = `**/api/files/${file.id}/events`;
  await page.route(events, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.keyboard.press('Control+Enter');
  const results = page.getByRole('region', { name: 'What was recorded' });
  await expect(results).toContainText('The connection broke.');
  await expect(lineOf(page, file, 'Provisional number')).toContainText('It was sent, but no answer came.');
  const times = async () => (await types(page, file)).filter((type) => type === 'provisional_number_received').length;
  expect(await times()).toBe(1);
  await page.unroute(events);
  await results.getByRole('button', { name: 'Try again' }).click();
  await expect(results).toContainText('1 arrival recorded');
  await expect(results).not.toContainText('could not be recorded');
  await expect(page.getByText('The list is empty')).toBeVisible();
  expect(await times()).toBe(1);
  await page.getByRole('button', { name: 'Take them back' }).click();
  await expect(results).toBeHidden();
  await expect(lineOf(page, file, 'Provisional number')).toContainText('With CPAM → Rights open');
});

test('a file that is gone says so in its line, which can be taken out; the others are recorded', async ({ page }) => {
  const [gone, stays] = await many(2, () => aFileToCallAbout(page, 'Gone'));
  if (!gone || !stays) throw new Error('no files');
  await page.goto('/rounds/arrivals');
  await page.getByRole('button', { name: 'Provisional number received', exact: true }).click();
  for (const { reference } of [gone, stays]) {
    await field(page).fill(reference);
    await page.keyboard.press('Enter');
    await expect(field(page)).toHaveValue('');
  }
  await expect(page.getByRole('button', { name: 'Record 2 arrivals' })).toBeVisible();
  // No file of the agency has this id.
  const nobody = crypto.randomUUID();
  await page.evaluate(
    ([of, other]) => {
      for (const [key, kept] of Object.entries(localStorage))
        if (key.startsWith('suivi.arrivals.')) localStorage.setItem(key, String(kept).replaceAll(of, other));
    },
    [gone.id, nobody] as const,
  );
  await page.reload();
  const line = list(page).getByRole('row').filter({ hasText: 'Unknown file' });
  await expect(line).toContainText('not exist, or is not one of your agency’s');
  await expect(page.getByRole('button', { name: 'Record 1 arrival' })).toBeEnabled();
  await page.getByRole('button', { name: 'Take out Unknown file, Provisional number received' }).click();
  await expect(list(page).getByRole('row')).toHaveCount(2);
  await expect(lineOf(page, stays, 'Provisional number received')).toContainText('With CPAM → Rights open');
});

test('a social security number is not taken, whether typed or pasted, and nothing of it leaves the browser', async ({
  page,
}) => {
  await page.goto('/rounds/arrivals');
  await page.getByRole('button', { name: 'Number received', exact: true }).click();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await field(page).pressSequentially('258039940412338');
  await expect(page.getByText('That was a social security number. Suivi takes none')).toBeVisible();
  await expect(field(page)).toHaveValue('');
  await field(page).fill('Orla 2 58 03 99 404 123 38');
  await expect(field(page)).toHaveValue('');
  await field(page).fill('xyzzy nobody');
  await expect(page.getByText('No file matches “xyzzy nobody”.')).toBeVisible();
  await expect(page.getByText('That was a social security number')).toBeHidden();
  expect(asked.filter((one) => /2580399404123|2[ +%20]*58[ +%20]*03/.test(one))).toEqual([]);
});

test('the round says when it cannot look, and has no fault that axe knows, on a desk and on a phone', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const file = await aFileToCallAbout(page, 'Looks');
  const unposted = await aFile(page, 'Looks');
  const faults: string[] = [];
  await page.goto('/rounds/arrivals');
  await expect(page.getByText('The list is empty')).toBeVisible();
  faults.push(...(await faultsOn(page, 'what came, empty')));
  await page.getByRole('button', { name: 'Received by CPAM', exact: true }).click();
  await field(page).pressSequentially('looks');
  await expect(page.getByRole('option').first()).toBeVisible();
  faults.push(...(await faultsOn(page, 'what came, candidates')));
  await field(page).fill(file.reference);
  await page.keyboard.press('Enter');
  await page.route('**/api/rounds/arrivals/preview', (route) => route.abort());
  await field(page).fill(unposted.reference);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('The connection broke.', { timeout: 20_000 });
  await page.unroute('**/api/rounds/arrivals/preview');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(lineOf(page, unposted, 'Received by CPAM')).toContainText('No registered letter was posted');
  faults.push(...(await faultsOn(page, 'what came')));
  await page.setViewportSize({ width: 390, height: 844 });
  faults.push(...(await faultsOn(page, 'what came, on a phone')));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  expect(faults).toEqual([]);
});

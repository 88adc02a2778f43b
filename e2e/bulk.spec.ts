import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import fs from 'node:fs';
import { aFile, aFileToCallAbout, happened, seen } from './a-file.ts';
import type { AFile } from './a-file.ts';
import { faultsOn } from './faults.ts';
import { ask, test } from './signed-in.ts';

test.use({ who: 'lead', reducedMotion: 'reduce' });

const bar = (page: Page) => page.getByRole('region', { name: 'Selected files' });
const clients = (page: Page) => page.getByRole('region', { name: 'Files' }).getByRole('row').getByRole('link');

type Snoozes = { tasks: { key: string; snoozedUntil: string | null }[]; adviser: { name: string } | null };
const fileOf = (page: Page, { id }: AFile) => ask<Snoozes>(page, 'GET', `/api/files/${id}`);
const snoozesOf = async (page: Page, file: AFile) =>
  (await fileOf(page, file)).tasks.flatMap(({ snoozedUntil }) => (snoozedUntil === null ? [] : [snoozedUntil]));

/** CPAM wants an answer by Tuesday, and all it wants is in hand. */
const aFileWithALimit = (page: Page, lastName: string) =>
  aFile(page, lastName, [
    { type: 'file_submitted', on: '2026-04-16', method: 'registered_post' },
    { type: 'post_delivered', on: '2026-04-21' },
    { type: 'documents_requested', on: '2026-05-04', documents: ['rib'], replyBy: '2026-05-26' },
    { type: 'document_received', on: '2026-05-20', document: 'rib' },
    { type: 'document_verified', on: '2026-05-20', document: 'rib' },
  ]);

test('X X X S Enter: three chosen, foreseen and put off by keyboard alone, and back with Z', async ({ page }) => {
  const name = `Snooze${Date.now().toString(36)}`;
  const [one, two, limited] = [
    await aFileToCallAbout(page, name),
    await aFileToCallAbout(page, name),
    await aFileWithALimit(page, name),
  ];
  await page.goto(`/files?q=${name}`);
  await expect(clients(page)).toHaveCount(3);
  const { keyboard } = page;
  for (const key of ['x', 'x', 'x']) await keyboard.press(key);
  await expect(bar(page).getByText('3 selected')).toBeVisible();
  await keyboard.press('s');
  await expect(bar(page).getByRole('heading')).toHaveText('Snooze to Fri 22 May: what this will do');
  await expect(bar(page).getByRole('button', { name: 'Snooze 3 tasks' })).toBeFocused();

  // Next week begins with a holiday, and the law comes first.
  await keyboard.press('2');
  await expect(bar(page).getByRole('heading')).toHaveText('Snooze to Tue 26 May: what this will do');
  await expect(bar(page)).toContainText('2 tasks move from today to Tue 26 May');
  await expect(bar(page)).toContainText('Monday 25 May is a public holiday, Whit Monday.');
  await expect(bar(page)).toContainText(`1 is left out: ${limited.name}. Its legal deadline is Tuesday 26 May`);
  await expect(bar(page)).toContainText('No email is sent, moved or cancelled. No legal deadline moves.');
  await expect(bar(page).getByRole('button', { name: 'Snooze 2 tasks' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByText('2 tasks snoozed')).toBeVisible();
  await expect(page.getByText('1 was left out.')).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
  expect(await snoozesOf(page, one)).toEqual(['2026-05-26']);
  expect(await snoozesOf(page, two)).toEqual(['2026-05-26']);
  expect(await snoozesOf(page, limited)).toEqual([]);

  await keyboard.press('z');
  await expect(page.getByText('Undone')).toBeVisible();
  expect(await snoozesOf(page, one)).toEqual([]);
});

test('files are given to a colleague, with what goes along said before', async ({ page }) => {
  const name = `Assign${Date.now().toString(36)}`;
  const files = [await aFileToCallAbout(page, name), await aFileToCallAbout(page, name)];
  await page.goto(`/files?q=${name}`);
  await expect(clients(page)).toHaveCount(2);
  await page.getByRole('checkbox', { name: 'Select all that are shown' }).click();
  await page.keyboard.press('a');
  await bar(page).getByRole('button', { name: 'Idriss Lahlou' }).click();
  await expect(bar(page)).toContainText('2 files go to Idriss Lahlou');
  await expect(bar(page)).toContainText('Those to come are signed by Idriss Lahlou.');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 files assigned')).toBeVisible();
  for (const file of files) expect((await fileOf(page, file)).adviser?.name).toBe('Idriss Lahlou');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone')).toBeVisible();
  for (const file of files) expect((await fileOf(page, file)).adviser?.name).toBe('Marianne Kessler');
});

test('the same event in many: a file that a colleague changes meanwhile is left out, and said', async ({
  page,
  pageOf,
}) => {
  const name = `Record${Date.now().toString(36)}`;
  const [one, two] = [await aFileToCallAbout(page, name), await aFileToCallAbout(page, name)];
  const colleague = await pageOf('adviser');
  await page.goto(`/files?q=${name}`);
  await expect(clients(page)).toHaveCount(2);
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+x');
  await page.keyboard.press('e');
  await expect(page.getByRole('combobox', { name: 'What happened' })).toBeFocused();
  await page.keyboard.type('provisional');
  await expect(page.getByRole('option')).toHaveText(['Provisional number received']);
  // The only one; where the list has just opened it is not chosen yet.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('Recorded in 2 files');
  await expect(bar(page)).toContainText('2 files: With CPAM → Rights open.');
  await expect(bar(page)).toContainText('2 emails leave today: Your rights are open (2).');
  await happened(colleague, two, [{ type: 'call_made', on: '2026-05-21', outcome: 'in_progress' }]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Recorded in 1 file', { exact: true })).toBeVisible();
  await expect(bar(page)).toContainText(`1 is left out: ${two.name}. Somebody changed it after this preview.`);
  expect((await seen(page, one)).input.events.map(({ type }) => type)).toContain('provisional_number_received');
  expect((await seen(page, two)).input.events.map(({ type }) => type)).not.toContain('provisional_number_received');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await page.keyboard.press('z');
  await expect(page.getByText('Undone')).toBeVisible();
  expect((await seen(page, one)).input.events.at(-1)?.type).toBe('voided');
});

test('all that match are chosen, and a view or what is chosen leaves as CSV', async ({ page }) => {
  const name = `Export${Date.now().toString(36)}`;
  const one = await aFileToCallAbout(page, name);
  const two = await aFileToCallAbout(page, name);
  await page.goto(`/files?q=${name}&columns=stage,town`);
  await expect(clients(page)).toHaveCount(2);
  const take = async (button: string) => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: button, exact: true }).click();
    return fs
      .readFileSync(await (await coming).path(), 'utf8')
      .trimEnd()
      .split('\r\n');
  };
  const [head, ...lines] = await take('Export this view');
  expect(head?.replace('\ufeff', '')).toBe('Client;Reference;Stage;Town');
  expect(lines.sort()).toEqual([one, two].map((file) => `${file.name};${file.reference};With CPAM;Périgueux`).sort());
  await page.getByRole('checkbox', { name: `Select ${two.name}` }).click();
  expect((await take('Export')).slice(1)).toEqual([`${two.name};${two.reference};With CPAM;Périgueux`]);
  await bar(page).getByRole('button', { name: 'Select all that match' }).click();
  await expect(bar(page).getByText('2 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
});

test('a broken connection leaves nothing half done: how far it came is said, and the rest is done on trying again', async ({
  page,
}) => {
  const name = `Broken${Date.now().toString(36)}`;
  const files = [await aFileToCallAbout(page, name), await aFileToCallAbout(page, name)];
  await page.goto(`/files?q=${name}`);
  await expect(clients(page)).toHaveCount(2);
  await page.keyboard.press('x');
  await page.keyboard.press('x');
  await page.keyboard.press('s');
  await page.keyboard.press('2');
  const run = bar(page).getByRole('button', { name: 'Snooze 2 tasks' });
  await expect(bar(page)).toContainText('2 tasks move from today to Tue 26 May');
  // The answer is lost on its way, though the server has done it.
  let letThrough: () => void = () => undefined;
  const held = new Promise<void>((go) => (letThrough = go));
  await page.route('**/api/bulk/run', async (route) => {
    await route.fetch();
    await held;
    await route.abort();
  });
  await run.press('Enter');
  await expect(bar(page).getByText('0 of 2', { exact: true })).toBeVisible();
  const faults = await faultsOn(page, 'being done');
  letThrough();
  await expect(bar(page)).toContainText('0 of 2 are done, none by halves. Try again to do the rest.');
  faults.push(...(await faultsOn(page, 'broken off')));
  expect(faults).toEqual([]);
  await page.unroute('**/api/bulk/run');
  await run.press('Enter');
  await expect(page.getByText('2 tasks snoozed')).toBeVisible();
  for (const file of files) expect(await snoozesOf(page, file)).toEqual(['2026-05-26']);
  await page.keyboard.press('z');
  await expect(page.getByText('Undone')).toBeVisible();
  for (const file of files) expect(await snoozesOf(page, file)).toEqual([]);
});

test.describe('an adviser', () => {
  test.use({ who: 'adviser' });
  test('acts on one file at a time: nothing is chosen, and nothing offers it', async ({ page }) => {
    await page.goto('/files');
    await expect(page.getByRole('row').nth(3)).toBeVisible();
    await page.keyboard.press('x');
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await expect(bar(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Export this view' })).toBeVisible();
    const answer = await page.request.post('/api/bulk/preview', {
      data: { kind: 'snooze', until: '2026-06-01', files: [crypto.randomUUID()] },
    });
    expect(answer.status()).toBe(403);
  });
});

test('choosing, foreseeing and what was left out have no fault that axe knows, at a desk and on a phone', async ({
  page,
  pageOf,
}) => {
  test.setTimeout(180_000);
  const name = `Axe${Date.now().toString(36)}`;
  await aFileToCallAbout(page, name);
  const limited = await aFileWithALimit(page, name);
  const colleague = await pageOf('adviser');
  const faults: string[] = [];
  for (const [place, size] of [
    ['desk', { width: 1280, height: 800 }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    await page.setViewportSize(size);
    await page.goto(`/files?q=${name}`);
    const boxes = page.getByRole('checkbox', { name: /^Select Test/ });
    await expect(boxes).toHaveCount(2);
    for (const box of await boxes.all()) await box.click();
    await expect(bar(page).getByText('2 selected')).toBeVisible();
    faults.push(...(await faultsOn(page, `chosen, ${place}`)));
    await bar(page).getByRole('button', { name: 'Snooze' }).click();
    await bar(page).getByRole('button', { name: 'Next week' }).click();
    await expect(bar(page)).toContainText('is left out');
    faults.push(...(await faultsOn(page, `snooze, ${place}`)));
    await bar(page).getByRole('button', { name: 'A date' }).click();
    faults.push(...(await faultsOn(page, `snooze to a date, ${place}`)));
    await bar(page).getByRole('button', { name: 'Assign' }).click();
    await bar(page).getByRole('button', { name: 'Idriss Lahlou' }).click();
    await expect(bar(page)).toContainText('2 files go to Idriss Lahlou');
    faults.push(...(await faultsOn(page, `assign, ${place}`)));
    await bar(page).getByRole('button', { name: 'Record event' }).click();
    await page.getByRole('combobox', { name: 'What happened' }).click();
    await page.getByRole('option', { name: 'Call made', exact: true }).click();
    await bar(page).getByRole('button', { name: 'In progress' }).click();
    await expect(bar(page)).toContainText('Recorded in 2 files');
    faults.push(...(await faultsOn(page, `record, ${place}`)));
    if (place === 'desk') continue;
    await happened(colleague, limited, [{ type: 'gp_declared', on: '2026-05-21' }]);
    await bar(page).getByRole('button', { name: 'Record in 2 files' }).click();
    await expect(bar(page).getByRole('heading', { name: 'What was left out' })).toBeVisible();
    faults.push(...(await faultsOn(page, `left out, ${place}`)));
  }
  expect(faults).toEqual([]);
});

import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { aFile, seen } from './a-file.ts';
import type { AFile } from './a-file.ts';
import { faultsOn } from './faults.ts';
import { aPdf, aPicture, dropOn, papersOf } from './scans.ts';
import { test } from './signed-in.ts';

test.use({ reducedMotion: 'reduce' });

const drawer = (page: Page) => page.getByRole('dialog', { name: /^Add documents/ });
const sent = (page: Page) => drawer(page).getByRole('list', { name: 'Look at what was sent' });
const states = async (page: Page, file: AFile) =>
  (await papersOf(page, file)).map(({ document, state }) => `${document} ${state}`).toSorted();
const happenedTo = async (page: Page, file: AFile, type: string) =>
  (await seen(page, file)).input.events.filter((event) => event.type === type).map(({ document }) => document);

/** What waits until it is let go. */
function held(): [Promise<void>, () => void] {
  const letGo: (() => void)[] = [];
  const waiting = new Promise<void>((done) => letGo.push(done));
  return [waiting, () => letGo.forEach((go) => go())];
}

/** As a hand on the wheel would, until every page has been seen: one that comes late is gone back to. */
async function scrollOn(page: Page) {
  await sent(page).hover();
  await expect(async () => {
    await page.mouse.wheel(0, -10_000);
    for (let turn = 0; turn < 12; turn += 1) {
      await page.mouse.wheel(0, 300);
      await page.waitForTimeout(300);
    }
    await expect(drawer(page).getByText(/you have not seen: scroll on/)).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 60_000 });
}

test('documents dropped on a row of Files are sent, looked at in place and verified by whoever vouches for them', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const file = await aFile(page, 'Vouched');
  await page.goto(`/files?q=${file.reference}`);
  const row = page.getByRole('row').filter({ hasText: file.name });
  await expect(row).toBeVisible();
  await dropOn(page, row, aPdf('RIB.pdf', 'Bank'), aPdf('lease.pdf', 'Lease'), await aPicture(page, 'passport.jpg'));
  await expect(drawer(page)).toBeVisible();
  await expect(drawer(page)).toContainText(file.reference);
  await drawer(page).getByLabel('No social security number is visible').check();
  await expect(drawer(page).getByRole('button', { name: 'Send 3 documents' })).toBeVisible();
  await page.keyboard.press('Control+Shift+Enter');

  // Nothing is vouched for that has not been on screen.
  await expect(sent(page).locator('img').first()).toBeVisible({ timeout: 60_000 });
  await expect(sent(page).getByRole('listitem')).toHaveCount(3, { timeout: 60_000 });
  await expect(drawer(page).getByText(/you have not seen: scroll on/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  expect(await happenedTo(page, file, 'document_verified')).toEqual([]);
  await scrollOn(page);
  await expect(drawer(page).getByText('You say of each document ticked')).toBeVisible();

  // One is left for the checking round.
  await sent(page).getByLabel('Bank details (RIB): it is right').uncheck();
  await expect(drawer(page).getByRole('button', { name: 'Verify 2 documents' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`2 documents verified: ${file.name}`)).toBeVisible({ timeout: 30_000 });
  await expect(drawer(page)).toHaveCount(0);
  expect(await states(page, file)).toEqual(['identity verified', 'proof_of_stable_residence verified', 'rib to_check']);

  await page.keyboard.press('z');
  await expect(page.getByText('Undone', { exact: true })).toBeVisible({ timeout: 30_000 });
  expect(await states(page, file)).toEqual(['identity to_check', 'proof_of_stable_residence to_check', 'rib to_check']);
});

test('sent without a fault, the drawer closes by itself, and Undo takes the documents off again', async ({ page }) => {
  const file = await aFile(page, 'Off');
  // On the client's row of Today, this time.
  await page.goto('/today');
  await dropOn(page, page.getByRole('listitem').filter({ hasText: file.name }).first(), aPdf('RIB.pdf', 'Bank'));
  await expect(drawer(page).getByRole('button', { name: 'Send 1 document' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`1 document received: ${file.name}`)).toBeVisible({ timeout: 30_000 });
  await expect(drawer(page)).toHaveCount(0);
  expect(await states(page, file)).toEqual(['rib to_check']);
  await page.keyboard.press('z');
  await expect(page.getByText('Undone', { exact: true })).toBeVisible();
  expect(await states(page, file)).toEqual(['rib removed']);
});

test('what was not taken stays, beside what was and can be checked', async ({ page }) => {
  const file = await aFile(page, 'Half');
  await page.goto(`/files?q=${file.reference}`);
  await dropOn(page, page.getByRole('row').filter({ hasText: file.name }), aPdf('RIB.pdf', 'Bank'), {
    name: 'passport.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('this is no PDF'),
  });
  await expect(drawer(page).getByRole('button', { name: 'Send 2 documents' })).toBeVisible();
  await page.keyboard.press('Control+Shift+Enter');
  await expect(drawer(page).getByRole('alert')).toBeVisible({ timeout: 30_000 });
  await expect(sent(page).locator('img')).toBeVisible();
  await scrollOn(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`1 document verified: ${file.name}`)).toBeVisible({ timeout: 30_000 });
  await expect(drawer(page)).toBeVisible();
  await expect(drawer(page).getByRole('listitem').filter({ hasText: 'passport.pdf' })).toBeVisible();
});

test('nothing that was dropped on a row is lost unasked: while the file comes, while others are sent, on closing', async ({
  page,
}) => {
  const file = await aFile(page, 'Unlost');
  await page.goto(`/files?q=${file.reference}`);
  const row = page.locator('[role=row], tr').filter({ hasText: file.name });
  await expect(row).toBeVisible();
  const [fileHeld, comes] = held();
  const [postHeld, taken] = held();
  await page.route(`**/api/files/${file.id}`, async (route) => {
    await fileHeld;
    await route.continue();
  });
  await page.route('**/api/files/*/papers', async (route) => {
    if (route.request().method() === 'POST') await postHeld;
    await route.continue();
  });
  await dropOn(page, row, aPdf('RIB.pdf', 'Bank'));
  await expect(drawer(page).getByRole('status')).toHaveAttribute('aria-busy', 'true');
  await page.keyboard.press('Escape');
  await dropOn(page, row, aPdf('lease.pdf', 'Lease'));
  comes();
  await expect(drawer(page).getByRole('button', { name: 'Send 2 documents' })).toBeVisible();

  // Asked again, one stays.
  await page.keyboard.press('Escape');
  await expect(drawer(page).getByRole('alert')).toHaveText('2 files are not sent. If you leave, they are left out.');
  const faults = await faultsOn(page, 'leaving unsent documents');
  await page.keyboard.press('Escape');
  await expect(drawer(page).getByRole('button', { name: 'Send 2 documents' })).toBeVisible();

  await page.keyboard.press('Control+Enter');
  await expect(drawer(page).getByRole('button', { name: 'Stop sending RIB.pdf' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer(page).getByRole('button', { name: 'Close Esc' })).toBeDisabled();
  await drawer(page)
    .locator('input[type=file][multiple]')
    .setInputFiles([aPdf('scan0001.pdf', 'Any')]);
  taken();
  await expect(page.getByText(`2 documents received: ${file.name}`)).toBeVisible({ timeout: 30_000 });
  await expect(drawer(page).getByRole('listitem').filter({ hasText: 'scan0001.pdf' })).toBeVisible();
  await expect(drawer(page)).toContainText('1 file is not sent yet.');
  await expect(drawer(page)).not.toContainText('stays here');
  await drawer(page).getByRole('button', { name: 'Close Esc' }).click();
  await drawer(page).getByRole('button', { name: 'Leave without sending' }).click();
  await expect(drawer(page)).toHaveCount(0);
  expect(await states(page, file)).toEqual(['proof_of_stable_residence to_check', 'rib to_check']);
  expect(faults).toEqual([]);
});

test('what was sent to be checked here is told, and asked for again when it could not be had', async ({ page }) => {
  const file = await aFile(page, 'Again');
  await page.goto(`/files?q=${file.reference}`);
  let broken = false;
  await page.route(`**/api/files/${file.id}/papers`, async (route) => {
    if (route.request().method() === 'POST') {
      broken = true;
      await route.continue();
    } else if (broken) await route.abort();
    else await route.continue();
  });
  await dropOn(page, page.getByRole('row').filter({ hasText: file.name }), aPdf('RIB.pdf', 'Bank'));
  await expect(drawer(page).getByRole('button', { name: 'Send 1 document' })).toBeVisible();
  await page.keyboard.press('Control+Shift+Enter');
  await expect(page.getByText(`1 document received: ${file.name}`)).toBeVisible({ timeout: 30_000 });
  const problem = drawer(page).getByRole('heading', { name: 'The scans could not be loaded' });
  await expect(problem).toBeVisible();
  await expect(drawer(page).getByRole('button', { name: /^Verify/ })).toBeDisabled();
  const faults = await faultsOn(page, 'check here, not loaded');
  broken = false;
  await drawer(page).getByRole('button', { name: 'Try again' }).click();
  await expect(sent(page).locator('img')).toBeVisible({ timeout: 30_000 });
  await expect(problem).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('a list that was imported takes documents on its lines; all of it has no fault that axe knows', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const seed = Date.now().toString(36);
  const head = 'Nom;Prénom;E-mail;Langue;Date de naissance;Pays de naissance;Nationalité;Situation;Code postal;Ville';
  const rows = ['Orla', 'Maeve'].map(
    (name) => `Line${seed};${name};${name}-${seed}@example.org;en;14/03/1985;IE;IE;salarié;24000;Périgueux`,
  );
  await page.goto('/import');
  await page
    .getByLabel('Choose a file')
    .locator('visible=false')
    .setInputFiles({ name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from([head, ...rows].join('\n')) });
  await page.getByRole('button', { name: /^Check 2 rows/ }).click();
  await page.getByRole('button', { name: /^Import 2 files/ }).click();
  const created = page.getByRole('region', { name: 'The new files' });
  await expect(created.getByRole('listitem')).toHaveCount(2, { timeout: 30_000 });
  const faults = await faultsOn(page, 'import, done');
  const maeve = created.getByRole('listitem').filter({ hasText: 'Maeve' });
  await dropOn(page, maeve, aPdf('RIB.pdf', 'Bank'));
  await expect(drawer(page)).toContainText(`Maeve Line${seed}`);
  await page.keyboard.press('Control+Shift+Enter');
  await expect(sent(page).locator('img')).toBeVisible({ timeout: 30_000 });
  faults.push(...(await faultsOn(page, 'check here')));
  await page.setViewportSize({ width: 390, height: 844 });
  faults.push(...(await faultsOn(page, 'check here, on a phone')));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1280, height: 800 });
  await scrollOn(page);
  await page.keyboard.press('Control+Enter');
  await expect(drawer(page)).toHaveCount(0, { timeout: 30_000 });
  // The next line takes its own.
  await created
    .getByRole('listitem')
    .filter({ hasText: 'Orla' })
    .locator('input[type=file][multiple]')
    .setInputFiles([aPdf('RIB.pdf', 'Bank')]);
  await expect(drawer(page)).toContainText(`Orla Line${seed}`);
  await expect(drawer(page).getByRole('button', { name: 'Send 1 document' })).toBeVisible();
  expect(faults).toEqual([]);
});

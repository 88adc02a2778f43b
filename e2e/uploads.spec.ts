import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { aFile, seen } from './a-file.ts';
import type { AFile } from './a-file.ts';
import { faultsOn } from './faults.ts';
import { aPdf, aPicture, brightness, dropOn, papersOf, uploaded } from './scans.ts';
import type { Upload } from './scans.ts';
import { test } from './signed-in.ts';

const drawer = (page: Page) => page.getByRole('dialog', { name: /^Add documents/ });
const rowOf = (page: Page, name: string) => drawer(page).getByRole('listitem').filter({ hasText: name });
const documents = (page: Page) => page.getByRole('region', { name: 'Documents', exact: true });

async function openFile(page: Page, file: AFile) {
  await page.goto(`/files/${file.id}`);
  await expect(page.getByRole('heading', { name: file.name, level: 1 })).toBeVisible();
}
async function choose(page: Page, ...files: Upload[]) {
  if (!(await drawer(page).isVisible())) await page.getByRole('button', { name: 'Add documents' }).click();
  await drawer(page).locator('input[type=file][multiple]').setInputFiles(files);
}
const received = async (page: Page, file: AFile) =>
  (await seen(page, file)).input.events
    .filter(({ type }) => type === 'document_received')
    .map(({ document }) => document);

test('files dropped on the list are proposed by their names, sent together and stand on their lines', async ({
  page,
}) => {
  const file = await aFile(page, 'Dropped');
  await openFile(page, file);
  await dropOn(
    page,
    documents(page).getByRole('heading', { name: 'Documents' }).locator('xpath=../following-sibling::div'),
    await aPicture(page, 'passport front.jpg'),
    await aPicture(page, 'passport back.jpg'),
    aPdf('RIB.pdf', 'Bank details'),
  );
  await expect(rowOf(page, 'RIB.pdf').getByRole('combobox')).toHaveValue('Bank details (RIB)');
  await expect(rowOf(page, 'passport back.jpg').getByRole('combobox')).toHaveValue('Passport or identity card');

  // A picture waits until somebody has looked at it; the PDF is searched by the server.
  const send = drawer(page).getByRole('button', { name: /^Send \d/ });
  await expect(send).toHaveText(/Send 1 document/);
  await rowOf(page, 'passport front.jpg').getByLabel('No social security number is visible').check();
  await expect(send).toHaveText(/Send 1 document/);
  await rowOf(page, 'passport back.jpg').getByLabel('No social security number is visible').check();
  await expect(send).toHaveText(/Send 2 documents/);
  await page.keyboard.press('Control+Enter');
  // All taken: the drawer has nothing left to do.
  await expect(page.getByText(`2 documents received: ${file.name}`)).toBeVisible({ timeout: 30_000 });
  await expect(drawer(page)).toHaveCount(0);

  expect((await received(page, file)).toSorted()).toEqual(['identity', 'rib']);
  const papers = await papersOf(page, file);
  expect(papers.map(({ document, pages, state }) => [document, pages.length, state]).toSorted()).toEqual([
    ['identity', 2, 'to_check'],
    ['rib', 1, 'to_check'],
  ]);

  const line = documents(page).getByRole('listitem').filter({ hasText: 'Passport or identity card' }).first();
  await line.getByRole('button', { name: /^Look at/ }).click();
  const preview = page.getByRole('dialog', { name: /^Passport or identity card/ });
  await expect(preview.getByText('not scanned: no scanner is set up').first()).toBeVisible();
  await expect(preview.getByText('Not checked yet.')).toBeVisible();
  await expect(preview.getByText('page 1 of 2')).toBeVisible();
  const shown = preview.locator('img');
  await expect(shown).toHaveJSProperty('complete', true);
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  await page.keyboard.press('ArrowRight');
  await expect(preview.getByText('page 2 of 2')).toBeVisible();
  const width = () => shown.evaluate((image) => image.getBoundingClientRect().width);
  const before = await width();
  await page.keyboard.press('+');
  await expect.poll(width).toBeGreaterThan(before * 1.3);
});

test('what is blacked out by keyboard is black in what was stored, and white around it', async ({ page }) => {
  const file = await aFile(page, 'Blackened');
  await openFile(page, file);
  await choose(page, await aPicture(page, 'passport.jpg'));
  await rowOf(page, 'passport.jpg').getByRole('button', { name: 'Black out' }).click();
  const tool = page.getByRole('dialog', { name: 'Black out parts of the picture' });
  await expect(tool).toBeVisible();

  // A band across the middle; a second one is taken back; the first is moved down and made taller.
  await page.keyboard.press('n');
  await expect(tool.getByRole('button', { name: 'Rectangle 1' })).toBeFocused();
  await page.keyboard.press('n');
  await expect(tool.getByRole('button', { name: 'Rectangle 2' })).toBeFocused();
  await page.keyboard.press('z');
  await expect(tool.getByRole('button', { name: 'Rectangle 2' })).toHaveCount(0);
  await tool.getByRole('button', { name: 'Rectangle 1' }).focus();
  for (let i = 0; i < 10; i += 1) await page.keyboard.press('ArrowDown');
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+Enter');
  await expect(tool).toHaveCount(0);
  await expect(rowOf(page, 'passport.jpg')).toContainText('1 part blacked out');
  await rowOf(page, 'passport.jpg').getByLabel('No social security number is visible').check();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`1 document received: ${file.name}`)).toBeVisible({ timeout: 30_000 });

  const [paper] = await papersOf(page, file);
  expect(paper).toMatchObject({ document: 'identity', mediaType: 'image/jpeg' });
  // It began at 46 % of the height, 8 % tall; ten steps of 1 % down, five taller: 56 % to 69 %.
  const at = await brightness(page, paper?.download ?? '', [
    [0.5, 0.57],
    [0.5, 0.68],
    [0.27, 0.6],
    [0.73, 0.6],
    [0.5, 0.53],
    [0.5, 0.72],
    [0.22, 0.6],
    [0.78, 0.6],
  ]);
  expect(at.slice(0, 4).every((light) => light < 8)).toBe(true);
  expect(at.slice(4).every((light) => light > 247)).toBe(true);
});

test('a rectangle drawn with the pointer covers what it was drawn over', async ({ page }) => {
  const file = await aFile(page, 'Drawn');
  await openFile(page, file);
  await choose(page, await aPicture(page, 'passport.jpg'));
  await rowOf(page, 'passport.jpg').getByRole('button', { name: 'Black out' }).click();
  const picture = page.getByRole('img', { name: 'The picture passport.jpg' });
  await expect(picture).toBeVisible();
  const box = await picture.boundingBox();
  if (box === null) throw new Error('The picture has no place.');
  await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.08);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.15, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('button', { name: 'Rectangle 1' })).toBeVisible();
  await page
    .getByRole('dialog', { name: /^Black out/ })
    .getByRole('button', { name: 'Black out', exact: true })
    .click();
  await rowOf(page, 'passport.jpg').getByLabel('No social security number is visible').check();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`1 document received: ${file.name}`)).toBeVisible({ timeout: 30_000 });
  const [paper] = await papersOf(page, file);
  const at = await brightness(page, paper?.download ?? '', [
    [0.12, 0.1],
    [0.48, 0.13],
    [0.3, 0.3],
  ]);
  expect(at[0]).toBeLessThan(8);
  expect(at[1]).toBeLessThan(8);
  expect(at[2]).toBeGreaterThan(247);
});

test('what cannot be taken says why and what to do in place, and nothing else is lost', async ({ page }) => {
  const file = await aFile(page, 'Refused');
  await openFile(page, file);
  const nir = '1850378006084';
  const key = 97 - Number(BigInt(nir) % 97n);
  await choose(
    page,
    { name: 'passport.pdf', mimeType: 'application/pdf', buffer: Buffer.from('this is no PDF') },
    aPdf('RIB.pdf', `Number ${nir}${String(key).padStart(2, '0')}`),
    aPdf('lease.pdf', 'Lease since January'),
  );
  await page.keyboard.press('Control+Enter');
  await expect(rowOf(page, 'lease.pdf').getByRole('status')).toHaveText('received');
  const broken = rowOf(page, 'passport.pdf');
  await expect(broken.getByRole('alert')).toBeVisible();
  await expect(broken.getByRole('button', { name: 'Try again' })).toBeVisible();
  // The text of the PDF is searched: the number stays out.
  await expect(rowOf(page, 'RIB.pdf').getByRole('alert')).toContainText('social security number');
  expect(await received(page, file)).toEqual(['proof_of_stable_residence']);

  // Closed and opened again, what was refused is still there with what was said of it.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '2 files to send' }).click();
  await expect(rowOf(page, 'passport.pdf').getByRole('alert')).toBeVisible();
  await rowOf(page, 'passport.pdf').getByRole('button', { name: 'Leave out passport.pdf' }).click();
  await rowOf(page, 'RIB.pdf').getByRole('button', { name: 'Leave out RIB.pdf' }).click();

  // A paper that bears the number is not taken at all: the event is recorded instead.
  await choose(page, aPdf('attestation de droits.pdf', 'Attestation'));
  const row = rowOf(page, 'attestation de droits.pdf');
  await expect(row).toContainText('bears the social security number, which Suivi may not keep');
  await expect(drawer(page).getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
  await row.getByRole('button', { name: 'Record “Attestation received”' }).click();
  const form = page.getByRole('dialog', { name: /^Record event/ });
  await expect(form.getByRole('combobox', { name: 'What happened' })).toHaveValue('Attestation received');
});

test('a broken connection loses nothing: the file is sent again and is one paper', async ({ page }) => {
  const file = await aFile(page, 'Broken');
  await openFile(page, file);
  await choose(page, aPdf('RIB.pdf', 'Bank details'));
  let tries = 0;
  await page.route('**/api/files/*/papers', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    tries += 1;
    // The paper arrives; its answer does not.
    if (tries === 1) {
      await route.fetch();
      return route.abort();
    }
    return route.continue();
  });
  await page.keyboard.press('Control+Enter');
  const row = rowOf(page, 'RIB.pdf');
  await expect(row.getByRole('alert')).toHaveText('The connection broke.');
  await row.getByRole('button', { name: 'Try again' }).click();
  await expect(row.getByRole('status')).toHaveText('received');
  expect(await papersOf(page, file)).toHaveLength(1);
  expect(await received(page, file)).toEqual(['rib']);
});

test('sending can be interrupted, and the file waits as before', async ({ page }) => {
  const file = await aFile(page, 'Stopped');
  await openFile(page, file);
  await choose(page, aPdf('RIB.pdf', 'Bank details'));
  let let_go: () => void = () => undefined;
  const held = new Promise<void>((done) => (let_go = done));
  await page.route('**/api/files/*/papers', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.abort().catch(() => undefined);
  });
  await page.keyboard.press('Control+Enter');
  const row = rowOf(page, 'RIB.pdf');
  await row.getByRole('button', { name: 'Stop sending RIB.pdf' }).click();
  await expect(row.getByRole('combobox')).toHaveValue('Bank details (RIB)');
  await expect(drawer(page).getByRole('button', { name: /^Send 1 document/ })).toBeEnabled();
  let_go();
  await page.unroute('**/api/files/*/papers');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`1 document received: ${file.name}`)).toBeVisible({ timeout: 30_000 });
});

test('while documents are sent, those behind them are as they were when Send was pressed, and nothing is sent twice', async ({
  page,
}) => {
  const file = await aFile(page, 'Bound');
  await openFile(page, file);
  await choose(page, aPdf('RIB.pdf', 'Bank'), await aPicture(page, 'passport.jpg'), aPdf('scan0001.pdf', 'Any'));
  const picture = rowOf(page, 'passport.jpg');
  await picture.getByLabel('No social security number is visible').check();
  await expect(picture.getByRole('button', { name: 'Black out' })).toBeVisible();
  const goOn: (() => void)[] = [];
  let [posts, held] = [0, true];
  await page.route('**/api/files/*/papers', async (route) => {
    posts += route.request().method() === 'POST' ? 1 : 0;
    if (held) await new Promise<void>((done) => goOn.push(done));
    await route.continue();
  });
  await page.keyboard.press('Control+Enter');
  await expect(rowOf(page, 'RIB.pdf').getByRole('button', { name: 'Stop sending RIB.pdf' })).toBeVisible();
  await expect(picture).toContainText('Passport or identity card');
  await expect(picture.getByRole('button')).toHaveCount(0);
  await expect(picture.getByRole('checkbox')).toHaveCount(0);
  await expect(picture.getByRole('combobox')).toHaveCount(0);
  // What does not go with them can be worked on.
  await expect(rowOf(page, 'scan0001.pdf').getByRole('combobox')).toBeEnabled();
  await rowOf(page, 'scan0001.pdf').getByRole('button', { name: 'Leave out scan0001.pdf' }).click();

  // The first is told, the list is asked again and the second has not left: nothing else may start.
  await expect.poll(() => goOn.length).toBe(1);
  goOn[0]?.();
  await expect(rowOf(page, 'RIB.pdf').getByRole('status')).toHaveText('received');
  await expect.poll(() => goOn.length).toBe(2);
  await page.keyboard.press('Control+Enter');
  await expect(picture.getByRole('button')).toHaveCount(0);
  expect(posts).toBe(1);
  held = false;
  goOn.forEach((go) => go());
  await expect(page.getByText(`2 documents received: ${file.name}`)).toBeVisible({ timeout: 30_000 });
  expect((await papersOf(page, file)).map(({ document }) => document).toSorted()).toEqual(['identity', 'rib']);
});

test('a file dropped on a line is that document, and a removed one can be brought back', async ({ page }) => {
  const file = await aFile(page, 'Online');
  await openFile(page, file);
  const line = documents(page).getByRole('listitem').filter({ hasText: 'Bank details (RIB)' });
  await dropOn(page, line, aPdf('scan0001.pdf', 'Bank details'));
  await expect(rowOf(page, 'scan0001.pdf').getByRole('combobox')).toHaveValue('Bank details (RIB)');
  await page.keyboard.press('Control+Enter');
  await expect(drawer(page)).toHaveCount(0, { timeout: 30_000 });
  await line.getByRole('button', { name: 'Look at scan0001.pdf' }).click();
  await page.getByRole('button', { name: 'Remove the document' }).click();
  await expect(page.getByText('Document removed')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(line.getByRole('button', { name: 'Look at scan0001.pdf' })).toHaveCount(0);
  await page.keyboard.press('z');
  await expect(line.getByRole('button', { name: 'Look at scan0001.pdf' })).toBeVisible();
});

test('a link that has ended is asked for anew, unnoticed', async ({ page }) => {
  const file = await aFile(page, 'Ended');
  await uploaded(page, file, 'rib', aPdf('RIB.pdf', 'Bank details'));
  await openFile(page, file);
  const [paper] = await papersOf(page, file);
  const pagePath = new URL(paper?.pages[0]?.url ?? '', 'http://any').pathname.split('/').slice(0, 4).join('/');
  let refused = 0;
  await page.route(`**${pagePath}**`, (route) => {
    if (route.request().resourceType() !== 'image' || refused > 0) return route.continue();
    refused += 1;
    return route.fulfill({ status: 410, body: '' });
  });
  await documents(page).getByRole('button', { name: 'Look at RIB.pdf' }).click();
  const shown = page.getByRole('dialog').locator('img');
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  expect(refused).toBe(1);
});

test.describe('axe finds no fault', () => {
  test.use({ reducedMotion: 'reduce' });
  for (const [device, viewport] of [
    ['desk', { width: 1280, height: 800 }],
    ['phone', { width: 390, height: 844 }],
  ] as const)
    test(`in adding documents and looking at them, ${device}`, async ({ page }) => {
      test.slow();
      await page.setViewportSize(viewport);
      const file = await aFile(page, 'Axeupload');
      await uploaded(page, file, 'identity', aPdf('id.pdf', 'Passport'));
      await openFile(page, file);
      if (device === 'phone') await page.getByRole('button', { name: 'Documents', exact: true }).click();
      const faults = await faultsOn(page, 'documents');
      await choose(
        page,
        await aPicture(page, 'passport.jpg'),
        { name: 'IMG_1.heic', mimeType: 'image/heic', buffer: Buffer.from('no picture') },
        { name: 'RIB.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no PDF') },
        aPdf('attestation de droits.pdf', 'Attestation'),
      );
      await drawer(page)
        .getByRole('button', { name: /^Send 1 document/ })
        .click();
      await expect(rowOf(page, 'RIB.pdf').getByRole('alert')).toBeVisible();
      faults.push(...(await faultsOn(page, 'upload')));
      await rowOf(page, 'passport.jpg').getByRole('button', { name: 'Black out' }).click();
      await page.getByRole('button', { name: 'Add a rectangle' }).click();
      faults.push(...(await faultsOn(page, 'black out')));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog', { name: /^Black out/ })).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(drawer(page)).toHaveCount(0);
      await documents(page).getByRole('button', { name: 'Look at id.pdf' }).click();
      await expect(page.getByRole('dialog').locator('img')).toBeVisible();
      faults.push(...(await faultsOn(page, 'preview')));
      expect(faults).toEqual([]);
    });
});

import { expect } from '@playwright/test';
import type { Page, Route } from '@playwright/test';
import { checkDigits } from '../packages/rules/src/numbers/tracking.ts';
import { receiptScan } from '../apps/api/test/receipt-scan.ts';
import { aFile, aFileToPost, happened, seen } from './a-file.ts';
import type { AFile } from './a-file.ts';
import { faultsOn } from './faults.ts';
import { ask, test } from './signed-in.ts';

const LETTERS = 50;
let numbers = Math.floor(Math.random() * 1_000_000) * 1_000;

/** A number that nobody has had, with its right check digit. */
function aNumber(): string {
  const bare = `1A${String((numbers += 1)).padStart(10, '0')}`;
  return `${bare}${checkDigits(`${bare}0`)?.shouldBe ?? ''}`;
}
const fieldOf = (page: Page, { name }: AFile) => page.getByLabel(`Tracking number, ${name}`, { exact: true });
const posting = async (page: Page, file: AFile) =>
  (await seen(page, file)).input.events.find(({ type }) => type === 'file_submitted');

/** Files whose letters are due today, made five at a time. */
async function filesToPost(page: Page, lastName: string, count: number): Promise<AFile[]> {
  const made: AFile[] = [];
  while (made.length < count)
    made.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(5, count - made.length) }, async () => {
          const file = await aFile(page, lastName);
          const { tasks } = await seen(page, file);
          const needed = tasks.flatMap(({ payload }) => payload.documents ?? []);
          await happened(
            page,
            file,
            needed.map(({ document }) => ({ type: 'document_verified', on: '2026-05-21', document })),
          );
          return file;
        }),
      )),
    );
  return made;
}

test.describe('a round of the lead', () => {
  test.use({ who: 'lead', reducedMotion: 'reduce' });

  test('of fifty letters: printed, scanned and recorded by keys alone, and taken back', async ({ page, context }) => {
    test.setTimeout(400_000);
    const files = await filesToPost(page, 'Fifty', LETTERS);
    await page.goto('/rounds/post');
    const fields = page.getByLabel(/^Tracking number, /);
    await expect(fields.first()).toBeVisible();
    const count = await fields.count();
    expect(count).toBeGreaterThanOrEqual(LETTERS);
    await expect(page.getByText(/letters to print/)).toBeVisible();

    const printed = page.waitForResponse((one) => one.url().endsWith('/api/rounds/post/print'), { timeout: 200_000 });
    const opened = context.waitForEvent('page');
    await page.keyboard.press('p');
    const answer = await printed;
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
    await (await opened).close();
    await expect(page.getByText(`${count} letters printed at`)).toBeVisible({ timeout: 30_000 });

    // A scanner: fast, from nowhere at first, each number ending with Enter.
    const scanned = Array.from({ length: count }, aNumber);
    for (const number of scanned.slice(0, 20)) {
      await page.keyboard.type(number);
      await page.keyboard.press('Enter');
    }
    await expect(page.getByText(`20 of ${count} done`)).toBeVisible();
    await page.reload();
    await expect(page.getByText(`20 of ${count} done`)).toBeVisible();
    // A page that has just come may not listen yet: no hand is as fast.
    await page.waitForLoadState('networkidle');
    // Another scanner ends with Tab.
    for (const number of scanned.slice(20)) {
      await page.keyboard.type(number);
      await page.keyboard.press('Tab');
    }
    await expect(page.getByText(`${count} of ${count} done`)).toBeVisible();
    await expect(page.getByText(new RegExp(`Then: ${count} postings dated today, \\d+ emails`))).toBeVisible({
      timeout: 60_000,
    });

    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('region', { name: 'What was recorded' })).toContainText(`${count} postings recorded`, {
      timeout: 60_000,
    });
    const [first, last] = [files[0], files.at(-1)];
    if (!first || !last) throw new Error('no files');
    for (const file of [first, last]) expect(scanned).toContain((await posting(page, file))?.trackingNumber);
    expect(
      new Set(await Promise.all(files.slice(0, 10).map(async (file) => (await posting(page, file))?.trackingNumber)))
        .size,
    ).toBe(10);

    await page.getByRole('button', { name: 'Take them back' }).click();
    await expect(page.getByRole('region', { name: 'What was recorded' })).toBeHidden({ timeout: 60_000 });
    await expect(page.getByText(`${count} of ${count} done`)).toBeVisible();
    expect((await seen(page, first)).tasks.find(({ key }) => key === 'registered_post:file:1')?.state).toBe('open');
  });
});

test('a number warns, is kept, or is refused, and a colleague who was faster is named', async ({ page, pageOf }) => {
  const [one, two] = await filesToPost(page, 'Numbers', 2);
  const known = await aFileToPost(page, 'Known');
  if (!one || !two) throw new Error('no files');
  const taken = aNumber();
  await happened(page, known, [
    { type: 'file_submitted', on: '2026-05-21', method: 'registered_post', trackingNumber: taken },
  ]);
  await page.goto('/rounds/post');
  const number = aNumber();
  const right = number.at(-1) ?? '';
  const wrong = `${number.slice(0, -1)}${(Number(right) + 1) % 10}`;
  await fieldOf(page, one).fill(wrong);
  await expect(page.getByText(`Check digit would be ${right}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Keep it as typed' }).click();
  await expect(page.getByText(`Check digit would be ${right}.`)).toBeHidden();

  await fieldOf(page, two).fill(taken);
  await expect(page.getByText(new RegExp(`is the number of the letter posted for ${known.name}`))).toBeVisible();
  await fieldOf(page, two).fill(wrong);
  await expect(page.getByText(/This number stands in line \d+ already/)).toBeVisible();
  await fieldOf(page, two).fill(aNumber());

  const colleague = await pageOf('lead');
  await happened(colleague, two, [{ type: 'file_submitted', on: '2026-05-21', method: 'registered_post' }]);
  await page.getByRole('button', { name: /^Record \d+ postings?/ }).click();
  const results = page.getByRole('region', { name: 'What was recorded' });
  await expect(results).toContainText(two.name);
  await expect(results).toContainText(/recorded it just now/);
  expect(await posting(page, one)).toMatchObject({ on: '2026-05-21', trackingNumber: wrong });
  await page.getByRole('button', { name: 'Take them back' }).click();
  await expect(results).not.toContainText('posting recorded');
  expect((await seen(page, one)).tasks.find(({ key }) => key === 'registered_post:file:1')?.state).toBe('open');
});

test('a posting that was recorded although no answer came is recorded once', async ({ page }) => {
  const [file] = await filesToPost(page, 'Unsure', 1);
  if (!file) throw new Error('no file');
  await page.goto('/rounds/post');
  const number = aNumber();
  await fieldOf(page, file).fill(number);
  const events = `**/api/files/${file.id}/events`;
  await page.route(events, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: /^Record \d+ postings?/ }).click();
  const results = page.getByRole('region', { name: 'What was recorded' });
  await expect(results).toContainText('The connection broke.');
  await expect(fieldOf(page, file)).toBeHidden();
  await page.unroute(events);
  await results.getByRole('button', { name: 'Try again' }).click();
  await expect(results).toContainText('1 posting recorded');
  await expect(results).not.toContainText('could not be recorded');
  expect((await seen(page, file)).input.events.filter(({ type }) => type === 'file_submitted')).toHaveLength(1);
  await page.getByRole('button', { name: 'Take them back' }).click();
  await expect(fieldOf(page, file)).toBeVisible();
});

test('the letter at hand is worded anew, loses an enclosure, and goes back to its template', async ({ page }) => {
  const [file] = await filesToPost(page, 'Worded', 1);
  if (!file) throw new Error('no file');
  await page.goto('/rounds/post');
  await fieldOf(page, file).focus();
  const hand = page.getByRole('complementary', { name: /^Letter \d+ of \d+/ });
  await expect(hand).toContainText(`la demande de ${file.name}`);

  await hand.getByRole('button', { name: 'Edit the wording' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit the wording' });
  await dialog.getByLabel('Subject').fill('Objet : son numéro est le 2 94 03 75 120 005 91');
  await expect(dialog.getByRole('button', { name: 'Keep the wording' })).toBeDisabled();
  await dialog.getByLabel('Subject').fill('Objet : demande de Worded, déposée par mandat');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(hand).toContainText('demande de Worded, déposée par mandat');

  await hand.getByRole('button', { name: /^Enclosures \d+/ }).click();
  const enclosures = page.getByRole('dialog', { name: /^Enclosures \d+/ });
  const paper = enclosures.getByRole('checkbox', { name: /^Passeport/ });
  await paper.click();
  await expect(paper).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(enclosures).toHaveCount(0);
  // One thing is changed, the other stays.
  await expect(hand).toContainText('demande de Worded, déposée par mandat');

  await hand.getByRole('button', { name: 'Back to the template' }).click();
  await expect(hand).toContainText('Demande d’ouverture de droits (formulaire S1106)');
});

test('of two who change one letter the second sees what the first changed, and loses nothing', async ({
  page,
  pageOf,
}) => {
  const [file] = await filesToPost(page, 'Twice', 1);
  if (!file) throw new Error('no file');
  const { tasks } = await seen(page, file);
  const { id: task } = tasks.find(({ key }) => key === 'registered_post:file:1') as unknown as { id: string };
  const other = await pageOf('lead');
  const changeAs = async (by: Page, change: object) => {
    const { changes, revision } = await ask<{ changes: object; revision: number }>(
      by,
      'GET',
      `/api/tasks/${task}/letter`,
    );
    await ask(by, 'PUT', `/api/tasks/${task}/letter`, { ...changes, ...change, revision });
  };
  await page.goto('/rounds/post');
  await fieldOf(page, file).focus();
  const hand = page.getByRole('complementary', { name: /^Letter \d+ of \d+/ });
  await hand.getByRole('button', { name: 'Edit the wording' }).click();
  const wording = page.getByRole('dialog', { name: 'Edit the wording' });
  const subject = wording.getByLabel('Subject');
  await subject.fill('Objet : écrit par Claire');

  // One has changed the words, the other the enclosures: both can stand.
  await changeAs(other, { enclosures: ['hand:identity'] });
  await page.keyboard.press('Control+Enter');
  const conflict = wording.getByRole('alert');
  await expect(conflict).toContainText('Marianne Kessler changed this');
  await expect(conflict).toContainText('changed the enclosures of the letter');
  await expect(conflict).toContainText('Passeport ou carte d’identité');
  await expect(subject).toHaveValue('Objet : écrit par Claire');
  expect(await faultsOn(page, 'a letter that somebody else has changed')).toEqual([]);
  await conflict.getByRole('button', { name: 'Keep both' }).click();
  await expect(wording).toHaveCount(0);
  await expect(hand).toContainText('écrit par Claire');
  await expect(hand.getByRole('button', { name: 'Enclosures 2' })).toBeVisible();

  // Both have changed the words: one of them decides.
  await hand.getByRole('button', { name: 'Edit the wording' }).click();
  await expect(subject).toHaveValue(/écrit par Claire/);
  await subject.fill('Objet : écrit par Claire, mieux');
  await changeAs(other, { subject: 'Objet : écrit par Marianne' });
  await page.keyboard.press('Control+Enter');
  await expect(conflict).toContainText('écrit par Marianne');
  await expect(subject).toHaveValue('Objet : écrit par Claire, mieux');
  await conflict.getByRole('button', { name: 'Keep theirs' }).click();
  await expect(wording).toHaveCount(0);
  await expect(hand).toContainText('écrit par Marianne');
});

test('an answer of which no document goes along is held back, until its wording gives the reason', async ({ page }) => {
  const file = await aFileToPost(page, 'Nothing');
  await happened(page, file, [
    { type: 'file_submitted', on: '2026-05-21', method: 'registered_post', trackingNumber: aNumber() },
    {
      type: 'documents_requested',
      on: '2026-05-21',
      documents: ['proof_of_stable_residence'],
      replyBy: '2026-05-26',
    },
  ]);
  await page.goto('/rounds/post');
  const row = page.getByRole('row').filter({ hasText: file.name });
  await expect(row).toContainText('No document goes along.');
  await row.getByRole('button', { name: 'Put it right' }).click();
  const wording = page.getByRole('dialog', { name: 'Edit the wording' });
  await wording.getByLabel('Why a paper is missing').fill('le bail est signé le 1er juin');
  await page.keyboard.press('Control+Enter');
  await expect(wording).toHaveCount(0);
  await expect(fieldOf(page, file)).toBeVisible();
  const hand = page.getByRole('complementary', { name: /^Letter \d+ of \d+/ });
  await expect(hand).toContainText('Motif : le bail est signé le 1er juin.');
  await expect(hand).not.toContainText('je vous les adresse');
});

test('a letter without an address is entered where it is missed', async ({ page }) => {
  const file = await aFile(page, 'Nowhere', [], { address: { postcode: '09000', city: 'Foix' } });
  const { tasks } = await seen(page, file);
  const needed = tasks.flatMap(({ payload }) => payload.documents ?? []);
  await happened(
    page,
    file,
    needed.map(({ document }) => ({ type: 'document_verified', on: '2026-05-21', document })),
  );
  await page.goto('/rounds/post');
  const row = page.getByRole('row').filter({ hasText: file.name });
  await expect(row).toContainText('no address known');
  await row.getByRole('button', { name: 'Enter the address' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('CPAM de l’Ariège\n1 avenue de Sibian\n09015 Foix Cedex');
  await page.getByRole('dialog').getByRole('button', { name: 'Keep the address' }).click();
  await expect(fieldOf(page, file)).toBeVisible();
});

test('receipts find their letters by their bars; an orphan waits, and is discarded with undo', async ({ page }) => {
  test.setTimeout(180_000);
  const file = await aFileToPost(page, 'Receipt');
  const number = aNumber();
  await happened(page, file, [
    { type: 'file_submitted', on: '2026-05-18', method: 'registered_post', trackingNumber: number },
  ]);
  await page.goto('/receipts');
  await expect(page.getByText('No key to La Poste’s tracking is set.')).toBeVisible();
  const buffer = await receiptScan([{ bars: number }, { words: `LR ${aNumber()}` }]);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      { name: 'receipts.pdf', mimeType: 'application/pdf', buffer },
      { name: 'notes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no receipt') },
    ]);
  // Nothing is sent before somebody has looked at it.
  const scans = page.getByRole('dialog', { name: 'Scanned receipts' });
  await expect(scans.getByRole('button', { name: /^Send/ })).toBeDisabled();
  expect(await faultsOn(page, 'scans to look at')).toEqual([]);
  const row = (name: string) => scans.getByRole('listitem').filter({ hasText: name });
  for (const name of ['receipts.pdf', 'notes.pdf'])
    await row(name).getByLabel('No social security number is visible').check();
  // A server that has its hands full says so, and what it did not read stays to be sent again.
  const detail = 'Many documents are coming in at once, and this one was not read. Send it again in a minute.';
  const busy = { type: 'too_busy', title: 'Too much is asked for at once', status: 503, detail };
  await page.route(
    '**/api/receipts?*',
    (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(busy) }),
    { times: 1 },
  );
  await page.keyboard.press('Control+Enter');
  await expect(row('receipts.pdf').getByRole('alert')).toHaveText(detail);
  // What is refused stays, and says why. While it is being sent, nothing is sent again.
  const refused = row('notes.pdf').getByRole('alert');
  await expect(refused).toContainText('Upload a photo (JPEG, PNG, HEIC) or a PDF', { timeout: 60_000 });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 receipts read')).toBeVisible({ timeout: 120_000 });
  await expect(refused).toBeVisible();
  await row('notes.pdf').getByRole('button', { name: 'Leave out notes.pdf' }).click();
  await expect(scans).toHaveCount(0);

  const mine = page.getByRole('listitem').filter({ hasText: file.name }).filter({ hasText: 'letter found' });
  await expect(mine).toContainText('this letter’s');
  const day = mine.getByRole('textbox', { name: 'Delivered on' });
  await day.fill('20/05/2026');
  await day.press('Tab');
  await mine.getByRole('button', { name: 'Confirm the receipt' }).press('Enter');
  await expect(page.getByText(`Receipt confirmed: ${file.name}`)).toBeVisible();
  expect((await seen(page, file)).input.events.at(-1)).toMatchObject({ type: 'post_delivered', on: '2026-05-20' });

  const orphan = page.getByRole('listitem').filter({ hasText: 'orphan' }).filter({ hasText: 'receipts.pdf' });
  await expect(orphan).toContainText('No letter here has the number');
  // Z at once means what is still on its way, never what was done before it: not when that fails …
  const discard = async (answer: (route: Route) => Promise<void>) => {
    await page.route('**/discard', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await answer(route);
    });
    await orphan.getByRole('button', { name: 'Discard' }).click();
    await page.keyboard.press('z');
  };
  const confirmed = async () => (await seen(page, file)).input.events.at(-1);
  const broken = page.waitForResponse('**/discard');
  await discard((route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{}' }));
  await broken;
  await page.unroute('**/discard');
  // … and when it succeeds it is taken back itself.
  await discard((route) => route.continue());
  await expect(page.getByText('Undone')).toBeVisible();
  await expect(page.getByText('Receipt discarded')).toHaveCount(0);
  await expect(orphan).toHaveCount(1);
  expect(await confirmed()).toMatchObject({ type: 'post_delivered', on: '2026-05-20' });
});

test.describe('an admin', () => {
  test.use({ who: 'admin' });
  test('corrects a caisse’s address after seeing what it does, and its history says who did', async ({ page }) => {
    const file = await aFile(page, 'Belfort', [], { address: { postcode: '90000', city: 'Belfort' } });
    await page.goto('/caisses?missing=1');
    await page.getByRole('button', { name: /^Enter: .*Belfort/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('Filing address').fill('CPAM du Territoire de Belfort\n12 rue Strolz\n90020 Belfort Cedex');
    await expect(drawer.getByText(file.name)).toBeVisible();
    await expect(drawer.getByText(/gets? it, (each )?by an event of today/)).toBeVisible();
    await drawer.getByRole('button', { name: 'Keep the address' }).click();
    await expect(drawer.getByText(/1 file told|files told/).first()).toBeVisible({ timeout: 30_000 });
    await expect(drawer.getByRole('region', { name: 'History' })).toContainText('in force');
    await expect
      .poll(async () => (await seen(page, file)).input.events.map(({ type }) => type))
      .toContain('applicant_changed');
  });
});

test.describe('as days pass', () => {
  test.use({ who: 'neighbour' });
  test('a letter of which nothing is heard is to be traced', async ({ page }) => {
    test.setTimeout(120_000);
    const { day } = await ask<{ day: string }>(page, 'GET', '/api/demo');
    const file = await aFile(page, 'Silent', [
      { type: 'file_submitted', on: day, method: 'registered_post', trackingNumber: aNumber() },
    ]);
    await ask(page, 'POST', '/api/demo/advance', { days: 10 });
    await expect
      .poll(async () => (await ask<{ advancing: unknown }>(page, 'GET', '/api/demo')).advancing, { timeout: 60_000 })
      .toBeNull();
    await page.goto('/today?of=team');
    await expect(page.getByRole('listitem').filter({ hasText: file.name })).toContainText(
      'Trace the registered letter',
    );
  });
});

test('the post round, receipts and caisses have no fault that axe knows, at a desk and on a phone', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const file = await aFileToPost(page, 'Axe');
  const faults: string[] = [];
  for (const size of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    await page.goto('/rounds/post');
    await fieldOf(page, file).fill('1A 009 158 2038 1');
    await expect(page.getByText(/Check digit would be/).first()).toBeVisible();
    faults.push(...(await faultsOn(page, `post round, ${size.width}`)));
    await page.goto('/receipts');
    await expect(page.getByRole('region', { name: 'On their way' })).toBeVisible();
    faults.push(...(await faultsOn(page, `receipts, ${size.width}`)));
    await page.goto('/caisses');
    await expect(page.getByRole('table')).toBeVisible();
    faults.push(...(await faultsOn(page, `caisses, ${size.width}`)));
  }
  expect(faults).toEqual([]);
});

test('receipts of one day: the day is said once, and Enter confirms each; another day stays its own', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const files = [
    await aFileToPost(page, 'Sameday'),
    await aFileToPost(page, 'Sameday'),
    await aFileToPost(page, 'Other'),
  ];
  const posted: string[] = [];
  for (const file of files) {
    posted.push(aNumber());
    await happened(page, file, [
      { type: 'file_submitted', on: '2026-05-18', method: 'registered_post', trackingNumber: posted.at(-1) },
    ]);
  }
  await page.goto('/receipts');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'receipts.pdf',
      mimeType: 'application/pdf',
      buffer: await receiptScan(posted.map((bars) => ({ bars }))),
    });
  await page.getByLabel('No social security number is visible').check();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('3 receipts read')).toBeVisible({ timeout: 120_000 });
  const rowOf = ({ name }: AFile) =>
    page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: 'letter found' });
  const [one, two, other] = files;
  if (!one || !two || !other) throw new Error('no files');

  const all = page.getByRole('textbox', { name: 'Delivered on, for all that wait' });
  await all.fill('20/05/2026');
  await all.press('Tab');
  for (const file of files)
    await expect(rowOf(file).getByRole('textbox', { name: 'Delivered on' })).toHaveValue('20/05/2026');
  const own = rowOf(other).getByRole('textbox', { name: 'Delivered on' });
  await own.fill('19/05/2026');
  await own.press('Tab');
  for (const file of [one, two]) {
    await rowOf(file).locator('p').first().click();
    await page.keyboard.press('Enter');
    await expect(page.getByText(`Receipt confirmed: ${file.name}`)).toBeVisible();
  }
  await rowOf(other).getByRole('button', { name: 'Confirm the receipt' }).press('Enter');
  await expect(page.getByText(`Receipt confirmed: ${other.name}`)).toBeVisible();
  const days = await Promise.all(files.map(async (file) => (await seen(page, file)).input.events.at(-1)));
  expect(days.map((event) => [event?.type, event?.on])).toEqual([
    ['post_delivered', '2026-05-20'],
    ['post_delivered', '2026-05-20'],
    ['post_delivered', '2026-05-19'],
  ]);
});

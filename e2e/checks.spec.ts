import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { aFile, seen } from './a-file.ts';
import type { AFile } from './a-file.ts';
import { faultsOn } from './faults.ts';
import { aPdf, aPicture, brightness, papersOf, uploaded } from './scans.ts';
import { ask, test } from './signed-in.ts';

const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict' });
const heading = (page: Page) => verdict(page).getByRole('heading', { level: 2 });
const strip = (page: Page) => page.getByRole('navigation', { name: /new document/ });
const notice = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

async function begin(page: Page, file: AFile) {
  await page.goto(`/rounds/checks?file=${file.id}`);
  await expect(page.getByRole('heading', { name: 'Checking round', level: 1 })).toBeVisible();
  await expect(heading(page)).toBeVisible();
}
/** The page that is looked at has come. */
async function pageShown(page: Page) {
  const shown = page.getByRole('region', { name: 'Document', exact: true }).locator('img');
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
}
const stateOf = async (page: Page, file: AFile, document: string) =>
  (await papersOf(page, file)).find((paper) => paper.document === document)?.state;

/** A client whose passport, bank details and contract have come. */
async function aFileToCheck(page: Page, lastName: string, applicant: object = {}): Promise<AFile> {
  const file = await aFile(page, lastName, [], applicant);
  await uploaded(page, file, 'identity', aPdf('passport.pdf', 'Passport', 'Second page'));
  await uploaded(page, file, 'rib', aPdf('RIB.pdf', 'Bank details'));
  await uploaded(page, file, 'employment_contract', aPdf('contract.pdf', 'Contract'));
  return file;
}

test('documents are verified and sent back by keys alone, and the client’s email quotes the sentence', async ({
  page,
}) => {
  const file = await aFileToCheck(page, 'Bykeys');
  await begin(page, file);
  await expect(page.getByText('0 of 3 done')).toBeVisible();
  await expect(heading(page)).toHaveText('Passport or identity card');
  await expect(verdict(page)).toContainText('Required.');
  await expect(verdict(page).getByRole('list', { name: 'It must show' })).toContainText('born on 14 March 1985');
  await pageShown(page);

  await page.keyboard.press('v');
  await expect(notice(page, `Verified: Passport or identity card, ${file.name}`)).toBeVisible();
  await expect(heading(page)).toHaveText('Bank details (RIB)');
  expect(await stateOf(page, file, 'identity')).toBe('verified');

  // The ready sentence stands there; N changes it; Enter saves and goes on.
  await page.keyboard.press('w');
  const sentence = verdict(page).getByLabel('What the client will read');
  await expect(sentence).toHaveValue('The account must be in your own name.');
  await page.keyboard.press('n');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('This account is your sister’s: send the one in your own name.');
  await page.keyboard.press('Enter');
  await expect(notice(page, 'Sent back: Bank details (RIB)')).toBeVisible();
  await expect(heading(page)).toHaveText('Work contract or pay slip');
  await page.keyboard.press('v');
  await expect(page.getByRole('heading', { name: 'All is checked' })).toBeVisible();
  await expect(page.getByText('2 verified, 1 sent back.')).toBeVisible();

  const events = (await seen(page, file)).input.events;
  expect(events.filter(({ type }) => type === 'document_rejected')).toMatchObject([
    { document: 'rib', fault: 'incorrect', note: 'This account is your sister’s: send the one in your own name.' },
  ]);
  const { messages } = await ask<{ messages: { id: string; template: string }[] }>(
    page,
    'GET',
    `/api/files/${file.id}`,
  );
  const email = messages.find(({ template }) => template === 'document_to_redo');
  const { text } = await ask<{ text: string }>(page, 'GET', `/api/messages/${email?.id}`);
  expect(text.replace(/\s+/g, ' ')).toContain(
    'Bank details (RIB): “This account is your sister’s: send the one in your own name.”',
  );
  expect(text).not.toContain('The account must be in your own name.');
});

test('Z takes a verdict back, and the document waits again', async ({ page }) => {
  const file = await aFileToCheck(page, 'Takenback');
  await begin(page, file);
  await page.keyboard.press('i');
  await page.keyboard.press('Enter');
  await expect(notice(page, 'Sent back: Passport or identity card')).toBeVisible();
  await expect(heading(page)).toHaveText('Bank details (RIB)');
  await page.keyboard.press('z');
  await expect(notice(page, 'Undone')).toBeVisible();
  await expect(heading(page)).toHaveText('Passport or identity card');
  await expect(page.getByText('0 of 3 done')).toBeVisible();
  expect(await stateOf(page, file, 'identity')).toBe('to_check');
  // It can be judged again.
  await page.keyboard.press('v');
  await expect(heading(page)).toHaveText('Bank details (RIB)');
  expect(await stateOf(page, file, 'identity')).toBe('verified');
});

test('Shift V, then Enter, verifies all that was seen in full, and nothing else', async ({ page }) => {
  const file = await aFileToCheck(page, 'Allseen');
  await begin(page, file);
  await pageShown(page);
  // The second page of the passport stays unseen; the others have one page each.
  await page.keyboard.press('j');
  await expect(heading(page)).toHaveText('Bank details (RIB)');
  await pageShown(page);
  await page.keyboard.press('j');
  await expect(heading(page)).toHaveText('Work contract or pay slip');
  await pageShown(page);
  await expect(strip(page).getByRole('button', { name: /Bank details/ })).toContainText('seen');
  await page.keyboard.press('Shift+V');
  const asked = page.getByRole('dialog', { name: `Verify 2 documents of ${file.name}?` });
  await expect(asked.getByRole('listitem')).toHaveText(['Bank details (RIB)', 'Work contract or pay slip']);
  await expect(asked).toContainText('1 other was not seen in full and stays.');
  await page.keyboard.press('Enter');
  await expect(notice(page, `2 documents verified: ${file.name}`)).toBeVisible();
  await expect(heading(page)).toHaveText('Passport or identity card');
  await page.keyboard.press('ArrowRight');
  await pageShown(page);
  await page.keyboard.press('Shift+V');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'All is checked' })).toBeVisible();
  expect((await papersOf(page, file)).map(({ state }) => state)).toEqual(['verified', 'verified', 'verified']);
});

test('what a colleague has judged meanwhile is not judged twice: it says by whom, and goes on', async ({
  page,
  pageOf,
}) => {
  const file = await aFileToCheck(page, 'Together');
  await begin(page, file);
  const elsewhere = await pageOf('lead');
  const [first] = (await papersOf(page, file)).filter(({ document }) => document === 'identity');
  await ask(elsewhere, 'POST', `/api/papers/${first?.id}/verify`, {});
  await page.keyboard.press('o');
  await page.keyboard.press('Enter');
  await expect(notice(page, 'Marianne Kessler has verified Passport or identity card meanwhile')).toBeVisible();
  await expect(heading(page)).toHaveText('Bank details (RIB)');
  const events = (await seen(page, file)).input.events;
  expect(events.filter(({ type }) => type === 'document_rejected')).toEqual([]);
  expect(events.filter(({ type }) => type === 'document_verified')).toHaveLength(1);
});

test('a social security number in the sentence is refused before anything is sent', async ({ page }) => {
  const file = await aFileToCheck(page, 'Nirnote');
  await begin(page, file);
  const nir = '1850378006084';
  const key = String(97 - Number(BigInt(nir) % 97n)).padStart(2, '0');
  const sent: string[] = [];
  page.on('request', (request) => void sent.push(`${request.method()} ${request.postData() ?? ''}`));
  await page.keyboard.press('i');
  await page.keyboard.press('n');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(`Your number ${nir} ${key} is on it.`);
  await page.keyboard.press('Enter');
  await expect(verdict(page).getByLabel('What the client will read')).toHaveAccessibleDescription(
    /This holds a social security number, which Suivi may not keep/,
  );
  await expect(heading(page)).toHaveText('Passport or identity card');
  expect(sent.filter((request) => request.startsWith('POST'))).toEqual([]);
});

test('what is noted of a paper goes with its verdict, and the certificate’s language says what follows', async ({
  page,
}) => {
  const certificate = {
    birthCertificate: { country: 'US', language: 'en' },
    birthCountry: 'US',
    nationalities: ['US'],
  };
  const file = await aFile(page, 'Noted', [], certificate);
  await uploaded(page, file, 'birth_certificate', aPdf('birth.pdf', 'Birth certificate'));
  await begin(page, file);
  await verdict(page).getByLabel('Issued on').fill('02/05/2026');
  await verdict(page).getByLabel('Language').click();
  await page.getByRole('option', { name: 'English', exact: true }).click();
  await expect(verdict(page)).toContainText('A sworn translation will be asked for, too.');
  await verdict(page).getByRole('heading', { level: 2 }).click();
  await page.keyboard.press('v');
  await expect(page.getByRole('heading', { name: 'All is checked' })).toBeVisible();
  expect((await seen(page, file)).input.events.at(-1)).toMatchObject({
    type: 'document_verified',
    document: 'birth_certificate',
    issuedOn: '2026-05-02',
    language: 'en',
  });
});

test('a part blacked out in the round is black in what is kept, and the picture before is gone', async ({ page }) => {
  const file = await aFile(page, 'Blackround');
  const before = await uploaded(page, file, 'identity', await aPicture(page, 'passport.jpg'));
  await begin(page, file);
  await pageShown(page);
  await page.keyboard.press('b');
  const tool = page.getByRole('dialog', { name: 'Black out parts of the picture' });
  await expect(tool).toBeVisible();
  await page.keyboard.press('n');
  await tool.getByRole('button', { name: 'Black out and replace' }).click();
  await expect(notice(page, 'Blacked out')).toBeVisible();
  await expect(tool).toHaveCount(0);
  await expect(heading(page)).toHaveText('Passport or identity card');
  await pageShown(page);

  const kept = (await papersOf(page, file)).filter(({ state }) => state === 'to_check');
  expect(kept).toHaveLength(1);
  expect(kept[0]?.id).not.toBe(before.id);
  const [inside, outside] = await brightness(page, kept[0]?.download ?? '', [
    [0.5, 0.5],
    [0.5, 0.8],
  ]);
  expect(inside).toBeLessThan(8);
  expect(outside).toBeGreaterThan(247);
  // The round goes on with it.
  await page.keyboard.press('v');
  await expect(page.getByRole('heading', { name: 'All is checked' })).toBeVisible();
  expect((await papersOf(page, file)).find(({ id }) => id === kept[0]?.id)?.state).toBe('verified');
});

test('Today’s task leads into the round of that client; without scans, to the form', async ({ page }) => {
  const scanned = await aFileToCheck(page, 'Scanned');
  const bare = await aFile(page, 'Bare', [{ type: 'document_received', on: '2026-05-21', document: 'rib' }]);
  const check = (file: AFile) =>
    page
      .getByRole('region', { name: 'Open tasks' })
      .getByRole('listitem')
      .filter({ hasText: file.name })
      .filter({ hasText: /^.*Check \d document/ })
      .getByRole('link', { name: 'Check', exact: true });
  await page.goto('/today');
  await check(scanned).click();
  await expect(page.getByRole('heading', { name: 'Checking round', level: 1 })).toBeVisible();
  await expect(verdict(page)).toContainText(scanned.name);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/today$/);
  await check(bare).click();
  const form = page.getByRole('dialog', { name: /^Record event/ });
  await expect(form.getByRole('combobox', { name: 'What happened' })).toHaveValue('Document verified');
});

test('G V opens the round; a round that cannot be loaded says so and tries again', async ({ page }) => {
  await page.goto('/today');
  await expect(page.getByRole('link', { name: /^Checking round/ })).toBeVisible();
  let broken = true;
  await page.route('**/api/rounds/checks*', (route) =>
    broken
      ? route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          body: JSON.stringify({ type: 'unexpected', title: 'Broken', status: 500, detail: 'Try again in a moment.' }),
        })
      : route.continue(),
  );
  await page.keyboard.press('g');
  await page.keyboard.press('v');
  await expect(page).toHaveURL(/\/rounds\/checks$/);
  await expect(page.getByRole('heading', { name: 'This part could not be loaded' })).toBeVisible({ timeout: 20_000 });
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'This part could not be loaded' })).toHaveCount(0);
});

test.describe('axe finds no fault', () => {
  test.use({ reducedMotion: 'reduce' });
  for (const [device, viewport] of [
    ['desk', { width: 1280, height: 800 }],
    ['phone', { width: 390, height: 844 }],
  ] as const)
    test(`in the checking round, ${device}`, async ({ page }) => {
      test.slow();
      await page.setViewportSize(viewport);
      const file = await aFileToCheck(page, 'Axechecks');
      await begin(page, file);
      await pageShown(page);
      const faults = await faultsOn(page, 'round');
      await verdict(page).getByRole('button', { name: 'Incomplete' }).click();
      faults.push(...(await faultsOn(page, 'sending back')));
      await strip(page)
        .getByRole('button', { name: /Bank details/ })
        .click();
      await pageShown(page);
      await strip(page).getByRole('button', { name: 'verify all seen' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      faults.push(...(await faultsOn(page, 'all seen')));
      // Esc closes what lies above; the round stays.
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      for (const left of ['Bank details (RIB)', 'Work contract or pay slip', 'Passport or identity card']) {
        await expect(heading(page)).toHaveText(left);
        await verdict(page).getByRole('button', { name: 'Verify' }).click();
      }
      await expect(page.getByRole('heading', { name: 'All is checked' })).toBeVisible();
      faults.push(...(await faultsOn(page, 'finished')));
      expect(faults).toEqual([]);
    });
});

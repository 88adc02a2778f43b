import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { aFile, aFileToCallAbout, aFileToPost, happened, seen } from './a-file.ts';
import type { AFile } from './a-file.ts';
import { test } from './signed-in.ts';

const drawer = (page: Page) => page.getByRole('dialog', { name: /^Record event/ });
const effect = (page: Page) => page.getByRole('region', { name: 'What this will cause' });
const axis = (page: Page) => page.getByRole('region', { name: 'Timeline and plan' });

async function openFile(page: Page, file: AFile) {
  await page.goto(`/files/${file.id}`);
  await expect(page.getByRole('heading', { name: file.name, level: 1 })).toBeVisible();
}
async function openForm(page: Page, file: AFile, event?: string) {
  await openFile(page, file);
  await page.keyboard.press('e');
  await expect(drawer(page)).toBeVisible();
  if (event === undefined) return;
  const what = drawer(page).getByRole('combobox', { name: 'What happened' });
  await what.fill(event);
  await page.getByRole('option', { name: event, exact: true }).click();
  await expect(what).toHaveValue(event);
}

test('the likely event is proposed, and what it says it will cause is what then stands on the file', async ({
  page,
}) => {
  const file = await aFileToPost(page, 'Effect');
  await openForm(page, file);
  await expect(drawer(page).getByRole('combobox', { name: 'What happened' })).toHaveValue('File posted');
  await expect(drawer(page).getByText('Proposed, because “Post the file” is due today.')).toBeVisible();
  await drawer(page).getByLabel('Tracking number').fill('1K36275770836');
  await expect(effect(page)).toContainText('Stage: Ready to submit → Submitted');
  await expect(effect(page)).toContainText('Task “Post the file” is done');
  await expect(effect(page)).toContainText('registered no. 1K 362 757 7083 6');

  // Name, day and reason of each step and email that is announced.
  const announced = (await effect(page).getByRole('listitem').allInnerTexts())
    .map((line) => line.split('\n'))
    .filter(([, day = '']) => /\d/.test(day))
    .map(([what = '', day, why]) => [day, what.replace(/^Task “(.*)”$/, '$1'), why].join('\n'));
  expect(announced.length).toBeGreaterThan(5);
  await page.keyboard.press('Control+Enter');
  await expect(drawer(page)).toHaveCount(0);
  await expect(page.getByText(`File posted: ${file.name}`)).toBeVisible();

  await expect(axis(page).getByText('Posted to CPAM de Dordogne')).toBeVisible();
  const lines = axis(page).getByRole('listitem');
  const today = page.locator('[aria-current=date]');
  await expect(today).toBeVisible();
  const all = await lines.allInnerTexts();
  // An email ahead has its button beside it.
  const planned = all
    .slice(all.findIndex((line) => line.endsWith('Today')) + 1)
    .map((line) => line.replace('\nHold\n', '\n'));
  expect(planned.toSorted()).toEqual(announced.toSorted());
});

test('who was faster is named, and both entries can be kept', async ({ page, pageOf }) => {
  const file = await aFileToCallAbout(page, 'Stale');
  await openForm(page, file);
  await drawer(page).getByRole('button', { name: 'In progress' }).click();
  await happened(await pageOf('lead'), file, [{ type: 'office_visited', on: '2026-05-20' }]);
  await drawer(page)
    .getByRole('button', { name: /^Record call/ })
    .click();

  const conflict = drawer(page).getByRole('alert');
  await expect(conflict).toContainText(
    /Marianne Kessler changed this file (just now|.* ago)\. Yours is not saved yet\./,
  );
  await expect(conflict).toContainText('recorded “CPAM office visited” on 20 May');
  await expect(conflict).toContainText('record “3646 called: in progress”');
  await conflict.getByRole('button', { name: 'Keep both' }).click();
  await expect(drawer(page)).toHaveCount(0);
  const { events } = (await seen(page, file)).input;
  expect(events.slice(-2).map(({ type }) => type)).toEqual(['office_visited', 'call_made']);
  await expect(axis(page).getByText('3646 called: in progress')).toBeVisible();
  await expect(axis(page).getByText('CPAM office visited')).toBeVisible();
});

/** Invented; the key is computed here, so that no whole number stands in this file. */
const body = '2690599352486';
const number = `${body}${String(97 - Number(BigInt(body) % 97n)).padStart(2, '0')}`;

/** What leaves the browser from now on. */
function overheard(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  return sent;
}

test('a number is checked in the browser, and only its kind and its day leave it', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Number');
  const sent = overheard(page);
  await openForm(page, file, 'Number received');
  const digits = drawer(page).getByLabel('Check the number on the letter');
  await digits.fill(`${body}00`);
  await expect(drawer(page).getByText('The key does not fit.')).toBeVisible();
  await digits.fill(number);
  await expect(drawer(page).getByText('A permanent number; its key is right.')).toBeVisible();

  const request = page.waitForRequest((one) => one.url().endsWith('/events'));
  await page.keyboard.press('Control+Enter');
  const { event } = (await request).postDataJSON() as { event: Record<string, unknown> };
  expect(event).toEqual({ id: expect.any(String), type: 'social_security_number_received', on: '2026-05-21' });
  await expect(drawer(page)).toHaveCount(0);
  await expect(page.getByText('Number issued').first()).toBeVisible();
  expect(sent.filter((request) => request.replace(/\D/g, '').includes(body))).toEqual([]);
});

test('the IBAN on bank details is checked in the browser, and leaves it never', async ({ page }) => {
  const file = await aFile(page, 'Iban');
  const sent = overheard(page);
  await openForm(page, file, 'Document verified');
  const papers = drawer(page).getByRole('combobox', { name: 'Documents' });
  await expect(drawer(page).getByLabel('Check the IBAN on the bank details')).toHaveCount(0);
  await papers.fill('Bank details');
  await page.getByRole('option', { name: 'Bank details (RIB)' }).click();
  const iban = drawer(page).getByLabel('Check the IBAN on the bank details');
  await iban.fill('FR76 3000 6000 0112 3456 7890 188');
  await expect(drawer(page).getByText('A key does not fit. Read it again.')).toBeVisible();
  await iban.fill('FR76 3000 6000 0112 3456 7890 189');
  await expect(drawer(page).getByText('A French IBAN; its keys are right.')).toBeVisible();

  await page.keyboard.press('Control+Enter');
  await expect(drawer(page)).toHaveCount(0);
  expect((await seen(page, file)).input.events.at(-1)).toMatchObject({ type: 'document_verified', document: 'rib' });
  expect(sent.filter((request) => request.replace(/\W/g, '').includes('30006000011234567890'))).toEqual([]);
});

test('a social security number in a note is refused with the reason, before anything is sent', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Note');
  const sent = overheard(page);
  await openForm(page, file);
  await drawer(page).getByRole('button', { name: 'In progress' }).click();
  const note = drawer(page).getByLabel('Note (optional)');
  await note.fill(`The desk read out ${number.replace(/^(.)(..)(..)(..)(...)(...)/, '$1 $2 $3 $4 $5 $6 ')}.`);
  await expect(note).toHaveAccessibleDescription(/This holds a social security number, which Suivi may not keep/);
  await page.keyboard.press('Control+Enter');
  await expect(note).toBeFocused();
  await expect(drawer(page)).toBeVisible();
  expect(sent.filter((request) => request.startsWith('POST') && !request.includes('/presence '))).toEqual([]);

  await note.fill('The desk sees the file.');
  await page.keyboard.press('Control+Enter');
  await expect(drawer(page)).toHaveCount(0);
  expect((await seen(page, file)).input.events.at(-1)).toMatchObject({
    outcome: 'in_progress',
    note: 'The desk sees the file.',
  });
});

test('a day to come is refused beside its field, and what was typed stays', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Ahead');
  await openForm(page, file, 'Provisional number received');
  const day = drawer(page).getByLabel('Day it happened', { exact: true }).first();
  await day.fill('22/05/2026');
  await day.press('Tab');
  await expect(drawer(page).getByText('Friday 22 May is still to come. Record it when it has happened.')).toBeVisible();
  await drawer(page)
    .getByRole('button', { name: /^Record/ })
    .click();
  await expect(day).toHaveValue('22/05/2026');
  expect((await seen(page, file)).input.events).toHaveLength(2);
});

test('a wrong entry is voided from the axis, and the plan is as if it had never been', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Voided');
  const before = await seen(page, file);
  await happened(page, file, [{ type: 'provisional_number_received', on: '2026-05-20' }]);
  await openFile(page, file);
  await expect(page.getByText('Rights open').first()).toBeVisible();
  await axis(page).getByRole('button', { name: 'Actions on “Provisional number received”' }).click();
  await page.getByRole('menuitem', { name: 'Void “Provisional number received”' }).click();
  const dialog = page.getByRole('dialog', { name: /^Void “Provisional number received, 20 May”/ });
  await expect(dialog).toContainText('the stage is “With CPAM” again');
  await expect(dialog).toContainText('“Call 3646” comes back, due today');
  await dialog.getByRole('button', { name: 'Void this event' }).click();
  await expect(dialog).toHaveCount(0);

  await expect(axis(page).getByRole('listitem').filter({ hasText: 'Provisional number received' })).toContainText(
    'voided',
  );
  const open = ({ tasks }: typeof before) =>
    tasks.filter(({ state }) => state === 'open').map(({ key, dueOn }) => [key, dueOn]);
  expect(open(await seen(page, file))).toEqual(open(before));
});

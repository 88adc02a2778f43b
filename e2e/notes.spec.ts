import { expect } from '@playwright/test';
import { aFileToCallAbout } from './a-file.ts';
import { test } from './signed-in.ts';

/** 13 digits and the right key. */
const NIR = '2 58 03 99 404 123 38';

test('a note is written, found, changed, deleted and taken back, by keyboard', async ({ page, pageOf }) => {
  const file = await aFileToCallAbout(page, 'Noted');
  const { keyboard } = page;
  await page.goto(`/files/${file.id}`);
  const timeline = page.getByRole('region', { name: 'Timeline and plan' });
  await expect(timeline).toBeVisible();
  await keyboard.press('n');
  const form = page.getByRole('dialog', { name: /^New note/ });
  await expect(form.getByLabel('Text')).toBeFocused();
  await keyboard.type('Her husband answers the telephone.');
  await keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  await expect(timeline.getByText('Her husband answers the telephone.')).toBeVisible();
  await expect(page.getByText('Note saved')).toBeVisible();

  // A colleague reads it, and cannot change it.
  const other = await pageOf('lead');
  await other.goto(`/files/${file.id}`);
  const theirs = other.getByRole('listitem').filter({ hasText: 'Her husband answers' });
  await expect(theirs.getByText('Note of Claire Fontanel')).toBeVisible();
  await expect(theirs.getByRole('button', { name: /^Actions on the note/ })).toHaveCount(0);

  const mine = timeline.getByRole('listitem').filter({ hasText: 'Note of Claire Fontanel' });
  const menu = mine.getByRole('button', { name: /^Actions on the note/ });
  await menu.focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Change it' })).toBeFocused();
  await keyboard.press('Enter');
  const change = page.getByRole('dialog', { name: /^Change the note/ });
  await expect(change.getByLabel('Text')).toHaveValue('Her husband answers the telephone.');
  await keyboard.press('Control+a');
  await keyboard.type('Her daughter answers.');
  await keyboard.press('Control+Enter');
  await expect(timeline.getByText('Her daughter answers.')).toBeVisible();
  await expect(page.getByText('Note changed')).toBeVisible();

  await menu.focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Change it' })).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(timeline.getByText('Her daughter answers.')).toHaveCount(0);
  await expect(page.getByText('Note deleted')).toBeVisible();
  await keyboard.press('z');
  await expect(timeline.getByText('Her daughter answers.')).toBeVisible();
});

test('what was begun is not lost when the page is left, and a social security number goes nowhere', async ({
  page,
}) => {
  const file = await aFileToCallAbout(page, 'Begun');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`/files/${file.id}`);
  await expect(page.getByRole('region', { name: 'Timeline and plan' })).toBeVisible();
  await page.keyboard.press('n');
  const form = page.getByRole('dialog', { name: /^New note/ });
  const text = form.getByLabel('Text');
  await text.fill('The caisse has moved to');
  await page.reload();
  // The address still says that a note is being written.
  await expect(text).toHaveValue('The caisse has moved to');
  await expect(form.getByText('This is what you had begun.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  await page.getByRole('button', { name: 'Note, begun' }).click();
  await expect(text).toHaveValue('The caisse has moved to');
  await form.getByRole('button', { name: 'Begin anew' }).click();
  await expect(text).toHaveValue('');

  await text.fill(`The agent gave ${NIR}`);
  await expect(form.getByText('record “Number received” with its day')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeVisible();
  expect(sent.filter((body) => body.includes('2 58 03'))).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('2 58 03');
});

test('a note on a task stands on its card and in the day’s list', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Task');
  await page.goto(`/files/${file.id}`);
  const tasks = page.getByRole('region', { name: 'Tasks and emails' });
  await tasks.getByRole('button', { name: 'Note on “Call 3646”' }).click();
  await expect(page.getByLabel('Text')).toBeFocused();
  await page.keyboard.type('Ask for Madame Roux.');
  await page.keyboard.press('Control+Enter');
  await expect(tasks.getByRole('list', { name: 'Notes' }).getByText('Ask for Madame Roux.')).toBeVisible();
  await page.goto('/today');
  const row = page.getByRole('listitem').filter({ hasText: file.name });
  await expect(row.getByText('Note of Claire Fontanel: Ask for Madame Roux.')).toBeVisible();
});

test('a note that could not be saved is kept, and saved once when tried again', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Offline');
  await page.goto(`/files/${file.id}`);
  const timeline = page.getByRole('region', { name: 'Timeline and plan' });
  await expect(timeline).toBeVisible();
  let broken = true;
  await page.route('**/notes', (route) =>
    route.request().method() === 'POST' && broken ? route.abort() : route.continue(),
  );
  await page.keyboard.press('n');
  await expect(page.getByLabel('Text')).toBeFocused();
  await page.keyboard.type('Written on a train.');
  await page.keyboard.press('Control+Enter');
  const notice = page.getByRole('alert').filter({ hasText: 'The note was not saved' });
  await expect(notice).toBeVisible();
  await expect(timeline.getByText('Written on a train.')).toHaveCount(0);
  broken = false;
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(timeline.getByText('Written on a train.')).toHaveCount(1);
  await expect(page.getByText('Note saved')).toBeVisible();
});

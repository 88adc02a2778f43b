import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { aFileToCallAbout, aFileToPost, seen } from './a-file.ts';
import type { AFile } from './a-file.ts';
import { ask, test } from './signed-in.ts';

/** The rows of one client's tasks. */
const rowsOf = (page: Page, { name }: AFile) =>
  page.getByRole('region', { name: 'Open tasks' }).getByRole('listitem').filter({ hasText: name });

async function openToday(page: Page) {
  await page.goto('/today');
  await expect(page.getByRole('region', { name: 'Open tasks' })).toBeVisible();
}

test('a call is logged with two keys, its effect is said before, and Z takes it back', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Twokeys');
  await openToday(page);
  const call = rowsOf(page, file).filter({ hasText: 'Call 3646' });
  await expect(call).toContainText('30 days without news');
  await call.getByRole('button', { name: 'Call 3646' }).focus();

  await page.keyboard.press('2');
  await expect(call.getByRole('button', { name: 'In progress' })).toHaveAttribute('aria-pressed', 'true');
  await expect(call.getByRole('status')).toHaveText(/Then:.*Next: visit the CPAM office on Fri 5 Jun\./);
  await page.keyboard.press('Enter');

  const notice = page.getByRole('status').filter({ hasText: `Call made: ${file.name}` });
  await expect(notice).toBeVisible();
  await expect(call).toHaveCount(0);
  const { tasks } = await seen(page, file);
  expect(tasks.find(({ key }) => key === 'office_visit:with_cpam:1')).toMatchObject({
    state: 'open',
    dueOn: '2026-06-05',
  });

  await page.keyboard.press('z');
  await expect(page.getByText('Undone', { exact: true })).toBeVisible();
  await expect(call).toBeVisible();
});

test('the next step of a call appears at once', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Callback');
  await openToday(page);
  const call = rowsOf(page, file).filter({ hasText: 'Call 3646' });
  await call.getByRole('button', { name: 'Log call' }).click();
  await call.getByRole('button', { name: 'Call back on…' }).click();
  await call.getByLabel('Call back on', { exact: true }).fill('26/05/2026');
  await call.getByRole('button', { name: 'Save' }).click();
  await expect(rowsOf(page, file).filter({ hasText: 'Call 3646 back' })).toContainText('Tue 26 May');
});

test('a posting takes its tracking number: a wrong check digit warns, and may be kept', async ({ page }) => {
  const file = await aFileToPost(page, 'Posting');
  await openToday(page);
  const post = rowsOf(page, file).filter({ hasText: 'Post the file' });
  await post.getByRole('button', { name: 'Record posting' }).click();
  const number = post.getByLabel('Tracking number');
  await number.fill('1A00915820380');
  await expect(number).toHaveValue('1A 009 158 2038 0');
  await expect(post.getByText('The check digit is right.')).toBeVisible();
  await number.fill('1A 009 158 2038 1');
  await expect(post.getByText('The check digit does not fit.')).toBeVisible();
  await expect(post.getByRole('status')).toContainText('the file is “Submitted”');

  await post.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(`File posted: ${file.name}`)).toBeVisible();
  await expect(post).toHaveCount(0);
  expect((await seen(page, file)).input.events.at(-1)).toMatchObject({
    type: 'file_submitted',
    on: '2026-05-21',
    trackingNumber: '1A 009 158 2038 1',
  });
});

test('a task is put off with two keys, to the next working day', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Snoozed');
  await openToday(page);
  const call = rowsOf(page, file).filter({ hasText: 'Call 3646' });
  await call.getByRole('button', { name: 'Call 3646' }).focus();
  await page.keyboard.press('s');
  await expect(page.getByRole('menuitem', { name: /Next working day, Fri 22 May/ })).toBeFocused();
  await page.keyboard.press('1');
  await expect(page.getByText('1 task snoozed')).toBeVisible();
  await expect(page.getByRole('region', { name: 'This week' }).getByText(file.name)).toBeVisible();
});

test('J and K move from task to task', async ({ page }) => {
  await openToday(page);
  const focused = () => page.evaluate(() => document.activeElement?.closest('li')?.id ?? null);
  const ids = await page
    .getByRole('region', { name: 'Open tasks' })
    .getByRole('listitem')
    .evaluateAll((rows) => rows.slice(0, 3).map(({ id }) => id));
  await page.keyboard.press('j');
  await expect.poll(focused).toBe(ids[0]);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect.poll(focused).toBe(ids[2]);
  await page.keyboard.press('k');
  await expect.poll(focused).toBe(ids[1]);
});

test('a kind of task is chosen, and the address bar keeps it', async ({ page }) => {
  await openToday(page);
  await page
    .getByRole('group', { name: 'Kind of task' })
    .getByRole('button', { name: /^Calls/ })
    .click();
  await expect(page).toHaveURL(/kind=calls/);
  const list = page.getByRole('region', { name: 'Open tasks' });
  await expect(list.getByText('Carol Washburn')).toBeVisible();
  await expect(list.getByText('Haruka Watanabe')).toHaveCount(0);
  await page.reload();
  await expect(list.getByText('Carol Washburn')).toBeVisible();
  await expect(list.getByText('Haruka Watanabe')).toHaveCount(0);
});

test.describe('in French', () => {
  test.use({ who: 'admin' });

  test('the day, its tasks and their reasons are French', async ({ page }) => {
    await ask(page, 'PATCH', '/api/me', { language: 'fr' });
    await page.goto('/today?of=team');
    await expect(page.getByRole('heading', { name: 'Aujourd’hui', level: 1 })).toBeVisible();
    await expect(page.getByText('jeudi 21 mai')).toBeVisible();
    const call = page.getByRole('listitem').filter({ hasText: 'F-0030' });
    await expect(call.getByRole('button', { name: 'Appeler le 3646' })).toBeVisible();
    await expect(call).toContainText(/21 avril/);
    await expect(call.getByRole('button', { name: 'Noter l’appel' })).toBeVisible();
    await ask(page, 'PATCH', '/api/me', { language: 'en' });
  });
});

test('dark colours are chosen under one’s name and stay', async ({ page }) => {
  await openToday(page);
  await page.getByRole('button', { name: 'Claire Fontanel' }).click();
  await page.getByText('Dark', { exact: true }).click();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect.poll(ground).toBe('rgb(27, 32, 41)');
  await page.reload();
  expect(await ground()).toBe('rgb(27, 32, 41)');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('nothing is wider than the screen, and a call can be logged', async ({ page }) => {
    const file = await aFileToCallAbout(page, 'Phone');
    for (const address of ['/today', '/files', `/files/${file.id}`, '/import']) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider, address).toBeLessThanOrEqual(0);
    }
    await openToday(page);
    const call = rowsOf(page, file).filter({ hasText: 'Call 3646' });
    await call.getByRole('button', { name: 'Call 3646' }).tap();
    await call.getByRole('button', { name: 'No answer' }).tap();
    await call.getByRole('button', { name: 'Save' }).tap();
    await expect(rowsOf(page, file).filter({ hasText: 'Call 3646 again' })).toBeVisible();
  });
});

import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { aFileToCallAbout, happened, seen } from './a-file.ts';
import { ask, test } from './signed-in.ts';

/** A page asks every fifteen seconds, and whenever somebody comes back to it. */
const comesBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
async function open(page: Page, id: string) {
  const told = page.waitForResponse((answer) => answer.url().endsWith(`/api/files/${id}/presence`));
  await page.goto(`/files/${id}`);
  await told;
  await expect(page.getByRole('region', { name: 'Timeline and plan' })).toBeVisible();
}

test('two people on one file see each other, and an old page says what has changed before it saves', async ({
  page,
  pageOf,
}) => {
  const file = await aFileToCallAbout(page, 'Beside');
  const other = await pageOf('lead');
  await open(page, file.id);
  await open(other, file.id);
  await expect(other.getByText('Claire is looking at this file')).toBeVisible();
  await comesBack(page);
  await expect(page.getByText('Marianne is looking at this file')).toBeVisible();

  // The lead begins to record; the adviser sees that, too.
  await other.keyboard.press('e');
  const form = other.getByRole('dialog', { name: /^Record event/ });
  await expect(form).toBeVisible();
  await expect(async () => {
    await comesBack(page);
    await expect(page.getByText('Marianne is recording an event')).toBeVisible({ timeout: 1_000 });
  }).toPass();

  // She records a call; what the adviser has open says so, and waits to be seen before it saves.
  await form.getByRole('button', { name: 'In progress' }).click();
  await page.keyboard.press('e');
  const mine = page.getByRole('dialog', { name: /^Record event/ });
  await mine.getByRole('button', { name: 'No answer' }).click();
  await other.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  await comesBack(page);
  const conflict = mine.getByRole('alert').filter({ hasText: 'Marianne Kessler changed this file' });
  await expect(conflict).toContainText('recorded “Call made” on 21 May');
  await page.keyboard.press('Control+Enter');
  await expect(conflict).toBeFocused();
  expect((await seen(page, file)).version).toBe(3);
  await page.keyboard.press('Escape');

  const bar = page.getByRole('status').filter({ hasText: 'Marianne Kessler recorded “Call made” on 21 May' });
  await expect(bar).toContainText('Saving waits until you have seen it.');
  await bar.getByRole('button', { name: 'Show' }).click();
  await expect(bar).toHaveCount(0);
  const timeline = page.getByRole('region', { name: 'Timeline and plan' });
  await expect(timeline.getByText('3646 called: In progress')).toBeVisible();

  // Seen, it saves.
  await page.goto(`/files/${file.id}?record=ameli_account_created`);
  await expect(mine.getByRole('combobox', { name: 'What happened' })).toHaveValue('ameli account opened');
  await page.keyboard.press('Control+Enter');
  await expect(mine).toHaveCount(0);
  expect((await seen(page, file)).version).toBe(4);

  await other.close();
  await expect(async () => {
    await comesBack(page);
    await expect(page.getByText(/Marianne is/)).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
});

test('a save that somebody was faster than says what changed, and both stand', async ({ page, pageOf }) => {
  const file = await aFileToCallAbout(page, 'Faster');
  const other = await pageOf('lead');
  await open(page, file.id);
  await page.keyboard.press('e');
  const form = page.getByRole('dialog', { name: /^Record event/ });
  await form.getByRole('button', { name: 'No answer' }).click();
  await happened(other, file, [{ type: 'document_received', on: '2026-05-21', document: 'rib' }]);
  await page.keyboard.press('Control+Enter');
  const conflict = form.getByRole('alert');
  await expect(conflict).toContainText('Marianne Kessler changed this file');
  await expect(conflict).toContainText('recorded “Document received” on 21 May');
  await conflict.getByRole('button', { name: 'Keep both' }).click();
  await expect(form).toHaveCount(0);
  expect((await seen(page, file)).input.events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['document_received', 'call_made']),
  );
  await expect(page.getByText('Saving waits until you have seen it.')).toHaveCount(0);
});

test('of two snoozes of one task one stands, and a person decides which', async ({ page, pageOf }) => {
  const file = await aFileToCallAbout(page, 'Snoozed');
  const other = await pageOf('lead');
  const { tasks } = await seen(page, file);
  const task = tasks.find(({ key }) => key === 'call_3646:with_cpam:1') as unknown as { id: string };
  await page.goto('/today');
  const row = page.getByRole('listitem').filter({ hasText: file.name });
  await expect(row).toBeVisible();
  await other.request.post(`/api/tasks/${task.id}/snooze`, {
    data: { until: '2026-05-26' },
    headers: { origin: new URL(page.url()).origin },
  });
  await row.getByRole('button', { name: 'Call 3646' }).focus();
  await page.keyboard.press('s');
  await page.keyboard.press('1');
  const dialog = page.getByRole('dialog', { name: 'Somebody was faster' });
  await expect(dialog).toContainText('Marianne Kessler changed this');
  await expect(dialog).toContainText('put off “Call 3646”');
  const until = async () =>
    (
      (await seen(page, file)).tasks.find(({ key }) => key === 'call_3646:with_cpam:1') as unknown as {
        snoozedUntil: string;
      }
    ).snoozedUntil;
  expect(await until()).toBe('2026-05-26');
  await dialog.getByRole('button', { name: 'Save mine' }).click();
  await expect(page.getByText('1 task snoozed')).toBeVisible();
  expect(await until()).not.toBe('2026-05-26');
});

test('an address says nothing of another agency’s people', async ({ page, pageOf }) => {
  const file = await aFileToCallAbout(page, 'Neighbour');
  const neighbour = await pageOf('neighbour');
  const answer = await neighbour.request.post(`/api/files/${file.id}/presence`, {
    data: { doing: 'looking' },
    headers: { origin: process.env.BASE_URL ?? 'http://localhost:3000' },
  });
  expect(answer.status()).toBe(404);
  const { others } = await ask<{ others: unknown[] }>(page, 'POST', `/api/files/${file.id}/presence`, {
    doing: 'looking',
  });
  expect(others).toEqual([]);
});

import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { aFileToCallAbout } from './a-file.ts';
import { test } from './signed-in.ts';

/** Days that stand there and say nothing of why. */
const bare = (page: Page) =>
  page
    .locator('main time')
    .evaluateAll((days) => days.filter((day) => day.closest('.why') === null).map((day) => day.textContent));
/** The explanation that is open: its words and where they stand. */
const explanation = (page: Page) => page.locator('.explanation').filter({ visible: true });
const says = (page: Page, words: string) => expect(explanation(page).filter({ hasText: words }).first()).toBeVisible();

test('each day on Today, Files, a file and the next 90 days says why, on hover and by keyboard', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Why');
  await page.goto('/today');
  const row = page.getByRole('listitem').filter({ hasText: file.name });
  const due = row.getByRole('button', { name: 'today', exact: true });
  await due.hover();
  await says(page, 'CPAM received the file on 21 April; 30 days without news.');
  await says(page, 'Our own rhythm (playbook)');
  await page.mouse.move(0, 0);
  await expect(explanation(page)).toHaveCount(0);
  expect(await bare(page)).toEqual([]);

  await page.goto('/ahead');
  await expect(page.getByRole('listitem').first()).toBeVisible();
  expect(await bare(page)).toEqual([]);

  await page.goto(`/files?q=${encodeURIComponent(file.name)}`);
  const inList = page
    .getByRole('row')
    .filter({ hasText: file.name })
    .getByRole('button', { name: 'today', exact: true });
  await inList.hover();
  await says(page, '30 days without news');
  expect(await bare(page)).toEqual([]);

  await page.goto(`/files/${file.id}`);
  await expect(page.getByRole('region', { name: 'Timeline and plan' })).toBeVisible();
  expect(await bare(page)).toEqual([]);
  // A step that is over, what we wait for, and when we look again.
  const steps = page.getByRole('list', { name: 'Progress to the carte Vitale' });
  await steps.getByRole('button', { name: '16 April' }).hover();
  await says(page, 'Posted to CPAM de Dordogne. Recorded by Claire Fontanel');
  const waits = page.locator('header').getByText('We wait for').locator('..');
  await waits.getByRole('button', { name: '21 April' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await says(page, 'Received by CPAM. Recorded by');
  await page.keyboard.press('Tab');
  await says(page, '30 days without news');
  await page.keyboard.press('Escape');
  await expect(explanation(page)).toHaveCount(0);
  // A legal day, by keyboard.
  const silence = page.getByRole('listitem').filter({ hasText: 'Two months’ silence' });
  await silence.getByRole('button', { name: 'Sun 21 Jun' }).focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await says(page, 'What Suivi believes here');

  // What saving will cause.
  await page.keyboard.press('e');
  await page.getByRole('dialog').getByRole('button', { name: 'Not found' }).click();
  const effect = page.getByRole('region', { name: 'What this will cause' });
  const resend = effect
    .getByRole('listitem')
    .filter({ hasText: /send the file again/i })
    .first();
  await resend.getByRole('button').hover();
  await says(page, 'What Suivi believes here');
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  test('a tap on a day opens its explanation, and a tap elsewhere closes it', async ({ page }) => {
    const file = await aFileToCallAbout(page, 'Tap');
    await page.goto('/today');
    const row = page.getByRole('listitem').filter({ hasText: file.name });
    await row.getByRole('button', { name: 'today', exact: true }).tap();
    await says(page, '30 days without news');
    await page.getByRole('heading', { level: 1 }).tap();
    await expect(explanation(page)).toHaveCount(0);
    await page.goto(`/files/${file.id}`);
    await page.getByRole('listitem').filter({ hasText: 'Visit the CPAM office' }).getByRole('button').first().tap();
    await says(page, '45 days without an answer');
  });
});

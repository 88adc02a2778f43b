import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { aFileToCallAbout, happened } from './a-file.ts';
import { ask, test } from './signed-in.ts';

// Nothing in motion: half-faded text has no contrast of its own.
test.use({ reducedMotion: 'reduce' });

const VIEWS = [
  [1280, 'light'],
  [1280, 'dark'],
  [390, 'dark'],
] as const;

/** Faults against WCAG 2.0 to 2.2, A and AA, in light and dark, on a desk and on a phone. */
async function faultsOn(page: Page, screen: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [width, colorScheme] of VIEWS) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    for (const { id, nodes } of violations)
      faults.push(`${screen}, ${width}, ${colorScheme}: ${id}, ${nodes.length} times, ${nodes[0]?.target.join(' ')}`);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      `${screen} is no wider than ${width}`,
    ).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  return faults;
}

test('an old page, a conflict and a note have no fault that axe knows', async ({ page, pageOf }) => {
  test.setTimeout(240_000);
  const file = await aFileToCallAbout(page, 'Everywhere');
  const lead = await pageOf('lead');
  for (const taskKey of [null, 'call_3646:with_cpam:1'])
    await ask(page, 'POST', `/api/files/${file.id}/notes`, { id: crypto.randomUUID(), taskKey, text: 'Ring twice.' });
  await ask(lead, 'POST', `/api/files/${file.id}/presence`, { doing: 'recording' });
  await page.goto(`/files/${file.id}`);
  await expect(page.getByText('Marianne is recording an event')).toBeVisible();
  await happened(lead, file, [{ type: 'document_received', on: '2026-05-21', document: 'rib' }]);
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByText('Saving waits until you have seen it.')).toBeVisible();
  const faults = await faultsOn(page, 'old page');
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  faults.push(...(await faultsOn(page, 'conflict')));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(page.getByLabel('Text')).toBeFocused();
  await page.keyboard.type('The agent gave 2 58 03 99 404 123 38');
  await expect(page.getByText('This holds a social security number')).toBeVisible();
  faults.push(...(await faultsOn(page, 'note')));
  expect(faults).toEqual([]);
});

test('choosing a colleague and the palette have no fault that axe knows', async ({ page }) => {
  test.setTimeout(240_000);
  const file = await aFileToCallAbout(page, 'Chosen');
  await page.goto(`/files/${file.id}`);
  await page.getByRole('button', { name: 'followed by Claire Fontanel' }).click();
  await expect(page.getByRole('menu', { name: 'Who follows the file' })).toBeVisible();
  const faults = await faultsOn(page, 'who follows the file');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(page.getByPlaceholder(/Find or do/)).toBeFocused();
  await page.keyboard.type(file.name);
  await expect(page.getByText('Write a note on')).toBeVisible();
  faults.push(...(await faultsOn(page, 'palette')));
  expect(faults).toEqual([]);
});

test('absences, and the day of somebody who is away, have no fault that axe knows', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('/absences');
  await page.getByRole('button', { name: 'Enter an absence: Claire Fontanel' }).click();
  await page.getByRole('dialog').getByLabel('Nobody knows yet for how long').check();
  await expect(page.getByRole('region', { name: 'What this will cause' })).toBeVisible();
  const faults = await faultsOn(page, 'absence');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  faults.push(...(await faultsOn(page, 'absences')));
  await page.goto('/today');
  await expect(page.getByText('You are away until further notice.')).toBeVisible();
  faults.push(...(await faultsOn(page, 'Today, away')));
  await page.goto('/absences');
  await page.getByRole('button', { name: 'Back now: Claire Fontanel' }).click();
  await expect(page.getByText('The absence has ended')).toBeVisible();
  expect(faults).toEqual([]);
});

import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import fs from 'node:fs';
import { aFileToCallAbout } from './a-file.ts';
import { test } from './signed-in.ts';

const clients = fs.readFileSync(new URL('../apps/api/test/clients.csv', import.meta.url));

// Nothing in motion: half-faded text has no contrast of its own.
test.use({ reducedMotion: 'reduce' });

/** Faults against WCAG 2.0 to 2.2, A and AA, in light and in dark, each with the first place it stands in. */
async function faultsOn(page: Page, screen: string): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    for (const { id, nodes } of violations)
      faults.push(`${screen}, ${colorScheme}: ${id}, ${nodes.length} times, ${nodes[0]?.target.join(' ')}`);
  }
  return faults;
}

test('the screens of a client’s file have no fault that axe knows, in light and dark', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Axe');
  const faults: string[] = [];
  await page.goto('/today');
  const row = page.getByRole('listitem').filter({ hasText: file.name });
  await row.getByRole('button', { name: 'Log call' }).click();
  await row.getByRole('button', { name: 'In progress' }).click();
  await expect(row.getByText('Then:')).toBeVisible();
  faults.push(...(await faultsOn(page, 'Today')));

  await page.goto('/files');
  await expect(page.getByRole('row').nth(5)).toBeVisible();
  faults.push(...(await faultsOn(page, 'Files')));

  await page.goto(`/files/${file.id}`);
  await expect(page.getByRole('region', { name: 'Timeline and plan' })).toBeVisible();
  faults.push(...(await faultsOn(page, 'file')));
  await page.keyboard.press('e');
  await page.getByRole('dialog').getByRole('button', { name: 'Processed' }).click();
  await expect(page.getByRole('region', { name: 'What this will cause' }).getByRole('listitem').first()).toBeVisible();
  faults.push(...(await faultsOn(page, 'record event')));
  expect(faults).toEqual([]);
});

test('sign-in and import have no fault that axe knows, in light and dark', async ({ page }) => {
  const faults: string[] = [];
  await page.goto('/import');
  const field = page.getByLabel('Choose a file').locator('visible=false');
  await field.waitFor({ state: 'attached' });
  faults.push(...(await faultsOn(page, 'import, file')));
  await field.setInputFiles({ name: 'clients.csv', mimeType: 'text/csv', buffer: clients });
  await expect(page.getByRole('region', { name: 'Columns of your file' })).toBeVisible();
  faults.push(...(await faultsOn(page, 'import, columns')));
  await page.getByRole('button', { name: /^Check 60 rows/ }).click();
  await expect(page.getByRole('button', { name: 'Drop this import' })).toBeVisible();
  faults.push(...(await faultsOn(page, 'import, check')));

  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Enter your work email.')).toBeVisible();
  faults.push(...(await faultsOn(page, 'sign-in')));
  expect(faults).toEqual([]);
});

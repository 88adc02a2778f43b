import { expect } from '@playwright/test';
import fs from 'node:fs';
import { aFileToCallAbout } from './a-file.ts';
import { faultsOn } from './faults.ts';
import { test } from './signed-in.ts';

const clients = fs.readFileSync(new URL('../apps/api/test/clients.csv', import.meta.url));

// Nothing in motion: half-faded text has no contrast of its own.
test.use({ reducedMotion: 'reduce' });

test('the screens of a client’s file have no fault that axe knows, in light and dark', async ({ page }) => {
  // Each look by axe, in light and dark, takes seconds.
  test.slow();
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

test('an open list of choices, longer than it is high, has no fault that axe knows, and its keys scroll it', async ({
  page,
}) => {
  const file = await aFileToCallAbout(page, 'Lists');
  const faults: string[] = [];
  await page.goto(`/files/${file.id}`);
  await expect(page.getByRole('region', { name: 'Timeline and plan' })).toBeVisible();
  await page.keyboard.press('e');
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('combobox', { name: 'What happened' }).click();
  const last = () => page.getByRole('option').last();
  await expect(last()).not.toBeInViewport();
  faults.push(...(await faultsOn(page, 'a list of events')));
  await page.getByRole('option', { name: 'Documents requested', exact: true }).click();

  await drawer.getByRole('combobox', { name: 'Documents' }).click();
  await expect(last()).not.toBeInViewport();
  faults.push(...(await faultsOn(page, 'a list of documents')));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(last()).toBeInViewport();
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

import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { aFile, aFileToCallAbout } from './a-file.ts';
import { test } from './signed-in.ts';

const clients = (page: Page) => page.getByRole('region', { name: 'Files' }).getByRole('row').getByRole('link');

test('a search is blind to accents and case, in any order, and finds town and reference', async ({ page }) => {
  await page.goto('/files');
  const search = page.getByRole('searchbox', { name: 'Search files' });
  for (const [words, name] of [
    ['ANGSTROM', 'Åsa Ångström'],
    ['goncalves joao', 'João Gonçalves'],
    ['muller', 'Annegret Müller-Lüdenscheidt'],
    ['F-0030', 'Carol Washburn'],
    ['sarlat', 'Owen Pritchard'],
  ] as const) {
    await search.fill(words);
    await expect(clients(page).filter({ hasNotText: name })).toHaveCount(0);
    await expect(clients(page).filter({ hasText: name }).first()).toBeVisible();
  }
  await search.fill('nobody at all');
  await expect(page.getByText('No file matches “nobody at all”')).toBeVisible();
});

test('filter and sort stand in the address bar, and a colleague with the link sees the same', async ({ page }) => {
  // First by name, however many files other tests have left at CPAM.
  const { name } = await aFileToCallAbout(page, 'Aaafirst');
  await page.goto('/files');
  await page.getByRole('button', { name: 'Stage', exact: true }).first().click();
  await page.getByRole('checkbox', { name: 'With CPAM' }).click();
  await expect(page).toHaveURL(/stage=with_cpam/);
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Client' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Client' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(/stage=with_cpam.*sort=name/);
  await expect(clients(page).filter({ hasText: name })).toBeVisible();
  await expect(clients(page).filter({ hasText: 'Haruka Watanabe' })).toHaveCount(0);

  const colleague = await page.context().newPage();
  await colleague.goto(page.url());
  await expect(clients(colleague).filter({ hasText: name })).toBeVisible();
  const seen = await clients(colleague).allTextContents();
  // Here the rows of the question before may stand until the answer comes.
  await expect(clients(page)).toHaveText(seen);
  await page.getByRole('columnheader', { name: 'Client' }).getByRole('button').click();
  await expect(page).toHaveURL(/direction=desc/);
  await expect(clients(page).first()).not.toHaveText(seen[0] ?? '');
});

test('a file opens with a click, and with J and Enter; Back returns to the same list', async ({ page }) => {
  await page.goto('/files?q=F-0030');
  await clients(page).filter({ hasText: 'Carol Washburn' }).click();
  await expect(page.getByRole('heading', { name: /Carol Washburn/, level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('F-0030');
  await expect(clients(page)).toHaveCount(1);
  await page.keyboard.press('j');
  await expect(clients(page).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Carol Washburn/, level: 1 })).toBeVisible();
});

test('a file of another agency and one that never was get the same page', async ({ page, pageOf }) => {
  const foreign = await aFile(await pageOf('neighbour'), 'Foreign');
  for (const id of [foreign.id, crypto.randomUUID()]) {
    await page.goto(`/files/${id}`);
    await expect(page.getByRole('heading', { name: 'There is no such file here' })).toBeVisible();
    await expect(page.getByText('It may have been deleted, or belong to another agency.')).toBeVisible();
    expect((await page.request.get(`/api/files/${id}`)).status()).toBe(404);
  }
  await page.goto('/files?state=all&q=Foreign');
  await expect(page.getByText('No file matches “Foreign”')).toBeVisible();
});

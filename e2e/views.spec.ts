import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { aFileToCallAbout } from './a-file.ts';
import { faultsOn } from './faults.ts';
import { ask, test } from './signed-in.ts';

test.use({ reducedMotion: 'reduce' });

const tabs = (page: Page) => page.getByRole('navigation', { name: 'Views' });
const clients = (page: Page) => page.getByRole('region', { name: 'Files' }).getByRole('row').getByRole('link');

type Views = { saved: { id: string; mine: boolean }[] };
/** Views are a person's: a test leaves none behind. */
test.afterEach(async ({ page }) => {
  for (const { id, mine } of (await ask<Views>(page, 'GET', '/api/views')).saved)
    if (mine) await page.request.delete(`/api/views/${id}`, { headers: { origin: new URL(page.url()).origin } });
});

test('the views that everybody has stand with their counts, and keys 1 to 6 open them', async ({ page }) => {
  await page.goto('/files');
  await expect(tabs(page).getByRole('link', { name: /^Silent over 30 days \d+/ })).toBeVisible();
  for (const [key, name, address] of [
    ['3', 'Silent over 30 days', /concern=silent/],
    ['4', 'Papers missing', /concern=papers_missing/],
    ['5', 'Cover ends within 60 days', /concern=cover_ends/],
    ['6', 'Email not delivered', /concern=email_not_delivered/],
    ['2', 'Mine', /adviser=/],
    ['1', 'All open', /\/files$/],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page).toHaveURL(address);
    await expect(tabs(page).locator('[aria-current=page]')).toContainText(name);
    const shown = await tabs(page).locator('[aria-current=page]').locator('span').textContent();
    await expect(page.getByText(new RegExp(`^${shown} files?$`))).toBeVisible();
  }
});

test('a view is saved with filters, sort and columns, opened by its key, changed, renamed, deleted and back', async ({
  page,
}) => {
  const name = `View${Date.now().toString(36)}`;
  await aFileToCallAbout(page, name);
  await page.goto(`/files?q=${name}&stage=with_cpam&sort=name`);
  await page.getByRole('button', { name: 'Choose columns' }).click();
  await page.getByRole('checkbox', { name: 'Town' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Town' })).toBeVisible();
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('2 69 05 49 588 157 80');
  await expect(page.getByText(/social security number/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Calls of Périgueux');
  await page.keyboard.press('Enter');
  const tab = tabs(page).getByRole('link', { name: /Calls of Périgueux/ });
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await expect(tab).toContainText('1');

  await page.keyboard.press('1');
  await expect(page.getByRole('columnheader', { name: 'Town' })).toHaveCount(0);
  await page.keyboard.press('7');
  await expect(page).toHaveURL(/stage=with_cpam/);
  await expect(page.getByRole('columnheader', { name: 'Town' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Client' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(clients(page)).toHaveCount(1);

  const menu = page.getByRole('button', { name: /^View “/ });
  const choose = async (what: string) => {
    await menu.click();
    await page.getByRole('menuitem', { name: what }).click();
  };
  await page.getByRole('columnheader', { name: 'Client' }).getByRole('button').click();
  await expect(tab).toContainText('changed');
  await choose('Save the changes');
  await expect(tab).not.toContainText('changed');
  await choose('Rename');
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Calls');
  await page.keyboard.press('Enter');
  await expect(tabs(page).getByRole('link', { name: /^Calls/ })).toHaveAttribute('aria-current', 'page');
  await choose('Delete');
  await expect(tabs(page).getByRole('link', { name: /^Calls/ })).toHaveCount(0);
  await page.keyboard.press('z');
  await expect(tabs(page).getByRole('link', { name: /^Calls/ })).toHaveAttribute('aria-current', 'page');
});

test('a shared view is a colleague’s, too, who sees whose it is and leaves it alone', async ({ page, pageOf }) => {
  const shared = `Shared ${Date.now().toString(36)}`;
  await page.goto('/files?stage=submitted');
  for (const [name, share] of [
    [shared, true],
    [`${shared} not`, false],
  ] as const) {
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.getByRole('textbox', { name: 'Name of the view' }).fill(name);
    if (share) await page.getByRole('checkbox', { name: 'Share with the agency' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save this view' }).click();
    await expect(tabs(page).getByRole('link', { name: new RegExp(`^${name} \\d`) })).toBeVisible();
  }
  // The second one moves before the first.
  await page.getByRole('button', { name: /^View “/ }).click();
  await page.getByRole('menuitem', { name: 'Move left' }).click();
  await expect(tabs(page).getByRole('link').nth(7)).toContainText(`${shared} not`);

  const admin = await pageOf('admin');
  await admin.goto('/files');
  const tab = tabs(admin).getByRole('link', { name: new RegExp(`^${shared}`) });
  await expect(tab).toHaveCount(1);
  await tab.click();
  await expect(admin).toHaveURL(/stage=submitted/);
  await admin.getByRole('button', { name: /^View “/ }).click();
  await expect(admin.getByRole('menuitem')).toHaveText(['Delete']);
});

test('views have no fault that axe knows, saved, at their menu and on a phone', async ({ page }) => {
  test.setTimeout(120_000);
  const faults: string[] = [];
  await page.goto('/files?concern=silent&columns=stage,caisse,town,category,language');
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Silent, with their town');
  faults.push(...(await faultsOn(page, 'save a view')));
  await page.keyboard.press('Enter');
  await expect(tabs(page).getByRole('link', { name: /^Silent, with/ })).toBeVisible();
  await page.getByRole('button', { name: /^View “/ }).click();
  faults.push(...(await faultsOn(page, 'a view’s menu')));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Choose columns' }).click();
  faults.push(...(await faultsOn(page, 'columns')));
  await page.keyboard.press('Escape');
  await page.goto('/files?concern=silent,email_not_delivered,cover_ends,papers_missing');
  await expect(page.getByText('No file matches these filters')).toBeVisible();
  faults.push(...(await faultsOn(page, 'nothing found')));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/files');
  await expect(page.getByRole('region', { name: 'Files' }).getByRole('listitem').first()).toBeVisible();
  faults.push(...(await faultsOn(page, 'on a phone')));
  expect(faults).toEqual([]);
});

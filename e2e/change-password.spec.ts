import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { PASSWORD, test } from './signed-in.ts';

// Nobody else's story: the password is another one afterwards.
const EMAIL = 'idriss@demo.test';
const SECOND = 'quatre mots sans rapport';

async function signIn(page: Page, password: string) {
  await page.goto('/sign-in');
  await page.locator('input[type=email]').fill(EMAIL);
  await page.locator('input[type=password]').fill(password);
  await page.locator('input[type=password]').press('Enter');
}

async function change(page: Page, from: string, to: string) {
  await page.getByTitle(/Idriss Lahlou/).click();
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByLabel('Present password').fill(from);
  await page.getByLabel('New password').fill(to);
  await page.getByLabel('New password').press('Enter');
}

test.use({ who: null });

test('a person changes their password, is told what is wrong with one, and stays signed in here alone', async ({
  page,
  browser,
}) => {
  await signIn(page, PASSWORD);
  await expect(page).toHaveURL(/\/today$/);
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, PASSWORD);
  await expect(elsewhere).toHaveURL(/\/today$/);

  await change(page, 'not the present one', 'motdepasse2026');
  await expect(page.getByText('This one is guessed early')).toBeVisible();
  await page.getByLabel('New password').fill(SECOND);
  await page.getByLabel('New password').press('Enter');
  await expect(page.getByText('This is not your present password.')).toBeVisible();
  await page.getByLabel('Present password').fill(PASSWORD);
  await page.getByLabel('Present password').press('Enter');
  await expect(page.getByText('Password changed')).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await signIn(elsewhere, PASSWORD);
  await expect(elsewhere.getByText('do not match')).toBeVisible();
});

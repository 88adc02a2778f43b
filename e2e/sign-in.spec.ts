import { expect, test } from '@playwright/test';

test('the app opens with its sign-in', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByLabel(/password|mot de passe/i)).toBeVisible();
});

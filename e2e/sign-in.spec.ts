import { expect, test } from '@playwright/test';

test('an adviser signs in and sees the day', async ({ page }) => {
  await page.goto('/');
  await page.locator('input[type=email]').fill('adviser@demo.test');
  await page.locator('input[type=password]').fill(process.env.DEMO_PASSWORD ?? '');
  await page.locator('input[type=password]').press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('input[type=password]')).toHaveCount(0);
});

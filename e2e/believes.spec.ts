import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { aFileToCallAbout } from './a-file.ts';
import { ask, test } from './signed-in.ts';

test('from a because, the rule behind it is one click away, with the files it touches', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Believes');
  await page.goto(`/files/${file.id}`);
  const work = page.getByRole('region', { name: 'Timeline and plan' });
  await expect(work).toBeVisible();
  const call = work.getByRole('listitem').filter({ hasText: 'Call 3646' }).first();
  await call.locator('.why').first().click();
  await page.getByRole('link', { name: 'What Suivi believes here' }).click();
  await expect(page.getByRole('heading', { name: 'First call after a month' })).toBeVisible();
  await expect(page.getByText('Days of silence before the first call')).toBeVisible();
  const { count } = await ask<{ count: number }>(page, 'GET', '/api/rules/touched?rule=first_call');
  expect(count).toBeGreaterThan(0);
  await expect(
    page.getByRole('complementary', { name: 'On your files' }).getByText(String(count), { exact: true }),
  ).toBeVisible();
});

test('a rule is found by words, and shows both sides where its sources differ', async ({ page }) => {
  await page.goto('/believes');
  await page.getByRole('searchbox', { name: 'Search rules' }).fill('translation english');
  await page.getByRole('link', { name: 'Translation of a birth certificate' }).click();
  await expect(page).toHaveURL(/#birth_certificate_translation$/);
  await expect(page.getByText('Suivi follows this one').first()).toBeVisible();
  await expect(page.getByText('says otherwise').first()).toBeVisible();
  const { count } = await ask<{ count: number }>(page, 'GET', '/api/rules/touched?rule=birth_certificate_translation');
  expect(count).toBeGreaterThan(0);
  await expect(
    page.getByRole('complementary', { name: 'On your files' }).getByText(String(count), { exact: true }),
  ).toBeVisible();
  await page.goto('/believes#working_days');
  await expect(page.getByText('Not counted')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(() => {
    test.use({ colorScheme, reducedMotion: 'reduce' });

    test(`the page of rules has no fault that axe knows, in ${colorScheme} colours, on a desk and on a phone`, async ({
      page,
    }) => {
      for (const viewport of [
        { width: 1280, height: 800 },
        { width: 390, height: 844 },
      ]) {
        await page.setViewportSize(viewport);
        await page.goto('/believes#two_months_silence');
        await expect(page.getByRole('heading', { name: 'What two months’ silence means' })).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id }) => id)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      }
    });
  });

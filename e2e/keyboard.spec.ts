import { expect } from '@playwright/test';
import { aFileToCallAbout } from './a-file.ts';
import { emailOf, PASSWORD, test } from './signed-in.ts';

test.use({ who: null });

test('from sign-in to a call logged and a file found, without the mouse', async ({ page, pageOf }) => {
  const file = await aFileToCallAbout(await pageOf('adviser'), 'Keyboard');
  const { keyboard } = page;
  await page.goto('/');
  await expect(page.getByLabel('Work email')).toBeFocused();
  await keyboard.type(emailOf('adviser'));
  await keyboard.press('Tab');
  await keyboard.type(PASSWORD);
  await keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Open tasks' })).toBeVisible();

  const call = page.getByRole('listitem').filter({ hasText: file.name }).getByRole('button', { name: 'Call 3646' });
  const tasks = await page.getByRole('region', { name: 'Open tasks' }).getByRole('listitem').count();
  for (let moved = 0; moved < tasks; moved += 1) {
    await keyboard.press('j');
    if (await call.evaluate((button) => button === document.activeElement)) break;
  }
  await expect(call).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.press('2');
  await expect(page.getByText('Then:')).toBeVisible();
  await keyboard.press('Control+Enter');
  await expect(page.getByText(`Call made: ${file.name}`)).toBeVisible();
  await expect(call).toHaveCount(0);
  // The next task has the focus: the round goes on.
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('li') !== null)).toBe(true);

  await keyboard.press('Control+k');
  await expect(
    page
      .getByRole('dialog')
      .getByRole('searchbox')
      .or(page.getByPlaceholder(/Find or do/)),
  ).toBeFocused();
  // Enter comes before the answer: it waits for it.
  await keyboard.type(file.name);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: file.name, level: 1 })).toBeVisible();

  await keyboard.press('e');
  const form = page.getByRole('dialog', { name: /^Record event/ });
  await expect(form).toBeVisible();
  await keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  await keyboard.press('Shift+?');
  const keys = page.getByRole('dialog', { name: 'Keys of this page' });
  await expect(keys).toBeVisible();
  await keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  await keyboard.press('g');
  await keyboard.press('f');
  await expect(page.getByRole('heading', { name: 'Files', level: 1 })).toBeVisible();
});

import { expect } from '@playwright/test';
import { aFileToCallAbout } from './a-file.ts';
import { test } from './signed-in.ts';

test('the palette finds a client, does things for them, and goes to places, by keyboard', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Palette');
  const { keyboard } = page;
  const palette = page.getByRole('dialog').filter({ has: page.getByPlaceholder(/Find or do/) });
  const open = async (words: string) => {
    // One that is still closing would take what is typed.
    await expect(palette).toHaveCount(0);
    await keyboard.press('Control+k');
    await expect(page.getByPlaceholder(/Find or do/)).toBeFocused();
    await keyboard.type(words);
  };
  await page.goto('/today');
  await expect(page.getByRole('region', { name: 'Open tasks' })).toBeVisible();

  // A name alone finds the file, and below it what may be done.
  await open(file.name);
  for (const deed of ['Record an event', 'Log a call', 'Write a note', 'Assign the file'])
    await expect(
      palette
        .getByRole('option', { name: new RegExp(`^${deed} .*${file.name}`) })
        .or(palette.getByRole('button', { name: new RegExp(`^${deed} .*${file.name}`) })),
    ).toBeVisible();
  await expect(palette.getByText('due today')).toBeVisible();
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: file.name, level: 1 })).toBeVisible();

  await open(`note ${file.name}`);
  await keyboard.press('Enter');
  const note = page.getByRole('dialog', { name: /^New note/ });
  await expect(note).toBeVisible();
  await keyboard.press('Escape');
  await expect(note).toHaveCount(0);

  await open(`${file.name} call`);
  await keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: /^Record event/ });
  await expect(form.getByRole('combobox', { name: 'What happened' })).toHaveValue('Call made');
  await expect(form.getByRole('combobox', { name: 'Which task it answers' })).toHaveValue('Call 3646 · today');
  await keyboard.press('Escape');
  await expect(form).toHaveCount(0);

  await open(`assign ${file.name}`);
  await keyboard.press('Enter');
  const advisers = page.getByRole('menu', { name: 'Who follows the file' });
  // Each with how much they have to do.
  await expect(
    advisers.getByRole('menuitem', { name: /Idriss Lahlou.*(late|today|this week|nothing open)/ }),
  ).toBeVisible();
  await advisers.getByRole('menuitem', { name: /Idriss Lahlou/ }).click();
  await expect(page.getByRole('button', { name: 'followed by Idriss Lahlou' })).toBeVisible();
  // The name changes at once; what can be taken back is told when it is saved. A menu that is still closing has the keys.
  await expect(page.getByRole('button', { name: 'Undo' }).first()).toBeVisible();
  await expect(advisers).toHaveCount(0);
  await keyboard.press('z');
  await expect(page.getByRole('button', { name: 'followed by Claire Fontanel' })).toBeVisible();

  await open('absen');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Absences', level: 1 })).toBeVisible();
  await open('round');
  for (const round of [/^Post round, \d+ letter/, /^Call round, \d+ call/, /^Checking round, \d+ check/])
    await expect(palette.getByText(round)).toBeVisible();
});

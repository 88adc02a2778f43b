import { expect } from '@playwright/test';
import { aFileToPost, seen } from './a-file.ts';
import { faultsOn } from './faults.ts';
import { aPicture } from './scans.ts';
import { ask, test } from './signed-in.ts';

// Nothing in motion: half-faded text has no contrast of its own.
test.use({ reducedMotion: 'reduce' });

type Printed = { letters: { template: string; pages: number; sha256: string; printedBy: string }[] };

test('a letter says what it lacks, is changed, and is printed and filed from its client’s file', async ({ page }) => {
  // Each look by axe, in light and dark, takes seconds.
  test.slow();
  const file = await aFileToPost(page, 'Letter');
  const change = async (street: string | null) =>
    ask(page, 'PATCH', `/api/files/${file.id}`, {
      client: { street },
      expectedVersion: (await seen(page, file)).version,
    });
  await change(null);
  await page.goto(`/files/${file.id}`);
  const letters = page.getByRole('region', { name: 'Letters' });
  await expect(letters.getByText('No letter has been printed yet.')).toBeVisible();

  const open = page.getByRole('button', { name: 'Print the letter: Post the file' });
  await open.click();
  const dialog = page.getByRole('dialog', { name: /Post the file/ });
  await expect(dialog.getByText('The client’s street or town is not known')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Print and file' })).toBeDisabled();
  expect(await faultsOn(page, 'a letter that is blocked')).toEqual([]);
  await page.keyboard.press('Escape');

  await change('3 rue Limogeanne');
  await open.click();
  await expect(dialog.getByText('24010 PERIGUEUX CEDEX')).toBeVisible();
  await expect(dialog.getByText('No valid mandate is recorded')).toBeVisible();
  // A change of what goes along would be somebody else's change to whoever is at the words.
  const goesAlong = dialog.getByRole('checkbox').last();
  await expect(goesAlong).toBeEnabled();
  await dialog.getByRole('button', { name: 'Change the wording' }).click();
  await expect(goesAlong).toBeDisabled();
  const subject = dialog.getByLabel('Subject');
  await subject.fill('Objet : son numéro est le 2 94 03 75 120 005 91');
  await expect(dialog.getByRole('button', { name: 'Keep the wording' })).toBeDisabled();
  await subject.fill('Objet : demande d’ouverture de droits, personne salariée');
  expect(await faultsOn(page, 'the wording of a letter')).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Wording changed by hand')).toBeVisible();
  await expect(goesAlong).toBeEnabled();

  const opened = page.waitForEvent('popup');
  await page.keyboard.press('p');
  expect((await opened).url()).toContain('/api/objects/');
  await expect(dialog.getByText('Printed as it stands here, version 1.')).toBeVisible();
  expect(await faultsOn(page, 'a printed letter')).toEqual([]);
  await page.keyboard.press('Escape');

  const row = letters.getByRole('listitem').filter({ hasText: 'First file' });
  await expect(row).toContainText('version 1');
  const [printed] = (await ask<Printed>(page, 'GET', `/api/files/${file.id}/letters`)).letters;
  await expect(row).toContainText(`Hash ${printed?.sha256.slice(0, 12)}`);
});

test('the mandate is recorded as signed, and the letters part fits a phone', async ({ page }) => {
  const file = await aFileToPost(page, 'Mandate');
  await page.goto(`/files/${file.id}`);
  const letters = page.getByRole('region', { name: 'Letters' });
  await expect(letters.getByText('No mandate is recorded.')).toBeVisible();
  expect(await faultsOn(page, 'a file without a mandate')).toEqual([]);
  await letters.getByRole('button', { name: 'Record as signed' }).click();
  await expect(page.getByText('It lasts a year, to')).toBeVisible();
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(letters.getByText('Valid until 20 May 2027')).toBeVisible();

  // Its scan is looked at for a number first, and a part of it can be blacked out.
  const choose = async () => {
    const chooser = page.waitForEvent('filechooser');
    await letters.getByRole('button', { name: /the scan$/ }).click();
    await (await chooser).setFiles(await aPicture(page, 'mandate.jpg', 'Mandat'));
  };
  await choose();
  const dialog = page.getByRole('dialog', { name: 'Scan of the signed mandate' });
  const looked = dialog.getByLabel('No social security number is visible');
  await expect(looked).toBeFocused();
  await expect(dialog.getByRole('button', { name: /^Send/ })).toBeDisabled();
  expect(await faultsOn(page, 'a mandate to look at')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(letters.getByText('no scan is kept')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Emails' }).click();
  await choose();
  expect(await faultsOn(page, 'a mandate to look at, on a phone')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await looked.press(' ');
  await page.keyboard.press('Control+Enter');
  await expect(letters.getByText('a copy goes with each letter')).toBeVisible();
  await expect(letters).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('the proof pack of a file comes as one PDF', async ({ page }) => {
  const file = await aFileToPost(page, 'Pack');
  await page.goto(`/files/${file.id}`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Proof pack' }).click();
  expect((await download).suggestedFilename()).toBe(`${file.reference}.pdf`);
  expect(await (await download).failure()).toBeNull();
});

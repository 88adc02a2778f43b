import { expect } from '@playwright/test';
import { aFileToCallAbout } from './a-file.ts';
import { test } from './signed-in.ts';

test('whoever is away hands their work to a substitute for that time, and takes it back early', async ({
  page,
  pageOf,
}) => {
  const file = await aFileToCallAbout(page, 'Away');
  const lead = await pageOf('lead');
  await page.goto('/absences');
  const mine = page.getByRole('row').filter({ hasText: '(you)' });
  await expect(mine).toContainText('there');
  await page.getByRole('button', { name: 'I will be away' }).click();
  const form = page.getByRole('dialog', { name: 'Your absence' });
  await form.getByRole('button', { name: /Save the absence/ }).click();
  await expect(form.getByText('Enter the last day, or say that nobody knows yet.')).toBeVisible();
  await form.getByLabel('Last day away').fill('19/05/2026');
  await page.keyboard.press('Tab');
  await expect(form.getByText('It ends before it begins.')).toBeVisible();
  await form.getByLabel('Last day away').fill('03/06/2026');
  await page.keyboard.press('Tab');
  await form.getByRole('combobox', { name: 'Who stands in' }).click();
  await page.getByRole('option', { name: /Marianne Kessler/ }).click();
  const effect = form.getByRole('region', { name: 'What this will cause' });
  await expect(effect).toContainText(/\d+ tasks go to Marianne Kessler until Wednesday 3 June/);
  await page.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  await expect(mine).toContainText('Marianne Kessler');
  await expect(mine).toContainText('today to Wed 3 Jun');

  // The substitute sees it in her day, and whose it is.
  await lead.goto('/today');
  await expect(lead.getByText('You stand in for Claire Fontanel (until Wednesday 3 June).')).toBeVisible();
  const row = lead.getByRole('listitem').filter({ hasText: file.name });
  await expect(row).toContainText('For Claire Fontanel, away until Wednesday 3 June');
  await page.goto('/today');
  await expect(page.getByText('You are away until Wednesday 3 June. Marianne Kessler sees your tasks.')).toBeVisible();

  // Wherever somebody is chosen, it shows.
  await row.getByRole('button', { name: 'Call 3646' }).focus();
  await lead.keyboard.press('a');
  await expect(lead.getByRole('menuitem', { name: /Claire Fontanel.*away until Wed 3 Jun/ })).toBeVisible();
  await lead.keyboard.press('Escape');

  // Back early: for the lead, too, who may end anybody's.
  await lead.goto('/absences');
  const claire = lead.getByRole('row').filter({ hasText: 'Claire Fontanel' });
  await claire.getByRole('button', { name: 'Back now: Claire Fontanel' }).click();
  await expect(claire).toContainText('there');
  await lead.goto('/today');
  await expect(lead.getByText(/You stand in for/)).toHaveCount(0);
  await expect(lead.getByRole('listitem').filter({ hasText: file.name })).toHaveCount(0);
});

test('an adviser enters their own absence alone; nobody stands in who is away', async ({ page, pageOf }) => {
  await page.goto('/absences');
  await expect(page.getByRole('row').filter({ hasText: 'Idriss Lahlou' })).toBeVisible();
  await expect(page.getByRole('button', { name: /: Idriss Lahlou$/ })).toHaveCount(0);

  const lead = await pageOf('lead');
  await lead.goto('/absences');
  await lead.getByRole('button', { name: 'Enter an absence: Idriss Lahlou' }).click();
  const form = lead.getByRole('dialog', { name: 'Absence of Idriss Lahlou' });
  await form.getByLabel('Nobody knows yet for how long').check();
  await lead.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  await expect(lead.getByRole('row').filter({ hasText: 'Idriss Lahlou' })).toContainText('until further notice');

  await page.reload();
  await page.getByRole('button', { name: 'I will be away' }).click();
  const mine = page.getByRole('dialog', { name: 'Your absence' });
  await mine.getByLabel('Last day away').fill('29/05/2026');
  await page.keyboard.press('Tab');
  await mine.getByRole('combobox', { name: 'Who stands in' }).click();
  await page.getByRole('option', { name: /Idriss Lahlou.*away/ }).click();
  await expect(mine.getByText('Idriss Lahlou is away in that time.')).toBeVisible();
  await page.keyboard.press('Escape');

  await lead.getByRole('button', { name: 'Back now: Idriss Lahlou' }).click();
  await expect(lead.getByRole('row').filter({ hasText: 'Idriss Lahlou' })).toContainText('there');
  await lead.keyboard.press('z');
  await expect(lead.getByRole('row').filter({ hasText: 'Idriss Lahlou' })).toContainText('until further notice');
  await lead.getByRole('button', { name: 'Back now: Idriss Lahlou' }).click();
  await expect(lead.getByRole('row').filter({ hasText: 'Idriss Lahlou' })).toContainText('there');
});

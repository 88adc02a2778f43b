import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { aFile, happened } from './a-file.ts';
import { emailOf, PASSWORD, test } from './signed-in.ts';

const answer = (page: Page) => page.getByRole('region', { name: 'Estimate' });
const form = (page: Page) => page.getByRole('form', { name: 'The care' });

test('the sources’ own example is reckoned line by line, and again without a declared GP', async ({ page }) => {
  await page.goto('/today');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Guidance' }).click();
  await expect(answer(page).getByRole('heading', { name: 'About €19.00 comes back' })).toBeVisible();
  const back = answer(page).getByRole('table', { name: 'What comes back' });
  await expect(back.getByRole('row').filter({ hasText: '70% of €30.00' })).toContainText('€21.00');
  await expect(back.getByRole('row').filter({ hasText: 'Flat contribution' })).toContainText('−€2.00');
  await expect(back.getByRole('row').filter({ hasText: 'Together' })).toContainText('€19.00');

  await form(page).getByRole('radiogroup', { name: 'A GP is declared' }).getByText('No').click();
  await expect(answer(page).getByRole('heading', { name: 'About €7.00 comes back' })).toBeVisible();
  await expect(answer(page).getByRole('region', { name: 'Where sources differ' })).toContainText('€8.40');
  await back.getByRole('link', { name: 'the rule' }).nth(1).click();
  await expect(page.getByRole('heading', { name: 'Inside and outside the care pathway' })).toBeVisible();
  await expect(page.getByText('In no file’s plan')).toBeVisible();
});

test('a colleague sent the address sees the same, and no server is told of the care', async ({ page, pageOf }) => {
  const told: string[] = [];
  page.on('request', (request) => told.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto('/guidance');
  await form(page).getByRole('combobox', { name: 'Care', exact: true }).click();
  await page.getByRole('option', { name: 'Psychiatrist' }).click();
  const age = form(page).getByRole('textbox', { name: 'Age' });
  await age.fill('');
  await age.pressSequentially('20');
  await form(page).getByRole('radiogroup', { name: 'How the doctor was seen' }).getByText('Directly').click();
  const amount = form(page).getByRole('textbox', { name: 'Amount charged' });
  await expect(amount).toHaveValue('57');
  await amount.fill('70,50');
  await expect(answer(page).getByRole('heading', { name: 'About €37.90 comes back' })).toBeVisible();
  await expect(answer(page).getByRole('row').filter({ hasText: 'Above the tariff' })).toContainText('€13.50');
  expect(told.filter((request) => /psychiatrist|70[,%]/.test(request))).toEqual([]);

  const colleague = await pageOf('lead');
  await colleague.goto(page.url());
  await expect(answer(colleague).getByRole('heading', { name: 'About €37.90 comes back' })).toBeVisible();
  await expect(form(colleague).getByRole('textbox', { name: 'Amount charged' })).toHaveValue('70,50');
});

test('what is wrong is told beside each field, and what no source tells is not guessed', async ({ page }) => {
  await page.goto('/guidance#care=ophthalmologist&age=old&price=dear&on=2026-02-30');
  for (const fault of ['This day does not exist.', 'Write a whole number from 0 to 120.', 'This is no amount in euros'])
    await expect(form(page).getByText(fault)).toBeVisible();
  await expect(form(page).getByText('Copy it from the care form.')).toBeVisible();
  await expect(form(page).getByRole('textbox', { name: 'Age' })).toHaveAttribute('aria-invalid', 'true');
  await expect(answer(page).getByText('Something is missing')).toBeVisible();

  await page.goto('/guidance#on=2016-03-01');
  await expect(answer(page).getByText('Suivi has no figure for a GP visit on 1 March 2016')).toBeVisible();
  await form(page).getByRole('button', { name: 'Start again' }).click();
  await expect(answer(page).getByRole('heading', { name: 'About €19.00 comes back' })).toBeVisible();
});

test('by keyboard: from the palette to a sentence for the client in French', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/today');
  await expect(page.getByRole('region', { name: 'Open tasks' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByPlaceholder(/Find or do/)).toBeFocused();
  await page.keyboard.type('guidance');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Guidance' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(answer(page)).toBeVisible();
  // A dialog that is still closing has the keys.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('p');
  await expect(form(page).getByRole('textbox', { name: 'Amount charged' })).toBeFocused();
  await page.keyboard.type('45');
  await expect(answer(page).getByText('About €26.00 of €45.00 stays with the patient.')).toBeVisible();
  const client = page.getByRole('region', { name: 'For the client' });
  await client.getByText('French').click();
  await client.getByRole('button', { name: 'Copy' }).focus();
  await page.keyboard.press('y');
  await expect(page.getByText('The sentence for the client, in French.')).toBeVisible();
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).replace(/[\u00A0\u202F]/g, ' ');
  expect(copied).toMatch(/^Une estimation : sur 45,00 € pour une consultation chez le généraliste/);
  expect(copied).toContain('rembourse environ 19,00 €');
});

test('from a client’s file it is filled in with what the file knows, and does not say whose file', async ({ page }) => {
  const file = await aFile(page, 'Tariff', [
    { type: 'file_submitted', on: '2026-04-16', method: 'registered_post' },
    { type: 'provisional_number_received', on: '2026-05-11' },
  ]);
  await happened(page, file, [
    { type: 'applicant_changed', on: '2026-05-12', changes: { address: { postcode: '67000', city: 'Strasbourg' } } },
  ]);
  await page.goto(`/files/${file.id}`);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Guidance for this client' }).click();
  await expect(form(page).getByRole('textbox', { name: 'Age' })).toHaveValue('41');
  await expect(form(page).getByRole('checkbox', { name: 'Local scheme of Alsace-Moselle' })).toBeChecked();
  // No GP is declared yet: what the local scheme adds outside the pathway is told by no source.
  await expect(
    answer(page).getByText('Suivi has no figure for the local scheme outside the care pathway'),
  ).toBeVisible();
  const inside = answer(page).getByRole('region', { name: 'With a declared GP, or sent by them' });
  await expect(inside).toContainText('About €25.00 comes back. About €5.00 of €30.00 stays with the patient.');
  await inside.getByRole('button', { name: 'See this sum' }).click();
  await expect(form(page).getByRole('radio', { name: 'Yes' })).toBeChecked();
  await expect(answer(page).getByRole('heading', { name: 'About €25.00 comes back' })).toBeVisible();
  const forms = page.getByRole('region', { name: 'The care form, before the card' });
  await expect(forms.getByText('The waiting number opens refunds')).toBeVisible();
  expect(page.url()).not.toContain(file.id);
});

test.describe('signed out', () => {
  test.use({ who: null });

  test('somebody sent the address signs in first and lands on the same estimate', async ({ page }) => {
    await page.goto('/guidance#gp=no');
    await page.getByLabel('Work email').fill(emailOf('lead'));
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(answer(page).getByRole('heading', { name: 'About €7.00 comes back' })).toBeVisible();
  });
});

test('between a desk and a phone the advice stands below the form, not over it', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 600 });
  await page.goto('/guidance#care=hospital&price=900');
  const last = await form(page).getByRole('button', { name: 'Start again' }).boundingBox();
  const advice = await page.getByRole('region', { name: 'Care forms and children' }).boundingBox();
  expect(last!.y + last!.height).toBeLessThanOrEqual(advice!.y);
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(() => {
    test.use({ colorScheme, reducedMotion: 'reduce' });

    test(`guidance has no fault that axe knows, in ${colorScheme} colours, on a desk and on a phone`, async ({
      page,
    }) => {
      const shown = [
        ['#gp=no&age=18', 'About €7.00 comes back'],
        ['#care=hospital&price=4000&heavy=yes&on=2026-04-10&step=card_delivered', 'About €3,976.00 comes back'],
        ['#care=ophthalmologist&age=x&price=y', 'Something is missing'],
        ['#illness=yes&gp=no', 'Suivi has no figure for this'],
      ] as const;
      for (const viewport of [
        { width: 1280, height: 800 },
        { width: 1024, height: 768 },
        { width: 390, height: 844 },
      ]) {
        await page.setViewportSize(viewport);
        for (const [address, heading] of shown) {
          await page.goto(`/guidance${address}`);
          await expect(answer(page).getByRole('heading', { name: heading })).toBeVisible();
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${address} ${id} ${nodes[0]?.target.join(' ')}`)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
        }
      }
    });
  });

import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { aFileToCallAbout } from './a-file.ts';
import type { FileSeen } from './a-file.ts';
import { ask, PASSWORD, test } from './signed-in.ts';

type View = { present: { version: number; settings: { declareGpAfterDays: number } }; marked: number };
type Trial = { id: string; state: string; baseVersion: number; result: { changed: number; emails: { now: number } } };

const changes = (page: Page) => page.getByRole('complementary', { name: 'Your changes' });
const result = (page: Page) => page.getByRole('region', { name: 'What would happen' });

const setting = (page: Page, name: string) => page.getByRole('textbox', { name });

/** Publishes through the API, as a colleague would meanwhile. */
async function publishAs(page: Page, settings: Record<string, unknown>) {
  const { id } = await ask<Trial>(page, 'POST', '/api/playbook/rehearsals', { settings });
  let trial: Trial | undefined;
  await expect
    .poll(async () => (trial = await ask<Trial>(page, 'GET', `/api/playbook/rehearsals/${id}`)).state)
    .toBe('done');
  if (trial === undefined) throw new Error('There is no trial.');
  const { baseVersion, result: found } = trial;
  const seen = { changed: found.changed, emailsNow: found.emails.now };
  return ask<View>(page, 'POST', '/api/playbook/publish', { rehearsal: id, expectedVersion: baseVersion, seen });
}

test.describe(() => {
  test.use({ who: 'lead' });

  test('a lead changes a setting, sees on the open files what it does, publishes it, and takes it back', async ({
    page,
  }) => {
    const file = await aFileToCallAbout(page, 'Playbook');
    const before = await ask<View>(page, 'GET', '/api/playbook');
    await page.goto('/playbook#firstCallAfterDays');
    const field = setting(page, 'Days of silence before the first call');
    await expect(field).toBeFocused();
    await field.fill('5');
    await expect(field).toHaveAccessibleDescription(/A whole number from 7 to 90\./);
    await expect(changes(page).getByRole('button', { name: /^Try it on all open files/ })).toBeDisabled();
    await field.fill('60');
    await expect(changes(page).getByText('30 days → 60 days')).toBeVisible();
    await page.keyboard.press('Control+Enter');

    await expect(result(page).getByText(/\d+ of \d+ open files? change/)).toBeVisible();
    await expect(result(page).getByRole('row').filter({ hasText: 'Call 3646' })).toBeVisible();
    const sample = result(page)
      .getByRole('listitem')
      .filter({ hasText: /Call 3646: .+ instead of/ });
    await expect(sample.first()).toBeVisible();
    expect((await ask<View>(page, 'GET', '/api/playbook')).present.version).toBe(before.present.version);

    // Into a file, and back: settings and result are as they were.
    await sample.first().getByRole('link').click();
    await expect(page).toHaveURL(/\/files\//);
    await page.goBack();
    await expect(field).toHaveValue('60');
    await expect(result(page)).toBeVisible();

    await result(page)
      .getByRole('button', { name: /^Publish…/ })
      .click();
    const confirm = page.getByRole('dialog');
    await expect(confirm.getByText(/\d+ of \d+ open files? change/)).toBeVisible();
    await confirm.getByRole('button', { name: /^Publish for \d+ files?/ }).click();
    await expect(confirm).toBeHidden();
    await expect(page.getByText(`Version ${before.present.version + 1} is published`)).toBeVisible();
    await expect(field).toHaveValue('60');
    await expect(changes(page).getByText(/being planned anew/)).toBeHidden({ timeout: 30_000 });

    const { tasks } = await ask<FileSeen>(page, 'GET', `/api/files/${file.id}`);
    const call = tasks.find(({ key }) => key === 'call_3646:with_cpam:1');
    expect([call?.state, (call?.dueOn ?? '') > '2026-05-22']).toEqual(['open', true]);
    await page.goto('/believes#first_call');
    await expect(page.getByText('After 60 days without news CPAM is called')).toBeVisible();
    const aside = page.getByRole('complementary', { name: 'On your files' });
    await expect(aside.getByText('60 days')).toBeVisible();
    await aside.getByRole('link', { name: 'Days of silence before the first call' }).click();
    await expect(field).toBeFocused();

    await changes(page)
      .getByRole('button', { name: `Return to version ${before.present.version}` })
      .click();
    await expect(field).toHaveValue('30');
    await changes(page)
      .getByRole('button', { name: /^Try it on all open files/ })
      .click();
    await result(page)
      .getByRole('button', { name: /^Publish…/ })
      .click();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(`Version ${before.present.version + 2} is published`)).toBeVisible();
    await expect(changes(page).getByText(/being planned anew/)).toBeHidden({ timeout: 30_000 });
  });

  test('of two who publish at once the second is told what the first changed, and keeps what was typed', async ({
    page,
    pageOf,
  }) => {
    await page.goto('/playbook#declareGpAfterDays');
    const field = setting(page, 'Days from the number to the declaration of a doctor');
    await expect(field).toBeFocused();
    await field.fill('25');
    await page.keyboard.press('Control+Enter');
    const publish = result(page).getByRole('button', { name: /^Publish…/ });
    await expect(publish).toBeVisible();
    const admin = await pageOf('admin');
    await publishAs(admin, { cardVisitAfterDays: 50 });
    await publish.click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Publish/ })
      .click();
    const told = page.getByRole('alert').filter({ hasText: 'has published other settings' });
    await expect(told).toContainText('Days from the card’s order to a visit: 50 days instead of 45 days.');
    await expect(field).toHaveValue('25');
    await expect(setting(page, 'Days from the card’s order to a visit')).toHaveValue('50');
    await expect(changes(page).getByRole('button', { name: /^Try it again/ })).toBeVisible();
    await publishAs(admin, { cardVisitAfterDays: 45 });
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(() => {
      test.use({ colorScheme, reducedMotion: 'reduce' });

      test(`the page of settings has no fault that axe knows, in ${colorScheme} colours, on a desk and on a phone`, async ({
        page,
      }) => {
        test.slow();
        for (const viewport of [
          { width: 1280, height: 800 },
          { width: 390, height: 844 },
        ]) {
          await page.setViewportSize(viewport);
          await page.goto('/playbook');
          await setting(page, 'Days of silence before a visit to the office').fill('60');
          await setting(page, 'Days of silence before the first call').fill('5');
          await expect(page.getByText('A whole number from 7 to 90.')).toBeVisible();
          const withFault = await new AxeBuilder({ page }).analyze();
          await setting(page, 'Days of silence before the first call').fill('30');
          await page.keyboard.press('Control+Enter');
          await expect(result(page)).toBeVisible();
          const withResult = await new AxeBuilder({ page }).analyze();
          await result(page)
            .getByRole('button', { name: /^Publish…/ })
            .click();
          await expect(page.getByRole('dialog')).toBeVisible();
          const asked = await new AxeBuilder({ page }).analyze();
          const found = [withFault, withResult, asked].flatMap(({ violations }) => violations);
          expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
        }
      });
    });
});

test('an adviser reads the settings, and is told who may change them', async ({ page }) => {
  await page.goto('/playbook');
  await expect(page.getByText('Leads and admins of your agency may change these. Ask one of them.')).toBeVisible();
  const settings = page.getByRole('region', { name: 'Settings', exact: true });
  await expect(settings.getByText('Days of silence before the first call')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Try it/ })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

/** `npm run rehearse` as a person at a terminal would run it, against the Suivi of this test. */
function rehearse(file: string, settings: unknown, who: string) {
  fs.writeFileSync(file, JSON.stringify(settings));
  const script = fileURLToPath(new URL('../scripts/rehearse.mjs', import.meta.url));
  const url = process.env.BASE_URL ?? 'http://localhost:3000';
  const env = { ...process.env, SUIVI_PASSWORD: PASSWORD };
  return new Promise<{ code: number; said: string }>((done) => {
    execFile(process.execPath, [script, file, '--url', url, '--as', who], { env }, (error, out, err) =>
      done({ code: error === null ? 0 : 1, said: `${out}${err}` }),
    );
  });
}

test('the command says the same from a file, refuses what is out of bounds, and whoever may not', async ({
  page,
}, info) => {
  await aFileToCallAbout(page, 'Rehearse');
  const before = await ask<View>(page, 'GET', '/api/playbook');
  const file = info.outputPath('playbook.json');
  const tried = await rehearse(file, { firstCallAfterDays: 60 }, 'lead@demo.test');
  expect(tried.code, tried.said).toBe(0);
  expect(tried.said).toContain('Days of silence before the first call: 60 days instead of 30 days');
  expect(tried.said).toMatch(/\d+ of \d+ open files? changes?\./);
  expect(tried.said).toMatch(/Call 3646: .+ instead of/);
  expect(tried.said).toContain('Nothing was changed.');

  const refused = await rehearse(file, { firstCallAfterDays: 5, visitAfterDays: 'soon', other: 1 }, 'lead@demo.test');
  expect(refused.code).toBe(1);
  expect(refused.said).toContain('firstCallAfterDays: A whole number from 7 to 90.');
  expect(refused.said).toContain('visitAfterDays: A whole number from 14 to 120.');
  expect(refused.said).toContain('other: There is no setting of this name.');
  const adviser = await rehearse(file, {}, 'adviser@demo.test');
  expect([adviser.code, adviser.said]).toEqual([1, expect.stringContaining('for a lead or an admin')]);
  expect(await ask<View>(page, 'GET', '/api/playbook')).toMatchObject({ present: before.present, marked: 0 });
});

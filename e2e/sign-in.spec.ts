import fs from 'node:fs';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { emailOf, PASSWORD, test } from './signed-in.ts';

const openApi = new URL('../packages/contracts/openapi/openapi.json', import.meta.url);

async function signIn(page: Page, email: string, password: string) {
  await page.getByLabel('Work email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test.describe('nobody is signed in', () => {
  test.use({ who: null });

  test('an adviser signs in, lands where the link pointed, and signs out', async ({ page }) => {
    await page.goto('/files?q=washburn');
    await expect(page).toHaveURL(/\/sign-in\?to=/);
    await signIn(page, emailOf('adviser'), PASSWORD);
    await expect(page.getByRole('heading', { name: 'Files', level: 1 })).toBeVisible();
    // An import by another test may have brought a namesake.
    await expect(page.getByRole('link', { name: 'Carol Washburn' }).first()).toBeVisible();

    await page.getByRole('button', { name: 'Claire Fontanel' }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
    expect((await page.request.get('/api/me')).status()).toBe(401);
    await page.goto('/files');
    await expect(page).toHaveURL(/\/sign-in/);
  });

  test('a wrong password and an unknown address get one and the same answer', async ({ page }) => {
    await page.goto('/sign-in');
    for (const email of [emailOf('adviser'), 'nobody@demo.test']) {
      const answer = page.waitForResponse('**/api/auth/sign-in/email');
      await signIn(page, email, 'not-the-password');
      expect((await answer).status()).toBe(401);
      await expect(page.getByRole('alert')).toHaveText('That email and password do not match.');
      await expect(page.getByLabel('Work email')).toHaveValue(email);
    }
  });

  test('the language chosen at the door is the language inside', async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByText('Français').click();
    await expect(page.getByRole('heading', { name: 'Se connecter' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await page.getByLabel('Adresse professionnelle').fill(emailOf('lead'));
    await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(page.getByRole('heading', { name: 'Aujourd’hui', level: 1 })).toBeVisible();

    await page.getByRole('button', { name: 'Marianne Kessler' }).click();
    await page.getByText('English').click();
    await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  });

  test('every route of the API is refused', async ({ request, baseURL }) => {
    const { paths } = JSON.parse(fs.readFileSync(openApi, 'utf8')) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method.toUpperCase(), path.replace(/\{\w+\}/g, crypto.randomUUID())]),
    );
    expect(routes.length).toBeGreaterThan(20);
    for (const [method, path = ''] of routes.filter(([, path]) => path?.startsWith('/api/'))) {
      const answer = await request.fetch(path, { method, headers: { origin: baseURL ?? '' }, maxRedirects: 0 });
      expect(answer.status(), `${method} ${path}`).toBe(401);
    }
    for (const path of ['/admin/queues', '/admin/queues/api/queues'])
      expect((await request.get(path)).status()).toBe(401);
  });
});

test.describe('the operator', () => {
  test.use({ who: 'operator' });

  test('sees the queues and no client', async ({ page }) => {
    await page.goto('/today');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText(['Queues']);
    for (const path of ['/api/files', '/api/work', '/api/members', '/api/demo'])
      expect((await page.request.get(path)).status(), path).toBe(403);

    await page.getByRole('link', { name: 'Queues', exact: true }).click();
    await expect(page).toHaveURL(/\/admin\/queues/);
    await expect(page.getByText('emails').first()).toBeVisible();
    const held = await (await page.request.get('/admin/queues/api/queues')).text();
    expect(held).not.toMatch(/@example\.org|Washburn/);
  });
});

test('an adviser is refused at the queues, and at what is for admins', async ({ page }) => {
  expect((await page.goto('/admin/queues'))?.status()).toBe(403);
  await expect(page.locator('body')).toHaveText('The queues are for the operator of the platform.');
  expect((await page.request.get('/api/automation')).status()).toBe(403);
});

import { expect, test as base } from '@playwright/test';
import type { APIRequestContext, Page } from '@playwright/test';

export const PASSWORD = process.env.DEMO_PASSWORD ?? 'suivi-demo-2026';

/**
 * The demo's sign-ins. `neighbour` is another agency: what moves the day or brings in many files happens there, so that
 * no test changes what another one looks at.
 */
export type Who = 'adviser' | 'lead' | 'admin' | 'operator' | 'neighbour';
export const emailOf = (who: Who) => `${who}@demo.test`;

type Cookies = Awaited<ReturnType<APIRequestContext['storageState']>>;

/** Tests begin signed in as `who`, or as nobody. Each person signs in once a run: the door counts tries. */
export const test = base.extend<{ who: Who | null }, { cookiesOf: Map<Who, Cookies> }>({
  who: ['adviser', { option: true }],
  cookiesOf: [({}, use) => use(new Map()), { scope: 'worker' }],
  storageState: async ({ who, cookiesOf, playwright, baseURL }, use) => {
    if (who !== null && !cookiesOf.has(who)) {
      const request = await playwright.request.newContext({ baseURL });
      const data = { email: emailOf(who), password: PASSWORD };
      const answer = await request.post('/api/auth/sign-in/email', { data, headers: { origin: baseURL ?? '' } });
      expect(answer.ok(), `${who} signs in`).toBe(true);
      cookiesOf.set(who, await request.storageState());
      await request.dispose();
    }
    await use(who === null ? undefined : cookiesOf.get(who));
  },
  /** A screen that throws fails its test, whatever it shows. */
  page: async ({ page }, use) => {
    const thrown: Error[] = [];
    page.on('pageerror', (error) => thrown.push(error));
    await use(page);
    expect(thrown).toEqual([]);
  },
});

/** What the API answers to the person who is signed in on this page. */
export async function ask<T>(page: Page, method: 'GET' | 'POST' | 'PATCH', path: string, data?: unknown): Promise<T> {
  const origin = process.env.BASE_URL ?? 'http://localhost:3000';
  const answer = await page.request.fetch(path, { method, data, headers: { origin } });
  expect(answer.ok(), `${method} ${path}: ${answer.ok() ? '' : await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

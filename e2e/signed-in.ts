import { expect, request, test as base } from '@playwright/test';
import type { APIRequestContext, BrowserContext, Page } from '@playwright/test';

export const PASSWORD = process.env.DEMO_PASSWORD ?? 'suivi-demo-2026';

/** The demo's sign-ins. `neighbour` is another agency: the day moves there, and nowhere else. */
export type Who = 'adviser' | 'lead' | 'admin' | 'operator' | 'neighbour';
export const emailOf = (who: Who) => `${who}@demo.test`;

/** A letter stands in a frame that runs no script: it refuses axe's own, too. */
const LETTERS_SANDBOX = /^Blocked script execution in 'about:srcdoc'/;
/** Bull Board asks for fonts outside; our policy keeps the page in, and it takes the system's. */
const BULL_BOARDS_FONTS = /^Loading the stylesheet 'https:\/\/fonts\.googleapis\.com/;

type Cookies = Awaited<ReturnType<APIRequestContext['storageState']>>;

/** Each person signs in once a run: the door counts tries. */
const cookies = new Map<Who, Cookies>();

async function cookiesOf(who: Who, baseURL = ''): Promise<Cookies> {
  const known = cookies.get(who);
  if (known !== undefined) return known;
  const door = await request.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL } });
  const answer = await door.post('/api/auth/sign-in/email', { data: { email: emailOf(who), password: PASSWORD } });
  expect(answer.ok(), `${who} signs in`).toBe(true);
  const fresh = await door.storageState();
  await door.dispose();
  cookies.set(who, fresh);
  return fresh;
}

/** Tests begin signed in as `who`, or as nobody; `pageOf` opens a second browser for somebody else. */
export const test = base.extend<{ who: Who | null; pageOf: (who: Who) => Promise<Page> }>({
  who: ['adviser', { option: true }],
  storageState: async ({ who, baseURL }, hand) => hand(who === null ? undefined : await cookiesOf(who, baseURL)),
  pageOf: async ({ browser, baseURL }, hand) => {
    const opened: BrowserContext[] = [];
    await hand(async (who) => {
      const context = await browser.newContext({ baseURL, storageState: await cookiesOf(who, baseURL) });
      opened.push(context);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
  /** A screen that throws or breaks the page's own policy fails its test, whatever it shows; a refusal may be meant. */
  page: async ({ page }, hand) => {
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error.stack)));
    page.on('console', (said) => {
      const text = said.text();
      const meant =
        text.startsWith('Failed to load resource') || BULL_BOARDS_FONTS.test(text) || LETTERS_SANDBOX.test(text);
      if (said.type() === 'error' && !meant) wrong.push(text);
    });
    await hand(page);
    expect(wrong).toEqual([]);
  },
});

/** What the API answers to the person who is signed in on this page. */
export async function ask<T>(
  page: Page,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  path: string,
  data?: unknown,
): Promise<T> {
  const origin = process.env.BASE_URL ?? 'http://localhost:3000';
  const answer = await page.request.fetch(path, { method, data, headers: { origin } });
  expect(answer.ok(), `${method} ${path}: ${answer.ok() ? '' : await answer.text()}`).toBe(true);
  return (answer.status() === 204 ? undefined : await answer.json()) as T;
}

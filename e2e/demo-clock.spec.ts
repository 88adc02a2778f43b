import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { aFile, aFileToCallAbout, seen } from './a-file.ts';
import type { AFile } from './a-file.ts';
import { ask, test } from './signed-in.ts';

// The other agency: its day is its own, and the first agency's stands still.
test.use({ who: 'neighbour' });

type Mail = { headers: Record<string, string>; subject: string; text: string; html: string; to: { address: string }[] };

/** What the mail catcher holds for this client. */
async function caught(page: Page, { email }: AFile): Promise<Mail[]> {
  const all = (await (await page.request.get(`${process.env.INBOX_URL}/api/email`)).json()) as Mail[];
  return all.filter(({ to }) => to.some(({ address }) => address === email));
}

test('the day moves by the chip; each email that was promised arrives once, whole, in the client’s language', async ({
  page,
}) => {
  const before = await ask<{ day: string }>(page, 'GET', '/api/demo');
  const files = [
    await aFile(page, 'Wait'),
    await aFile(page, 'Attente', [], { language: 'fr' }),
    await aFileToCallAbout(page, 'Call'),
  ];
  await page.goto('/today');
  await page.getByRole('button', { name: '30 days forward' }).click();
  await expect(page.getByText(/^It is now \w+ \d+ \w+/)).toBeVisible({ timeout: 45_000 });
  const { day } = await ask<{ day: string }>(page, 'GET', '/api/demo');
  expect((Date.parse(day) - Date.parse(before.day)) / 86_400_000).toBe(30);

  for (const file of files) {
    const due = (await seen(page, file)).messages.filter(({ sendOn, state }) => sendOn <= day && state !== 'cancelled');
    expect(due.map(({ key, state }) => [key, state])).toEqual(due.map(({ key }) => [key, 'sent']));
    const mails = await caught(page, file);
    expect(mails.map(({ headers }) => headers['x-suivi-key']).toSorted()).toEqual(due.map(({ key }) => key).toSorted());
    for (const { subject, text, html } of mails)
      for (const part of [subject, text, html.replace(/<style>.*?<\/style>/gs, '')]) {
        expect(part).not.toMatch(/[{}]|undefined|NaN|\[object/);
        expect(part.trim().length).toBeGreaterThan(10);
      }
  }
  const [waiting, attente, call] = files;
  if (!waiting || !attente || !call) throw new Error('three files were opened');
  const english = await caught(page, waiting);
  const french = await caught(page, attente);
  expect(english.length).toBeGreaterThanOrEqual(3);
  expect(french.map(({ headers }) => headers['x-suivi-key'])).toEqual(
    english.map(({ headers }) => headers['x-suivi-key']),
  );
  for (const { html } of english) expect(html).toContain('<html lang="en"');
  for (const { html, text } of french) {
    expect(html).toContain('<html lang="fr"');
    expect(text).toMatch(/Bonjour|dossier/);
  }

  // The follow-up that fell due on the way stands on the day's list.
  const rows = page.getByRole('region', { name: 'Open tasks' }).getByRole('listitem').filter({ hasText: call.name });
  await expect(rows.filter({ hasText: 'Visit the CPAM office' })).toContainText(/days? late/);
});

import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { receiptScan } from '../apps/api/test/receipt-scan.ts';
import { aFile, aFileToCallAbout, happened, seen } from './a-file.ts';
import type { AFile } from './a-file.ts';
import { faultsOn } from './faults.ts';
import { ask, test } from './signed-in.ts';

/** A machine without a telephone answers a tel: link with an error of its own: here it is only counted. */
const countDials = (page: Page) =>
  page.addInitScript(() => {
    const counted = window as unknown as { dials: string[] };
    counted.dials = [];
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="tel:"]') : null;
      if (link === null) return;
      event.preventDefault();
      counted.dials.push(link.getAttribute('href') ?? '');
    });
  });
const dials = (page: Page) => page.evaluate(() => (window as unknown as { dials: string[] }).dials);

const queue = (page: Page) => page.getByRole('navigation', { name: 'Calls of this round' });
const theCall = (page: Page) => page.getByRole('region', { name: 'The call' });
const answer = (page: Page) => page.getByRole('region', { name: 'Outcome' });
const nameOnScreen = (page: Page) => theCall(page).getByRole('heading', { level: 2 }).innerText();

async function openRound(page: Page, taskOf?: AFile) {
  await countDials(page);
  await page.goto('/rounds/calls');
  await expect(theCall(page)).toBeVisible();
  if (taskOf === undefined) return;
  await queue(page).getByRole('button', { name: taskOf.name }).click();
  await expect(theCall(page).getByRole('heading', { name: taskOf.name })).toBeVisible();
}

/** The events of calls that were recorded on a file. */
const callsOn = async (page: Page, file: AFile) =>
  (await seen(page, file)).input.events.filter(({ type }) => type === 'call_made');

test('what was sent is shown with its proof: the scan of the receipt opens beside the call', async ({ page }) => {
  test.setTimeout(120_000);
  const number = '1A00915820595';
  const file = await aFile(page, 'Proof', [
    { type: 'file_submitted', on: '2026-04-10', method: 'registered_post', trackingNumber: number },
  ]);
  const origin = process.env.BASE_URL ?? 'http://localhost:3000';
  const sent = await page.request.post('/api/receipts?name=receipt.pdf&noNumberShown=true', {
    data: await receiptScan([{ bars: number }]),
    headers: { origin, 'content-type': 'application/octet-stream' },
  });
  expect(sent.ok()).toBe(true);
  type Box = { receipts: { id: string; candidates: { sending: { id: string; fileId: string } }[] }[] };
  const { receipts } = await ask<Box>(page, 'GET', '/api/receipts');
  const found = receipts.flatMap(({ id, candidates }) =>
    candidates.flatMap(({ sending }) => (sending.fileId === file.id ? [{ id, sendingId: sending.id }] : [])),
  )[0];
  if (found === undefined) throw new Error(JSON.stringify(receipts));
  const { id, sendingId } = found;
  await ask(page, 'POST', `/api/receipts/${id}/confirm`, { sendingId, deliveredOn: '2026-04-14' });

  await openRound(page, file);
  const opened = page.waitForEvent('popup');
  await theCall(page).getByRole('button', { name: 'receipt', exact: true }).click();
  const scan = await opened;
  await expect(scan.locator('img')).toBeVisible();
  expect(scan.url()).toContain('/api/objects/');
});

test.describe('a round of thirty calls', () => {
  test.setTimeout(240_000);

  test('is made by keyboard alone, with all six outcomes, and says at its end what came of it', async ({ page }) => {
    const files = new Map<string, AFile>();
    // Two caisses, so that the round passes from one to the other.
    for (let n = 0; n < 30; n += 1) {
      const file = await (n % 3 === 0
        ? aFile(
            page,
            'Round',
            [
              { type: 'file_submitted', on: '2026-04-16', method: 'registered_post' },
              { type: 'post_delivered', on: '2026-04-21' },
            ],
            { address: { postcode: '33000', city: 'Bordeaux' } },
          )
        : aFileToCallAbout(page, 'Round'));
      files.set(file.name, file);
    }
    await openRound(page);
    const { keyboard } = page;
    const outcomes = ['in_progress', 'no_answer', 'not_found', 'processed', 'documents_missing', 'call_back_on'];
    const given = new Map<string, string>();
    let others = 0;
    while (given.size < files.size) {
      const name = await nameOnScreen(page);
      const file = files.get(name);
      expect(given.has(name), `${name} comes once`).toBe(false);
      if (file === undefined) {
        // A call of the demo's own: another test may count on it.
        others += 1;
        await keyboard.press('j');
        await expect.poll(() => nameOnScreen(page)).not.toBe(name);
        continue;
      }
      const outcome = outcomes[given.size % outcomes.length] ?? '';
      given.set(name, outcome);
      await keyboard.press(
        String(
          ['no_answer', 'in_progress', 'not_found', 'documents_missing', 'processed', 'call_back_on'].indexOf(outcome) +
            1,
        ),
      );
      if (outcome === 'documents_missing') {
        await keyboard.type('RIB');
        await keyboard.press('Enter');
        await keyboard.press('Control+Enter');
      } else if (outcome === 'call_back_on') {
        await keyboard.type('26/05/2026');
        await keyboard.press('Enter');
      } else await keyboard.press('Enter');
      if (given.size < files.size || others > 0) await expect.poll(() => nameOnScreen(page)).not.toBe(name);
      else await expect(page.getByRole('heading', { name: /calls done/ })).toBeVisible();
    }
    for (const [name, outcome] of given) {
      const file = files.get(name);
      if (file === undefined) throw new Error(`${name} is no file of this test.`);
      const calls = await callsOn(page, file);
      expect(calls, name).toHaveLength(1);
      expect(calls[0], name).toMatchObject({
        outcome,
        about: 'call_3646:with_cpam:1',
        documents: outcome === 'documents_missing' ? ['rib'] : null,
        callBackOn: outcome === 'call_back_on' ? '2026-05-26' : null,
      });
    }
    // They stay in the list, ticked, each with what came of it; and after loading the page anew.
    await page.reload();
    await expect(
      queue(page).getByRole('button', {
        name: /^Test Round.* (in progress|no answer|not found|processed|documents missing|call back on)$/,
      }),
    ).toHaveCount(30);
  });
});

test('the screen of a call has what the agent asks, what was sent, and the questions with their gloss', async ({
  page,
}) => {
  const file = await aFile(page, 'Facts', [
    { type: 'file_submitted', on: '2026-04-16', method: 'registered_post', trackingNumber: '1A00915820380' },
    { type: 'post_delivered', on: '2026-04-21' },
  ]);
  await openRound(page, file);
  const call = theCall(page);
  await expect(call).toContainText('CPAM received the file on 21 April; 30 days without news.');
  await expect(call).toContainText('No mandate is recorded: have the client on the line.');
  await expect(call).toContainText('14/03/1985');
  await expect(call).toContainText('Suivi never holds it');
  await expect(call).toContainText('1A 009 158 2038 0');
  await expect(call).toContainText('Delivered to CPAM de Dordogne');
  await expect(call).toContainText(
    `J’appelle pour ${file.name}, au sujet de sa demande d’ouverture de droits, reçue chez vous le mardi 21 avril.`,
  );
  await expect(call).toContainText('Is the file on record? Since what day?');
  await expect(call).toContainText('+33 1 84 90 36 46');
  await expect(call).toContainText('09 74 75 36 46');
  await expect(answer(page).getByRole('button', { name: /No answer/ })).toContainText('Again Fri 22 May');
  await expect(answer(page).getByRole('button', { name: /In progress/ })).toContainText(
    'visit the CPAM office, Fri 5 Jun',
  );
  await expect(answer(page).getByRole('button', { name: /Not found/ })).toContainText('Send again Fri 22 May');
  await expect(answer(page).getByRole('button', { name: /Documents missing/ })).toContainText(
    'the client is told today',
  );
  await expect(answer(page).getByRole('button', { name: /Processed/ })).toContainText('Mon 1 Jun');

  // With the client on the line, the client speaks.
  await expect(call).not.toContainText('Bonjour, je suis');
  await page.keyboard.press('l');
  await expect(call).toContainText(`Bonjour, je suis ${file.name}. J’autorise Claire Fontanel à parler en mon nom`);
  await expect(call.getByRole('switch', { name: 'Client on the line' })).toBeChecked();
});

test('Space dials and starts the timer, T says that somebody answers, and the note is saved with the outcome', async ({
  page,
}) => {
  const file = await aFileToCallAbout(page, 'Dialled');
  await openRound(page, file);
  const { keyboard } = page;
  await keyboard.press(' ');
  await expect(answer(page).getByText('Waiting')).toBeVisible();
  expect(await dials(page)).toEqual(['tel:3646']);
  await keyboard.press('t');
  await expect(answer(page).getByText('Talking')).toBeVisible();
  await keyboard.press('2');
  await keyboard.press('n');
  await keyboard.type('Registered on 24 April; six weeks at present.');
  await keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: `${file.name}: in progress` })).toBeVisible();
  expect(await callsOn(page, file)).toMatchObject([
    { outcome: 'in_progress', note: 'Registered on 24 April; six weeks at present.' },
  ]);

  // Z takes it back, and the call is to be made again.
  await keyboard.press('z');
  await expect(page.getByText('Undone', { exact: true })).toBeVisible();
  await expect(queue(page).getByRole('button', { name: `${file.name}`, exact: true })).toBeVisible();
});

test('a social security number in the note is refused in the browser, and what was typed stays', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Number');
  await openRound(page, file);
  let sent = 0;
  await page.route('**/api/files/*/events', (route) => {
    sent += 1;
    return route.continue();
  });
  await page.keyboard.press('2');
  await page.keyboard.press('n');
  await page.keyboard.type('Her number is 2 58 03 99 404 123 38');
  await page.keyboard.press('Enter');
  await expect(answer(page).getByText(/social security number/)).toBeVisible();
  expect(sent).toBe(0);
  // Esc leaves the field, and the round only when pressed again; what was typed is there on the way back.
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await queue(page).getByRole('button', { name: file.name }).click();
  await expect(answer(page).getByRole('textbox', { name: 'Note' })).toHaveValue(/Her number/);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/today/);
});

test('an outcome that lacks its day or its documents says what is missing', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Lacking');
  await openRound(page, file);
  await page.keyboard.press('Enter');
  await expect(answer(page).getByRole('alert')).toHaveText('Choose what CPAM said: keys 1 to 6.');
  await page.keyboard.press('6');
  await page.keyboard.press('Enter');
  await expect(answer(page).getByText('Enter the day on which CPAM asked us to call again.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('4');
  await page.keyboard.press('Control+Enter');
  await expect(answer(page).getByText('Choose at least one document.')).toBeVisible();
  expect(await callsOn(page, file)).toEqual([]);
});

test('somebody who was faster is told of, and the call can be saved after theirs', async ({ page, pageOf }) => {
  const file = await aFileToCallAbout(page, 'Stale');
  await openRound(page, file);
  await page.keyboard.press('2');
  await happened(await pageOf('lead'), file, [
    { type: 'document_received', on: '2026-05-21', document: 'rib' } as never,
  ]);
  await page.keyboard.press('Enter');
  await expect(answer(page).getByRole('alert')).toContainText('This file has changed since you opened it.');
  await expect(answer(page).getByRole('button', { name: /In progress/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(async () => {
    await answer(page).getByRole('button', { name: /^Save/ }).click();
    await expect(page.getByRole('status').filter({ hasText: `${file.name}: in progress` })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
  expect(await callsOn(page, file)).toHaveLength(1);
});

/** Whatever other tests have left to call: a day on which nobody is. */
const nobodyToCall = (page: Page) =>
  page.route('**/api/rounds/calls?*', async (route) => {
    const answer = await route.fetch();
    const round = (await answer.json()) as { scopes: object };
    await route.fulfill({ json: { ...round, groups: [], scopes: { mine: 0, team: 0 }, nextDueOn: '2026-05-26' } });
  });

test.describe('with nobody to call', () => {
  test('the round says so, and when the next call is due', async ({ page }) => {
    await nobodyToCall(page);
    await page.goto('/rounds/calls');
    await expect(page.getByRole('heading', { name: 'No call is due today' })).toBeVisible();
    await expect(page.getByText(/Tue(sday)? 26 May/).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/\/today/);
  });
});

test.describe('for readers of the screen and on a phone', () => {
  test.use({ reducedMotion: 'reduce' });
  // Eight looks by axe.
  test.setTimeout(180_000);

  test('the round has no fault that axe knows, in light, in dark and on a phone', async ({ page }) => {
    const file = await aFileToCallAbout(page, 'Seen');
    await openRound(page, file);
    const faults: string[] = [];
    const look = async (what: string) => faults.push(...(await faultsOn(page, what)));
    await expect(answer(page).getByRole('button', { name: /No answer/ })).toContainText('Again');
    await look('call');
    await page.keyboard.press('l');
    await page.keyboard.press('4');
    await expect(answer(page).getByRole('combobox')).toBeFocused();
    // The whole list scrolls by the arrows of its field, which axe does not know of this component.
    await page.keyboard.type('RIB');
    await expect(page.getByRole('option')).toHaveCount(1);
    await look('documents missing');
    await page.keyboard.press('Escape');
    await page.keyboard.press('6');
    await expect(answer(page).getByLabel('Call back on', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: `${file.name}: in progress` })).toBeVisible();
    await queue(page).getByRole('button', { name: file.name }).click();
    await expect(answer(page)).toContainText('This call is made: in progress.');
    await look('a call that is made');
    await page.setViewportSize({ width: 390, height: 844 });
    const other = await aFileToCallAbout(page, 'Seensmall');
    await page.goto('/rounds/calls');
    await expect(theCall(page)).toBeVisible();
    await look('on a phone');
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    expect(other.id).not.toBe('');
    expect(faults).toEqual([]);
  });

  test('an empty round has none either', async ({ page }) => {
    await nobodyToCall(page);
    await page.goto('/rounds/calls');
    await expect(page.getByRole('heading', { name: 'No call is due today' })).toBeVisible();
    expect(await faultsOn(page, 'no calls')).toEqual([]);
  });
});

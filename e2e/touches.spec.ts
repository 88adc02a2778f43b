import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import fs from 'node:fs';
import { receiptScan } from '../apps/api/test/receipt-scan.ts';
import type { Day } from '../packages/rules/src/calendar/days.ts';
import { addDays, daysFrom } from '../packages/rules/src/calendar/days.ts';
import { workingDay } from '../packages/rules/src/calendar/working-days.ts';
import { checkDigits } from '../packages/rules/src/numbers/tracking.ts';
import { plan } from '../packages/rules/src/plan.ts';
import { readFile } from '../packages/rules/src/read-file.ts';
import { seen } from './a-file.ts';
import type { FileSeen } from './a-file.ts';
import { aPdf, dropOn } from './scans.ts';
import { ask, test } from './signed-in.ts';

// The other agency: its day moves, and nobody else works there.
test.use({ who: 'neighbour' });

/** One file's own touches, and those that a round or a list has once for all of its files. */
type Step = { step: string; own: number; shared: number };

/**
 * Counts touches as a person makes them: a click; a key that does what a click would; a field that is filled, with the Enter
 * or Tab that leaves it.
 */
class Touches {
  readonly steps: Step[] = [];
  constructor(private readonly page: Page) {}

  begin(step: string) {
    this.steps.push({ step, own: 0, shared: 0 });
  }
  async press(key: string, whose: 'own' | 'shared' = 'own') {
    this.count(whose);
    await this.page.keyboard.press(key);
  }
  async click(on: Locator, whose: 'own' | 'shared' = 'own') {
    this.count(whose);
    await on.click();
  }
  /** One field, however long what is typed or scanned, and the key that leaves it. */
  async fill(text: string, leave: 'Enter' | 'Tab', whose: 'own' | 'shared' = 'own') {
    this.count(whose);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press(leave);
  }
  private count(whose: 'own' | 'shared') {
    const step = this.steps.at(-1);
    if (step === undefined) throw new Error('No step has begun.');
    step[whose] += 1;
  }
}

const sum = (steps: readonly Step[], whose: 'own' | 'shared') => steps.reduce((all, step) => all + step[whose], 0);

/** The page of docs that says how many touches a file takes. */
const pageOf = (steps: readonly Step[]) => `# Touches

What an adviser needs to bring one client (an employee from Ireland, with all papers as PDF) from intake to the card.
Counted by \`e2e/touches.spec.ts\` in Chromium, on the built apps: \`npm test -- e2e touches\` compares this page with a
fresh count.

A touch is a click, a key that does what a click would (G P is two), or a field that is filled, with the Enter or Tab
that leaves it. Left out are choosing or dropping files, and looking: scrolling through a page.

<!-- prettier-ignore -->
| step | for the file | once for all files of the round or list |
| --- | --- | --- |
${steps.map(({ step, own, shared }) => `| ${step} | ${own} | ${shared} |`).join('\n')}
| **in all** | **${sum(steps, 'own')}** | **${sum(steps, 'shared')}** |

The papers are dropped on the file's line in the list of the import and checked where they are sent. What came is
recorded in rounds, each on a day of its own, for all clients whom the same day brought something. With a key to La
Poste's tracking the receipt needs no touch.
`;

/** So many days, and on to the next on which an adviser is at the desk: other tests may have moved this agency's day. */
async function daysPass(page: Page, days: number) {
  const { day } = await ask<{ day: Day }>(page, 'GET', '/api/demo');
  const ahead = daysFrom(day, workingDay(addDays(day, days), 'metropole'));
  if (ahead === 0) return;
  await ask(page, 'POST', '/api/demo/advance', { days: ahead });
  await expect
    .poll(async () => (await ask<{ advancing: unknown }>(page, 'GET', '/api/demo')).advancing, { timeout: 90_000 })
    .toBeNull();
  await page.reload();
  // A key pressed before the page stands is heard by nobody.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

test('a file comes from intake to its card, and every touch is counted', async ({ page, context }) => {
  test.setTimeout(400_000);
  const touches = new Touches(page);
  const seed = Date.now().toString(36);
  const name = `Orla Touch${seed}`;
  const today = async () => (await ask<{ day: string }>(page, 'GET', '/api/demo')).day;
  const french = (day: string) => day.split('-').toReversed().join('/');

  await page.goto('/today');
  await daysPass(page, 0);
  touches.begin('Import');
  const head =
    'Nom;Prénom;E-mail;Langue;Date de naissance;Pays de naissance;Nationalité;Situation;Arrivée en France;Début d’activité;Adresse;Code postal;Ville';
  const row = `Touch${seed};Orla;orla-${seed}@example.org;en;14/03/1985;IE;IE;salarié;05/01/2026;05/01/2026;8 rue des Tanneurs;24000;Périgueux`;
  await page.goto('/import');
  await page
    .getByLabel('Choose a file')
    .locator('visible=false')
    .setInputFiles({ name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(`${head}\n${row}\n`) });
  await touches.click(page.getByRole('button', { name: /^Check 1 row/ }), 'shared');
  await touches.click(page.getByRole('button', { name: /^Import 1 file/ }), 'shared');
  await expect(page.getByRole('heading', { name: /1 file is in Suivi/ })).toBeVisible();

  touches.begin('Add the papers');
  const line = page.getByRole('region', { name: 'The new files' }).getByRole('listitem').filter({ hasText: name });
  const link = await line.getByRole('link', { name }).getAttribute('href');
  const id = link?.split('/').at(-1) ?? '';
  const file = { id, name, email: '', reference: '' };
  const { tasks } = await seen(page, file);
  const needed = tasks.find(({ key }) => key === 'collect_documents:1')?.payload.documents ?? [];
  expect(needed.length).toBeGreaterThan(3);
  const NAMES: Record<string, string> = {
    application_form: 'S1106.pdf',
    identity: 'passport.pdf',
    birth_certificate: 'birth certificate.pdf',
    rib: 'RIB.pdf',
    proof_of_address: 'proof of address.pdf',
    employment_contract: 'work contract.pdf',
  };
  const papers = needed.map(({ document }) => aPdf(NAMES[document] ?? `${document}.pdf`, document));
  await dropOn(page, line, ...papers);
  const drawer = page.getByRole('dialog', { name: /^Add documents/ });
  await expect(drawer.getByRole('button', { name: `Send ${needed.length} documents` })).toBeVisible();
  await touches.press('Control+Shift+Enter');
  const sent = drawer.getByRole('list', { name: 'Look at what was sent' });
  await expect(sent.getByRole('listitem')).toHaveCount(needed.length, { timeout: 90_000 });

  touches.begin('Check them');
  // Every page comes on screen as a hand on the wheel brings it there, large enough to be read.
  for (const shown of await sent.locator('img').all()) {
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    await sent.hover();
    await expect
      .poll(async () => {
        const place = await shown.boundingBox();
        if (place !== null && place.y > 80) await page.mouse.wheel(0, 160);
        return place !== null && place.y <= 240 && place.width > 400;
      })
      .toBe(true);
  }
  await expect(drawer.getByRole('button', { name: `Verify ${needed.length} documents` })).toBeEnabled();
  await touches.press('Control+Enter');
  await expect(page.getByText(`${needed.length} documents verified: ${name}`)).toBeVisible({ timeout: 60_000 });
  await expect(drawer).toHaveCount(0);
  await expect.poll(async () => (await stageOf(page, id)).stage).toBe('ready_to_submit');

  touches.begin('Post the file');
  await touches.press('g', 'shared');
  await touches.press('p', 'shared');
  const field = page.getByLabel(`Tracking number, ${name}`, { exact: true });
  await expect(field).toBeVisible();
  const opened = context.waitForEvent('page');
  await touches.press('p', 'shared');
  await (await opened).close();
  await expect(page.getByText(/printed at/)).toBeVisible({ timeout: 60_000 });
  const bare = `1A${String(Math.floor(Math.random() * 1e10)).padStart(10, '0')}`;
  const number = `${bare}${checkDigits(`${bare}0`)?.shouldBe ?? ''}`;
  // Other letters of the agency may stand first; the scanner's line is this one's.
  await field.focus();
  await touches.fill(number, 'Enter'); // the scanner's own
  await touches.press('Control+Enter', 'shared');
  await expect(page.getByRole('region', { name: 'What was recorded' })).toContainText(/1 posting recorded/, {
    timeout: 60_000,
  });
  expect((await stageOf(page, id)).stage).toBe('submitted');

  await daysPass(page, 3);
  touches.begin('Its receipt');
  await page.goto('/today');
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await touches.click(page.getByRole('link', { name: 'Receipts' }), 'shared');
  await expect(page.getByRole('heading', { name: 'Receipts', level: 1 })).toBeVisible();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'receipt.pdf', mimeType: 'application/pdf', buffer: await receiptScan([{ bars: number }]) });
  // One look at a scan, however many receipts it holds.
  await expect(page.getByLabel('No social security number is visible')).toBeFocused();
  await touches.press(' ', 'shared');
  await touches.press('Control+Enter', 'shared');
  const receipt = page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: 'letter found' });
  await expect(receipt).toBeVisible({ timeout: 120_000 });
  const dayOfAll = page.getByRole('textbox', { name: 'Delivered on, for all that wait' });
  await dayOfAll.focus();
  await touches.fill(french(await today()), 'Tab', 'shared');
  // Other receipts of the agency may stand first; the one at hand is this one.
  await receipt.locator('p').first().click();
  await expect(receipt.getByRole('textbox', { name: 'Delivered on' })).toHaveValue(french(await today()));
  await touches.press('Enter');
  await expect(page.getByText(`Receipt confirmed: ${name}`)).toBeVisible();

  await daysPass(page, 31);
  touches.begin('Call 3646');
  await touches.press('g', 'shared');
  await touches.press('c', 'shared');
  const call = page.getByRole('region', { name: 'The call' });
  await expect(call).toBeVisible();
  if (!(await call.getByRole('heading', { name }).isVisible()))
    await page.getByRole('navigation', { name: 'Calls of this round' }).getByRole('button', { name }).click();
  await expect(call.getByRole('heading', { name })).toBeVisible();
  await touches.press('2');
  await touches.press('Enter');
  await expect.poll(async () => (await stageOf(page, id)).calls).toBe(1);

  for (const [step, key, stage] of [
    ['The provisional number has come', '1', 'rights_open'],
    ['The social security number has come', '2', 'number_issued'],
    ['The card is ordered', '5', 'card_ordered'],
    ['The card has come', '6', 'card_delivered'],
  ] as const) {
    await daysPass(page, 3);
    touches.begin(step);
    await page.goto('/today');
    await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
    await touches.press('g', 'shared');
    await touches.press('r', 'shared');
    await expect(page.getByRole('heading', { name: 'What came', level: 1 })).toBeVisible();
    await touches.press(key, 'shared');
    await expect(page.getByRole('combobox', { name: 'For whom' })).toBeFocused();
    await touches.fill(name, 'Enter');
    await expect(page.getByRole('table', { name: 'What came, and for whom' })).toContainText(name);
    await touches.press('Control+Enter', 'shared');
    await expect(page.getByRole('region', { name: 'What was recorded' })).toContainText('1 arrival recorded');
    await expect.poll(async () => (await stageOf(page, id)).stage).toBe(stage);
  }

  const counted = pageOf(touches.steps);
  const kept = new URL('../docs/touches.md', import.meta.url);
  if (process.env.WRITE_TOUCHES === '1') fs.writeFileSync(kept, counted);
  expect(fs.readFileSync(kept, 'utf8')).toBe(counted);
});

/** The file's stage by its plan, and how many calls were made. */
async function stageOf(page: Page, id: string): Promise<{ stage: string; calls: number }> {
  const { input } = await ask<FileSeen>(page, 'GET', `/api/files/${id}`);
  const { today } = await ask<{ today: Day }>(page, 'GET', '/api/me');
  const read = readFile(input);
  if (!read.ok) throw new Error('The file cannot be read.');
  return { stage: plan(read.file, today).stage, calls: input.events.filter(({ type }) => type === 'call_made').length };
}

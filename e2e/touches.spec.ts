import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import fs from 'node:fs';
import { receiptScan } from '../apps/api/test/receipt-scan.ts';
import type { Day } from '../packages/rules/src/calendar/days.ts';
import { checkDigits } from '../packages/rules/src/numbers/tracking.ts';
import { plan } from '../packages/rules/src/plan.ts';
import { readFile } from '../packages/rules/src/read-file.ts';
import { seen } from './a-file.ts';
import type { FileSeen } from './a-file.ts';
import { aPdf } from './scans.ts';
import { ask, test } from './signed-in.ts';

// The other agency: its day moves, and nobody else works there.
test.use({ who: 'neighbour' });

/** One file's own touches, and those that a round or a list has once for all of its files. */
type Step = { step: string; own: number; shared: number };

/** Counts each click, each key and each filled field, as a person makes them. */
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
  /** One field, however long what is typed or scanned. */
  async type(text: string) {
    this.count('own');
    await this.page.keyboard.type(text);
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

Each click, each key and each filled field that an adviser needs to bring one client (an employee from Ireland, with all
papers as PDF) from intake to the card. Choosing or dropping files is left out. Counted by \`e2e/touches.spec.ts\` in
Chromium, on the built apps: \`npm test -- e2e touches\` compares this page with a fresh count.

<!-- prettier-ignore -->
| step | for the file | once for all files of the round or list |
| --- | --- | --- |
${steps.map(({ step, own, shared }) => `| ${step} | ${own} | ${shared} |`).join('\n')}
| **in all** | **${sum(steps, 'own')}** | **${sum(steps, 'shared')}** |

Reports of the client ("my rights are open") will take the place of what is recorded by hand when the client's page is
there; with a key to La Poste's tracking the receipt needs no touch.
`;

async function daysPass(page: Page, days: number) {
  await ask(page, 'POST', '/api/demo/advance', { days });
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
  await touches.press('Control+k');
  await expect(page.getByPlaceholder(/Find or do/)).toBeFocused();
  await touches.type(name);
  await expect(page.getByRole('button', { name: new RegExp(`^${name}`) })).toBeVisible();
  await touches.press('Enter');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
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
  await touches.click(page.getByRole('button', { name: 'Add documents' }));
  const drawer = page.getByRole('dialog', { name: /^Add documents/ });
  await drawer
    .locator('input[type=file][multiple]')
    .setInputFiles(needed.map(({ document }) => aPdf(NAMES[document] ?? `${document}.pdf`, document)));
  await expect(drawer.getByRole('button', { name: new RegExp(`Send ${needed.length} documents`) })).toBeVisible();
  await touches.press('Control+Enter');
  await expect(drawer.getByRole('status').filter({ hasText: 'received' })).toHaveCount(needed.length, {
    timeout: 60_000,
  });
  await touches.press('Escape');

  touches.begin('Check them');
  await touches.press('g', 'shared');
  await touches.press('v', 'shared');
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict.getByRole('heading', { level: 2 })).toBeVisible();
  for (const _ of needed) {
    const which = await verdict.getByRole('heading', { level: 2 }).innerText();
    const shown = page.getByRole('region', { name: 'Document', exact: true }).locator('img');
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    await touches.press('v');
    await expect(page.getByText(`Verified: ${which}, ${name}`)).toBeVisible();
  }
  await expect.poll(async () => (await stageOf(page, id)).stage).toBe('ready_to_submit');

  touches.begin('Post the file');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
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
  await touches.type(number);
  await page.keyboard.press('Enter'); // the scanner's own
  await touches.press('Control+Enter', 'shared');
  await expect(page.getByRole('region', { name: 'What was recorded' })).toContainText(/1 posting recorded/, {
    timeout: 60_000,
  });
  expect((await stageOf(page, id)).stage).toBe('submitted');

  await daysPass(page, 3);
  touches.begin('Its receipt');
  await page.goto('/receipts');
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
  await receipt.getByRole('textbox', { name: 'Delivered on' }).focus();
  await page.keyboard.press('Control+a');
  await touches.type(french(await today()));
  await touches.press('Control+Enter');
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

  await daysPass(page, 5);
  for (const [step, event, stage] of [
    ['The provisional number has come', 'provisional', 'rights_open'],
    ['The social security number has come', 'number received', 'number_issued'],
    ['The card is ordered', 'card ordered', 'card_ordered'],
    ['The card has come', 'card received', 'card_delivered'],
  ] as const) {
    touches.begin(step);
    await page.goto('/today');
    await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
    await touches.press('Control+k');
    await expect(page.getByPlaceholder(/Find or do/)).toBeFocused();
    await touches.type(`${event} ${name}`);
    await touches.press('Enter');
    await expect(page.getByRole('dialog', { name: /^Record event/ })).toBeVisible();
    await touches.press('Control+Enter');
    await expect(page.getByRole('dialog', { name: /^Record event/ })).toHaveCount(0);
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

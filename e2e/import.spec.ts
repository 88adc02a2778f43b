import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import fs from 'node:fs';
import pg from 'pg';
import { test } from './signed-in.ts';

// The lead's: what comes in is theirs, and nobody else's day fills with it.
test.use({ who: 'lead' });

const clients = fs.readFileSync(new URL('../apps/api/test/clients.csv', import.meta.url));

async function choose(page: Page, name: string, content: Buffer) {
  await page.goto('/import');
  await page
    .getByLabel('Choose a file')
    .locator('visible=false')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: content });
  await expect(page.getByRole('region', { name: 'Columns of your file' })).toBeVisible();
}

test('a spreadsheet comes in as it is, and a second time creates nothing', async ({ page }) => {
  await choose(page, 'clients.csv', clients);
  const columns = page.getByRole('region', { name: 'Columns of your file' });
  await expect(columns.getByLabel('Nom in Suivi', { exact: true })).toHaveValue('last_name');
  await expect(columns.getByLabel('AR reçu le in Suivi')).toHaveValue('event_post_delivered');
  await expect(columns.getByRole('row').filter({ hasText: 'N° provisoire le' })).toContainText('please confirm');
  await expect(page.getByText('Windows-1252').or(page.getByText('UTF-8'))).toBeVisible();
  await expect(page.getByLabel('Category of “retraité visiteur”')).toHaveValue('resident');

  await page.getByRole('button', { name: /^Check 60 rows/ }).click();
  const rows = page.getByRole('region', { name: 'Rows' });
  await expect(rows.getByRole('heading', { name: '37 good rows' })).toBeVisible();
  await expect(rows.getByText('23 faulty')).toBeVisible();
  const faulty = rows.getByRole('textbox', { name: 'N° provisoire le, line 5', exact: true });
  await expect(faulty).toHaveValue('10/08/2026');
  await expect(faulty).toHaveAccessibleDescription(/10\/08\/2026 lies ahead \(today is 21\/05\/2026\)/);

  await faulty.fill('20/05/2026');
  await faulty.press('Enter');
  await expect(rows.getByRole('heading', { name: '38 good rows' })).toBeVisible();
  await expect(faulty).toHaveCount(0);
  await expect(page.getByText('No email for anything before today.')).toBeVisible();
  await page.getByRole('button', { name: /^Import 38 files/ }).click();
  await expect(page.getByRole('heading', { name: '38 files are in Suivi' })).toBeVisible();
  await expect(page.getByText('22 faulty rows were left out.')).toBeVisible();

  await page.getByRole('link', { name: 'Go to Files' }).click();
  await page.getByRole('searchbox', { name: 'Search files' }).fill('2026-004');
  const row = page.getByRole('row').filter({ hasText: 'Nigel Ap Rhys' });
  await expect(row).toContainText('Rights open');

  await choose(page, 'clients.csv', clients);
  await page.getByRole('button', { name: /^Check 60 rows/ }).click();
  await expect(page.getByText('already in Suivi, unchanged')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Rows' }).getByText(/^37 already/)).toBeVisible();
});

test('a social security number in a cell is named, hidden, and kept nowhere', async ({ page }) => {
  const body = '1850724037123'; // invented; its key is computed here, so that no whole number stands in this file
  const digits = `${body}${String(97 - Number(BigInt(body) % 97n)).padStart(2, '0')}`;
  const spaced = digits.replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7');
  const answers: string[] = [];
  page.on('response', (answer) => {
    if (answer.url().includes('/api/'))
      void answer.text().then(
        (text) => answers.push(text),
        () => undefined,
      );
  });
  const heading =
    'Réf;Nom;Prénom;Téléphone;Situation;Nationalité;Date de naissance;Code postal;Ville;N° de sécurité sociale';
  const rows = [
    `NIR-1;Sealed;Ann;${spaced};salarié;IE;02/03/1980;24000;Périgueux;`,
    `NIR-2;Sealed;Bob;06 00 00 00 01;salarié;IE;02/03/1980;24000;Périgueux;${digits}`,
  ];
  await choose(page, 'numbers.csv', Buffer.from([heading, ...rows].join('\r\n')));
  const column = page.getByRole('row').filter({ hasText: 'N° de sécurité sociale' });
  await expect(column).toContainText('1 social security number left out');
  await expect(column.getByRole('combobox')).toHaveValue('ignore');

  await page.getByRole('button', { name: /^Check 2 rows/ }).click();
  const cell = page.getByRole('textbox', { name: 'Téléphone, line 2', exact: true });
  await expect(cell).toHaveAccessibleDescription(/A social security number\. Suivi never takes one/);
  await expect(cell).toHaveValue('');
  await expect(cell).toHaveAttribute('placeholder', /^[• ]+$/);
  await page.getByRole('button', { name: /^Import 1 file/ }).click();
  await expect(page.getByRole('heading', { name: '1 file is in Suivi' })).toBeVisible();

  expect(answers.length).toBeGreaterThan(3);
  const stored = await everythingStored();
  expect(stored).toContain('NIR-2');
  for (const kept of [digits, body, spaced, Buffer.from(digits).toString('hex'), Buffer.from(spaced).toString('hex')]) {
    expect(answers.filter((answer) => answer.includes(kept))).toEqual([]);
    expect(stored.includes(kept), 'in the database').toBe(false);
    expect((await page.content()).includes(kept), 'on the page').toBe(false);
  }
});

/** Each row of each table, of the application's database and of its queues, as text. */
async function everythingStored(): Promise<string> {
  const dumped: string[] = [];
  for (const url of [process.env.OWNER_DATABASE_URL, process.env.QUEUE_URL]) {
    if (!url?.startsWith('postgres')) continue;
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      dumped.push(...rows.map(({ row }) => row));
    }
    await client.end();
  }
  return dumped.join('\n');
}

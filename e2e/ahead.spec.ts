import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { aFileToCallAbout, aFileToWaitFor, happened, seen } from './a-file.ts';
import type { AFile } from './a-file.ts';
import { ask, test } from './signed-in.ts';

type Row = { key: string; state: string; planned: boolean; on: string; file: { id: string } };

const list = (page: Page) => page.getByRole('region', { name: 'What will fall due' });
const rowsOf = (page: Page, { name }: AFile) => list(page).getByRole('listitem').filter({ hasText: name });

/** Scrolls until the list has been read to its end. */
async function toTheEnd(page: Page) {
  await expect(list(page)).toBeVisible();
  await expect(async () => {
    await list(page).evaluate((box) => box.scrollTo({ top: box.scrollHeight }));
    await expect(page.getByText(/^This is all until/)).toBeVisible({ timeout: 500 });
  }).toPass();
}

/** What the list says of an email of a file. */
async function emailOf(page: Page, file: AFile, key: string): Promise<Row | undefined> {
  for (let after: string | null = ''; after !== null;) {
    const query: string = after === '' ? '' : `&after=${after}`;
    const page_: { rows: Row[]; next: string | null } = await ask(page, 'GET', `/api/ahead?what=email${query}`);
    const found = page_.rows.find((row) => row.file.id === file.id && row.key === key);
    if (found !== undefined) return found;
    after = page_.next;
  }
  return undefined;
}

test('what will fall due is read by day, an email with its text, and held by one key that Z takes back', async ({
  page,
}) => {
  const file = await aFileToCallAbout(page, 'Ahead');
  await page.goto('/ahead');
  await toTheEnd(page);
  await expect(list(page).getByRole('heading', { name: 'Mon 22 Jun' })).toBeVisible();
  const chase = rowsOf(page, file).filter({ has: page.getByRole('link', { name: 'Formal request' }) });
  await expect(chase).toContainText('2 months of silence');
  const email = rowsOf(page, file).filter({ hasText: 'Still waiting no. 2' });
  await email.getByRole('button', { name: 'Email “Still waiting no. 2”', exact: true }).focus();

  await page.keyboard.press('Enter');
  const letter = page.getByRole('dialog');
  await expect(letter).toContainText('As it will leave on Monday 22 June, if nothing happens until then');
  await expect(letter).toContainText(`To ${file.email}`);
  await expect(letter.locator('iframe')).toHaveAttribute('srcdoc', /Hello Test/);
  await expect(letter).toContainText('Held, it waits until somebody releases it; no task and no deadline moves.');
  await page.keyboard.press('Escape');
  await expect(letter).toHaveCount(0);

  await email.getByRole('button', { name: 'Email “Still waiting no. 2”', exact: true }).focus();
  await page.keyboard.press('h');
  await expect(page.getByRole('status').filter({ hasText: 'Held: “Still waiting no. 2”' })).toContainText(
    `${file.name} does not get it on Monday 22 June unless it is released.`,
  );
  await expect(email).toContainText('held by Claire Fontanel');
  const state = async () => (await seen(page, file)).messages.find(({ key }) => key === 'email:still_waiting:2')?.state;
  expect(await state()).toBe('held');

  await page.keyboard.press('z');
  await expect(page.getByText('Undone', { exact: true })).toBeVisible();
  await expect(email).not.toContainText('held by');
  expect(await state()).toBe('planned');
});

test('an email that is only foreseen is read, held ahead, and released after its effect was said', async ({ page }) => {
  const file = await aFileToWaitFor(page, 'Foreseen');
  await page.goto('/ahead?what=email&kind=documents_reminder');
  await toTheEnd(page);
  const email = rowsOf(page, file).filter({ hasText: 'if nothing happens' }).first();
  const name = (await email.getByRole('button', { name: /^Email/ }).textContent()) ?? '';
  await email.getByRole('button', { name: /^Email/ }).click();
  const letter = page.getByRole('dialog');
  await expect(letter).toContainText('It is not planned yet');
  await expect(letter.locator('iframe')).toHaveAttribute('srcdoc', /three months/i);
  await letter.getByRole('button', { name: 'Hold' }).click();
  await expect(letter).toHaveCount(0);
  await expect(email).toContainText('held by Claire Fontanel');

  await page.goto(`/files/${file.id}`);
  const axis = page.getByRole('region', { name: 'Timeline and plan' });
  const entry = axis.getByRole('listitem').filter({ hasText: name });
  await expect(entry).toContainText('held by Claire Fontanel');
  await entry.hover();
  await entry.getByRole('button', { name: /^Release the email/ }).click();
  await expect(letter).toContainText('if nothing happens until then. Whoever held it may release it, or a lead.');
  await letter.getByRole('button', { name: 'Release' }).click();
  await expect(letter).toHaveCount(0);
  await expect(entry).not.toContainText('held by');
  const { messages } = await seen(page, file);
  expect(messages.some(({ key, state }) => key === 'email:documents_reminder:3' && state !== 'cancelled')).toBe(false);
  expect(await emailOf(page, file, 'email:documents_reminder:3')).toMatchObject({ planned: false, state: 'planned' });
});

test('the axis tells what is not planned yet, and what of the plan will not come', async ({ page }) => {
  const file = await aFileToWaitFor(page, 'Axis');
  await page.goto(`/files/${file.id}`);
  const axis = page.getByRole('region', { name: 'Timeline and plan' });
  const collect = axis.getByRole('listitem').filter({ hasText: 'Collect documents' });
  await expect(collect).toContainText('if nothing happens');
  await expect(collect).toContainText('Mon 29 Jun');
  await expect(axis.getByRole('listitem').filter({ hasText: 'Post the file' })).toContainText(
    'If nothing happens, it falls away on Sunday 28 June.',
  );
  await collect.locator('.why').first().click();
  await expect(page.getByText('Not in the plan yet: it will be by then, if nothing happens.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'What Suivi believes here' })).toBeVisible();
  await page.keyboard.press('Escape');

  const email = axis.getByRole('listitem').filter({ hasText: 'Email “' }).filter({ hasText: 'if nothing happens' });
  await email.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('It is not planned yet');
  await page.keyboard.press('Escape');
  await expect(email.first()).toBeFocused();
  await page.keyboard.press('h');
  await expect(email.first()).toContainText('held by Claire Fontanel');
  await page.keyboard.press('z');
  await expect(email.first()).not.toContainText('held by');
});

test('J and K move, and whose, what, kind and caisse stand in the address bar', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Filtered');
  await page.goto('/ahead');
  await expect(list(page).getByRole('listitem').first()).toBeVisible();
  const focused = () => page.evaluate(() => document.activeElement?.closest('li')?.id ?? null);
  const ids = await list(page)
    .getByRole('listitem')
    .evaluateAll((rows) => rows.slice(0, 3).map(({ id }) => id));
  for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
  await expect.poll(focused).toBe(ids[1]);

  await page.getByRole('radiogroup', { name: 'Whose files' }).getByText('Team').click();
  await page
    .getByRole('group', { name: 'What falls due' })
    .getByRole('button', { name: /^Tasks/ })
    .click();
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Visit the CPAM office' }).click();
  await page.getByRole('combobox', { name: 'Caisse' }).fill('Dordogne');
  await page.getByRole('option', { name: 'CPAM de Dordogne' }).click();
  await expect(page).toHaveURL(/of=team&what=task&kind=office_visit&caisse=CPAM/);
  await expect(rowsOf(page, file)).toHaveCount(1);
  await page.reload();
  await expect(rowsOf(page, file)).toHaveCount(1);
  await expect(list(page).getByText('Call 3646')).toHaveCount(0);
  await rowsOf(page, file).getByRole('link', { name: 'Visit the CPAM office' }).focus();
  await page.keyboard.press('o');
  await expect(page).toHaveURL(`/files/${file.id}`);
});

test('on a phone a kind and a caisse are chosen on a sheet of their own', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const file = await aFileToCallAbout(page, 'Phone');
  await page.goto('/ahead');
  await page.getByRole('button', { name: 'Filter' }).click();
  const filter = page.getByRole('dialog', { name: 'Filter' });
  await filter.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Visit the CPAM office' }).click();
  await filter.getByRole('combobox', { name: 'Caisse' }).fill('Dordogne');
  await page.getByRole('option', { name: 'CPAM de Dordogne' }).click();
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}, ${nodes[0]?.target.join(' ')}`)).toEqual([]);
  await filter.getByRole('button', { name: 'Show the list' }).click();
  await expect(filter).toHaveCount(0);
  await expect(page).toHaveURL(/what=task&kind=office_visit&caisse=CPAM/);
  await expect(rowsOf(page, file)).toHaveCount(1);
  await expect(list(page).getByText('Call 3646')).toHaveCount(0);
  await page.getByRole('button', { name: 'Filter 2' }).click();
  await filter.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(page).toHaveURL(/what=task$/);
  await page.keyboard.press('Escape');
  await expect(rowsOf(page, file).filter({ hasText: 'Call 3646' })).toHaveCount(1);
});

test('an email that leaves between the list and the click says so, and leads to its file', async ({ page }) => {
  test.slow();
  const file = await aFileToCallAbout(page, 'Left');
  await happened(page, file, [{ type: 'documents_requested', on: '2026-05-21', documents: ['rib'] }]);
  const key = 'email:documents_requested:1';
  await ask(page, 'POST', `/api/files/${file.id}/emails/${key}/hold`);
  await page.goto('/ahead?what=email');
  const email = rowsOf(page, file).filter({ hasText: 'CPAM asks for documents' });
  await expect(email).toContainText('held by Claire Fontanel');
  // A colleague releases it, and it leaves while the list stands open.
  await ask(page, 'POST', `/api/files/${file.id}/emails/${key}/release`);
  const state = async () => (await seen(page, file)).messages.find((message) => message.key === key)?.state;
  await expect.poll(state, { timeout: 60_000 }).toBe('sent');
  await email.getByRole('button', { name: /^Email/ }).click();
  const letter = page.getByRole('dialog');
  await expect(letter).toContainText('This email is no longer ahead');
  await expect(letter).toContainText('This email has left, or is leaving');
  await expect(page.getByText('There is no such file here')).toHaveCount(0);
  await letter.getByRole('link', { name: 'Open file' }).click();
  await expect(page).toHaveURL(`/files/${file.id}`);
});

test('an email that is planned no more says so to whoever reads or holds it in a list of before', async ({ page }) => {
  const file = await aFileToCallAbout(page, 'Gone');
  await page.goto('/ahead?what=email&kind=still_waiting');
  await toTheEnd(page);
  const email = rowsOf(page, file).filter({ hasText: 'Still waiting no. 2' });
  await expect(email).toHaveCount(1);
  await happened(page, file, [{ type: 'withdrawn', on: '2026-05-21' }]);
  await email.getByRole('button', { name: 'Email “Still waiting no. 2”', exact: true }).click();
  const letter = page.getByRole('dialog');
  await expect(letter).toContainText('This email is no longer ahead');
  await expect(letter).toContainText('not planned any more');
  await expect(page.getByText('There is no such file here')).toHaveCount(0);
  // What is behind is read anew.
  await page.keyboard.press('Escape');
  await expect(rowsOf(page, file)).toHaveCount(0);

  const other = await aFileToCallAbout(page, 'Gone');
  await page.reload();
  await toTheEnd(page);
  const held = rowsOf(page, other).filter({ hasText: 'Still waiting no. 2' });
  await expect(held).toHaveCount(1);
  await happened(page, other, [{ type: 'withdrawn', on: '2026-05-21' }]);
  await held.getByRole('button', { name: 'Email “Still waiting no. 2”', exact: true }).focus();
  await page.keyboard.press('h');
  await expect(page.getByRole('alert').filter({ hasText: 'The email was not held' })).toContainText(
    'This email is not planned any more',
  );
  await expect(rowsOf(page, other)).toHaveCount(0);
});

test('of an email that a person holds, what voids the closing of its file says that it will be held', async ({
  page,
}) => {
  const file = await aFileToCallAbout(page, 'Held');
  const key = 'email:still_waiting:2';
  await ask(page, 'POST', `/api/files/${file.id}/emails/${key}/hold`);
  await happened(page, file, [{ type: 'withdrawn', on: '2026-05-21' }]);
  await page.goto(`/files/${file.id}`);
  const axis = page.getByRole('region', { name: 'Timeline and plan' });
  const closed = axis
    .getByRole('listitem')
    .filter({ hasText: /withdrawn|Withdrawn|closed|Closed/ })
    .first();
  await closed.hover();
  await closed.getByRole('button').last().click();
  await page.getByRole('menuitem').first().click();
  await expect(page.getByRole('dialog')).toContainText('1 email is planned, but held');
  await page.getByRole('button', { name: 'Void this event' }).click();
  await expect
    .poll(async () => (await seen(page, file)).messages.find((message) => message.key === key)?.state)
    .toBe('held');
});

test('what cannot be answered says so and is asked again; nothing found says what to do', async ({ page }) => {
  await page.route('**/api/ahead*', (route) => route.fulfill({ status: 500, json: {} }));
  await page.goto('/ahead');
  await expect(page.getByText('This part could not be loaded')).toBeVisible({ timeout: 20_000 });
  await page.unroute('**/api/ahead*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(list(page)).toBeVisible();
  await page.goto('/ahead?what=deadline&kind=court');
  await expect(page.getByText('Nothing falls due in 90 days')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(list(page)).toBeVisible();
});

test('the list is reached by keys, and reads on beyond its first fifty', async ({ page }) => {
  await page.goto('/today');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page).toHaveURL('/ahead');
  await expect(list(page)).toBeVisible();
  await page.goto('/ahead?of=team');
  await toTheEnd(page);
  expect(await list(page).getByRole('listitem').count()).toBeGreaterThan(100);
});

test.describe('in French', () => {
  test.use({ who: 'admin' });

  test('the days, the reasons and what holding does are French', async ({ page }) => {
    await ask(page, 'PATCH', '/api/me', { language: 'fr' });
    await page.goto('/ahead?of=team&what=email');
    await expect(page.getByRole('heading', { name: '90 prochains jours', level: 1 })).toBeVisible();
    await page
      .getByRole('button', { name: /^Courriel «/ })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toContainText('Retenu, il attend d’être libéré');
    await ask(page, 'PATCH', '/api/me', { language: 'en' });
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(() => {
    test.use({ colorScheme, reducedMotion: 'reduce' });

    test(`list, letter and axis have no fault that axe knows, in ${colorScheme} colours, on a desk and on a phone`, async ({
      page,
    }) => {
      test.slow();
      const file = await aFileToWaitFor(page, `Axe${colorScheme}`);
      const faults = async (where: string, part = 'body') => {
        const { violations } = await new AxeBuilder({ page })
          .include(part)
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        return violations.map(({ id, nodes }) => `${where}: ${id}, ${nodes[0]?.target.join(' ')}`);
      };
      const found: string[] = [];
      for (const viewport of [
        { width: 1280, height: 800 },
        { width: 390, height: 844 },
      ]) {
        await page.setViewportSize(viewport);
        await page.goto('/ahead');
        await expect(list(page).getByRole('listitem').first()).toBeVisible();
        found.push(...(await faults(`list, ${viewport.width}`)));
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
        await page.goto('/ahead?what=email&kind=documents_reminder');
        await toTheEnd(page);
        const email = rowsOf(page, file).filter({ hasText: 'if nothing happens' }).first();
        await email.getByRole('button', { name: /^Email/ }).click();
        const frame = page.getByRole('dialog').locator('iframe');
        await expect(frame).toBeVisible();
        // Axe cannot look into a frame that runs no script: it gives way to its name. What lies behind is out of reach.
        await frame.evaluate((one: HTMLIFrameElement) => one.replaceWith(one.title));
        found.push(...(await faults(`letter, ${viewport.width}`, '[role=dialog]')));
        await page.goto(`/files/${file.id}`);
        await expect(page.getByText('falls away', { exact: true }).first()).toBeAttached();
        found.push(...(await faults(`axis, ${viewport.width}`)));
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      }
      expect(found).toEqual([]);
    });
  });

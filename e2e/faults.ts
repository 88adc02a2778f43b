import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/**
 * Faults against WCAG 2.0 to 2.2, A and AA, in light and in dark, each with the first place it stands in. Nothing may be
 * in motion: half-faded text has no contrast of its own.
 */
export async function faultsOn(page: Page, screen: string): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    for (const { id, nodes } of violations)
      faults.push(`${screen}, ${colorScheme}: ${id}, ${nodes.length} times, ${nodes[0]?.target.join(' ')}`);
  }
  return faults;
}

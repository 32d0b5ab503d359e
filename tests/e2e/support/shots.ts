import { join } from 'node:path';
import type { Page } from 'playwright-core';

const SIZES = [
  { width: 1024, height: 640 },
  { width: 1440, height: 900 },
];

/**
 * Pictures of the page for somebody who wants to look at them, in both themes and two sizes; only
 * where `ROLLCALL_SHOTS` names a folder for them. The page is left as a test's first size has it.
 */
export async function shots(page: Page, name: string): Promise<void> {
  const folder = process.env.ROLLCALL_SHOTS;
  if (!folder) return;
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const size of SIZES.toReversed()) {
      await page.setViewportSize(size);
      await page.waitForTimeout(400);
      const path = join(folder, `${name}-${colorScheme}-${size.width}.png`);
      await page.screenshot({ path });
    }
  }
}

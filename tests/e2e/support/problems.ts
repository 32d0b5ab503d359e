import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Rules that keep somebody from using a screen; lesser ones are not looked at. */
const SERIOUS = ['serious', 'critical'];

declare global {
  interface Window {
    axe: { run: () => Promise<AxeResults> };
  }
}

/** What axe finds on the screen as it is. */
export async function problemsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations
    .filter(({ impact }) => SERIOUS.includes(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

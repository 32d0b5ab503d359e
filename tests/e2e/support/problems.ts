import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Rules that keep somebody from using a screen; lesser ones are not looked at. */
const SERIOUS = ['serious', 'critical'];

declare global {
  interface Window {
    axe: { run: () => Promise<AxeResults> };
  }
}

/** Lets what is fading in or sliding come to rest: half-way, its contrast is not what people see. */
async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** What axe finds on the screen once it has come to rest. */
export async function problemsOf(page: Page): Promise<string[]> {
  await comeToRest(page);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations
    .filter(({ impact }) => SERIOUS.includes(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

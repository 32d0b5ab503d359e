import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { makeCameraClip } from '#tests/e2e/camera-clip.ts';
import { launchApp } from '#tests/e2e/launch-app.ts';
import { buildApp } from '../build.ts';
import { ensureBrowser } from '../chromium/ensure-browser.ts';
import { demoPlaces, demoRoot, readSignIn } from '../demo/demo-places.ts';
import { drawnClassPage } from './drawn-class.ts';

/**
 * `npm run screenshots`: takes the README's pictures of the demo school (make it first with
 * `npm run demo`), in light and dark. The camera shows a drawing.
 */
const SIZE = { width: 1280, height: 800 };
const PICTURE = { width: 960, height: 540 };
const out = resolve(import.meta.dirname, '../../docs/pictures');

async function drawnCamera(): Promise<string> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args });
  const page = await browser.newPage({ viewport: PICTURE });
  await page.setContent(drawnClassPage());
  const drawing = join(tmpdir(), 'rollcall-drawn-class.png');
  await page.screenshot({ path: drawing });
  await browser.close();
  return makeCameraClip([drawing], 1, join(tmpdir(), 'rollcall-drawn-class.mjpeg'), PICTURE);
}

const open = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('User name', { exact: true }).fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
}

/** Starts or goes on with a register and marks some of the class by keyboard. */
async function openSession(page: Page): Promise<void> {
  await open(page, 'Today');
  const goOn = page
    .getByRole('button', { name: /^Go on with/ })
    .or(page.getByRole('link', { name: /^Go on with/ }));
  if (await goOn.first().isVisible()) await goOn.first().click();
  else {
    for (const label of ['Class', 'Subject']) {
      await page.getByLabel(label).first().click();
      await page.getByRole('option').first().click();
    }
    await page.getByRole('button', { name: 'Start the register' }).click();
  }
  await page.getByRole('button', { name: 'Close the register' }).waitFor();
  await page.getByRole('region', { name: 'Students' }).click();
  for (const key of ['p', 'ArrowDown', 'p', 'ArrowDown', 'l', 'ArrowDown', 'p']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(400);
  }
}

async function take(colorScheme: 'light' | 'dark', camera: string): Promise<void> {
  const places = demoPlaces(demoRoot());
  const account = readSignIn(places);
  if (account === null) throw new Error('There is no demo school yet: npm run demo makes it.');
  const app = await launchApp({ userData: places.data, camera, colorScheme, size: SIZE });
  const { page } = app;
  const shoot = async (name: string) => {
    // Messages come and go by themselves.
    await page.locator('.mantine-Notification-root').first().waitFor({ state: 'detached' });
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(out, `${name}-${colorScheme}.png`) });
  };
  try {
    await signIn(page, account.admin, account.password);
    await shoot('today');
    for (const name of ['Students', 'Registers', 'Activity']) {
      await open(page, name);
      await shoot(name.toLowerCase());
    }
    await openSession(page);
    await shoot('session');
  } finally {
    await app.close();
  }
}

process.env.ROLLCALL_BROWSER = await ensureBrowser();
await buildApp();
await mkdir(out, { recursive: true });
const camera = await drawnCamera();
await take('light', camera);
await take('dark', camera);

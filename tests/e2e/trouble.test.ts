import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCameraClip } from './camera-clip.ts';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { packagedPhotos } from './support/faces.ts';
import {
  addClassAndSubject,
  addStudent,
  feedLine,
  setUpSchool,
  signIn,
  startRegister,
} from './support/steps.ts';

const lesson = { className: '8B', subject: 'Mathematics' };
const work = mkdtempSync(join(tmpdir(), 'rollcall-trouble-'));
const START_LIMIT_MS = 60_000;
let app: LaunchedApp | null = null;

async function openLesson(): Promise<LaunchedApp> {
  const camera = await makeCameraClip(packagedPhotos.slice(0, 2), 1, join(work, 'room.mjpeg'));
  const opened = await launchApp({ camera });
  app = opened;
  await setUpSchool(opened.page);
  await addClassAndSubject(opened.page, lesson);
  await addStudent(opened.page, { number: '1', name: 'Dev Rao', className: '8B' });
  await startRegister(opened.page, lesson);
  return opened;
}

afterEach(async () => {
  await app?.close();
  app = null;
});

describe('trouble during a session', () => {
  it('a camera that is unplugged is said, and the picture comes back with it', async () => {
    const { page, camera } = await openLesson();
    await page.locator('video').waitFor({ timeout: START_LIMIT_MS });
    await camera.unplug();
    await page.getByText('The camera was unplugged').first().waitFor();
    await camera.plugIn();
    await feedLine(page, 'The camera is back').waitFor({ timeout: START_LIMIT_MS });
  });

  it('an analysis that crashes is started again, and it is said', async () => {
    const { page } = await openLesson();
    await page.locator('video').waitFor({ timeout: START_LIMIT_MS });
    await expect.poll(() => page.workers().length, { timeout: START_LIMIT_MS }).toBe(1);
    await page.workers()[0]?.evaluate(() => {
      setTimeout(() => {
        throw new Error('Broken by a test.');
      });
    });
    await page.getByText('Recognition was restarted').waitFor({ timeout: START_LIMIT_MS });
    expect(page.workers()).toHaveLength(1);
  });

  it('a mark that was shown is there after the app was killed', async () => {
    const opened = await openLesson();
    await opened.page.getByRole('button', { name: 'Present: Dev Rao' }).click();
    await feedLine(opened.page, /Dev Rao marked/).waitFor();
    await opened.kill();
    const again = await launchApp({ userData: opened.userData });
    app = again;
    await signIn(again.page);
    await again.page.getByLabel(/^Go on with 8B/).click();
    await feedLine(again.page, /Dev Rao marked/).waitFor();
    const present = again.page.getByRole('button', { name: /^1 Present/ });
    await expect.poll(() => present.isVisible()).toBe(true);
  });
});

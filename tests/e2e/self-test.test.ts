import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCameraClip } from './camera-clip.ts';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { type Crop, cropJpeg } from './support/crop.ts';
import { packagedPhotos } from './support/faces.ts';
import { problemsOf } from './support/problems.ts';
import {
  addClassAndSubject,
  addStudent,
  enrolFromFiles,
  goTo,
  setUpSchool,
} from './support/steps.ts';

const LOOK_LIMIT_MS = 120_000;
const work = mkdtempSync(join(tmpdir(), 'rollcall-self-test-'));
const group = packagedPhotos[5] ?? '';

/** Where the faces, and a piece of furniture, are in the group's photo. */
const lena: Crop = { x: 1035, y: 280, width: 440, height: 480 };
const mira: Crop = { x: 140, y: 380, width: 440, height: 440 };
const visitor: Crop = { x: 610, y: 220, width: 400, height: 440 };
const sofa: Crop = { x: 1500, y: 900, width: 380, height: 380 };

const moved = (crop: Crop, by: number): Crop => ({ ...crop, x: crop.x + by, y: crop.y - by });

/** A folder as a school would make it: two students, one of them with a stray picture, and others. */
function pictureFolder(): string {
  const folder = join(work, 'Photos');
  const put = (person: string, name: string, crop: Crop) => {
    mkdirSync(join(folder, person), { recursive: true });
    cropJpeg(group, crop, join(folder, person, name));
  };
  put('1_Lena', 'near.jpg', moved(lena, 12));
  put('1_Lena', 'stray.jpg', mira);
  put('mira bloom', 'near.jpg', moved(mira, -10));
  put('Visitors', 'guest.jpg', visitor);
  put('Visitors', 'sofa.jpg', sofa);
  writeFileSync(join(folder, 'Visitors', 'list.txt'), 'guest');
  return folder;
}

async function openSelfTest(page: Page, tab: string): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Self-test' }).click();
  await page.getByRole('tab', { name: tab }).click();
}

async function chooseClass(page: Page): Promise<void> {
  await page.getByRole('tabpanel').getByRole('combobox', { name: 'Class' }).click();
  await page.getByRole('option', { name: '8B' }).click();
}

const measureOf = (page: Page, measure: string) => page.locator(`[data-measure=${measure}]`);

describe('the self-test', () => {
  let app: LaunchedApp;
  let page: Page;

  beforeAll(async () => {
    const still = cropJpeg(group, lena, join(work, 'still.jpg'));
    const size = { width: lena.width, height: lena.height };
    const camera = await makeCameraClip([still], 1, join(work, 'still.mjpeg'), size);
    app = await launchApp({ camera, size: { width: 1024, height: 640 } });
    page = app.page;
    await setUpSchool(page);
    await addClassAndSubject(page, { className: '8B', subject: 'Mathematics' });
    for (const [number, name, crop] of [
      ['1', 'Lena Still', lena],
      ['2', 'Mira Bloom', mira],
    ] as const) {
      await addStudent(page, { number, name, className: '8B' });
      const portrait = cropJpeg(group, crop, join(work, `portrait-${number}.jpg`));
      await enrolFromFiles(page, name, [portrait]);
    }
  }, 300_000);
  afterAll(() => app.close());

  it('measures the camera and says what to do', async () => {
    await openSelfTest(page, 'Camera');
    await measureOf(page, 'face')
      .and(page.locator('[data-level=good]'))
      .waitFor({ timeout: LOOK_LIMIT_MS });
    expect(await measureOf(page, 'face').innerText()).toMatch(/\d+ pixels between the eyes/);
    expect(await measureOf(page, 'light').innerText()).toMatch(/\d+ of 255\s+Enough light/);
    expect(await measureOf(page, 'resolution').innerText()).toContain('440 × 480');
    expect(await measureOf(page, 'speed').innerText()).toMatch(/\d+ a second, \d+ ms each/);
    await page.getByRole('button', { name: 'Copy results' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
  });

  it('recognises who is in front of the camera', async () => {
    await openSelfTest(page, 'Who is it');
    await chooseClass(page);
    await page.getByText('Recognised as Lena Still').waitFor({ timeout: LOOK_LIMIT_MS });
    await page.getByRole('combobox', { name: 'Who stands in front' }).click();
    await page.getByRole('option', { name: 'Lena Still' }).click();
    await page.getByRole('button', { name: 'Record this' }).click();
    await page.getByText('1 right, 0 wrong, 0 not recognised').waitFor();
    expect(await problemsOf(page)).toEqual([]);
  });

  it('measures accuracy on a folder of pictures', async () => {
    await openSelfTest(page, 'Test pictures');
    await chooseClass(page);
    await page.locator('input[type=file]').setInputFiles(pictureFolder());
    await page.getByText('5 pictures, 2 enrolled students').waitFor();
    await page.getByText(/Used as strangers.*: Visitors/).waitFor();
    await page.getByText('1 file is no picture and is left out.').waitFor();
    await page.getByRole('button', { name: 'Test these pictures' }).click();
    await page.getByRole('heading', { name: 'Result' }).waitFor({ timeout: LOOK_LIMIT_MS });
    const row = (name: string) => page.getByRole('row').filter({ hasText: name }).innerText();
    expect(await row('Lena Still')).toMatch(/Lena Still\s+2\s+1\s+1\s+0\s/);
    expect(await row('Mira Bloom')).toMatch(/Mira Bloom\s+1\s+1\s+0\s+0\s/);
    await page.getByText('1_Lena/stray.jpg: taken for Mira Bloom').waitFor();
    await page.getByText('Visitors/sofa.jpg: no face found').waitFor();
    await page.getByText('These are too few pictures to say how sure recognition is').waitFor();
    await page.getByText('Enrol again: Lena Still.').waitFor();
    expect(await page.getByText('Visitors/guest.jpg').count()).toBe(0);
    expect(await problemsOf(page)).toEqual([]);
  });

  it('goes from one test of the camera to the next', async () => {
    await openSelfTest(page, 'Camera');
    for (const tab of ['Photo or person', 'Camera', 'Who is it', 'Camera']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tab', { name: tab, selected: true }).waitFor();
    }
    await measureOf(page, 'face').waitFor({ timeout: LOOK_LIMIT_MS });
  });

  it('keeps a still picture out in a liveness trial', async () => {
    await openSelfTest(page, 'Photo or person');
    const show = page.getByRole('button', { name: 'I show a photo' });
    await show.click({ timeout: LOOK_LIMIT_MS });
    await page.locator('[data-decision=refused]').waitFor({ timeout: LOOK_LIMIT_MS });
    await page.getByText('As it should be.').waitFor();
    const row = page.getByRole('row').filter({ hasText: /^Photo/ });
    expect(await row.innerText()).toMatch(/Photo\s+0\s+1\s+0%/);
    expect(await problemsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator(':root[data-mantine-color-scheme=dark]').waitFor();
    expect(await problemsOf(page)).toEqual([]);
  });
});

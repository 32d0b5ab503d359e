import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { spoiled } from '#dev/fuzz/mutate-file.ts';
import { sampleJpeg, samplePng } from '#dev/fuzz/sample-files.ts';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { cropJpeg } from './support/crop.ts';
import { packagedPhotos } from './support/faces.ts';
import { addClassAndSubject, addStudent, openEnrolment, setUpSchool } from './support/steps.ts';

const SPOILED = 40;
const LOOK_LIMIT_MS = 180_000;
const FACE = { x: 1035, y: 280, width: 440, height: 480 };

const work = mkdtempSync(join(tmpdir(), 'rollcall-spoiled-'));
let app: LaunchedApp;

beforeAll(async () => {
  app = await launchApp();
  await setUpSchool(app.page);
  await addClassAndSubject(app.page, { className: '8B', subject: 'Mathematics' });
  await addStudent(app.page, { number: '1', name: 'Lena Still', className: '8B' });
});
afterAll(() => app.close());

/** Pictures of every kind, spoiled; the same ones each time. */
function spoiledPictures(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const whole = [readFileSync(packagedPhotos[0] ?? ''), sampleJpeg(), samplePng()];
  return Array.from({ length: SPOILED }, (_value, at) => {
    const [bytes] = fc.sample(spoiled(whole[at % whole.length] ?? Buffer.alloc(0)), {
      numRuns: 1,
      seed: at,
    });
    const file = join(folder, `spoiled-${at}.${at % whole.length === 2 ? 'png' : 'jpg'}`);
    writeFileSync(file, bytes ?? Buffer.alloc(0));
    return file;
  });
}

it('spoiled pictures are answered one by one, and the next good one is taken', async () => {
  const { page } = app;
  await openEnrolment(page, 'Lena Still');
  await page.getByRole('button', { name: /From photo files/ }).click();
  const files = spoiledPictures(join(work, 'spoiled'));
  await page.locator('input[type=file]').setInputFiles(files);
  const answered = page.locator('[data-verdict=refused], [data-verdict=face]');
  await expect.poll(() => answered.count(), { timeout: LOOK_LIMIT_MS }).toBe(SPOILED);
  expect(await page.getByText('This file cannot be read as a picture.').count()).toBeGreaterThan(5);

  const huge = join(work, 'huge.png');
  writeFileSync(huge, samplePng({ width: 60_000, height: 60_000 }));
  await page.locator('input[type=file]').setInputFiles([huge]);
  await page.getByText('This picture has too many pixels').waitFor();

  const portrait = cropJpeg(packagedPhotos[5] ?? '', FACE, join(work, 'portrait.jpg'));
  await page.locator('input[type=file]').setInputFiles([portrait]);
  await page
    .getByRole('listitem')
    .filter({ hasText: 'portrait.jpg' })
    .getByText(/^Usable/)
    .waitFor({
      timeout: LOOK_LIMIT_MS,
    });
  expect(await page.getByText('Recognition was restarted').count()).toBe(0);
});

it('a folder of folders with spoiled pictures in it is looked through to the end', async () => {
  const { page } = app;
  const root = join(work, 'faces');
  spoiledPictures(join(root, '1_Lena Still')).slice(12);
  await page.goto(`${page.url().split('#')[0]}#/import?what=faces`);
  await page.getByRole('button', { name: 'Choose a folder' }).waitFor();
  await page.locator('input[type=file]').setInputFiles(root);
  const start = page.getByRole('button', { name: /^Enrol 1 student/ });
  await expect.poll(() => start.isEnabled(), { timeout: LOOK_LIMIT_MS }).toBe(true);
  await start.click();
  await page
    .getByText(/\d students? enrolled|Nobody was enrolled/)
    .first()
    .waitFor({ timeout: LOOK_LIMIT_MS });
});

import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { cropJpeg } from './support/crop.ts';
import { packagedPhotos } from './support/faces.ts';
import {
  addClassAndSubject,
  addStudent,
  goTo,
  openEnrolment,
  setUpSchool,
} from './support/steps.ts';

const LOOK_LIMIT_MS = 120_000;
const work = mkdtempSync(join(tmpdir(), 'rollcall-faces-'));
let app: LaunchedApp;

/** Where the picture of the screen goes when somebody wants to look at it. */
const pictures = process.env.ROLLCALL_PICTURES;

beforeAll(async () => {
  app = await launchApp({ size: { width: 1440, height: 900 } });
});
afterAll(() => app.close());

function folderOfFolders(): string {
  const root = join(work, 'faces');
  const face = { x: 1035, y: 280, width: 440, height: 480 };
  for (const name of ['1_Lena Still', '2_Bo Sen', '9_Nobody']) {
    mkdirSync(join(root, name), { recursive: true });
  }
  const front = cropJpeg(packagedPhotos[5] ?? '', face, join(root, '1_Lena Still', 'front.jpg'));
  writeFileSync(join(root, '1_Lena Still', 'left.jpg'), 'no picture');
  cpSync(front, join(root, '2_Bo Sen', 'front.jpg'));
  cpSync(front, join(root, '9_Nobody', 'front.jpg'));
  return root;
}

it('enrols those who agreed, from a folder of folders, and says what of the others', async () => {
  const { page } = app;
  await setUpSchool(page);
  await addClassAndSubject(page, { className: '8B', subject: 'Mathematics' });
  await addStudent(page, { number: '1', name: 'Lena Still', className: '8B' });
  await addStudent(page, { number: '2', name: 'Bo Sen', className: '8B' });
  await openEnrolment(page, 'Lena Still');
  await page.getByRole('button', { name: /From photo files/ }).waitFor();
  await page.goto(`${page.url().split('#')[0]}#/import?what=faces`);
  await page.getByRole('button', { name: 'Choose a folder' }).waitFor();
  await page.locator('input[type=file]').setInputFiles(folderOfFolders());
  await page.getByText('3 folders, 1 to enrol').waitFor();
  const start = page.getByRole('button', { name: 'Enrol 1 student' });
  await expect.poll(() => start.isEnabled(), { timeout: LOOK_LIMIT_MS }).toBe(true);
  await start.click();
  await page.getByText('1 student enrolled').waitFor({ timeout: LOOK_LIMIT_MS });
  const row = (name: string) => page.getByRole('row', { name });
  await row('1_Lena Still').getByText('Not seen: ', { exact: false }).waitFor();
  await row('1_Lena Still').getByText('left.jpg', { exact: false }).waitFor();
  await row('2_Bo Sen').getByText('No consent is recorded', { exact: false }).waitFor();
  await row('9_Nobody').getByText('No student has this ID', { exact: false }).waitFor();
  if (pictures) await page.screenshot({ path: join(pictures, 'faces.png') });
  await goTo(page, 'Activity');
  await page.getByText('Faces imported from a folder: 1 enrolled, 2 not').waitFor();
});

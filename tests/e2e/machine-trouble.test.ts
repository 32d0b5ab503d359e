import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCameraClip } from './camera-clip.ts';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { packagedPhotos } from './support/faces.ts';
import { shots } from './support/shots.ts';
import {
  addClassAndSubject,
  addStudent,
  feedLine,
  goTo,
  school,
  setUpSchool,
  signIn,
  startRegister,
} from './support/steps.ts';
import { mountTinyDisk, NO_TINY_DISK, type TinyDisk } from './support/tiny-disk.ts';
import { openRegisterBeside } from './support/with-register.ts';

const lesson = { className: '8B', subject: 'Mathematics' };
const STUDENTS = ['Dev Rao', 'Mia Stone', 'Noor Ali'];
const START_LIMIT_MS = 60_000;

let app: LaunchedApp | null = null;
let disk: TinyDisk | null = null;

beforeEach(() => {
  disk = mountTinyDisk(24);
});
afterEach(async () => {
  await app?.close();
  app = null;
  disk?.unmount();
});

async function launch(options: Parameters<typeof launchApp>[0]): Promise<LaunchedApp> {
  app = await launchApp(options);
  return app;
}

/** A register of three students, open on the screen. */
async function openLesson(options: Parameters<typeof launchApp>[0] = {}): Promise<LaunchedApp> {
  const opened = await launch(options);
  await setUpSchool(opened.page);
  await addClassAndSubject(opened.page, lesson);
  for (const [index, name] of STUDENTS.entries()) {
    await addStudent(opened.page, { number: `${index + 1}`, name, className: lesson.className });
  }
  await startRegister(opened.page, lesson);
  return opened;
}

const markPresent = (page: Page, name: string) =>
  page.getByRole('button', { name: `Present: ${name}` }).click();
const marked = (page: Page, name: string) => feedLine(page, new RegExp(`${name} marked`));

const notSaved = (page: Page) => page.getByRole('alert').filter({ hasText: 'Not saved:' });

/** Marks a student, and what keeps it from being written is said in these words. */
async function expectNotSaved(page: Page, name: string, title: string): Promise<void> {
  const row = page.locator('[data-student]').last();
  const before = await row.boundingBox();
  await markPresent(page, name);
  const banner = notSaved(page).filter({ hasText: title });
  await banner.getByText(`Not done: ${name}`).waitFor();
  expect(await marked(page, name).count()).toBe(0);
  expect(await row.boundingBox()).toEqual(before);
  await shots(page, 'not-saved');
}

async function tryAgain(page: Page, name: string): Promise<void> {
  await notSaved(page).getByRole('button', { name: 'Try again' }).click();
  await marked(page, name).waitFor();
  await notSaved(page).waitFor({ state: 'hidden' });
}

/** Kills the app, as a power cut does, and sees whether the next start has all marks. */
async function expectAllMarkedAfterKill(opened: LaunchedApp): Promise<void> {
  await opened.kill();
  const again = await launch({ userData: opened.userData });
  await signIn(again.page);
  await again.page.getByLabel(/^Go on with 8B/).click();
  await again.page.getByRole('button', { name: /^3 Present/ }).waitFor();
}

describe('trouble with the disk during a register', () => {
  it('a disk that is full is said, and what was refused is saved when there is room', async (context) => {
    if (disk === null) return context.skip(NO_TINY_DISK);
    const opened = await openLesson({ userData: join(disk.folder, 'data') });
    const { page } = opened;
    await markPresent(page, 'Dev Rao');
    await marked(page, 'Dev Rao').waitFor();
    disk.fill();
    await expectNotSaved(page, 'Mia Stone', 'The disk is full');
    disk.empty();
    await tryAgain(page, 'Mia Stone');
    await markPresent(page, 'Noor Ali');
    await marked(page, 'Noor Ali').waitFor();
    await expectAllMarkedAfterKill(opened);
  });

  it('a register that another program holds is said, and goes on when it lets go', async () => {
    const opened = await openLesson();
    const { page } = opened;
    const other = await openRegisterBeside(opened.userData, school.passphrase);
    other.exec('BEGIN IMMEDIATE');
    await expectNotSaved(page, 'Dev Rao', 'Another program holds the register');
    other.exec('ROLLBACK');
    other.close();
    await tryAgain(page, 'Dev Rao');
    await markPresent(page, 'Mia Stone');
    await markPresent(page, 'Noor Ali');
    await marked(page, 'Noor Ali').waitFor();
    await expectAllMarkedAfterKill(opened);
  });

  it.skipIf(process.platform === 'win32')(
    'files that are removed are put back, and a folder that goes away is said until it is back',
    async () => {
      const opened = await openLesson();
      const { page, userData } = opened;
      for (const suffix of ['', '-wal', '-shm']) rmSync(join(userData, `rollcall.db${suffix}`));
      await markPresent(page, 'Dev Rao');
      await marked(page, 'Dev Rao').waitFor();
      expect(existsSync(join(userData, 'rollcall.db'))).toBe(true);
      renameSync(userData, `${userData}-away`);
      await expectNotSaved(page, 'Mia Stone', 'The folder with the register is not there');
      renameSync(`${userData}-away`, userData);
      await tryAgain(page, 'Mia Stone');
      await markPresent(page, 'Noor Ali');
      await marked(page, 'Noor Ali').waitFor();
      await expectAllMarkedAfterKill(opened);
    },
  );
});

it('a folder that cannot be written to is said at the start, and goes on once it can', async (context) => {
  if (disk === null) return context.skip(NO_TINY_DISK);
  const userData = join(disk.folder, 'data');
  const first = await launch({ userData });
  await setUpSchool(first.page);
  await first.close();
  disk.setReadOnly(true);
  const { page } = await launch({ userData });
  await page.getByRole('heading', { name: 'The data folder cannot be written to' }).waitFor();
  disk.setReadOnly(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await signIn(page);
});

it('a second start on the same folder opens no second window', async () => {
  const { page, userData } = await launch({});
  await setUpSchool(page);
  await expect(launchApp({ userData })).rejects.toThrow();
  await goTo(page, 'Classes');
  await page.getByRole('heading', { name: 'Classes' }).waitFor();
});

/** Whether a picture of a camera that is attached runs on the screen. */
function isMoving(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const video = document.querySelector('video');
    const stream = video?.srcObject instanceof MediaStream ? video.srcObject : null;
    const from = video?.currentTime ?? 0;
    await new Promise((done) => setTimeout(done, 500));
    const isLive =
      stream?.getVideoTracks().some(({ readyState }) => readyState === 'live') ?? false;
    return isLive && (video?.currentTime ?? 0) > from;
  });
}

it('a laptop that slept wakes up locked, finds its camera again and goes on', async () => {
  const work = mkdtempSync(join(tmpdir(), 'rollcall-sleep-'));
  const camera = await makeCameraClip(packagedPhotos.slice(0, 2), 1, join(work, 'room.mjpeg'));
  const opened = await openLesson({ camera });
  const { page } = opened;
  await page.locator('video').waitFor({ timeout: START_LIMIT_MS });
  await opened.power('suspend');
  await page.getByRole('heading', { name: 'Rollcall is locked' }).waitFor();
  await opened.camera.unplug();
  await opened.power('resume');
  await opened.camera.plugIn();
  await page.getByLabel('Password of Asha Verma').fill(school.admin.password);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect.poll(() => isMoving(page), { timeout: START_LIMIT_MS }).toBe(true);
  await markPresent(page, 'Dev Rao');
  await marked(page, 'Dev Rao').waitFor();
});

describe('trouble with another drive', () => {
  it('an export to a full one, and backups to one that is away, say what to do', async (context) => {
    if (disk === null) return context.skip(NO_TINY_DISK);
    const { page, dialogs } = await openLesson();
    await page.getByRole('button', { name: 'Close the register' }).click();
    await page.locator('[data-close-register]').click();
    disk.fill();
    const stick = disk.folder;
    const exportTo = async (path: string, answer: string) => {
      await page.getByRole('button', { name: 'Export' }).click();
      await dialogs.answerSave(path);
      await page.getByRole('button', { name: 'Choose where to save' }).click();
      await page.getByRole('dialog').getByText(answer).first().waitFor();
    };
    await exportTo(join(stick, 'register.xlsx'), 'The disk is full');
    disk.setReadOnly(true);
    await dialogs.answerSave(join(stick, 'register.xlsx'));
    await page.getByRole('button', { name: 'Choose where to save' }).click();
    await page.getByRole('dialog').getByText(`Nothing can be saved in ${stick}`).waitFor();
    disk.setReadOnly(false);
    disk.empty();
    await dialogs.answerSave(join(stick, 'register.xlsx'));
    await page.getByRole('button', { name: 'Choose where to save' }).click();
    await page.getByRole('dialog').getByText('Saved', { exact: true }).waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Close', exact: true })
      .last()
      .click();
    await page.getByRole('link', { name: 'Back to Today' }).click();

    await goTo(page, 'Settings');
    await page.getByRole('link', { name: 'Backup', exact: true }).click();
    await dialogs.answerOpen([stick]);
    await page.getByRole('button', { name: 'Choose another folder' }).click();
    await page.getByText(stick).waitFor();
    disk.unmount();
    disk = null;
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByText('The folder for backups is not there').waitFor();
  });
});

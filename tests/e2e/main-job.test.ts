import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCameraClip } from './camera-clip.ts';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { root } from './launch-options.ts';
import { type Crop, cropJpeg } from './support/crop.ts';
import { cut, devClip, hasDevFaces, NO_DEV_FACES, packagedPhotos } from './support/faces.ts';
import { problemsOf } from './support/problems.ts';
import { shots } from './support/shots.ts';
import {
  addClassAndSubject,
  addStudent,
  closeRegister,
  enrolByCamera,
  enrolFromFiles,
  feedLine,
  goTo,
  school,
  setUpSchool,
  signIn,
  startRegister,
} from './support/steps.ts';
import { withRegister } from './support/with-register.ts';

const lesson = { className: '8B', subject: 'Mathematics' };
const LOOK_LIMIT_MS = 120_000;
/** How long a photo stays before the camera after it was suspected, and must still not be marked. */
const STILL_WATCHED_MS = 10_000;
const VIDEO = { width: 960, height: 540 };

const work = mkdtempSync(join(tmpdir(), 'rollcall-main-job-'));
let app: LaunchedApp | null = null;

async function open(options: Parameters<typeof launchApp>[0]): Promise<LaunchedApp> {
  app = await launchApp(options);
  return app;
}

afterEach(async () => {
  await app?.close();
  app = null;
});

async function schoolWith(camera: string, students: readonly [string, string][]) {
  const opened = await open({ camera });
  await setUpSchool(opened.page);
  await addClassAndSubject(opened.page, lesson);
  for (const [number, name] of students) {
    await addStudent(opened.page, { number, name, className: lesson.className });
  }
  return opened;
}

/** Marks as they lie in the database: student, status, how made, and the kind of event. */
function marksIn(dataFolder: string) {
  return withRegister(dataFolder, school.passphrase, (sqlite) =>
    sqlite
      .prepare(
        `SELECT s.full_name AS name, e.kind, e.code, e.method
         FROM attendance_events e JOIN students s ON s.id = e.student_id ORDER BY e.seq`,
      )
      .all(),
  );
}

function wavedPhotoOf(frame: string): string[] {
  const stills = join(work, 'stills', 'somebody');
  mkdirSync(stills, { recursive: true });
  cpSync(frame, join(stills, '001.jpg'));
  const out = join(work, 'attacks');
  const command = ['dev/evaluate/make-attacks.ts', join(work, 'stills'), out, '--only', 'waved'];
  execFileSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  const folder = join(out, 'attack', 'waved-1');
  return globSync('*.jpg', { cwd: folder })
    .sort()
    .map((file) => join(folder, file));
}

if (!hasDevFaces) console.warn(`Skipped, for it ${NO_DEV_FACES}: recorded people.`);

describe.runIf(hasDevFaces)('a man in front of the camera', () => {
  it('is enrolled, recognised alive, marked, and stands in the sheet', async () => {
    const man = devClip('man-front');
    const middle = Math.floor(man.frames.length / 2);
    const before = cut(man, 0, middle);
    const after = cut(man, middle);
    const enrolment = await makeCameraClip(before.frames, man.fps, join(work, 'a.mjpeg'), VIDEO);
    const lessonClip = await makeCameraClip(after.frames, man.fps, join(work, 'b.mjpeg'), VIDEO);

    const first = await schoolWith(enrolment, [
      ['007', 'Dev Rao'],
      ['=1+1', 'Meera Iyer'],
    ]);
    await enrolByCamera(first.page, 'Dev Rao');
    const second = await first.restart({ camera: lessonClip });
    app = second;
    const { page } = second;
    await signIn(page);
    await startRegister(page, lesson);
    await feedLine(page, 'Dev Rao marked').waitFor({ timeout: LOOK_LIMIT_MS });
    await closeRegister(page);

    const sheetFile = join(work, 'register.xlsx');
    await second.dialogs.answerSave(sheetFile);
    await page.getByRole('button', { name: /^Export/ }).click();
    await page.getByRole('button', { name: 'Choose where to save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    const rows = await readSheet(sheetFile);
    const rowOf = (name: string) => rows.find((row) => row.includes(name));
    expect(rowOf('Dev Rao')).toEqual(expect.arrayContaining(['007', 'P']));
    expect(rowOf('Meera Iyer')).toEqual(expect.arrayContaining(['=1+1', 'A']));

    await second.close();
    app = null;
    expect(await marksIn(second.userData)).toEqual([
      { name: 'Dev Rao', kind: 'mark', code: 'P', method: 'face' },
      { name: 'Meera Iyer', kind: 'mark', code: 'A', method: 'rule' },
    ]);

    const photo = wavedPhotoOf(man.frames[40] ?? '');
    const waved = await makeCameraClip(photo, 15, join(work, 'waved.mjpeg'), VIDEO);
    const third = await open({ userData: second.userData, camera: waved });
    await signIn(third.page);
    await startRegister(third.page, lesson);
    await feedLine(third.page, 'Suspected photo of Dev Rao').waitFor({
      timeout: LOOK_LIMIT_MS,
    });
    await third.page.waitForTimeout(STILL_WATCHED_MS);
    await third.close();
    app = null;
    expect(await marksIn(second.userData)).toHaveLength(2);
  });
});

describe.runIf(hasDevFaces)('a man whom the teacher has marked absent', () => {
  it('is said to be seen, and is marked with one key; nothing is changed unasked', async () => {
    const man = devClip('man-front');
    const camera = await makeCameraClip(man.frames, man.fps, join(work, 'late.mjpeg'), VIDEO);
    const { page } = await schoolWith(camera, [
      ['007', 'Dev Rao'],
      ['008', 'Meera Iyer'],
    ]);
    await startRegister(page, lesson);
    const row = page.locator('[data-student]').filter({ hasText: 'Dev Rao' });
    await row.getByRole('button', { name: /^Absent: / }).click();
    await page.getByText('Dev Rao: Absent', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Today' }).click();
    const pictures = man.frames.filter((_frame, index) => index % 12 === 0).slice(0, 6);
    await enrolFromFiles(page, 'Dev Rao', pictures);
    await goTo(page, 'Today');
    await page.getByRole('link', { name: 'Go on' }).first().click();

    const question = page.locator('[data-seen]');
    await question.waitFor({ timeout: LOOK_LIMIT_MS });
    await shots(page, 'seen');
    await row.getByText(/Seen at /).waitFor();
    const pressed = (name: string) =>
      row.locator('button[aria-pressed="true"]').filter({ hasText: name });
    await pressed('A').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Close the register' }).waitFor();
    await page.getByText('2 of 2 to decide').waitFor();
    await shots(page, 'seen-closing');
    expect(await problemsOf(page)).toEqual([]);

    await page.keyboard.press('Enter');
    await pressed('P').waitFor();
    await page.keyboard.press('Control+z');
    await row.getByText(/Seen at /).waitFor();
    await question.getByRole('button', { name: 'Leave it' }).click();
    await question.waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+z');
    await question.getByRole('button', { name: 'Mark Present' }).click();
    await pressed('P').waitFor();
    await page.locator('[data-close-register]').click();
    await page.getByRole('heading', { name: 'Register closed' }).waitFor();
    expect(await page.locator('[data-result="P"]').innerText()).toContain('1');
  });
});

describe.runIf(hasDevFaces)('two people in front of the camera', () => {
  it('are both boxed and named at once', async () => {
    const clip = devClip('two-people');
    const halves = { Anita: 0, Dev: 480 };
    const picturesOf = (name: keyof typeof halves) =>
      clip.frames
        .filter((_frame, index) => index % 6 === 0)
        .map((frame, index) =>
          cropJpeg(
            frame,
            { x: halves[name], y: 0, width: 480, height: 540 },
            join(work, `${name}-${index}.jpg`),
          ),
        );
    const camera = await makeCameraClip(clip.frames, clip.fps, join(work, 'two.mjpeg'), VIDEO);
    const { page } = await schoolWith(camera, [
      ['1', 'Anita Roy'],
      ['2', 'Dev Rao'],
    ]);
    await enrolFromFiles(page, 'Anita Roy', picturesOf('Anita'));
    await enrolFromFiles(page, 'Dev Rao', picturesOf('Dev'));
    await startRegister(page, lesson);
    const boxes = page.locator('[data-track]');
    await expect
      .poll(async () => (await boxes.allInnerTexts()).join(' '), { timeout: LOOK_LIMIT_MS })
      .toMatch(/(?=.*Anita Roy)(?=.*Dev Rao)/s);
    expect(await boxes.count()).toBe(2);
  });
});

const SHAKEN_FPS = 15;
const SHAKEN_FRAMES = 45;
const SHAKEN_PIXELS = 24;

/** A picture as a hand-held one is seen: the same picture, never quite at the same place. */
function shakenViewOf(picture: string, view: Crop): string[] {
  return Array.from({ length: SHAKEN_FRAMES }, (_none, index) => {
    const turn = (2 * Math.PI * index) / SHAKEN_FRAMES;
    const x = Math.round(view.x + SHAKEN_PIXELS * Math.cos(turn));
    const y = Math.round(view.y + SHAKEN_PIXELS * Math.sin(2 * turn));
    return cropJpeg(picture, { ...view, x, y }, join(work, `shaken-${index}.jpg`));
  });
}

describe('a still picture that ships with a package', () => {
  it('is enrolled from a file, and refused in front of the camera', async () => {
    const group = packagedPhotos[5] ?? '';
    const face = { x: 1035, y: 280, width: 440, height: 480 };
    const portrait = cropJpeg(group, face, join(work, 'portrait.jpg'));
    const camera = await makeCameraClip(
      shakenViewOf(group, face),
      SHAKEN_FPS,
      join(work, 'still.mjpeg'),
      face,
    );
    const opened = await schoolWith(camera, [['1', 'Lena Still']]);
    const { page } = opened;
    await enrolFromFiles(page, 'Lena Still', [portrait]);
    await startRegister(page, lesson);
    await feedLine(page, 'Suspected photo of Lena Still').waitFor({ timeout: LOOK_LIMIT_MS });
    await page.waitForTimeout(STILL_WATCHED_MS);
    await opened.close();
    app = null;
    expect(await marksIn(opened.userData)).toEqual([]);
  });

  it('is compared with after a lock that came while the faces were being loaded', async () => {
    const group = packagedPhotos[5] ?? '';
    const face = { x: 1035, y: 280, width: 440, height: 480 };
    const portrait = cropJpeg(group, face, join(work, 'portrait.jpg'));
    const still = join(work, 'locked.mjpeg');
    const camera = await makeCameraClip(shakenViewOf(group, face), SHAKEN_FPS, still, face);
    const { page, power } = await schoolWith(camera, [['1', 'Lena Still']]);
    await enrolFromFiles(page, 'Lena Still', [portrait]);
    await startRegister(page, lesson);
    await power('lock-screen');
    await page.getByRole('button', { name: 'Unlock' }).waitFor();
    await page.waitForTimeout(STILL_WATCHED_MS);
    await page.getByLabel(/^Password of/).fill(school.admin.password);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await feedLine(page, 'Suspected photo of Lena Still').waitFor({ timeout: LOOK_LIMIT_MS });
    expect(await page.getByRole('alert').filter({ hasText: 'locked' }).count()).toBe(0);
  });
});

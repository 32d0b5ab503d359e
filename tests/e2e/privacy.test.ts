import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needlesUnder, textNeedle } from '#tests/unit/support/needles.ts';
import { makeCameraClip } from './camera-clip.ts';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { cropJpeg } from './support/crop.ts';
import { packagedPhotos } from './support/faces.ts';
import { problemsOf } from './support/problems.ts';
import { shots } from './support/shots.ts';
import {
  addClassAndSubject,
  addStudent,
  closeRegister,
  enrolFromFiles,
  goTo,
  school,
  setUpSchool,
  startRegister,
} from './support/steps.ts';
import { withRegister } from './support/with-register.ts';

const lesson = { className: '8B', subject: 'Mathematics' };
const WHO = { number: 'QFA-7719-001', name: 'Wilhelmina Featherstonehaugh' };
const OTHER = { number: 'QFA-7719-002', name: 'Balthasar Ravensbourne' };
const GUARDIAN = { name: 'Cordelia Thistlewood', phone: '+91 91234 50987' };
/** As `enrolFromFiles` names who agrees. */
const AGREED = 'R. Guardian';
const FACE = { x: 1035, y: 280, width: 440, height: 480 };

const work = mkdtempSync(join(tmpdir(), 'rollcall-privacy-'));
const temporary = join(work, 'temp');
mkdirSync(temporary);
let app: LaunchedApp;
let page: Page;

beforeAll(async () => {
  // Other people: “not seen yet” is said of a student only while a camera looks.
  const camera = await makeCameraClip(packagedPhotos.slice(0, 2), 1, join(work, 'room.mjpeg'));
  app = await launchApp({
    size: { width: 1024, height: 640 },
    userData: join(work, 'data'),
    camera,
    env: { TMPDIR: temporary },
  });
  page = app.page;
  await setUpSchool(page);
  await addClassAndSubject(page, lesson);
  for (const student of [WHO, OTHER]) {
    await addStudent(page, { ...student, className: lesson.className });
  }
  const portrait = cropJpeg(packagedPhotos[5] ?? '', FACE, join(work, 'portrait.jpg'));
  await enrolFromFiles(page, WHO.name, [portrait]);
}, 300_000);
afterAll(async () => {
  await app.close();
  rmSync(work, { recursive: true, force: true });
});

async function openStudent(name: string, tab: string): Promise<void> {
  await goTo(page, 'Students');
  await page.getByRole('cell', { name, exact: true }).click();
  await page.getByRole('tab', { name: tab }).click();
}

async function chooseAction(name: string): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name }).click();
}

/** What stands in a student's row of the open register, without the name. */
async function rowWords(name: string): Promise<string> {
  const row = page.locator('li[data-student]').filter({ hasText: name });
  return (await row.innerText()).replace(name, '').trim();
}

describe('how long what is kept', () => {
  const choose = async (option: string) => {
    await page.getByLabel('Faces that are not recognised any more').first().click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  it('rules are looked ahead with before they are in force, and a student can be kept', async () => {
    await goTo(page, 'Settings');
    await page.getByRole('link', { name: 'Privacy', exact: true }).click();
    await page.getByText('Nothing is erased by a rule in the next three months.').waitFor();
    await shots(page, 'privacy');
    await choose('After 3 months');
    await page.getByText('What these rules would do in the next three months').waitFor();
    await page.getByText(/: the faces of 1 student$/).waitFor();
    await page.getByRole('link', { name: WHO.name }).waitFor();
    await shots(page, 'privacy-would');
    await page.getByRole('button', { name: 'Put these rules in force' }).click();
    await page.getByText('The rules are in force.').waitFor();
    await page.getByText(/^Nothing is erased before /).waitFor();
    await page.getByRole('button', { name: `Keep ${WHO.name}` }).click();
    await page.getByText('1 student kept, though the rule would erase').waitFor();
    await page.waitForTimeout(500);
    expect(await problemsOf(page)).toEqual([]);
    await shots(page, 'privacy-kept');
    await page.getByRole('button', { name: `Let go of ${WHO.name}` }).click();
    await page.getByRole('button', { name: `Keep ${WHO.name}` }).waitFor();
    await goTo(page, 'Activity');
    await page.getByText('Faces not recognised go after months: 3, before 12').waitFor();
    await page.getByText(`${WHO.name} is kept, though a rule would erase`).waitFor();
  });
});

describe('what a family may ask for', () => {
  it('a consent that is withdrawn takes the faces at once, and the register goes on by hand', async () => {
    await startRegister(page, lesson);
    await expect.poll(() => rowWords(WHO.name)).toContain('Not seen yet');
    await page.goBack();
    await openStudent(WHO.name, 'Faces and consent');
    await page.getByText(`Given by ${AGREED} (guardian)`).waitFor();
    await page.getByRole('button', { name: 'Withdraw consent' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw consent' }).click();
    await page.getByText('The consent is withdrawn and the faces are erased.').waitFor();
    await page.getByText(/^Withdrawn on /).waitFor();
    await goTo(page, 'Today');
    await page.getByRole('link', { name: /8B/ }).first().click();
    await page.getByRole('button', { name: 'Close the register' }).waitFor();
    // Nobody who looks at the list can tell who withdrew from who was never enrolled.
    const differ = async () => (await rowWords(WHO.name)) !== (await rowWords(OTHER.name));
    await expect.poll(differ).toBe(false);
    expect(await rowWords(WHO.name)).not.toContain('Not seen yet');
    await closeRegister(page);
    await page.getByRole('link', { name: 'Back to Today' }).click();
  });

  it('everything about a student, as one workbook', async () => {
    await openStudent(WHO.name, 'Overview');
    await page.getByRole('button', { name: 'Add guardian' }).click();
    const guardian = page.getByRole('dialog');
    await guardian.getByLabel('Name', { exact: true }).fill(GUARDIAN.name);
    await guardian.getByLabel('Phone').fill(GUARDIAN.phone);
    await guardian.getByRole('button', { name: 'Add', exact: true }).click();
    await guardian.waitFor({ state: 'hidden' });
    await page.getByText(`${GUARDIAN.name} is saved.`).waitFor({ state: 'hidden' });
    await chooseAction('Export all data');
    const dialog = page.getByRole('dialog');
    await page.waitForTimeout(500);
    expect(await problemsOf(page)).toEqual([]);
    const path = join(work, 'everything.xlsx');
    await app.dialogs.answerSave(path);
    await dialog.getByRole('button', { name: 'Choose where to save' }).click();
    await dialog.getByText('Saved', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    const sheets = await readExcelFile(path);
    const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    expect(rowsOf('Student').flat()).toEqual(expect.arrayContaining([WHO.number, WHO.name, '8B']));
    expect(rowsOf('Parents and guardians').flat()).toEqual(
      expect.arrayContaining([GUARDIAN.name, '+919123450987']),
    );
    const [, consent = []] = rowsOf('Consents');
    expect(consent[0]).toBe(AGREED);
    expect(consent.at(-1)).not.toBeNull();
    expect(rowsOf('Marks').flat()).toEqual(expect.arrayContaining(['Mathematics', 'A']));
    expect(rowsOf('Faces')).toHaveLength(1);
    expect(JSON.stringify(sheets)).not.toContain(OTHER.name);
  });

  it('the erasure of a student, whose number has to be typed', async () => {
    await openStudent(WHO.name, 'Overview');
    await chooseAction('Erase the student');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await dialog.getByText('Type the student ID as it stands above.').waitFor();
    await page.waitForTimeout(500);
    expect(await problemsOf(page)).toEqual([]);
    await dialog.getByLabel('Student ID, to be sure').fill(WHO.number);
    await dialog.getByLabel('Reason').fill('Asked for by the parents');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText('The student is erased.').waitFor();
    await page.getByRole('cell', { name: OTHER.name, exact: true }).waitFor();
    expect(await page.getByRole('cell', { name: WHO.name }).count()).toBe(0);
    await goTo(page, 'Activity');
    await page.getByText('A student was erased').waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain(WHO.name);
    await goTo(page, 'Registers');
    await page.getByRole('row', { name: /8B/ }).first().getByRole('link').first().click();
    await page.getByText('Erased student').first().waitFor();
  });

  it('nothing of it lies readable in the data folder, the logs or the temporary folder', async () => {
    const needles = [
      ...Object.entries({ ...WHO, agreed: AGREED, guardian: GUARDIAN.name }),
      ...Object.entries({ phone: '+919123450987', typed: GUARDIAN.phone, other: OTHER.name }),
      ...Object.entries({ password: school.admin.password, passphrase: school.passphrase }),
    ].map(([what, text]) => textNeedle(what, text));
    // Electron keeps what a window leaves in the data folder; the stand-in's browser has a profile.
    const ofBrowser = (path: string) => path.includes('rollcall-stand-in-');
    expect(needlesUnder([app.userData, temporary], needles, ofBrowser)).toEqual([]);
    await app.close();
    expect(needlesUnder([app.userData, temporary], needles)).toEqual([]);
    const kept = await withRegister(app.userData, school.passphrase, (sqlite) => ({
      templates: sqlite.prepare('SELECT count(*) FROM templates').pluck().get(),
      withdrawn: sqlite.prepare('SELECT count(withdrawn_at) FROM consents').pluck().get(),
      named: sqlite.prepare('SELECT full_name FROM students ORDER BY full_name').pluck().all(),
      marks: sqlite.prepare('SELECT count(*) FROM attendance_events').pluck().get(),
    }));
    expect(kept).toEqual({
      templates: 0,
      withdrawn: 1,
      named: [OTHER.name, 'Erased student'],
      marks: 2,
    });
    app = await launchApp({ userData: app.userData });
  });
});

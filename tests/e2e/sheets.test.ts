import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOds } from '#tests/unit/support/read-ods.ts';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { problemsOf } from './support/problems.ts';
import {
  addClassAndSubject,
  addStudent,
  closeRegister,
  goTo,
  setUpSchool,
  startRegister,
} from './support/steps.ts';

const lesson = { className: '8B', subject: 'Mathematics' };
const SHEETS = ['Register', 'Summary', 'Students', 'Amendments', 'About'];
const work = mkdtempSync(join(tmpdir(), 'rollcall-sheets-'));

/** Takes a picture of the page where a folder for them is named. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.ROLLCALL_SHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}

describe.each(['light', 'dark'] as const)('sheets in %s', (colorScheme) => {
  let app: LaunchedApp;

  beforeAll(async () => {
    app = await launchApp({ colorScheme, size: { width: 1024, height: 640 } });
    await setUpSchool(app.page);
    await addClassAndSubject(app.page, lesson);
    await addStudent(app.page, { number: '007', name: '=SUM(A1)', className: '8B' });
    await startRegister(app.page, lesson);
    await closeRegister(app.page);
    await app.page.getByRole('link', { name: 'Back to Today' }).click();
  });
  afterAll(() => app.close());

  /** Saves from the dialog that is open, looks for what a screen reader would miss, and closes it. */
  async function save(name: string, format: string): Promise<string> {
    const { page } = app;
    const path = join(work, `${colorScheme}-${name}`);
    const dialog = page.getByRole('dialog');
    await dialog.getByText(format).click();
    await page.waitForTimeout(500);
    expect(await problemsOf(page), name).toEqual([]);
    await shot(page, `${colorScheme}-${name}`);
    await app.dialogs.answerSave(path);
    await dialog.getByRole('button', { name: 'Choose where to save' }).click();
    await dialog.getByText('Saved', { exact: true }).waitFor();
    await shot(page, `${colorScheme}-${name}-saved`);
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    await dialog.waitFor({ state: 'hidden' });
    return path;
  }

  it('a class as Excel and as OpenDocument', async () => {
    const { page } = app;
    await goTo(page, 'Registers');
    const openDialog = async () => {
      await page.getByRole('button', { name: /^Export/ }).click();
      await page.getByRole('dialog').getByLabel('Class', { exact: true }).first().click();
      await page.getByRole('option', { name: '8B', exact: true }).click();
    };
    await openDialog();
    const sheets = await readExcelFile(await save('class.xlsx', 'Excel (.xlsx)'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(SHEETS);
    expect(sheets[0]?.data[1]?.slice(0, 3)).toEqual(['007', '=SUM(A1)', 'A']);
    await openDialog();
    const ods = await save('class.ods', 'OpenDocument (.ods)');
    const content = execFileSync('unzip', ['-p', ods, 'content.xml'], { encoding: 'utf8' });
    const read = readOds(content);
    expect([...read.keys()]).toEqual(SHEETS);
    expect(
      read
        .get('Register')?.[1]
        ?.slice(0, 3)
        .map(({ text }) => text),
    ).toEqual([...['007', '=SUM(A1)', 'A']]);
  });

  it('one student, from the student’s page', async () => {
    const { page } = app;
    await goTo(page, 'Students');
    await page.getByRole('cell', { name: '=SUM(A1)', exact: true }).click();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('button', { name: 'Export' }).click();
    const sheets = await readExcelFile(await save('student.xlsx', 'Excel (.xlsx)'));
    expect(sheets[0]?.data[1]?.slice(2, 6)).toEqual([...['8B', 'Mathematics', 'Asha Verma', 'A']]);
  });

  it('the activity that is on screen', async () => {
    const { page } = app;
    await goTo(page, 'Activity');
    await page.getByText('Registers and marks').click();
    await page.getByRole('button', { name: 'Export' }).click();
    const sheets = await readExcelFile(await save('activity.xlsx', 'Excel (.xlsx)'));
    const kinds = (sheets[0]?.data ?? []).slice(1).map((row) => row[2]);
    expect(kinds).toContain('Register started');
    expect(kinds).toContain('Spreadsheet exported');
    expect(kinds).not.toContain('Signed in');
  });
});

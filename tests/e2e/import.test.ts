import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbookOf } from '#tests/unit/support/test-workbook.ts';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { problemsOf } from './support/problems.ts';
import { goTo, setUpSchool } from './support/steps.ts';

const STUDENTS = 40;
const work = mkdtempSync(join(tmpdir(), 'rollcall-import-'));

const two = (value: number) => String(value).padStart(2, '0');

function classList(): string {
  const rows = Array.from({ length: STUDENTS }, (_none, at) => [
    ...[`00${two(at + 1)}`, `Pupil ${two(at + 1)}`, '8', at < 20 ? 'A' : 'B'],
    ...[at === 3 ? 'no address' : `p${at}@example.org`, `Parent ${two(at + 1)}`, 'Mother'],
    `+91 98765 432${two(at)}`,
  ]);
  const head = ['Adm. No', 'Student name', 'Class', 'Section', 'Email', 'Guardian', 'Relation'];
  const odd = ['0001', 'Twice', '8', 'A', '', '', '', ''];
  const path = join(work, 'class list.xlsx');
  writeFileSync(path, workbookOf({ Students: [[...head, 'Guardian phone'], ...rows, odd] }));
  return path;
}

/** Where the pictures of the screens go when somebody wants to look at them. */
const pictures = process.env.ROLLCALL_PICTURES;

describe.each(['light', 'dark'] as const)('a list of students, in %s', (colorScheme) => {
  let app: LaunchedApp;
  beforeAll(async () => {
    app = await launchApp({ colorScheme, size: { width: 1024, height: 640 } });
    await setUpSchool(app.page);
  });
  afterAll(() => app.close());

  async function look(name: string): Promise<void> {
    expect(await problemsOf(app.page), name).toEqual([]);
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    await app.page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`) });
  }

  it('is looked at, imported, seen, taken back, and gone', async () => {
    const { page } = app;
    await goTo(page, 'Students');
    await page.getByText('No students yet').waitFor();
    await look('empty');
    await page.getByRole('link', { name: 'Import a list' }).first().click();
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();
    await look('choose');
    const bad = join(work, 'photo.xlsx');
    writeFileSync(bad, '%PDF-1.7');
    await page.locator('input[type=file]').setInputFiles(bad);
    await page.getByText('This is not a spreadsheet').waitFor();
    await page.locator('input[type=file]').setInputFiles(classList());
    await page.getByRole('heading', { name: 'What is in which column' }).waitFor();
    await look('columns');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('These 2 classes will be made: 8A, 8B.').waitFor();
    await page.getByText('1 row has a problem').waitFor();
    await look('preview');
    await page.getByRole('button', { name: `Import ${STUDENTS} students` }).click();
    await page.getByText(`${STUDENTS} students imported`).waitFor();
    await look('result');
    await page.getByRole('link', { name: 'See the students' }).click();
    await page.getByText(`${STUDENTS} students`).waitFor();
    await page.getByRole('cell', { name: 'Pupil 07', exact: true }).click();
    await page.getByText('+919876543206').waitFor();
    await look('guardians');
    await goTo(page, 'Students');
    await page.getByRole('link', { name: 'Import a list' }).first().click();
    await page.getByRole('button', { name: 'Undo the import of class list.xlsx' }).click();
    await page.getByText(`${STUDENTS} taken back`).waitFor();
    await look('undone');
    await goTo(page, 'Students');
    await page.getByText('No students yet').waitFor();
    await goTo(page, 'Activity');
    await page.getByText('Import of class list.xlsx taken back').waitFor();
    await look('activity');
  });
});

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbookOf } from '#tests/unit/support/test-workbook.ts';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { problemsOf } from './support/problems.ts';
import { addClassAndSubject, goTo, setUpSchool } from './support/steps.ts';

const work = mkdtempSync(join(tmpdir(), 'rollcall-marks-'));

const YEAR = new Date().getFullYear() - 1;
const PUPILS = Array.from({ length: 12 }, (_none, at) => String(at + 1).padStart(4, '0'));

function saved(name: string, rows: readonly (readonly string[])[]): string {
  const path = join(work, name);
  writeFileSync(path, workbookOf({ List: rows }));
  return path;
}

function students(): string {
  const rows = PUPILS.map((number, at) => [
    ...[number, `Pupil ${number}`, '8A', `${YEAR}-01-05`, `Parent ${number}`],
    `98765 432${String(at).padStart(2, '0')}`,
  ]);
  const head = ['Student ID', 'Name', 'Class', 'Joined on', 'Guardian', 'Guardian phone'];
  return saved('students.xlsx', [head, ...rows]);
}

/** Dates that can be read both ways, a status of nobody's, and rows that cannot be marks. */
function marks(): string {
  const days = ['03/02', '04/02', '05/02'].map((day) => `${day}/${YEAR}`);
  const rows = days.flatMap((day) =>
    PUPILS.map((number, at) => [
      number,
      day,
      '09:00',
      at === 4 ? 'Present?' : at % 5 ? 'Present' : 'AB',
    ]),
  );
  const odd = [
    ['0001', days[0] ?? '', '09:00', 'Present'],
    ['7777', days[0] ?? '', '09:00', 'Present'],
    ['0002', 'soon', '09:00', 'Present'],
  ];
  return saved('marks.xlsx', [['Adm. No', 'Date', 'Time', 'Attendance'], ...rows, ...odd]);
}

/** A column a register, as this app's own Register sheet has them; a new subject, an ID without its zeros. */
function wide(): string {
  const days = Array.from(
    { length: 30 },
    (_none, at) => `${YEAR}-03-${String(at + 1).padStart(2, '0')}`,
  );
  const head = [
    'Student ID',
    'Name',
    ...days.map((day, at) => `${day} 09:00 ${at === 29 ? 'Art' : 'Maths'}`),
    'Total P',
  ];
  const rows = PUPILS.map((number, at) => [
    ...[
      at === 1 ? '2' : number,
      `Pupil ${number}`,
      ...days.map(() => (at === 0 ? '?' : at % 4 ? 'P' : 'A')),
      '20',
    ],
  ]);
  return saved('wide.xlsx', [head, ...rows]);
}

/** Where the pictures of the screens go when somebody wants to look at them. */
const pictures = process.env.ROLLCALL_PICTURES;

describe.each([
  { colorScheme: 'light', size: { width: 1024, height: 640 } },
  { colorScheme: 'dark', size: { width: 1440, height: 900 } },
] as const)('a list of marks, in $colorScheme', ({ colorScheme, size }) => {
  let app: LaunchedApp;
  beforeAll(async () => {
    app = await launchApp({ colorScheme, size });
    await setUpSchool(app.page);
  });
  afterAll(() => app.close());

  async function look(name: string): Promise<void> {
    expect(await problemsOf(app.page), name).toEqual([]);
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    await app.page.screenshot({ path: join(pictures, `marks-${name}-${colorScheme}.png`) });
  }

  it('is asked about, looked at, imported, seen, and taken back', async () => {
    const { page } = app;
    const next = () => page.getByRole('button', { name: 'Next', exact: true }).click();
    await addClassAndSubject(page, { className: '8A', subject: 'Maths' });
    await goTo(page, 'Students');
    await page.getByRole('link', { name: 'Import a list' }).first().click();
    await page.locator('input[type=file]').setInputFiles(students());
    await page.getByRole('combobox', { name: 'Country of phone numbers' }).click();
    await page.getByRole('option', { name: 'India (+91)' }).click();
    await look('country');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('are taken to be in: India (+91)').waitFor();
    await page.getByText('+919876543200').waitFor();
    await look('students-preview');
    await page.getByRole('button', { name: 'Import 12 students' }).click();
    await page.getByText('12 students imported').waitFor();

    await page.getByRole('tab', { name: 'Marks' }).click();
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();
    await look('choose');
    await page.locator('input[type=file]').setInputFiles(marks());
    await page.getByRole('heading', { name: 'What is in which column' }).waitFor();
    await look('columns');
    await next();
    await page.getByText(`Which is the day in 03/02/${YEAR}?`).waitFor();
    await page.getByRole('combobox', { name: 'Meaning of Present?' }).click();
    await page.getByRole('option', { name: 'L · Late' }).click();
    await page.getByRole('combobox', { name: 'Subject of 39 marks' }).click();
    await page.getByRole('option', { name: 'Maths' }).click();
    await look('meanings');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('3 registers will be made').waitFor();
    await page.getByText('3 rows have a problem').waitFor();
    await look('preview');
    await page.getByText('Left out 3').click();
    await page.getByText('No student has the ID 7777.').waitFor();
    await page.getByText('“soon” is no date.').waitFor();
    await page.getByText('Row 2 has a mark for the same register.').waitFor();
    await look('problems');
    await page.getByRole('button', { name: 'Import 36 marks' }).click();
    await page.getByText('36 marks imported').waitFor();
    await look('result');
    await goTo(page, 'Activity');
    await page.getByText('36 new, 0 changed, 3 left out, 3 registers made').waitFor();
    await goTo(page, 'Students');
    await page.getByRole('link', { name: 'Import a list' }).first().click();
    await page.getByRole('tab', { name: 'Marks' }).click();
    await page.getByRole('button', { name: 'Undo the import of marks.xlsx' }).click();
    await page.getByText('36 taken back').waitFor();
    await look('undone');
    await page.locator('input[type=file]').setInputFiles(wide());
    await page.getByRole('button', { name: 'Show 26 more columns' }).waitFor();
    await look('wide-columns');
    await next();
    await page.getByText('360 marks.').waitFor();
    await page.getByRole('combobox', { name: 'Subject for Art' }).click();
    await page.getByRole('option', { name: 'Add as a new subject' }).click();
    await page.getByText('Match IDs without the zeros in front: 2 is 0002, Pupil 0002').click();
    await look('subjects');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('30 registers will be made').waitFor();
    await page.getByText('New 330').click();
    await page.getByText('2 in the list').first().waitFor();
    await look('wide-preview');
    await page.getByRole('button', { name: 'Import 330 marks' }).click();
    await page.getByText('330 marks imported').waitFor();
    await page.getByRole('link', { name: 'See the registers' }).click();
    await page.getByText('30 registers').waitFor();
    await look('registers');
  });
});

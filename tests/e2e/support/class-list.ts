import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { workbookOf } from '#tests/unit/support/test-workbook.ts';
import { addClassAndSubject, goTo } from './steps.ts';

const FIRST = ['Aarav', 'Bela', 'Chitra', 'Dev', 'Esha', 'Farhan'];
const LAST = ['Banerjee', 'Chatterjee', 'Krishnamurthy', 'Mukherjee', 'Rao'];

/** Thirty names, no two alike. */
export const THIRTY = FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`));

/** Adds a class, a subject and these students, from a spreadsheet. */
export async function importClass(
  page: Page,
  lesson: { className: string; subject: string },
  names: readonly string[],
): Promise<void> {
  await addClassAndSubject(page, lesson);
  const rows = names.map((name, at) => [String(101 + at), name, lesson.className]);
  const path = join(mkdtempSync(join(tmpdir(), 'rollcall-class-')), 'class.xlsx');
  writeFileSync(path, workbookOf({ Students: [['Student ID', 'Student name', 'Class'], ...rows] }));
  await goTo(page, 'Students');
  await page.getByRole('link', { name: 'Import a list' }).first().click();
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('button', { name: `Import ${names.length} students` }).click();
  await page.getByText(`${names.length} students imported`).waitFor();
}

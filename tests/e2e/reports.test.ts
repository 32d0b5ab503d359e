import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
const saved = mkdtempSync(join(tmpdir(), 'rollcall-reports-'));
/** More than the frame of an empty page comes to. */
const LEAST_BYTES = 20_000;
let app: LaunchedApp;

/** A register with Dev Rao present; the other is absent when it is closed. */
async function takeRegister(page: Page): Promise<void> {
  await startRegister(page, lesson);
  await page.getByRole('button', { name: 'Present: Dev Rao' }).click();
  await closeRegister(page);
  await page.getByRole('link', { name: 'See the register' }).click();
}

/** Saves the screen as a PDF; gives its bytes. */
async function pdfOf({ page, dialogs }: LaunchedApp, name: string): Promise<Buffer> {
  const path = join(saved, name);
  await dialogs.answerSave(path);
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  await page.getByText(`Saved: ${path}`).waitFor();
  return readFileSync(path);
}

beforeAll(async () => {
  app = await launchApp({ size: { width: 1024, height: 640 }, colorScheme: 'dark' });
  const { page } = app;
  await setUpSchool(page);
  await addClassAndSubject(page, lesson);
  await addStudent(page, { number: '007', name: 'Dev Rao', className: '8B' });
  await addStudent(page, { number: '008', name: 'Meera Iyer', className: '8B' });
  for (let register = 0; register < 3; register += 1) await takeRegister(page);
});
afterAll(() => app.close());

it('shows on Today what the registers came to so far', async () => {
  const { page } = app;
  await goTo(page, 'Today');
  const figures = page.getByRole('region', { name: 'Today so far' });
  await figures.getByText('50% present').waitFor();
  await figures.getByText('3 registers').waitFor();
  await figures.getByRole('listitem').filter({ hasText: '3 Absent' }).waitFor();
  expect(await problemsOf(page)).toEqual([]);
});

it('tells of a class: the share, who is under the threshold, and absences in a row', async () => {
  const { page } = app;
  await goTo(page, 'Reports');
  await page.getByText('50% present').waitFor();
  const below = page.getByRole('region', { name: '1 student under 80%' });
  await below.getByRole('row', { name: /Meera Iyer 008 8B 0 0 3 0 0 0%/ }).waitFor();
  const runs = page.getByRole('region', { name: 'Absent several times in a row' });
  await runs.getByRole('row', { name: /Meera Iyer 8B 3 .* still absent/ }).waitFor();
  expect(await problemsOf(page)).toEqual([]);
});

it('shows the figures of a chart as a table, and keeps the filters in the address', async () => {
  const { page } = app;
  const trend = page.getByRole('region', { name: 'Week by week' });
  await trend.getByRole('img', { name: /lowest 50%, highest 50%/ }).waitFor();
  await trend.getByText('Table').click();
  await trend.getByRole('row', { name: /3 3 0 50%/ }).waitFor();
  await page.getByLabel('Class').first().click();
  await page.getByRole('option', { name: '8B' }).click();
  await page.waitForFunction(() => location.hash.includes('classId='));
  expect(await problemsOf(page)).toEqual([]);
});

it('saves a report as a PDF in the colours of paper, and leaves the screen dark', async () => {
  const { page } = app;
  const pdf = await pdfOf(app, 'class.pdf');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(LEAST_BYTES);
  const scheme = page.locator('html').getAttribute('data-mantine-color-scheme');
  expect(await scheme).toBe('dark');
});

it('tells of one student, reached from the report', async () => {
  const { page } = app;
  await page.getByRole('link', { name: 'Meera Iyer' }).first().click();
  await page.getByText('Present in 0% of the registers that count').waitFor();
  const streaks = page.getByRole('region', { name: 'In a row' });
  await streaks.getByRole('row', { name: 'Absent in a row now 3 registers' }).waitFor();
  const methods = page.getByRole('region', { name: 'How marks were made' });
  await methods.getByRole('row', { name: 'At closing 3' }).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  expect((await pdfOf(app, 'student.pdf')).length).toBeGreaterThan(LEAST_BYTES);
});

it('says from Today, in one click, who is on site and where they were last present', async () => {
  const { page } = app;
  await goTo(page, 'Today');
  await page.getByRole('link', { name: 'On site now' }).click();
  const list = page.getByRole('region', { name: '8B' });
  await list.getByRole('row', { name: /Dev Rao.*Mathematics, Asha Verma/ }).waitFor();
  await list.getByRole('row', { name: /Meera Iyer.*Absent at/ }).waitFor();
  await list.getByText('1 on site, 0 present earlier, 0 not marked, 1 away').waitFor();
  expect(await problemsOf(page)).toEqual([]);
  expect((await pdfOf(app, 'on-site.pdf')).length).toBeGreaterThan(LEAST_BYTES);
});

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
let app: LaunchedApp;

beforeAll(async () => {
  app = await launchApp({ size: { width: 1024, height: 640 } });
  await setUpSchool(app.page);
  await addClassAndSubject(app.page, lesson);
  await addStudent(app.page, { number: '007', name: 'Dev Rao', className: '8B' });
  await addStudent(app.page, { number: '008', name: 'Meera Iyer', className: '8B' });
});
afterAll(() => app.close());

it('excuses who was reported away, and notes a guest', async () => {
  const { page } = app;
  await goTo(page, 'Today');
  await page.getByRole('button', { name: 'Report an absence' }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Student' }).click();
  await page.getByRole('option', { name: /Dev Rao/ }).click();
  await page.getByLabel('Reason').fill('dentist');
  await page.getByLabel('Reported by').fill('mother');
  await page.getByRole('button', { name: 'Save' }).click();
  await startRegister(page, lesson);
  await page.getByText('Reported away: dentist').waitFor();
  await page.getByRole('button', { name: 'Guest', exact: true }).click();
  await page.getByLabel('Name').fill('Boy in green');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('region', { name: 'Guests' }).getByText('Boy in green').waitFor();
});

it('takes the closing back, and goes on with whom it had made absent', async () => {
  const { page } = app;
  await closeRegister(page);
  await page.getByRole('button', { name: 'Open again' }).click();
  await page.getByRole('button', { name: 'Close the register' }).waitFor();
  expect(await page.locator('[data-count="unmarked"]').innerText()).toContain('1');
  await closeRegister(page);
});

it('sets a correction back from its message, and keeps both in the history', async () => {
  const { page } = app;
  await page.getByRole('link', { name: 'See the register' }).click();
  await page.getByRole('button', { name: /Meera Iyer: open history/ }).click();
  const cell = page.getByRole('dialog');
  await cell.getByLabel('Present').check();
  await cell.getByLabel('Reason').fill('was with the nurse');
  await cell.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await page.keyboard.press('Control+z');
  await cell.getByText('Changed from Present to Absent').waitFor();
  expect(await cell.getByText('Changed from Absent to Present').isVisible()).toBe(true);
  expect(await cell.getByText('Reason: was with the nurse').isVisible()).toBe(true);
});

it('names a guest once the choice is confirmed, and takes that back', async () => {
  const { page } = app;
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  const who = page.getByPlaceholder('Who was it?');
  await who.fill('Dev');
  await page.getByRole('option', { name: 'Dev Rao · 8B · 007' }).click();
  await page.waitForTimeout(500);
  expect(await page.getByText('was Dev Rao').count()).toBe(0);
  await who.press('Enter');
  await page.getByText('was Dev Rao', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await who.waitFor();
  expect(await problemsOf(page)).toEqual([]);
});

it('asks before a second register of the same lesson', async () => {
  const { page } = app;
  await goTo(page, 'Today');
  await page.getByRole('button', { name: 'Start the register' }).click();
  const question = page.getByRole('dialog', { name: 'This register was already taken' });
  await question.getByText(/^8B Mathematics was already taken at .*: 0 of 2 present\.$/).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await question.getByRole('link', { name: 'See that register' }).click();
  await page.getByRole('heading', { level: 1, name: '8B · Mathematics' }).waitFor();
  await startRegister(page, lesson);
});

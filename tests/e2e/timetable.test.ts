import type { Page } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import {
  addClassAndSubject,
  addStudent,
  closeRegister,
  fillTime,
  goTo,
  setUpSchool,
} from './support/steps.ts';

/** The app runs where it is eleven in the morning, so that a lesson of today fits around now. */
function morningZone(): { TZ: string; minutes: number; weekday: string } {
  const now = new Date();
  const ahead = 11 - now.getUTCHours();
  const local = new Date(now.getTime() + ahead * 3_600_000);
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
  return {
    // The signs of these zones are the other way round: Etc/GMT-2 is two hours ahead of UTC.
    TZ: `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`,
    minutes: 11 * 60 + local.getUTCMinutes(),
    weekday: weekday.format(local),
  };
}

const { TZ, minutes, weekday } = morningZone();
const lesson = { className: '8B', subject: 'Mathematics' };

let app: LaunchedApp;

beforeAll(async () => {
  app = await launchApp({ env: { TZ }, size: { width: 1024, height: 640 } });
  await setUpSchool(app.page);
  await addClassAndSubject(app.page, lesson);
  await addStudent(app.page, { number: '007', name: 'Dev Rao', className: '8B' });
});
afterAll(() => app.close());

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function addLesson(page: Page, from: number, to: number): Promise<void> {
  await goTo(page, 'Timetable');
  await page.getByRole('button', { name: 'Add lesson', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await choose(page, 'Subject', lesson.subject);
  await choose(page, 'Teacher', 'Asha Verma');
  await choose(page, 'Day', weekday);
  await dialog.getByLabel('Room').fill('Room 4');
  await fillTime(dialog, 'From', from);
  await fillTime(dialog, 'To', to);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
}

it('has a term, and a lesson that clashes is refused with the name of the other', async () => {
  const { page } = app;
  await goTo(page, 'Timetable');
  await page.getByRole('tab', { name: 'Terms and holidays' }).click();
  await page.getByRole('button', { name: 'Add term' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('This term');
  await dialog.getByRole('button', { name: /^Days, first and last/ }).click();
  // The month on screen, from its first day to its last: today is among them.
  const days = page.locator('table button:visible');
  await days.first().click();
  await days.last().click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('cell', { name: 'This term', exact: true }).waitFor();

  await addLesson(page, minutes - 5, minutes + 40);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: /Mathematics.*Room 4/ }).waitFor();
  await addLesson(page, minutes + 10, minutes + 50);
  await page.getByText('8B has another lesson at that time').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
});

it('a lesson that did not take place is said so on Today, and it can be taken back', async () => {
  const { page } = app;
  await goTo(page, 'Today');
  await page.getByText('Now: 8B Mathematics').waitFor();
  await page.getByRole('button', { name: 'Did not take place' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Fire drill');
  await dialog.getByRole('button', { name: 'It did not take place' }).click();
  await page.getByText('Now: 8B Mathematics').waitFor({ state: 'hidden' });
  await page.getByText('Fire drill').waitFor();
  await page.getByRole('button', { name: '8B Mathematics did take place' }).click();
  await page.getByText('Now: 8B Mathematics').waitFor();
});

it('Today starts the lesson that is on now, and a register started by mistake goes at one click', async () => {
  const { page } = app;
  await goTo(page, 'Today');
  await page.getByRole('button', { name: 'Start 8B Mathematics' }).click();
  await page.getByRole('button', { name: 'Close the register' }).waitFor();
  await page.getByRole('button', { name: 'Did not take place' }).click();
  await page.getByText('Noted: this register did not take place').waitFor();
  await page.getByText('Now: 8B Mathematics').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: 'Open registers' }).waitFor();
  await page.getByText('Now: 8B Mathematics').waitFor({ state: 'hidden' });
});

it('a closed register is discarded with a reason, struck from the list, and taken back', async () => {
  const { page } = app;
  await page.getByRole('link', { name: /^Go on with 8B/ }).click();
  await closeRegister(page);
  await page.getByRole('link', { name: /see the register/i }).click();
  await page.getByRole('button', { name: 'Did not take place' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Wrong class');
  await page.getByRole('button', { name: 'It did not take place' }).click();
  await page.getByText(/^Wrong class \(Asha Verma/).waitFor();
  await goTo(page, 'Registers');
  await page.getByText('Did not take place', { exact: true }).waitFor();
  await page.getByRole('cell', { name: 'Mathematics' }).click();
  await page.getByRole('button', { name: 'It did take place' }).click();
  await page.getByText('The register counts again').waitFor();
  await page.getByText(/^Wrong class \(Asha Verma/).waitFor({ state: 'hidden' });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { problemsOf } from './support/problems.ts';
import {
  addClassAndSubject,
  addStudent,
  closeRegister,
  school,
  setUpSchool,
} from './support/steps.ts';

const field = (page: Page) => page.getByRole('combobox', { name: 'Search and do' });
const options = (page: Page) =>
  page.getByRole('listbox', { name: 'What fits' }).getByRole('option');
const chosen = (page: Page) => options(page).and(page.locator('[aria-selected="true"]'));

async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await field(page).fill(text);
}

/** Types what is looked for, waits until it is the one chosen, and goes there. */
async function goBySearch(page: Page, text: string, to: RegExp): Promise<void> {
  await search(page, text);
  await chosen(page).filter({ hasText: to }).waitFor();
  await page.keyboard.press('Enter');
  await field(page).waitFor({ state: 'detached' });
}

describe('search and shortcuts', () => {
  let app: LaunchedApp;

  beforeAll(async () => {
    app = await launchApp({ size: { width: 1024, height: 640 } });
    await setUpSchool(app.page);
    await addClassAndSubject(app.page, { className: '8B', subject: 'Mathematics' });
    await addStudent(app.page, { number: '007', name: 'Dev Rao', className: '8B' });
    await addStudent(app.page, { number: '008', name: 'Zoë Nair', className: '8B' });
  });
  afterAll(() => app.close());

  it('is opened from the bar and by its shortcut, and is accessible', async () => {
    const { page } = app;
    await page.getByRole('button', { name: /^Search/ }).click();
    await field(page).waitFor();
    await chosen(page).filter({ hasText: 'Start a register' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await field(page).waitFor({ state: 'detached' });
    await search(page, 'no such thing');
    await page.getByText('Nothing fits.').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('finds a student by a part of the name, without accents', async () => {
    const { page } = app;
    await goBySearch(page, 'zoe', /Zoë Nair/);
    await page.getByRole('heading', { name: 'Zoë Nair', level: 1 }).waitFor();
  });

  it('Enter before main has answered goes to what is found then', async () => {
    const { page } = app;
    await page.keyboard.press('Control+k');
    await field(page).waitFor();
    await page.keyboard.type('dev rao');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Dev Rao', level: 1 }).waitFor();
  });

  it('finds screens and settings by their words, and moves with the arrow keys', async () => {
    const { page } = app;
    await goBySearch(page, 'proof of life', /School/);
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    await page.getByLabel('Name of the school').waitFor();
    await search(page, '8b');
    await chosen(page).filter({ hasText: '2 students' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await chosen(page).filter({ hasText: 'Start a register for 8B' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Start the register' }).click();
    await page.getByRole('button', { name: 'Close the register' }).waitFor();
    await closeRegister(page);
  });

  it('finds a register by its day', async () => {
    const { page } = app;
    await page.keyboard.press('Control+k');
    await page.keyboard.type('today 9z');
    await page
      .getByRole('option', { name: /All registers of .* None of them fits “9z”/ })
      .waitFor();
    await page.keyboard.press('Escape');
    await goBySearch(page, 'today 8b', /8B Mathematics/);
    await page.getByRole('heading', { name: /8B/, level: 1 }).waitFor();
  });

  it('acts: another theme, an export, the lock', async () => {
    const { page } = app;
    const dark = page.locator('html[data-mantine-color-scheme="dark"]');
    await goBySearch(page, 'dark', /Dark theme/);
    await dark.waitFor();
    await goBySearch(page, 'light', /Light theme/);
    await dark.waitFor({ state: 'detached' });
    await goBySearch(page, 'excel', /Import students|Export registers/);
    await page.goto(`${page.url().split('#')[0]}#/`);
    await goBySearch(page, 'export', /Export registers/);
    await page.getByRole('dialog', { name: /Export/ }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('locks by its keys, also while text is typed', async () => {
    const { page } = app;
    await search(page, 'dev');
    await page.keyboard.press('Control+l');
    await page.getByLabel(/^Password of/).fill(school.admin.password);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('button', { name: 'Unlock' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await field(page).waitFor({ state: 'detached' });
  });

  it('the imports are part of the students in the navigation', async () => {
    const { page } = app;
    const current = page
      .getByRole('navigation', { name: 'Main' })
      .locator('a[aria-current][data-active]');
    for (const what of ['students', 'marks', 'faces']) {
      await page.goto(`${page.url().split('#')[0]}#/import?what=${what}`);
      await page.getByRole('tab', { selected: true }).waitFor();
      await expect.poll(() => current.allInnerTexts()).toEqual(['Students']);
    }
  });

  it('? shows every shortcut, but not where text is typed', async () => {
    const { page } = app;
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.getByText('Take the last mark back').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await field(page).press('?');
    expect(await field(page).inputValue()).toBe('?');
    await page.keyboard.press('Escape');
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { problemsOf } from './support/problems.ts';
import {
  addClassAndSubject,
  addStudent,
  feedLine,
  goTo,
  setUpSchool,
  signIn,
  startRegister,
} from './support/steps.ts';

const sortBy = (page: Page, name: string) =>
  page.getByRole('columnheader').getByRole('button', { name, exact: true }).click();
const sorted = (page: Page) =>
  page.locator('th[aria-sort="ascending"], th[aria-sort="descending"]').allTextContents();

/** The first cells of the rows that are shown. */
const firstCells = (page: Page) => page.locator('tbody tr td:first-child').allTextContents();

/** Pixels by which the screen is wider than the window. */
const spill = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('tables', () => {
  let app: LaunchedApp;

  beforeAll(async () => {
    app = await launchApp({ size: { width: 1024, height: 640 } });
    await setUpSchool(app.page);
    await addClassAndSubject(app.page, { className: '8B', subject: 'Mathematics' });
    await addStudent(app.page, { number: '10', name: 'Zoë Nair', className: '8B' });
    await addStudent(app.page, { number: '9', name: 'Dev Rao', className: '8B' });
  });
  afterAll(() => app.close());

  it('students are sorted by a press on a head, and the other way by a second', async () => {
    const { page } = app;
    await goTo(page, 'Students');
    await sortBy(page, 'Student ID');
    await expect.poll(() => firstCells(page)).toEqual(['9', '10']);
    expect(await sorted(page)).toEqual(['Student ID']);
    await sortBy(page, 'Student ID');
    await expect.poll(() => firstCells(page)).toEqual(['10', '9']);
    expect(page.url()).toContain('descending=true');
    expect(await problemsOf(page)).toEqual([]);
  });

  it('columns are chosen, and remembered on this computer', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Columns' }).click();
    expect(await problemsOf(page)).toEqual([]);
    await page.getByRole('menuitemcheckbox', { name: 'Student ID' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'E-mail' }).click();
    await page.keyboard.press('Escape');
    const heads = ['Name', 'Class', 'E-mail', 'Face'];
    const shown = () => app.page.getByRole('columnheader').allTextContents();
    await expect.poll(shown).toEqual(heads);
    app = await app.restart();
    await signIn(app.page);
    await goTo(app.page, 'Students');
    await expect.poll(shown).toEqual(heads);
  });

  it('registers fit the smallest window with every column, are filtered and sorted', async () => {
    const { page } = app;
    await startRegister(page, { className: '8B', subject: 'Mathematics' });
    await page.getByRole('region', { name: 'Students' }).click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('l');
    await feedLine(page, /marked L/).waitFor();
    await page.goto(`${page.url().split('#')[0]}#/registers`);
    await page.getByRole('columnheader', { name: 'Not marked' }).waitFor();
    await page.getByText('incl. 1 late').waitFor();
    expect(await spill(page)).toBeLessThanOrEqual(0);
    await sortBy(page, 'Class');
    await expect.poll(() => sorted(page)).toEqual(['Class']);
    expect(await problemsOf(page)).toEqual([]);
    await page.getByLabel('Class, subject or teacher').fill('physics');
    await page.getByText('No register of these days fits.').waitFor();
    await page.getByLabel('Class, subject or teacher').fill('math');
    await page.getByRole('cell', { name: /8B/ }).waitFor();
  });

  it('those on site are sorted by a press on a head', async () => {
    const { page } = app;
    await page.goto(`${page.url().split('#')[0]}#/reports/on-site`);
    const names = () => page.locator('tbody th[scope=row]').allTextContents();
    await sortBy(page, 'Student');
    await expect
      .poll(names)
      .toEqual([expect.stringContaining('Dev'), expect.stringContaining('Zoë')]);
    await sortBy(page, 'Student');
    await expect
      .poll(names)
      .toEqual([expect.stringContaining('Zoë'), expect.stringContaining('Dev')]);
    expect(await problemsOf(page)).toEqual([]);
  });

  it('the activity is turned round as a whole', async () => {
    const { page } = app;
    await goTo(page, 'Activity');
    const first = page.locator('main li').first();
    await expect.poll(() => first.textContent()).toContain('marked L');
    await page.getByRole('button', { name: 'Newest first' }).click();
    await expect.poll(() => first.textContent()).not.toContain('marked L');
    await page.getByRole('button', { name: 'Oldest first' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
  });
});

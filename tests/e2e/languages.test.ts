import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hindi } from '#renderer/app/languages/hindi.ts';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { problemsOf } from './support/problems.ts';
import { addClassAndSubject, addStudent, goTo, school, setUpSchool } from './support/steps.ts';

const lesson = { className: '8B', subject: 'Mathematics' };
const student = { number: '007', name: 'मीरा Iyer', className: '8B' };
let app: LaunchedApp;

beforeAll(async () => {
  app = await launchApp({ size: { width: 1024, height: 640 } });
});
afterAll(() => app.close());

/** Chooses a language by the name it gives itself, wherever the choice stands. */
const choose = (page: Page, language: string) =>
  page.locator('label').filter({ hasText: language }).click();

const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang);

/** By how many pixels a page is wider than the window. */
const tooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

const openInHindi = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: hindi.app.mainNavigation })
    .getByRole('link', { name })
    .click();

async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label).first().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

it('is chosen before there is a register, and what was typed stays', async () => {
  const { page } = app;
  await page.getByLabel('Name of the school').fill(school.name);
  await choose(page, 'हिन्दी');
  await page.getByRole('heading', { name: hindi.firstRun.title }).waitFor();
  expect(await languageOf(page)).toBe('hi');
  expect(await page.getByRole('textbox').first().inputValue()).toBe(school.name);
  await choose(page, 'English');
  await page.getByRole('button', { name: 'Next' }).waitFor();
  await setUpSchool(page);
  await addClassAndSubject(page, lesson);
  await addStudent(page, student);
});

it('is chosen at the sign-in, and kept for the next start', async () => {
  app = await app.restart();
  await app.page.getByRole('button', { name: 'Sign in' }).waitFor();
  await choose(app.page, 'हिन्दी');
  await app.page.getByRole('button', { name: hindi.accounts.signIn.submit }).waitFor();
  app = await app.restart();
  const { page } = app;
  const { username, password, submit } = hindi.accounts.signIn;
  await page.getByLabel(username, { exact: true }).fill(school.admin.username);
  await page.getByLabel(password, { exact: true }).fill('wrong');
  await page.getByRole('button', { name: submit }).click();
  await page.getByText(hindi.errors.WRONG_CREDENTIALS.title).waitFor();
  await page.getByLabel(password, { exact: true }).fill(school.admin.password);
  await page.getByRole('button', { name: submit }).click();
  await page.getByRole('heading', { name: hindi.app.nav.today, exact: true }).waitFor();
  expect(await languageOf(page)).toBe('hi');
});

it('shows Devanagari in the font that comes with the app', async () => {
  await app.page.evaluate(() => document.fonts.ready);
  const loaded = await app.page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
  );
  expect(loaded.some((family) => family.includes('Noto Sans Devanagari'))).toBe(true);
});

it('every screen of the navigation fits and can be read', async () => {
  const { page } = app;
  const { today, students, classes, timetable, registers, reports, activity, settings } =
    hindi.app.nav;
  for (const name of [
    students,
    classes,
    timetable,
    registers,
    reports,
    activity,
    settings,
    today,
  ]) {
    await openInHindi(page, name);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('nav a[aria-current="page"]').filter({ hasText: name }).waitFor();
    await page.waitForTimeout(500);
    expect(await problemsOf(page), name).toEqual([]);
    expect(await tooWide(page), name).toBeLessThanOrEqual(0);
  }
});

it('takes a register in Hindi, and shows it', async () => {
  const { page } = app;
  await pick(page, hindi.today.start.class, lesson.className);
  await pick(page, hindi.today.start.subject, lesson.subject);
  await page.getByRole('button', { name: hindi.today.start.button }).click();
  await page.getByRole('button', { name: hindi.live.end }).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  expect(await tooWide(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: hindi.live.end }).click();
  await page.locator('[data-close-register]').click();
  await page.getByRole('heading', { name: hindi.live.result.title }).waitFor();
  await page.getByRole('link', { name: hindi.live.result.open }).click();
  await page.getByText(student.name).first().waitFor();
  expect(await problemsOf(page)).toEqual([]);
});

it('lays every screen out from the right where lines begin there', async () => {
  const { page } = app;
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  for (const name of Object.values(hindi.app.nav).slice(0, 8)) {
    await openInHindi(page, name);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(300);
    expect(await tooWide(page), name).toBeLessThanOrEqual(0);
  }
  const nav = await page.getByRole('navigation', { name: hindi.app.mainNavigation }).boundingBox();
  expect(nav?.x).toBeGreaterThan(512);
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'));
});

it('goes back to English under the settings, at once', async () => {
  const { page } = app;
  await openInHindi(page, hindi.app.nav.settings);
  await choose(page, 'English');
  await page.getByRole('heading', { name: 'Settings', exact: true }).waitFor();
  expect(await languageOf(page)).toBe('en');
  await goTo(page, 'Today');
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { problemsOf } from './support/problems.ts';
import {
  addClassAndSubject,
  addStudent,
  closeRegister,
  feedLine,
  goTo,
  school,
  setUpSchool,
  startRegister,
} from './support/steps.ts';

const CHOSEN = 'violet ladder marmalade';
const lesson = { className: '8B', subject: 'Mathematics' };
const unlock = (page: Page) => page.getByRole('button', { name: 'Unlock' });

async function signInAs(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('User name', { exact: true }).fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
}

/** Reads the temporary password off the dialog that shows it once, and closes it. */
async function takePassword(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog', { name: /^Temporary password of/ });
  const password = await dialog.getByText(/^\w{4}-\w{4}-\w{4}$/).textContent();
  expect(await problemsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Done' }).click();
  return password ?? '';
}

async function addAccount(page: Page, username: string, role: string): Promise<string> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Accounts' }).click();
  await page.getByRole('button', { name: 'Add account' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(`Test ${role}`);
  await dialog.getByLabel('User name').fill(username);
  await dialog.getByText(role, { exact: true }).click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  return takePassword(page);
}

/** Goes from a temporary password to one of one's own. */
async function choosePassword(page: Page, given: string): Promise<void> {
  await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  // It was typed a moment ago, and is not asked for again.
  expect(await page.getByLabel('Password you were given').count()).toBe(0);
  await page.getByLabel('New password').fill(given);
  await page.getByLabel('Type it once more').fill(CHOSEN);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('This is the password you have').waitFor();
  await page.getByText('This is not the same.').waitFor();
  await page.getByLabel('New password').fill(CHOSEN);
  await page.getByRole('button', { name: 'Change password' }).click();
}

const navigation = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link').allTextContents();

describe('accounts', () => {
  let app: LaunchedApp;

  beforeAll(async () => {
    app = await launchApp({ size: { width: 1024, height: 640 } });
    await setUpSchool(app.page);
    await addClassAndSubject(app.page, lesson);
    await addStudent(app.page, { number: '007', name: 'Dev Rao', className: '8B' });
  });
  afterAll(() => app.close());

  it('a temporary password has to be changed, and the office sees what it may', async () => {
    const { page } = app;
    const given = await addAccount(page, 'front.office', 'Office');
    await signOut(page, school.admin.displayName);
    await signInAs(page, 'front.office', given);
    await choosePassword(page, given);
    await page.getByRole('heading', { name: 'Registers', level: 1 }).waitFor();
    expect(await navigation(page)).toEqual([
      'Students',
      'Timetable',
      'Registers',
      'Reports',
      'Activity',
      'Settings',
    ]);
    await goTo(page, 'Students');
    await page.getByRole('cell', { name: 'Dev Rao', exact: true }).click();
    await page.getByRole('tab', { name: 'History' }).waitFor();
    expect(await page.getByRole('tab').allTextContents()).not.toContain('Faces and consent');
    expect(await problemsOf(page)).toEqual([]);
    await signOut(page, 'Test Office');
  });

  it('a student’s account shows the own record, and nothing else', async () => {
    const { page } = app;
    await signInAs(page, school.admin.username, school.admin.password);
    await startRegister(page, lesson);
    await page.getByRole('button', { name: 'Present: Dev Rao' }).click();
    await closeRegister(page);
    await page.goto(`${page.url().split('#')[0]}#/students`);
    await page.getByRole('cell', { name: 'Dev Rao', exact: true }).click();
    await page.getByRole('button', { name: 'Make account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Account for Dev Rao' });
    expect(await dialog.getByLabel('User name').inputValue()).toBe('dev.rao');
    await dialog.getByRole('button', { name: 'Make account' }).click();
    const given = await takePassword(page);
    await page.getByRole('button', { name: 'New password' }).waitFor();
    await signOut(page, school.admin.displayName);
    await signInAs(page, 'dev.rao', given);
    await choosePassword(page, given);
    await page.getByRole('heading', { name: 'My record', level: 1 }).waitFor();
    expect(await navigation(page)).toEqual(['My record', 'Settings']);
    await page.getByText('100%').first().waitFor();
    await page.getByText('No data of your face.').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.goto(`${page.url().split('#')[0]}#/students`);
    await page.getByRole('heading', { name: 'Not for your account', level: 1 }).waitFor();
    await signOut(page, 'Dev Rao');
  });

  it('locks with the computer and after a while, and opens with the password', async () => {
    const { page } = app;
    await signInAs(page, school.admin.username, school.admin.password);
    await goTo(page, 'Students');
    await app.power('lock-screen');
    await unlock(page).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByLabel('Password of Asha Verma').fill('not the password');
    await unlock(page).click();
    await page.getByText('This is not the password.').waitFor();
    await page.getByLabel('Password of Asha Verma').fill(school.admin.password);
    await unlock(page).click();
    await unlock(page).waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Students', level: 1 }).waitFor();
    await page.getByRole('cell', { name: 'Dev Rao', exact: true }).click();
    await page.getByRole('heading', { name: 'Dev Rao', level: 1 }).waitFor();
  });

  it('leaves camera and list in sight while a register is under way', async () => {
    const { page } = app;
    await startRegister(page, lesson);
    await app.power('suspend');
    await page.getByText('Faces are still being marked.').waitFor();
    await expect.poll(() => page.getByText('Dev Rao').first().isVisible()).toBe(true);
    expect(await problemsOf(page)).toEqual([]);
    await page.keyboard.press('p');
    await page.getByLabel('Password of Asha Verma').fill(school.admin.password);
    await unlock(page).click();
    await unlock(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Present: Dev Rao' }).click();
    await feedLine(page, /Dev Rao marked/).waitFor();
    await closeRegister(page);
  });

  it('shows this computer as it was set, whoever came after', async () => {
    const { page } = app;
    await page.goto(`${page.url().split('#')[0]}#/`);
    await goTo(page, 'Settings');
    await page.getByText('Dark', { exact: true }).click();
    const dark = page.locator('html[data-mantine-color-scheme="dark"]');
    await dark.waitFor();
    await signOut(page, school.admin.displayName);
    await signInAs(page, school.admin.username, school.admin.password);
    await goTo(page, 'Settings');
    await page.getByText('Light', { exact: true }).click();
    await dark.waitFor({ state: 'detached' });
  });

  it('locks after ten minutes without mouse or keyboard', async () => {
    const { page } = app;
    await page.goto(`${page.url().split('#')[0]}#/`);
    await page.clock.install();
    await page.reload();
    await signInAs(page, school.admin.username, school.admin.password);
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    await page.clock.fastForward('09:00');
    expect(await unlock(page).isVisible()).toBe(false);
    await page.mouse.move(200, 200);
    await page.clock.fastForward('09:30');
    expect(await unlock(page).isVisible()).toBe(false);
    await page.clock.fastForward('01:00');
    await unlock(page).waitFor();
  });
});

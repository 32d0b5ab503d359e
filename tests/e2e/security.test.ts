import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { hindi } from '#renderer/app/languages/hindi.ts';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { problemsOf } from './support/problems.ts';
import { shots } from './support/shots.ts';
import {
  addClassAndSubject,
  addStudent,
  closeRegister,
  feedLine,
  goTo,
  school,
  setUpSchool,
  signIn,
  startRegister,
} from './support/steps.ts';
import { withRegister } from './support/with-register.ts';

const lesson = { className: '8B', subject: 'Mathematics' };
const STUDENTS = ['Dev Rao', 'Mia Stone', 'Noor Ali'];
const NEW_PASSPHRASE = 'silver kettle under the southern stairs';
const LOOKS = [
  { colorScheme: 'dark', size: { width: 1440, height: 900 } },
  { colorScheme: 'light', size: { width: 1024, height: 640 } },
] as const;
const START_LIMIT_MS = 20_000;
const THREE_HOURS_MS = 10_800_000;

const work = mkdtempSync(join(tmpdir(), 'rollcall-security-'));
const untouched = join(work, 'untouched');
let app: LaunchedApp | null = null;

/** A copy of the data folder of a school with one closed register of three students. */
function schoolFolder(): string {
  const folder = mkdtempSync(join(work, 'school-'));
  cpSync(untouched, folder, { recursive: true });
  return folder;
}

async function launch(userData: string): Promise<LaunchedApp> {
  app = await launchApp({ userData, size: { width: 1024, height: 640 } });
  return app;
}

/** Starts the app and signs the admin in. */
async function open(userData: string): Promise<LaunchedApp> {
  const opened = await launch(userData);
  await signIn(opened.page);
  return opened;
}

const markPresent = async (page: Page, name: string) => {
  await page.getByRole('button', { name: `Present: ${name}` }).click();
  await feedLine(page, new RegExp(`${name} marked`)).waitFor();
};

beforeAll(async () => {
  const { page, close } = await launchApp({ userData: untouched });
  await setUpSchool(page);
  await addClassAndSubject(page, lesson);
  for (const [index, name] of STUDENTS.entries()) {
    await addStudent(page, { number: `${index + 1}`, name, className: lesson.className });
  }
  await startRegister(page, lesson);
  for (const name of STUDENTS) await markPresent(page, name);
  await closeRegister(page);
  await close();
});
afterEach(async () => {
  await app?.close();
  app = null;
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

async function openSecurity(page: Page): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Security', exact: true }).click();
  await page.getByRole('heading', { name: 'Security', exact: true }).waitFor();
}

async function openLastRegister(page: Page): Promise<void> {
  await goTo(page, 'Registers');
  await page.getByRole('row', { name: /8B/ }).first().getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: /8B/ }).waitFor();
}

/** Looks at the screen as it is in both themes and sizes: what axe finds, and that it fits. */
async function expectUsable(page: Page, name: string): Promise<void> {
  await shots(page, name);
  for (const { colorScheme, size } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    await page.waitForTimeout(500);
    expect(await problemsOf(page), `${name} ${colorScheme}`).toEqual([]);
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(tooWide, `${name} ${colorScheme}`).toBeLessThanOrEqual(0);
  }
}

/** Sends a dialog that asks for one's own password, with a wrong one first. */
async function sendAfterWrongPassword(dialog: Locator, button: string): Promise<void> {
  const own = dialog.getByLabel('Your own password, once more');
  const send = dialog.getByRole('button', { name: button });
  await own.fill('not my password');
  await send.click();
  await dialog.getByText('This is not your current password.').waitFor();
  await own.fill(school.admin.password);
  await send.click();
}

/** As on a computer whose keychain is another one. */
function loseKeychain(folder: string): void {
  const path = join(folder, 'key.json');
  const keys = JSON.parse(readFileSync(path, 'utf8')) as { keychain: string | null };
  writeFileSync(path, JSON.stringify({ ...keys, keychain: btoa('of another keychain') }));
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Recovery passphrase' }).fill(passphrase);
  const button = page.getByRole('button', { name: 'Unlock' });
  await expect.poll(() => button.isEnabled(), { timeout: START_LIMIT_MS }).toBe(true);
  await button.click();
}

it('a new recovery passphrase opens the register, and the old one no more', async () => {
  const userData = schoolFolder();
  const first = await open(userData);
  const { page } = first;
  await openSecurity(page);
  await expectUsable(page, 'security');
  await page.getByRole('button', { name: 'Change the passphrase' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('New recovery passphrase').fill(NEW_PASSPHRASE);
  await dialog.getByLabel('Type it once more, from your paper').fill(NEW_PASSPHRASE);
  await dialog.getByLabel('I have it on paper, kept away from this computer').check();
  await expectUsable(page, 'security-passphrase');
  await sendAfterWrongPassword(dialog, 'Change it');
  await page.getByText('The recovery passphrase is changed.').waitFor();
  await first.close();

  loseKeychain(userData);
  const second = await launch(userData);
  await unlock(second.page, school.passphrase);
  await second.page.getByText('That is not the recovery passphrase').waitFor();
  await unlock(second.page, NEW_PASSPHRASE);
  await signIn(second.page);
});

it('a new key is refused while a register is open, then opens all that was written', async () => {
  const userData = schoolFolder();
  const first = await open(userData);
  const { page } = first;
  await startRegister(page, lesson);
  await page.getByRole('link', { name: 'Today' }).first().click();
  await openSecurity(page);
  await page.getByRole('button', { name: 'Change the key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Recovery passphrase' }).fill(school.passphrase);
  await sendAfterWrongPassword(dialog, 'Change the key');
  await dialog.getByText('Close the register first.').waitFor();
  await expectUsable(page, 'security-key');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await goTo(page, 'Today');
  await page.getByLabel(/^Go on with 8B/).click();
  for (const name of STUDENTS) await markPresent(page, name);
  await closeRegister(page);
  await page.getByRole('link', { name: 'Back to Today' }).click();
  const keys = () => readFileSync(join(userData, 'key.json'), 'utf8');
  const before = keys();
  await openSecurity(page);
  await page.getByRole('button', { name: 'Change the key' }).click();
  await dialog.getByRole('textbox', { name: 'Recovery passphrase' }).fill(NEW_PASSPHRASE);
  await dialog.getByLabel('Your own password, once more').fill(school.admin.password);
  await dialog.getByRole('button', { name: 'Change the key' }).click();
  await dialog.getByText('That is not the recovery passphrase').waitFor();
  await dialog.getByRole('textbox', { name: 'Recovery passphrase' }).fill(school.passphrase);
  await dialog.getByRole('button', { name: 'Change the key' }).click();
  await page.getByText('The register is under a new key.').waitFor();
  expect(keys()).not.toBe(before);
  await first.close();

  const second = await open(userData);
  await openLastRegister(second.page);
  for (const name of STUDENTS) {
    const row = second.page.getByRole('row').filter({ hasText: name });
    await row.getByText('Present').first().waitFor();
  }
  await second.close();
  const marks = await withRegister(userData, school.passphrase, (sqlite) =>
    sqlite.prepare('SELECT count(*) FROM attendance_events WHERE code = ?').pluck().get('P'),
  );
  expect(marks).toBe(2 * STUDENTS.length);
});

const checkNow = (page: Page) => page.getByRole('button', { name: 'Check the register' }).click();

/** What somebody does who has the passphrase and a SQL prompt. */
const tamper = (folder: string) =>
  withRegister(folder, school.passphrase, (sqlite) => {
    sqlite.exec('DROP TRIGGER attendance_events_never_updated');
    sqlite.exec("UPDATE attendance_events SET code = 'A' WHERE seq = 2");
  });

it('a register as it was written is said to be intact, and a row changed outside is named', async () => {
  const userData = schoolFolder();
  const first = await open(userData);
  await openSecurity(first.page);
  await first.page.getByText('Not checked yet.').waitFor();
  await checkNow(first.page);
  await first.page.getByText(/3 entries, none was changed/).waitFor();
  await expectUsable(first.page, 'security-intact');
  await first.close();

  await tamper(userData);
  const { page } = await open(userData);
  await openSecurity(page);
  await checkNow(page);
  const finding = page.getByRole('main').getByRole('alert');
  await finding.getByText('Entry 2 was changed.').waitFor();
  await finding.getByText(/^Mia Stone, 8B Mathematics, register of /).waitFor();
  await expectUsable(page, 'security-changed');
  await goTo(page, 'Today');
  const banner = page.getByRole('alert').filter({ hasText: 'changed outside Rollcall' });
  await banner.waitFor();
  await expectUsable(page, 'security-banner');
  await banner.getByRole('link', { name: 'See what was found' }).click();
  await finding.waitFor();
});

it('a clock that went back while Rollcall was closed is said, until somebody looks at it', async () => {
  const userData = schoolFolder();
  await withRegister(userData, school.passphrase, (sqlite) =>
    sqlite.prepare('UPDATE clock_seen SET at = at + ?').run(THREE_HOURS_MS),
  );
  const { page } = await open(userData);
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Privacy', exact: true }).click();
  await page.getByText('Until then no rule erases anything.').waitFor();
  await expectUsable(page, 'clock-privacy');
  await startRegister(page, lesson);
  const warning = page.getByRole('alert').filter({ hasText: 'clock went back 3 hours' });
  await warning.waitFor();
  await markPresent(page, 'Dev Rao');
  await expectUsable(page, 'clock-session');
  await warning.getByRole('button', { name: 'The time is right' }).click();
  await warning.waitFor({ state: 'hidden' });
  await markPresent(page, 'Mia Stone');
  await closeRegister(page);
  await page.getByRole('link', { name: 'Back to Today' }).click();
  await openLastRegister(page);
  await page.getByText(/^The time of 1 entry of this register may be wrong/).waitFor();
  await expectUsable(page, 'clock-register');
});

it('can be read in Hindi', async () => {
  const userData = schoolFolder();
  await tamper(userData);
  const { page } = await open(userData);
  await goTo(page, 'Settings');
  await page.locator('label').filter({ hasText: 'हिन्दी' }).click();
  const { settings, security } = hindi;
  await page.getByRole('link', { name: settings.sections.security, exact: true }).click();
  await page.getByRole('button', { name: security.integrity.check }).click();
  await page.getByRole('main').getByRole('alert').waitFor();
  await expectUsable(page, 'security-hindi');
  await page.getByRole('button', { name: security.passphrase.change }).click();
  await page.getByRole('dialog').waitFor();
  await expectUsable(page, 'security-passphrase-hindi');
});

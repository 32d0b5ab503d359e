import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, it } from 'vitest';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { problemsOf } from './support/problems.ts';
import { shots } from './support/shots.ts';
import {
  addClassAndSubject,
  addStudent,
  goTo,
  school,
  setUpSchool,
  signIn,
} from './support/steps.ts';

const student = { number: '007', name: 'Dev Rao', className: '8B' };

const work = mkdtempSync(join(tmpdir(), 'rollcall-backup-'));
let app: LaunchedApp | null = null;

afterEach(async () => {
  await app?.close();
  app = null;
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

async function openBackupSettings(page: Page): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Backup', exact: true }).click();
}

/** From the button to what is in the file; the last step is left to the test. */
async function lookInto({ page, dialogs }: LaunchedApp, file: string): Promise<void> {
  await page.getByRole('button', { name: 'Restore from a backup' }).click();
  await dialogs.answerOpen([file]);
  await page.getByRole('button', { name: 'Choose the file' }).click();
  await page.getByLabel('Recovery passphrase of when the backup was made').fill(school.passphrase);
  await page.getByRole('button', { name: 'See what is in it' }).click();
  await page.getByRole('dialog').getByText(school.name).waitFor();
}

async function eraseStudent(page: Page): Promise<void> {
  await goTo(page, 'Students');
  await page.getByRole('cell', { name: student.name, exact: true }).click();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Erase the student' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Student ID, to be sure').fill(student.number);
  await dialog.getByLabel('Reason').fill('Asked for by the parents');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByText('The student is erased.').waitFor();
}

/** What is said once a backup is in place stays until somebody has closed it. */
async function expectNote(page: Page, text: string): Promise<void> {
  const note = page.getByRole('alert').filter({ hasText: 'The backup is in place' });
  await note.getByText(text).waitFor();
  await shots(page, `restored-${text.startsWith('1') ? 'here' : 'elsewhere'}`);
  expect(await problemsOf(page)).toEqual([]);
  await note.getByRole('button').click();
}

async function classNames(page: Page): Promise<string> {
  await goTo(page, 'Classes');
  await page.getByText('8B', { exact: true }).waitFor();
  return page.getByRole('main').innerText();
}

it('goes back to a backup in the settings, and on a new computer from the first screen', async () => {
  const first = await launchApp({ userData: join(work, 'old') });
  app = first;
  const { page, dialogs } = first;
  await setUpSchool(page);
  await addClassAndSubject(page, { className: '8B', subject: 'Mathematics' });
  await addStudent(page, student);
  await openBackupSettings(page);
  const folder = mkdtempSync(join(work, 'stick-'));
  await dialogs.answerOpen([folder]);
  await page.getByRole('button', { name: 'Choose another folder' }).click();
  await page.getByText(folder).waitFor();
  const [name = ''] = globSync('*.rollcall', { cwd: folder });
  const file = join(folder, name);
  await page.getByRole('cell', { name }).waitFor();

  await addClassAndSubject(page, { className: '9C', subject: 'Music' });
  await eraseStudent(page);
  await openBackupSettings(page);
  await lookInto(first, file);
  await page.getByRole('button', { name: 'Put it in place' }).click();
  await expectNote(page, '1 student erased since then was erased again.');
  await signIn(page);
  expect(await classNames(page)).not.toContain('9C');
  await goTo(page, 'Students');
  await page.getByRole('heading', { name: 'Students', exact: true }).waitFor();
  expect(await page.getByText(student.name).count()).toBe(0);
  await first.close();

  const second = await launchApp({ userData: join(work, 'new') });
  app = second;
  await lookInto(second, file);
  await second.page.getByRole('button', { name: 'Put it in place' }).click();
  await expectNote(second.page, 'This computer does not know who was erased');
  await signIn(second.page);
  expect(await classNames(second.page)).toContain('8B');
});

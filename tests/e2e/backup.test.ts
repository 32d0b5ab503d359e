import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, it } from 'vitest';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { addClassAndSubject, goTo, school, setUpSchool, signIn } from './support/steps.ts';

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
  await openBackupSettings(page);
  const folder = mkdtempSync(join(work, 'stick-'));
  await dialogs.answerOpen([folder]);
  await page.getByRole('button', { name: 'Choose another folder' }).click();
  await page.getByText(folder).waitFor();
  const [name = ''] = globSync('*.rollcall', { cwd: folder });
  const file = join(folder, name);
  await page.getByRole('cell', { name }).waitFor();

  await addClassAndSubject(page, { className: '9C', subject: 'Music' });
  await openBackupSettings(page);
  await lookInto(first, file);
  await page.getByRole('button', { name: 'Put it in place' }).click();
  await signIn(page);
  expect(await classNames(page)).not.toContain('9C');
  await first.close();

  const second = await launchApp({ userData: join(work, 'new') });
  app = second;
  await lookInto(second, file);
  await second.page.getByRole('button', { name: 'Put it in place' }).click();
  await signIn(second.page);
  expect(await classNames(second.page)).toContain('8B');
});

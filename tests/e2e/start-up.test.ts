import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { root } from './launch-options.ts';
import { school, setUpSchool, signIn } from './support/steps.ts';
import { withRegister } from './support/with-register.ts';

let untouched: string;
let app: LaunchedApp | null = null;

/** A copy of the data folder of a school that has been set up and closed. */
function schoolFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-start-'));
  cpSync(untouched, folder, { recursive: true });
  return folder;
}

async function open(userData: string, bundle?: string): Promise<LaunchedApp> {
  app = await launchApp({ userData, bundle });
  return app;
}

beforeAll(async () => {
  const first = await launchApp();
  await setUpSchool(first.page);
  await first.close();
  untouched = first.userData;
});

afterEach(async () => {
  await app?.close();
  app = null;
});

describe('starting again', () => {
  it('asks for the sign-in, and refuses a wrong password', async () => {
    const { page } = await open(schoolFolder());
    await page.getByLabel('User name', { exact: true }).fill(school.admin.username);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').filter({ hasText: 'User name or password' }).waitFor();
    await signIn(page);
    expect(await page.getByRole('banner').textContent()).toContain(school.name);
  });

  it('opens by the recovery passphrase when the keychain has lost the key', async () => {
    const folder = schoolFolder();
    const keyFile = join(folder, 'key.json');
    const keys = JSON.parse(readFileSync(keyFile, 'utf8')) as { keychain: string | null };
    writeFileSync(keyFile, JSON.stringify({ ...keys, keychain: btoa('of another keychain') }));
    const { page } = await open(folder);
    await page.getByRole('heading', { name: 'Enter the recovery passphrase' }).waitFor();
    await page.getByLabel('Recovery passphrase').fill(school.passphrase);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await signIn(page);
  });
});

describe('what keeps the register closed is said, with a way out', () => {
  async function expectFailure({ page }: LaunchedApp, title: string): Promise<void> {
    await page.getByRole('heading', { name: title }).waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await page.getByRole('button', { name: 'Open data folder' }).waitFor();
  }

  it('a database from a newer version, which goes on once it is gone', async () => {
    const folder = schoolFolder();
    await withRegister(folder, school.passphrase, (sqlite) => sqlite.pragma('user_version = 999'));
    const opened = await open(folder);
    const { page } = opened;
    await expectFailure(opened, 'This register is from a newer Rollcall');
    copyFileSync(join(untouched, 'rollcall.db'), join(folder, 'rollcall.db'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await signIn(page);
  });

  it('a key that belongs to another register', async () => {
    const folder = schoolFolder();
    rmSync(join(folder, 'rollcall.db-wal'), { force: true });
    writeFileSync(join(folder, 'rollcall.db'), Buffer.alloc(8192, 7));
    await expectFailure(await open(folder), 'The register cannot be unlocked');
  });

  it('a model file that is not the one that came with the app', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'rollcall-app-'));
    for (const part of ['out', 'models', 'package.json']) {
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    writeFileSync(join(copy, 'models/files/blazeface.bin'), 'changed');
    const opened = await open(schoolFolder(), join(copy, 'out/main/index.js'));
    await expectFailure(opened, 'A recognition file is not as it should be');
    expect(await opened.page.locator('main').textContent()).toContain('blazeface.bin');
  });
});

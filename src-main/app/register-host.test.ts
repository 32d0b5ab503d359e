import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import {
  connectTo,
  createEmptyHost,
  createTestRegister,
  TEST_ADMIN,
  TEST_PASSPHRASE,
  TEST_SCHOOL,
  type TestRegister,
} from '#tests/unit/support/test-register.ts';
import { openEncryptedFile } from '../db/encrypted-file.ts';
import { MIGRATIONS } from '../db/migrations.ts';
import { readKeyFile } from './key-file.ts';
import { keyFromKeychain } from './key-vault.ts';
import { registerFiles } from './register-files.ts';
import { RegisterHost } from './register-host.ts';

const READY = { state: 'ready', schoolName: TEST_SCHOOL };
const firstRun = {
  schoolName: TEST_SCHOOL,
  admin: TEST_ADMIN,
  recoveryPassphrase: TEST_PASSPHRASE,
};

/** The app quits and starts again on the same folder and keychain. */
function restart({ platform, host }: Pick<TestRegister, 'platform' | 'host'>) {
  host.close();
  const next = new RegisterHost(platform);
  return { host: next, platform, ...connectTo(platform, next) };
}

function openDirectly(register: Pick<TestRegister, 'platform'>): Database.Database {
  const { platform } = register;
  const files = registerFiles(platform.dataFolder);
  const keyFile = readKeyFile(files.key);
  const key = keyFromKeychain(keyFile!, platform.keychain, platform.log);
  return openEncryptedFile(files.database, key!, { create: false });
}

test('an empty folder waits for the first run', async () => {
  const { client } = await createEmptyHost();
  expect(await client.app.status()).toEqual({ state: 'setup' });
  await expect(client.people.classes.list({})).rejects.toMatchObject({ code: 'NOT_READY' });
});

test('the first run makes a register that its admin can sign in to', async () => {
  const { client, admin } = await createTestRegister();
  expect(await client.app.status()).toEqual(READY);
  expect(await client.accounts.me()).toEqual(admin);
  expect(admin.role).toBe('admin');
});

test('the register opens by itself on the next start, with nobody signed in', async () => {
  const next = restart(await createTestRegister());
  expect(await next.host.open()).toEqual(READY);
  expect(await next.client.accounts.me()).toBeNull();
  next.host.close();
});

test('a register cannot be set up twice', async () => {
  const { client } = await createTestRegister();
  await expect(client.app.setUp(firstRun)).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { what: 'register' },
  });
});

test('two first runs at once make one register', async () => {
  const { client } = await createEmptyHost();
  const results = await Promise.allSettled([
    client.app.setUp(firstRun),
    client.app.setUp({ ...firstRun, schoolName: 'Another School' }),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await client.app.status()).toEqual(READY);
});

test('secrets that are easy to guess are refused and leave nothing behind', async () => {
  const { client, platform } = await createEmptyHost();
  const weak = { ...firstRun, admin: { ...TEST_ADMIN, password: 'Password2024!' } };
  await expect(client.app.setUp(weak)).rejects.toMatchObject({
    code: 'INVALID',
    data: { field: 'password', why: 'common' },
  });
  const same = { ...firstRun, recoveryPassphrase: TEST_ADMIN.password };
  await expect(client.app.setUp(same)).rejects.toMatchObject({
    data: { field: 'recoveryPassphrase', why: 'sameAsPassword' },
  });
  const files = registerFiles(platform.dataFolder);
  expect([files.key, files.database, files.unfinishedDatabase].filter(existsSync)).toEqual([]);
  expect(await client.app.setUp(firstRun)).toEqual(READY);
});

test('without a keychain the passphrase is asked for at each start, and that is no recovery', async () => {
  const { platform, host, client } = await createEmptyHost();
  platform.keychain.setAvailable(false);
  expect(await client.app.setUp(firstRun)).toEqual(READY);
  const next = restart({ platform, host });
  expect(await next.host.open()).toEqual({ state: 'locked' });
  expect(await next.client.app.unlock({ passphrase: TEST_PASSPHRASE })).toEqual(READY);
  await next.client.accounts.signIn(TEST_ADMIN);
  expect(await next.client.activity.list({ kinds: ['recovered'] })).toEqual([]);
  next.host.close();
});

test('a lost keychain is recovered from by the passphrase, once', async () => {
  const register = await createTestRegister();
  register.platform.keychain.lose();
  const next = restart(register);
  expect(await next.host.open()).toEqual({ state: 'locked' });
  expect(await next.client.app.unlock({ passphrase: TEST_PASSPHRASE })).toEqual(READY);
  await next.client.accounts.signIn(TEST_ADMIN);
  expect(await next.client.activity.list({ kinds: ['recovered'] })).toHaveLength(1);
  const after = restart(next);
  expect(await after.host.open()).toEqual(READY);
  after.host.close();
});

test('wrong passphrases are made to wait, longer each time, and the right one ends it', async () => {
  const register = await createTestRegister();
  register.platform.keychain.lose();
  const { host, client, platform } = restart(register);
  await host.open();
  const wait = async (passphrase: string) => {
    const error = await client.app.unlock({ passphrase }).catch((cause) => cause);
    return [error.code, error.data?.retryAfterMs];
  };
  const waits: unknown[] = [];
  for (let attempt = 0; attempt < 6; attempt += 1) {
    waits.push(await wait('not the passphrase'));
    if (attempt === 4) {
      expect(await wait(TEST_PASSPHRASE)).toEqual(['WRONG_PASSPHRASE', 30_000]);
      platform.clock.advance(30_000);
    }
  }
  expect(waits).toEqual([
    ...[0, 0, 0, 0, 30_000, 60_000].map((delay) => ['WRONG_PASSPHRASE', delay]),
  ]);
  platform.clock.advance(60_000);
  expect(await client.app.unlock({ passphrase: TEST_PASSPHRASE })).toEqual(READY);
  host.close();
});

test('a register from a newer version is refused with both versions, and not changed', async () => {
  const register = await createTestRegister();
  const next = restart(register);
  const sqlite = openDirectly(register);
  sqlite.pragma('user_version = 4711');
  sqlite.close();
  expect(await next.host.open()).toEqual({
    state: 'failed',
    failure: { reason: 'newerVersion', found: 4711, supported: MIGRATIONS.length },
  });
});

test('a register under another key is refused', async () => {
  const register = await createTestRegister();
  const other = await createEmptyHost();
  await other.client.app.setUp(firstRun);
  const { database } = registerFiles(register.platform.dataFolder);
  const next = restart(register);
  other.host.close();
  copyFileSync(registerFiles(other.platform.dataFolder).database, database);
  expect(await next.host.open()).toEqual({ state: 'failed', failure: { reason: 'wrongKey' } });
});

test('a register without its key file is refused, and never set up anew', async () => {
  const register = await createTestRegister();
  const files = registerFiles(register.platform.dataFolder);
  const next = restart(register);
  rmSync(files.key);
  expect(await next.host.open()).toEqual({ state: 'failed', failure: { reason: 'wrongKey' } });
  await expect(next.client.app.setUp(firstRun)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(existsSync(files.database)).toBe(true);
});

/** Root may write anywhere, so the test becomes nobody meanwhile. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

test.each(['register', 'empty folder'])(
  'a folder that cannot be written to is named (%s)',
  { skip: process.platform === 'win32' },
  async (what) => {
    const before = what === 'register' ? await createTestRegister() : await createEmptyHost();
    const { dataFolder } = before.platform;
    const next = restart(before);
    for (const file of readdirSync(dataFolder)) chmodSync(join(dataFolder, file), 0o444);
    chmodSync(dataFolder, 0o555);
    expect(await asNobody(() => next.host.open())).toEqual({
      state: 'failed',
      failure: { reason: 'folderNotWritable', folder: dataFolder },
    });
    chmodSync(dataFolder, 0o755);
  },
);

test('a file that is no database is told from a damaged one', async () => {
  const register = await createTestRegister();
  const files = registerFiles(register.platform.dataFolder);
  const next = restart(register);
  const handle = openSync(files.database, 'r+');
  writeSync(handle, Buffer.alloc(512, 7), 0, 512, 5 * 4096 + 1000);
  closeSync(handle);
  expect(await next.host.open()).toMatchObject({ failure: { reason: 'damaged' } });
  writeFileSync(files.database, 'something else entirely '.repeat(1000));
  expect(await next.client.app.retry()).toMatchObject({ failure: { reason: 'wrongKey' } });
  rmSync(files.database);
  expect(await next.client.app.retry()).toMatchObject({ failure: { reason: 'damaged' } });
});

test('a key file that cannot be read says so', async () => {
  const register = await createTestRegister();
  const next = restart(register);
  writeFileSync(registerFiles(register.platform.dataFolder).key, '{"version":1,');
  expect(await next.host.open()).toMatchObject({
    failure: { reason: 'damaged', detail: 'The key file cannot be read.' },
  });
});

test('a register that another process holds can be opened once it lets go', async () => {
  const register = await createTestRegister();
  const next = restart(register);
  const holder = openDirectly(register);
  holder.exec('BEGIN IMMEDIATE');
  expect(await next.host.open()).toEqual({
    state: 'failed',
    failure: { reason: 'databaseBusy' },
  });
  holder.exec('ROLLBACK');
  holder.close();
  expect(await next.client.app.retry()).toEqual(READY);
  next.host.close();
});

test('a model file that is missing keeps the app from starting until it is back', async () => {
  const register = await createTestRegister();
  const failure = { reason: 'modelFile', file: 'blazeface.bin', problem: 'missing' } as const;
  register.platform.setModelFailure(failure);
  const next = restart(register);
  expect(await next.host.open()).toEqual({ state: 'failed', failure });
  register.platform.setModelFailure(null);
  expect(await next.client.app.retry()).toEqual(READY);
  next.host.close();
});

test('model files that cannot be read are a failure to start, and can be tried again', async () => {
  const register = await createTestRegister();
  const { platform } = register;
  const { checkModels } = platform;
  platform.checkModels = () => Promise.reject(new Error('EIO: i/o error, read'));
  const next = restart(register);
  expect(await next.host.open()).toMatchObject({ failure: { reason: 'damaged' } });
  platform.checkModels = checkModels;
  expect(await next.client.app.retry()).toEqual(READY);
  next.host.close();
});

test('a register that opens but cannot be written to after all is let go of', async () => {
  const register = await createTestRegister();
  const { db, platform } = register;
  db.run(`CREATE TRIGGER refuse BEFORE INSERT ON activity
    WHEN new.kind = 'recovered' BEGIN SELECT RAISE(ABORT, 'cannot be noted'); END`);
  platform.keychain.lose();
  const next = restart(register);
  await next.host.open();
  expect(await next.client.app.unlock({ passphrase: TEST_PASSPHRASE })).toMatchObject({
    state: 'failed',
  });
  // SQLite removes the log when the last connection lets go.
  expect(existsSync(`${registerFiles(platform.dataFolder).database}-wal`)).toBe(false);
});

test('a first run cut short before its last step is finished on the next start', async () => {
  const register = await createTestRegister();
  const files = registerFiles(register.platform.dataFolder);
  register.host.close();
  renameSync(files.database, files.unfinishedDatabase);
  const next = restart(register);
  expect(await next.host.open()).toEqual(READY);
  expect(existsSync(files.unfinishedDatabase)).toBe(false);
  next.host.close();
});

test('a first run cut short before its key was written starts over', async () => {
  const { platform, host } = await createEmptyHost();
  const files = registerFiles(platform.dataFolder);
  writeFileSync(files.unfinishedDatabase, 'half a database');
  writeFileSync(`${files.unfinishedDatabase}-wal`, 'and its log');
  const next = restart({ platform, host });
  expect(await next.host.open()).toEqual({ state: 'setup' });
  expect(await next.client.app.setUp(firstRun)).toEqual(READY);
  expect(existsSync(join(platform.dataFolder, 'rollcall.db.new-wal'))).toBe(false);
  next.host.close();
});

test('about shows the folder, the size of the register and the model', async () => {
  const { client, platform } = await createTestRegister();
  const about = await client.app.about();
  expect(about).toMatchObject({ version: '0.0.0-test', dataFolder: platform.dataFolder });
  expect(about.databaseBytes).toBeGreaterThan(0);
  expect(about.modelId).not.toBe('');
});

import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { makeTestFolder } from '#tests/unit/support/test-platform.ts';
import {
  connectTo,
  createTestRegister,
  TEST_ADMIN,
  TEST_PASSPHRASE,
  TEST_SCHOOL,
  type TestRegister,
} from '#tests/unit/support/test-register.ts';
import { type KeyFile, readKeyFile, writeKeyFile } from '../app/key-file.ts';
import { registerFiles } from '../app/register-files.ts';
import { RegisterHost } from '../app/register-host.ts';
import { readBackupHeader } from '../backup/backup-file.ts';
import { backUpIfDue } from '../backup/backup-schedule.ts';
import { runCopyTask } from '../backup/copy-task.ts';

const NEXT = 'nine loud trains at midnight';
const { password } = TEST_ADMIN;
const READY = { state: 'ready', schoolName: TEST_SCHOOL };

const filesOf = ({ platform }: Pick<TestRegister, 'platform'>) =>
  registerFiles(platform.dataFolder);
const keyFile = (register: Pick<TestRegister, 'platform'>): KeyFile =>
  readKeyFile(filesOf(register).key)!;

/** The app starts again on the same folder and keychain. */
function restart({ platform, host }: Pick<TestRegister, 'platform' | 'host'>) {
  host.close();
  const next = new RegisterHost(platform);
  return { platform, host: next, ...connectTo(platform, next) };
}

async function marked() {
  const register = await createTestRegister();
  const { classId, subjectId, students } = await createTestClass(register.client);
  const { id: sessionId } = await register.client.register.start({ classId, subjectId });
  await register.client.register.mark({ sessionId, studentId: students[0]!.id, code: 'P' });
  return { ...register, sessionId };
}

async function closed() {
  const register = await marked();
  await register.client.register.end({ sessionId: register.sessionId });
  return register;
}

async function backUp({ client, platform }: TestRegister): Promise<string> {
  const { name } = await client.backup.make();
  const { folder } = await client.backup.status();
  platform.clock.advance(86_400_000);
  return join(folder, name);
}

describe('another recovery passphrase', () => {
  test('opens the register from then on, and the old one does not', async () => {
    const register = await createTestRegister();
    await register.client.settings.security.changePassphrase({ password, passphrase: NEXT });
    register.platform.keychain.lose();
    const { host, client } = restart(register);
    expect(await host.open()).toEqual({ state: 'locked' });
    await expect(client.app.unlock({ passphrase: TEST_PASSPHRASE })).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    expect(await client.app.unlock({ passphrase: NEXT })).toEqual(READY);
    await client.accounts.signIn(TEST_ADMIN);
    expect(await client.activity.list({ kinds: ['passphraseChanged'] })).toHaveLength(1);
    host.close();
  });

  test('leaves older backups under the passphrase they were made under, and says which', async () => {
    const register = await closed();
    const { client, platform } = register;
    const old = await backUp(register);
    await client.settings.security.changePassphrase({ password, passphrase: NEXT });
    const recent = await backUp(register);
    const { backups } = await client.backup.status();
    expect(backups.map(({ opensWith }) => opensWith)).toEqual(['present', 'earlier']);
    expect((await client.settings.security.key()).backups).toEqual({ present: 1, earlier: 1 });
    const looksInto = async (file: string, passphrase: string) => {
      platform.answerOpen(file);
      await client.backup.restore.choose();
      return client.backup.restore.preview({ passphrase });
    };
    const refusal = { code: 'WRONG_PASSPHRASE' };
    await expect(looksInto(old, NEXT)).rejects.toMatchObject(refusal);
    await expect(looksInto(recent, TEST_PASSPHRASE)).rejects.toMatchObject(refusal);
    expect(await looksInto(recent, NEXT)).toMatchObject({ events: 3 });
    expect(await looksInto(old, TEST_PASSPHRASE)).toMatchObject({ events: 3 });
    await client.backup.restore.apply();
    expect(register.host.status()).toEqual(READY);
  });

  test('is refused with a wrong password, one that is the password, and the same again', async () => {
    const { client } = await createTestRegister();
    const change = client.settings.security.changePassphrase;
    await expect(change({ password: 'not mine', passphrase: NEXT })).rejects.toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
    await expect(change({ password, passphrase: password })).rejects.toMatchObject({
      data: { field: 'passphrase', why: 'sameAsPassword' },
    });
    await expect(change({ password, passphrase: TEST_PASSPHRASE })).rejects.toMatchObject({
      data: { field: 'passphrase', why: 'samePassphrase' },
    });
  });
});

const toAnotherKey = { password, passphrase: TEST_PASSPHRASE };

describe('a backup under what was changed', () => {
  const isBackedUp = async ({ client }: TestRegister) =>
    (await client.settings.security.key()).isBackedUp;

  test.each(['passphrase', 'key'] as const)('is made by itself: another %s', async (what) => {
    const register = await closed();
    const { client } = register;
    const old = await backUp(register);
    expect(await isBackedUp(register)).toBe(true);
    const { isBackedUp: isDone } = await (what === 'key'
      ? client.settings.security.changeKey(toAnotherKey)
      : client.settings.security.changePassphrase({ password, passphrase: NEXT }));
    expect(isDone).toBe(true);
    const { backups } = await client.backup.status();
    expect(backups).toHaveLength(2);
    const { header } = await readBackupHeader(join(dirname(old), backups[0]!.name));
    const { check, recovery } = keyFile(register);
    expect(header).toMatchObject({ check, recovery });
  });

  test('is made later where that is impossible now, as is said', async () => {
    const register = await closed();
    const { client, platform, host } = register;
    await client.backup.make();
    platform.clock.advance(1_000);
    const stick = makeTestFolder();
    onTestFinished(() => rmSync(stick, { recursive: true, force: true }));
    platform.backupFolder.write(join(stick, 'pulled out'));
    const { isBackedUp: isDone } = await client.settings.security.changeKey(toAnotherKey);
    expect(isDone).toBe(false);
    expect(await client.backup.status()).toMatchObject({ failure: 'folderGone' });
    platform.backupFolder.write(join(platform.dataFolder, 'backups'));
    expect(await isBackedUp(register)).toBe(false);
    await backUpIfDue(host, platform);
    expect(await isBackedUp(register)).toBe(true);
  });
});

describe('another key', () => {
  test('holds the same register, opens by keychain and by the same passphrase, and the old key is gone', async () => {
    const register = await closed();
    const before = keyFile(register);
    await register.client.settings.security.changeKey(toAnotherKey);
    const after = keyFile(register);
    expect(after.check).not.toBe(before.check);
    expect(after.formerChecks).toEqual([before.check]);
    expect(readFileSync(filesOf(register).key, 'utf8')).not.toContain(before.recovery.wrapped);
    expect(await register.client.register.verify()).toMatchObject({ kind: 'intact', events: 3 });
    expect(await register.client.activity.list({ kinds: ['keyChanged'] })).toHaveLength(1);
    const again = restart(register);
    expect(await again.host.open()).toEqual(READY);
    again.platform.keychain.lose();
    const lost = restart(again);
    expect(await lost.host.open()).toEqual({ state: 'locked' });
    expect(await lost.client.app.unlock({ passphrase: TEST_PASSPHRASE })).toEqual(READY);
    lost.host.close();
  });

  test('leaves older backups its own, listed, thinned out and restorable', async () => {
    const register = await closed();
    const { client, platform } = register;
    const old = await backUp(register);
    await client.settings.security.changeKey(toAnotherKey);
    await backUp(register);
    const { backups } = await client.backup.status();
    expect(backups.map(({ opensWith }) => opensWith)).toEqual(['present', 'present']);
    platform.answerOpen(old);
    await client.backup.restore.choose();
    await client.backup.restore.preview({ passphrase: TEST_PASSPHRASE });
    expect(await client.backup.restore.apply()).toMatchObject({ status: READY });
    const again = restart(register);
    expect(await again.host.open()).toEqual(READY);
    again.host.close();
  });

  test('also where there is no keychain', async () => {
    const register = await closed();
    register.platform.keychain.setAvailable(false);
    expect(await register.client.settings.security.changeKey(toAnotherKey)).toMatchObject({
      inKeychain: false,
    });
    const again = restart(register);
    expect(await again.host.open()).toEqual({ state: 'locked' });
    expect(await again.client.app.unlock({ passphrase: TEST_PASSPHRASE })).toEqual(READY);
    again.host.close();
  });

  test('is refused with a wrong password or passphrase and while a register is open', async () => {
    const register = await marked();
    const { client } = register;
    const { check } = keyFile(register);
    const change = client.settings.security.changeKey;
    await expect(change(toAnotherKey)).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { what: 'openSession' },
    });
    await client.register.end({ sessionId: register.sessionId });
    await expect(change({ ...toAnotherKey, password: 'not mine' })).rejects.toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
    await expect(change({ ...toAnotherKey, passphrase: NEXT })).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    expect(keyFile(register).check).toBe(check);
    expect(existsSync(filesOf(register).rekeyedDatabase)).toBe(false);
  });

  test('loses nothing that is written while the copy is made', async () => {
    const register = await closed();
    const { client } = register;
    const changing = client.settings.security.changeKey(toAnotherKey);
    let changed = false;
    const done = changing.finally(() => {
      changed = true;
    });
    const added: string[] = [];
    for (let n = 0; n < 6 && !changed; n += 1) {
      const { name } = await client.people.subjects.create({ name: `Subject ${n}` });
      added.push(name);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    const outcome = await done.then(
      () => 'changed',
      (error: { data: unknown }) => error.data,
    );
    expect(['changed', { what: 'inUse' }]).toContainEqual(outcome);
    const names = (await client.people.subjects.list({})).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(added));
  });
});

test('a file that somebody put in the place of the register does not become it with a new key', async () => {
  const register = await marked();
  const { database } = filesOf(register);
  const { client, host, sessionId } = register;
  host.register().flush();
  const old = `${database}.old`;
  copyFileSync(database, old);
  await client.register.end({ sessionId });
  host.register().flush();
  const changing = client.settings.security.changeKey(toAnotherKey);
  await new Promise((resolve) => setTimeout(resolve, 5));
  renameSync(old, database);
  await changing;
  expect(await client.register.verify()).toMatchObject({ kind: 'intact', events: 3 });
});

describe('an older key file put back after a change of key', () => {
  async function withOldKeyFile() {
    const register = await closed();
    const { key, database } = filesOf(register);
    const old = readFileSync(key);
    await register.client.settings.security.changeKey(toAnotherKey);
    register.host.close();
    const present = readFileSync(key);
    writeFileSync(key, old);
    const before = readFileSync(database);
    const again = restart(register);
    expect(await again.host.open()).toMatchObject({ failure: { reason: 'wrongKey' } });
    expect(readFileSync(database).equals(before)).toBe(true);
    return { ...again, key, present };
  }

  test('opens nothing and touches nothing; with the newer one all is there', async () => {
    const { host, client, key, present } = await withOldKeyFile();
    writeFileSync(key, present);
    expect(await host.open()).toEqual(READY);
    await client.accounts.signIn(TEST_ADMIN);
    expect(await client.register.verify()).toMatchObject({ kind: 'intact', events: 3 });
    host.close();
  });

  test('and the backup made right after the change brings it back with the passphrase', async () => {
    const { host, client, platform } = await withOldKeyFile();
    const folder = join(platform.dataFolder, 'backups');
    const [name] = readdirSync(folder).filter((file) => file.endsWith('.rollcall'));
    platform.answerOpen(join(folder, name!));
    await client.backup.recover.choose();
    expect(await client.backup.recover.preview({ passphrase: TEST_PASSPHRASE })).toMatchObject({
      events: 3,
    });
    expect(await client.backup.recover.apply()).toMatchObject({ status: READY });
    host.close();
  });
});

/** What a power cut leaves at each step of a change of key. */
describe('a change of key that was cut short', () => {
  async function halfWay() {
    const register = await closed();
    const files = filesOf(register);
    const old = keyFile(register);
    const oldDatabase = join(files.folder, 'old.db');
    const { key } = register.host.register();
    const oldKey = Buffer.from(key);
    runCopyTask({ kind: 'copy', database: files.database, target: oldDatabase, key: oldKey });
    await register.client.settings.security.changeKey(toAnotherKey);
    const { formerChecks: _former, version: _version, ...next } = keyFile(register);
    register.host.close();
    const putBack = (keys: KeyFile, { swapped }: { swapped: boolean }) => {
      if (!swapped) {
        renameSync(files.database, files.rekeyedDatabase);
        copyFileSync(oldDatabase, files.database);
      }
      writeKeyFile(files.key, keys);
    };
    return { register, files, old, next, putBack };
  }

  test.each([
    ['while the copy was made', { named: false, swapped: false, inForce: 'old' }],
    ['before the copy took its place', { named: true, swapped: false, inForce: 'old' }],
    ['after it took its place', { named: true, swapped: true, inForce: 'next' }],
  ] as const)('%s: opens, and is settled', async (_when, { named, swapped, inForce }) => {
    for (const way of ['keychain', 'passphrase'] as const) {
      const { register, files, old, next, putBack } = await halfWay();
      putBack(named ? { ...old, next } : old, { swapped });
      if (way === 'passphrase') register.platform.keychain.lose();
      const { host, client } = restart(register);
      expect(await host.open()).toEqual(way === 'keychain' ? READY : { state: 'locked' });
      if (way === 'passphrase') {
        expect(await client.app.unlock({ passphrase: TEST_PASSPHRASE })).toEqual(READY);
      }
      await client.accounts.signIn(TEST_ADMIN);
      expect(await client.register.verify()).toMatchObject({ kind: 'intact', events: 3 });
      const settled = keyFile(register);
      expect(settled.next).toBeUndefined();
      expect(settled.check).toBe(inForce === 'old' ? old.check : next.check);
      expect(existsSync(files.rekeyedDatabase)).toBe(false);
      host.close();
    }
  });

  test('opens also where the half-made copy was taken away', async () => {
    const { register, files, old, next, putBack } = await halfWay();
    putBack({ ...old, next }, { swapped: false });
    renameSync(files.rekeyedDatabase, join(files.folder, 'elsewhere'));
    const { host } = restart(register);
    expect(await host.open()).toEqual(READY);
    expect(keyFile(register).check).toBe(old.check);
    host.close();
  });

  test('a copy cut in the middle is thrown away', async () => {
    const { register, files, old, putBack } = await halfWay();
    putBack(old, { swapped: false });
    writeFileSync(files.rekeyedDatabase, readFileSync(files.rekeyedDatabase).subarray(0, 9_000));
    const { host } = restart(register);
    expect(await host.open()).toEqual(READY);
    expect(existsSync(files.rekeyedDatabase)).toBe(false);
    host.close();
  });
});

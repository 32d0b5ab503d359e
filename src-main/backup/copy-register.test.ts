import { copyFileSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister, TEST_PASSPHRASE } from '#tests/unit/support/test-register.ts';
import { registerFiles } from '../app/register-files.ts';

/** What somebody does to the files just before, and just after, a thread copies them. */
const meanwhile = vi.hoisted(() => ({
  before: [] as Array<() => void>,
  after: [] as Array<() => void>,
}));

vi.mock('./copy-in-thread.ts', async (original) => {
  const real = await original<typeof import('./copy-in-thread.ts')>();
  return {
    ...real,
    runCopyTaskInThread: async (task: Parameters<typeof real.runCopyTaskInThread>[0]) => {
      meanwhile.before.shift()?.();
      try {
        return await real.runCopyTaskInThread(task);
      } finally {
        meanwhile.after.shift()?.();
      }
    },
  };
});

/** A register with three marks, and a copy of it from when it had one. */
async function withOlderCopy() {
  const register = await createTestRegister();
  const { client, host, platform } = register;
  const made = await createTestClass(client);
  const { id: sessionId } = await client.register.start(made);
  const mark = (index: number) =>
    client.register.mark({ sessionId, studentId: made.students[index]!.id, code: 'P' });
  const { database } = registerFiles(platform.dataFolder);
  await mark(0);
  const older = `${database}.older`;
  host.register().copyTo(older);
  await mark(1);
  await mark(2);
  /** How many marks a backup holds that is made now. */
  const backedUp = async () => {
    const { name } = await client.backup.make();
    platform.answerOpen(join((await client.backup.status()).folder, name));
    await client.backup.restore.choose();
    return (await client.backup.restore.preview({ passphrase: TEST_PASSPHRASE })).events;
  };
  return { ...register, database, older, backedUp };
}

function putInPlace(file: string, database: string): void {
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(database + suffix)) renameSync(database + suffix, `${database}.moved${suffix}`);
  }
  copyFileSync(file, database);
}

function putBack(database: string): void {
  for (const suffix of ['', '-wal', '-shm']) {
    rmSync(database + suffix, { force: true });
    const moved = `${database}.moved${suffix}`;
    if (existsSync(moved)) renameSync(moved, database + suffix);
  }
}

// Windows lets nobody replace a file that is in use.
const onPosix = test.skipIf(process.platform === 'win32');

onPosix('a file put in the register’s place is not what a backup is made of', async () => {
  const { client, database, older, backedUp } = await withOlderCopy();
  meanwhile.before = [() => putInPlace(older, database)];
  expect(await backedUp()).toBe(3);
  expect(await client.register.verify()).toMatchObject({ kind: 'intact', events: 3 });
});

onPosix('nor one that is gone again when the copy is made', async () => {
  const { database, older, backedUp } = await withOlderCopy();
  meanwhile.before = [() => putInPlace(older, database)];
  meanwhile.after = [() => putBack(database)];
  expect(await backedUp()).toBe(3);
});

onPosix('nor one that cannot be read', async () => {
  const { database, older, backedUp } = await withOlderCopy();
  writeFileSync(older, 'of another program');
  meanwhile.before = [() => putInPlace(older, database)];
  expect(await backedUp()).toBe(3);
});

onPosix('where files keep being put there, no backup is made, and that is an error', async () => {
  const { client, database, older } = await withOlderCopy();
  meanwhile.before = [1, 2, 3].map(() => () => putInPlace(older, database));
  await expect(client.backup.make()).rejects.toThrow();
  expect((await client.backup.status()).backups).toEqual([]);
});

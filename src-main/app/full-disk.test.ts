import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { mountTinyDisk, NO_TINY_DISK } from '#tests/e2e/support/tiny-disk.ts';
import { createTestPlatform } from '#tests/unit/support/test-platform.ts';
import {
  connectTo,
  TEST_ADMIN,
  TEST_PASSPHRASE,
  TEST_SCHOOL,
} from '#tests/unit/support/test-register.ts';
import { registerFiles } from './register-files.ts';
import { RegisterHost } from './register-host.ts';

const firstRun = {
  schoolName: TEST_SCHOOL,
  admin: TEST_ADMIN,
  recoveryPassphrase: TEST_PASSPHRASE,
};

test('a disk that is full at the first run and at a start is said, and space is enough to go on', async (context) => {
  const disk = mountTinyDisk(8);
  if (disk === null) return context.skip(NO_TINY_DISK);
  onTestFinished(() => disk.unmount());
  const platform = createTestPlatform(disk.folder);
  const files = registerFiles(disk.folder);
  const host = new RegisterHost(platform);
  const { client } = connectTo(platform, host);
  expect(await host.open()).toEqual({ state: 'setup' });
  disk.fill();
  await expect(client.app.setUp(firstRun)).rejects.toMatchObject({ code: 'STORAGE_FULL' });
  const made = [files.key, files.database, files.unfinishedDatabase];
  expect(made.filter(existsSync)).toEqual([]);
  disk.empty();
  expect(await client.app.setUp(firstRun)).toMatchObject({ state: 'ready' });
  host.close();

  const next = new RegisterHost(platform);
  onTestFinished(() => next.close());
  disk.fill();
  const failure = { reason: 'storageFull', folder: disk.folder };
  expect(await next.open()).toEqual({ state: 'failed', failure });
  expect(existsSync(join(disk.folder, 'rollcall.db'))).toBe(true);
  disk.empty();
  expect(await next.open()).toMatchObject({ state: 'ready' });
});
